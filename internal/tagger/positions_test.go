package tagger

import (
	"strings"
	"testing"
)

func TestQuotedPositions(t *testing.T) {
	m := open(t, "kk", KazNERD)
	tg := m.New()
	for _, c := range []struct{ text, want string }{
		{"Жиында « Қарлығаш » телеарнасы жаңалықтар бөлімінің тілшісі сөйледі .", "« Қарлығаш » телеарнасы жаңалықтар бөлімінің тілшісі"},
		{"Оған « Алтын дән » серіктестігінің бас директоры Ерлан қатысты .", "« Алтын дән » серіктестігінің бас директоры"},
		{"« Бірлік » қоғамдық бірлестігі төрағасының орынбасары келді .", "« Бірлік » қоғамдық бірлестігі төрағасының орынбасары"},
		{"« Бірлік » қорының мамандары келді .", ""},       // many people hold no office
		{"« Бірлік » қорының төрағалары жиналды .", ""},    // nor do several
		{"« Бірлік » фильмінің режиссері сөйледі .", ""},   // a film is no body
		{"« Бірлік » клубында Астана тренері болды .", ""}, // a name stands between
	} {
		var got string
		for _, s := range tg.Spans(strings.Fields(c.text)) {
			if words := strings.Fields(c.text)[s.Start:s.End]; s.Class == "POSITION" && words[0] == "«" {
				got = strings.Join(words, " ")
			}
		}
		if got != c.want {
			t.Errorf("%s: the position is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPossessed(t *testing.T) {
	for w, want := range map[string][2]bool{
		"төрағасы": {true, false}, "төрағасының": {true, true}, "директорына": {true, false}, "тілшісімен": {true, false},
		"төраға": {false, false}, "төрағаның": {false, false}, "Директор": {false, false}, "өзі": {false, false}, "": {false, false},
	} {
		if owned, genitive := possessed(w); owned != want[0] || genitive != want[1] {
			t.Errorf("%q: owned %v, genitive %v", w, owned, genitive)
		}
	}
}
