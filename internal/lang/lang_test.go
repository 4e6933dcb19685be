package lang

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

func load(t testing.TB, tag string) *Pack {
	t.Helper()
	p, err := Load(tag)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func words(text string) (out []string) {
	for _, t := range tokenize(text, nil) {
		out = append(out, text[t.Start:t.End])
	}
	return out
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kazakhstan's 34,000 Poles", "Kazakhstan|'|s|34,000|Poles"},
		{"o'zbek oʻzbek Xi'an o'clock", "o'zbek|oʻzbek|Xi'an|o'clock"},
		{"don't can't won’t they’ll she's D've O'll", "do|n't|can|'t|wo|n’t|they|’ll|she|'|s|D've|O'll"},
		{"15.11.2019 ж. 3,6 млн.", "15.11.2019|ж|.|3,6|млн|."},
		{"Нұр-Сұлтан «Самұрық»", "Нұр|-|Сұлтан|«|Самұрық|»"},
		{"18\u00a0000 км²", "18|000|км|²"},
		{"a\u200eb", "a|b"},
	} {
		if got := strings.Join(words(c.text), "|"); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range [][2]string{
		{"ЁЛКА", "елка"}, {"Йод", "йод"}, {"Қаз\u00adақ", "қазақ"}, {"Oʻzbek", "o'zbek"},
		{"кəсіп", "кәсіп"}, {"бiр", "бір"}, {"İstanbul", "istanbul"}, {"Әуезов", "әуезов"},
	} {
		if got := Fold(c[0]); got != c[1] {
			t.Errorf("Fold(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// TestExamples holds every example of every word list: the entry's own class
// must be found in it.
func TestExamples(t *testing.T) {
	for _, tag := range Tags() {
		p := load(t, tag)
		var l Lattice
		for i, e := range p.Entries {
			example := p.Example(&e)
			if example == "" {
				continue
			}
			l.Reset(p, example)
			found := false
			for k := range l.Toks {
				for c := range func(yield func(Chunk) bool) { l.Chunks(k, yield) } {
					found = found || c.Ref == int32(i) && c.Class == e.Class
				}
			}
			if !found {
				file, line := p.Where(&e)
				t.Errorf("%s:%d: the example %q does not hold the entry %q", file, line, example, e.Forms[0])
			}
		}
	}
}

func TestGazetteerFindsInflectedNames(t *testing.T) {
	for _, c := range []struct{ tag, text, known string }{
		{"kk", "Қазақстанның сыртқы саясаты", "KZ"},
		{"kk", "Ташкентте өтті", "tashkent"},
		{"ru", "в Узбекистане прошёл", "UZ"},
		{"en", "in Tashkent today", "tashkent"},
	} {
		p := load(t, c.tag)
		var l Lattice
		l.Reset(p, c.text)
		found := false
		for i := range l.Toks {
			if ch, ok := l.Chunk(i, p.Class("gazplace")); ok && l.Entry(ch).Known == c.known {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: %q: no place %s", c.tag, c.text, c.known)
		}
	}
}

func TestKazakhAnalyses(t *testing.T) {
	p := load(t, "kk")
	for _, c := range []struct{ word, stem, slots string }{
		{"Ассамблеясының", "ассамблея", "poss3 gen"},
		{"Назарбаевтың", "назарбаев", "gen"},
		{"қалаларымыздан", "қала", "plural poss1p abl"},
		{"бөлігінде", "бөлік", "poss3 loc"},
	} {
		found := false
		for _, a := range p.Analyses(c.word) {
			found = found || a.Stem == c.stem && a.Slots == c.slots
		}
		if !found {
			t.Errorf("%s: %+v has no %s + %s", c.word, p.Analyses(c.word), c.stem, c.slots)
		}
	}
}

func TestListErrorsNameFileAndLine(t *testing.T) {
	for _, c := range [][2]string{
		{"= 3\n", "xx/month.txt:1"},
		{"# months\n\n@colour red\n", "xx/month.txt:3"},
	} {
		_, err := LoadFS("xx", fstest.MapFS{"month.txt": {Data: []byte(c[0])}})
		if err == nil || !strings.HasPrefix(err.Error(), c[1]) {
			t.Errorf("%q: error %v, want one at %s", c[0], err, c[1])
		}
	}
}

// TestSentences runs cases/<tag>/sentences.txt: one text a line, | parts its
// sentences; between them stands a space, or nothing where ¦ parts them; ↵ is
// a line break.
func TestSentences(t *testing.T) {
	for _, tag := range []string{"en", "ru", "kk"} {
		p := load(t, tag)
		src, err := os.ReadFile("cases/" + tag + "/sentences.txt")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(src)) {
			n++
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			var l Lattice
			l.Reset(p, strings.NewReplacer("↵|", "\n", "|", " ", "¦", "", "↵", "\n").Replace(line))
			var got []string
			for _, s := range l.Sentences(nil) {
				got = append(got, strings.ReplaceAll(l.Slice(s.First, s.Last), "\n", "↵"))
			}
			if want := strings.NewReplacer("¦", "|", "↵|", "|").Replace(line); strings.Join(got, "|") != want {
				t.Errorf("%s:%d\n got %s\nwant %s", tag, n, strings.Join(got, "|"), want)
			}
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"Kazakhstan's 34,000", "«Қала», 5-сәуір.\n\nЖаңа", "o'z\u200ebek\xff\xfe", "18\u00a0000"} {
		f.Add(s)
	}
	p := load(f, "kk")
	f.Fuzz(func(t *testing.T, s string) {
		var l Lattice
		l.Reset(p, s)
		last := int32(0)
		for _, tok := range l.Toks {
			if tok.Start < last || tok.End <= tok.Start || int(tok.End) > len(s) {
				t.Fatalf("token %d:%d after %d in %q", tok.Start, tok.End, last, s)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[tok.Start:tok.End]) {
				t.Fatalf("token %q is cut inside a character", s[tok.Start:tok.End])
			}
			last = tok.End
		}
		next := 0
		for _, sent := range l.Sentences(nil) {
			if sent.First != next || sent.Last <= sent.First {
				t.Fatalf("sentence %v does not follow token %d", sent, next)
			}
			next = sent.Last
		}
		if next != len(l.Toks) {
			t.Fatalf("the sentences end at token %d of %d", next, len(l.Toks))
		}
	})
}

func BenchmarkReset(b *testing.B) {
	for _, c := range []struct{ tag, text string }{
		{"en", "The ministers of Kazakhstan and Uzbekistan met in Tashkent on 5 March and signed a protocol on water. "},
		{"ru", "Министры Казахстана и Узбекистана встретились в Ташкенте 5 марта и подписали протокол о воде. "},
		{"kk", "Қазақстан мен Өзбекстан министрлері 5 наурызда Ташкентте кездесіп, су туралы хаттамаға қол қойды. "},
	} {
		text := strings.Repeat(c.text, 100)
		p := load(b, c.tag)
		b.Run(c.tag, func(b *testing.B) {
			var l Lattice
			for b.Loop() {
				l.Reset(p, text)
			}
			b.ReportMetric(float64(len(l.Toks))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, tag := range []string{"en", "ru", "kk"} {
		dir, err := fs.Sub(embedded, "packs/"+tag)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(tag, func(b *testing.B) {
			for b.Loop() {
				if _, err := LoadFS(tag, dir); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
