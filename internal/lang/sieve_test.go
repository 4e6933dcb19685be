package lang

import (
	"strings"
	"testing"
)

// TestSieve asks the sieves of the packs for every word that is there, whole and
// in two pieces, and for words that are not.
func TestSieve(t *testing.T) {
	for _, tag := range []string{"en", "ru", "kk"} {
		p, err := Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		for what, words := range map[string]*wordTable{"forms": &p.forms, "stems": &p.stems} {
			s := sieveOf(words)
			passed := 0
			for id := 1; id < words.len(); id++ {
				w := string(words.word(int32(id)))
				if words.of(w) != int32(id) {
					t.Fatalf("%s: the word %q of number %d has number %d", tag, w, id, words.of(w))
				}
				var sp spelling
				sp.of(w)
				for n := range len(w) + 1 {
					if !s.may(sp.with(n, w[n:])) {
						t.Fatalf("%s: the sieve of %s keeps %q out", tag, what, w)
					}
				}
				if other := w + "ъq"; words.of(other) == 0 && s.may(sp.with(len(w), "ъq")) {
					passed++
				}
			}
			if 10*passed > words.len()+10 {
				t.Errorf("%s: of %d words that are no %s %d pass", tag, words.len(), what, passed)
			}
		}
	}
	long := strings.Repeat("я", longestSpelled)
	var one wordTable
	one.intern(long)
	s := sieveOf(&one)
	var sp spelling
	if sp.of(long); !s.may(sp.with(len(long), "")) || !s.may(sp.with(longestSpelled+2, long[longestSpelled+2:])) {
		t.Error("a long word is kept out")
	}
	if (&sieve{}).may(1) != true {
		t.Error("a sieve of nothing keeps words out")
	}
}

// TestDeclensionByEnds holds the search from a word's end to the table itself.
func TestDeclensionByEnds(t *testing.T) {
	d, err := parseDeclension("test", "а: ы е -\n-: а у ом\nия: ии ию\nок: ка ку\nка: ек\n")
	if err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]string{
		"станции": "станции·а станц·ия", "замка": "замка·а замк· зам·ок", "чашек": "чашек·а чаш·ка", "дом": "дом·а", "ка": "ка·а", "а": "", "": "",
	} {
		var got []string
		d.lemmas(form, func(stem, nom string) bool {
			got = append(got, stem+"·"+nom)
			return true
		})
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: %q, want %q", form, g, want)
		}
	}
}
