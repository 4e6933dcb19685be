package reader

import (
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// TestEvidenceIsTheSentence holds that an agreement which later sentences take up again rests
// on the sentence that states it, not on all of the text between.
func TestEvidenceIsTheSentence(t *testing.T) {
	for _, c := range []struct{ language, first, rest string }{
		{"en", "Ghana and Togo signed a memorandum on fishing in Accra on Monday.", " Two ships came. The two states signed the memorandum after a year of talks. The memorandum is valid for five years."},
		{"ru", "Гана и Чад подписали в Аккре меморандум о рыбе.", " Меморандум подписали министр Ада Берг и директор Нильс Линд. Пришли два корабля. Меморандум действует пять лет."},
		{"kk", "Гана мен Чад Аккрада балық туралы меморандумға қол қойды.", " Меморандумға министр Ада Берг қол қойды. Екі кеме келді. Меморандум бес жыл күшінде болады."},
	} {
		day, err := value.ParseDate("2024-05-16")
		if err != nil {
			t.Fatal(err)
		}
		r := Read(c.first+c.rest, Options{Language: c.language, Published: day})
		found := false
		for _, s := range r.Statements {
			if s.Kind != read.Agreement || s.Evidence.Start != 0 {
				continue
			}
			found = true
			if want := len([]rune(c.first)); s.Evidence.End != want {
				t.Errorf("%s: the evidence ends at %d, not at the sentence's end %d: %+v", c.language, s.Evidence.End, want, s)
			}
		}
		if !found {
			t.Errorf("%s: no agreement is told by the first sentence: %+v", c.language, r.Statements)
		}
	}
}
