package reader

import (
	"reflect"
	"strings"
	"testing"

	"shanyraq/internal/value"
)

// TestSideBySide reads texts of all languages and of odd shapes together: each says
// what it says alone, whatever lies beside it.
func TestSideBySide(t *testing.T) {
	var texts []Text
	add := func(tag, text string) {
		texts = append(texts, Text{text, Options{Language: tag, Published: value.MustDate("2024-05-16")}})
	}
	en, ru, kk := corpus(t, "en"), corpus(t, "ru"), corpus(t, "kk")
	for i := range min(len(en), len(ru), len(kk)) {
		add("en", en[i])
		add("ru", ru[i])
		switch i % 8 {
		case 0:
			add("", "")
		case 1:
			add("de", "Am 3. Mai 2019 kamen 40 Gäste.")
		case 2:
			add("en", en[i]+"\n\n"+ru[i]+"\n\n"+kk[i]) // of several blocks
		case 3:
			add("en", strings.Repeat(en[i]+"\n\n", longestBeside/len(en[i])+1)) // too long to lie beside others
		case 4:
			add("en", strings.ToUpper(en[i]))
		case 5:
			add("kk", "قازاقستان رەسپۋبليكاسى ٢٠١٩ جىلى قۇرىلدى.")
		case 6:
			add("ru", strings.ToLower(ru[i]))
		}
		add("kk", kk[i])
	}
	got := New().ReadAll(texts)
	for i, text := range texts {
		if want := New().Read(text.Text, text.Options); !reflect.DeepEqual(got[i], want) {
			t.Errorf("text %d beside others says\n%+v\nalone it says\n%+v\nof %.200s", i, got[i], want, text.Text)
		}
	}
}
