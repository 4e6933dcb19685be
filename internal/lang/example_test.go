package lang_test

import (
	"fmt"

	"shanyraq/internal/lang"
)

// A pack gives the stem by which the forms of a word are found.
func ExamplePack_Stem() {
	for _, w := range []struct{ language, word string }{{"kk", "жұмысында"}, {"uz", "qonuni"}, {"ky", "соодасынын"}, {"tg", "деҳқононро"}, {"ru", "договоров"}} {
		p, err := lang.Load(w.language)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(w.language, w.word, p.Stem(w.word))
	}
	// Output:
	// kk жұмысында жұмыс
	// uz qonuni qonun
	// ky соодасынын соода
	// tg деҳқононро деҳқ
	// ru договоров договор
}
