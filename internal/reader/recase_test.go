package reader

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestRecase holds which texts are given capitals, and which.
func TestRecase(t *testing.T) {
	for _, c := range []struct{ name, language, text, want string }{
		{"a text with capitals", "en", "The road to Tema was opened on Monday by the minister and by nobody else at all.", ""},
		{"a headline", "en", "PRESIDENT OPENS THE ROAD TO TEMA", ""},
		{"few words", "en", "the road to accra is open", ""},
		{"no capitals", "en", "the road to accra was opened on monday by mr. boateng. i saw the prime minister of ghana there, said the mayor.",
			"The road to Accra was opened on Monday by Mr. Boateng. I saw the prime minister of Ghana there, said the mayor."},
		{"all in capitals", "ru", "ДОРОГУ ДО БИШКЕКА ОТКРЫЛ В ПОНЕДЕЛЬНИК АСКАР АКИМОВ. ПО СЛОВАМ АКИМОВА, ЕЁ СТРОИЛИ ТРИ ГОДА, И СТОИЛА ОНА НЕДОРОГО.",
			"Дорогу до Бишкека открыл в понедельник Аскар Акимов. По словам Акимова, её строили три года, и стоила она недорого."},
		{"a language without rules", "tr", "yol pazartesi günü açıldı ve köylüler çok sevindi çünkü uzun yıllar boyunca onu bekliyorlardı.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			if r := recase(c.text, Options{Language: c.language}); r != nil {
				got = r.text
				if !strings.EqualFold(got, c.text) || utf8.RuneCountInString(got) != utf8.RuneCountInString(c.text) {
					t.Errorf("more than letters' size changed: %q", got)
				}
				if again := recase(got, Options{Language: c.language}); again != nil && again.text != got {
					t.Errorf("a second time it becomes %q", again.text)
				}
			}
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestRecasedQuote holds that a quotation keeps the letters of the text.
func TestRecasedQuote(t *testing.T) {
	const text = `"the road to accra is open and nobody will close it again," said the minister, kofi boateng, on monday in kumasi.`
	for _, s := range Read(text, Options{Language: "en"}).Statements {
		if s.Kind == "quote" {
			if !strings.Contains(text, s.Text) {
				t.Errorf("the words became %q", s.Text)
			}
			return
		}
	}
	t.Error("no quotation was read")
}
