package reader

import (
	"testing"

	"shanyraq/internal/lang"
)

// TestFirstLetters holds every form that a Russian or Kazakh word is looked for by to
// the letters that the word itself begins with.
func TestFirstLetters(t *testing.T) {
	n := &nameFinder{p: &part{know: knowledgeOf("ru")}}
	for _, w := range []string{"Ли", "Цой", "Ким", "Пака", "Эрлана", "Сапаровой", "Ёлкиным", "Туре", "Беккером", "Кьяры", "Сагынбая", "Достоевскому", "Лю", "Ан"} {
		forms := n.russianEchoForms(w)
		for _, f := range forms {
			var begin firstLetters
			begin.add(f)
			if !begin.mayHave(lang.Fold(w)) {
				t.Errorf("%q is a form of %q, and is passed over", f, w)
			}
		}
	}
	p := &part{doc: &doc{}, know: knowledgeOf("kk"), lat: &lang.Lattice{}}
	p.lat.Reset(p.know.pack, "Ерланның Қасымовқа Серікбайұлынан Айгүлге Ғалымның Тоқаевтың Әлиге Ю Сиге Оспанбекпен Шоқанды Нұрғалиге")
	n = newNameFinder(p)
	for i := range p.lat.Toks {
		w := p.lat.Slice(i, i+1)
		for _, f := range n.echoForms(element{start: i, end: i + 1}, w) {
			var begin firstLetters
			begin.add(f)
			if !begin.mayHave(lang.Fold(w)) {
				t.Errorf("%q is a form of %q, and is passed over", f, w)
			}
		}
	}
	var begin firstLetters
	begin.add("сапаров")
	if begin.mayHave("нуров") {
		t.Error("нуров begins as сапаров does")
	}
}
