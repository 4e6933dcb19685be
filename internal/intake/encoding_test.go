package intake

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"shanyraq/internal/fault"
)

const (
	russianText = "Ассамблея подписала меморандум о ремонте трёх мостов. Осмотры будут проходить два раза в год."
	kazakhText  = "Қазақстан мен Өзбекстан үш көпірді жөндеу туралы меморандумға қол қойды. Ұлы дала елі әңгімесі, ғылым, һәм."
	turkishText = "Türkiye ile Kazakistan arasında köprülerin onarımı için anlaşma imzalandı; şehirler ve dağlar."
)

func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func inKZ1048(s string) []byte {
	back := map[rune]byte{}
	for b, r := range kzLetters {
		back[r] = b
	}
	var out []byte
	for _, r := range s {
		if b, ok := back[r]; ok {
			out = append(out, b)
		} else if b, ok := charmap.Windows1251.EncodeRune(r); ok {
			out = append(out, b)
		} else {
			panic(string(r))
		}
	}
	return out
}

func TestToUTF8(t *testing.T) {
	for _, c := range []struct {
		name     string
		in       []byte
		declared string
		want     string
		note     string // a word of it
	}{
		{"utf-8", []byte(russianText), "", russianText, ""},
		{"utf-8 declared as 1251", []byte(russianText), "windows-1251", russianText, ""},
		{"utf-8 with mark", []byte("\xef\xbb\xbf" + kazakhText), "", kazakhText, ""},
		{"utf-16le", append([]byte("\xff\xfe"), encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), kazakhText)...), "", kazakhText, "UTF-16"},
		{"utf-16be", append([]byte("\xfe\xff"), encoded(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), kazakhText)...), "", kazakhText, "UTF-16"},
		{"1251 declared", encoded(t, charmap.Windows1251, russianText), "windows-1251", russianText, "declared"},
		{"1251", encoded(t, charmap.Windows1251, russianText), "", russianText, "windows-1251"},
		{"1251 declared as utf-8", encoded(t, charmap.Windows1251, russianText), "utf-8", russianText, "windows-1251"},
		{"koi8-r", encoded(t, charmap.KOI8R, russianText), "", russianText, "KOI8-R"},
		{"koi8-r declared", encoded(t, charmap.KOI8R, "Да"), "koi8-r", "Да", "koi8-r"},
		{"kz-1048", inKZ1048(kazakhText), "", kazakhText, "KZ-1048"},
		{"kz-1048 declared as 1251", inKZ1048(kazakhText), "windows-1251", kazakhText, "KZ-1048"},
		{"1254", encoded(t, charmap.Windows1254, turkishText), "", turkishText, "windows-1254"},
		{"capitals in 1251", encoded(t, charmap.Windows1251, "МЕМОРАНДУМ О РЕМОНТЕ МОСТОВ подписан"), "", "МЕМОРАНДУМ О РЕМОНТЕ МОСТОВ подписан", "windows-1251"},
	} {
		got, note, err := toUTF8(c.in, c.declared, false)
		if err != nil || string(got) != c.want || !strings.Contains(note, c.note) || (note == "") != (c.note == "") {
			t.Errorf("%s: %q, note %q, %v", c.name, got, note, err)
		}
	}
}

func TestBrokenUTF8(t *testing.T) {
	broken := []byte("строка один\nстрока \xd0 два\nстрока три")
	_, _, err := toUTF8(broken, "", false)
	if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("%v", err)
	}
	got, note, err := toUTF8(broken, "utf-8", true)
	if err != nil || string(got) != "строка один\nстрока \uFFFD два\nстрока три" || note == "" {
		t.Errorf("%q, %q, %v", got, note, err)
	}
}

func FuzzToUTF8(f *testing.F) {
	f.Add([]byte(russianText), "")
	f.Add(inKZ1048(kazakhText), "windows-1251")
	f.Add([]byte("\xff\xfea"), "utf-16")
	f.Add([]byte("a\xd0"), "x-user-defined")
	f.Fuzz(func(t *testing.T, b []byte, declared string) {
		before := bytes.Clone(b)
		got, _, err := toUTF8(b, declared, false)
		if !bytes.Equal(b, before) {
			t.Fatal("the input was written to")
		}
		if err == nil && !utf8.Valid(got) {
			t.Fatalf("%q from %q is not UTF-8", got, b)
		}
		if utf8.Valid(b) && !bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) && (err != nil || !bytes.Equal(got, b)) {
			t.Fatalf("valid UTF-8 %q became %q", b, got)
		}
	})
}
