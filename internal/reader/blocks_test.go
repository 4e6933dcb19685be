package reader

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestBlocksAreReadByTheirOwnLanguage(t *testing.T) {
	en := "The ministers of both countries met in the capital on Monday and agreed to build a new bridge over the river."
	ru := "Министры двух стран встретились в столице в понедельник и договорились построить новый мост через реку."
	kk := "Екі елдің министрлері дүйсенбіде елордада кездесіп, өзен арқылы жаңа көпір салуға уағдаласты."
	got, whole := blocks(strings.Join([]string{kk, kk, ru, en, "Астана"}, "\n\n"), "")
	if whole != "kk" {
		t.Errorf("the whole is %s, want kk", whole)
	}
	var tags []string
	end := 0
	for _, b := range got {
		tags = append(tags, b.language)
		if b.span.Start != end {
			t.Errorf("block %+v does not follow byte %d", b, end)
		}
		end = b.span.End
	}
	if s := strings.Join(tags, " "); s != "kk ru en kk" {
		t.Errorf("blocks are %s, want kk ru en kk", s)
	}
}

func TestUnknownLanguageStillGivesDigits(t *testing.T) {
	r := Read("Η συνάντηση έγινε στις 15.11.2019 στην Αθήνα με συμμετοχή πολλών ανθρώπων από την πόλη.", Options{})
	if len(r.Statements) > 1 || r.Language == "en" || r.Language == "ru" || r.Language == "kk" {
		t.Errorf("a Greek text is read as %s with %d statements", r.Language, len(r.Statements))
	}
}

// TestLettersOf holds the count of letters in eight bytes at a time to that of
// single characters.
func TestLettersOf(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	letters, counted := []rune(" .zaZ@[`{іІӘқёжЖ҂ѠѡѾџ҄Ӿ\u0400\u04ff\u0500é–"), 0
	for range 50000 {
		var b strings.Builder
		for range r.IntN(60) {
			switch r.IntN(80) {
			case 0:
				b.WriteByte(byte(r.IntN(256)))
			case 1:
				b.WriteRune(letters[r.IntN(len(letters))])
			default:
				b.WriteRune(letters[r.IntN(len(letters)-3)])
			}
		}
		text := b.String()
		got, n := lettersOf(text)
		counted += n
		var want letterCount
		for i := 0; i < n; {
			if k, notRussian := cyrillicRun(text[i:min(i+2, n)]); k > 0 {
				want.cyrillic, want.notRussian = want.cyrillic+1, want.notRussian+notRussian
				i += 2
				continue
			}
			c := text[i]
			if c >= 0x80 {
				t.Fatalf("byte %d of %q is counted", i, text)
			}
			if c|0x20-'a' <= 'z'-'a' {
				want.latin++
			}
			i++
		}
		if got != want {
			t.Fatalf("%d bytes of %q have %+v, not %+v", n, text, got, want)
		}
	}
	if counted < 500000 {
		t.Errorf("only %d bytes were counted", counted)
	}
	if got, n := lettersOf(strings.Repeat("aіЖ", 1000)); n > mostAtOnce || got.cyrillic != n*2/5 || got.latin != got.notRussian {
		t.Errorf("%d bytes of a long text have %+v", n, got)
	}
}
