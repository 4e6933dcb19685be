package web

import (
	"maps"
	"sync"
)

// Alphabet is one of the alphabets that a script variant can be shown in.
type Alphabet struct {
	Name string // as an editor calls it: "2018"
	To   string // as package translit does
}

// alphabets gives, by tag, those there are; the first is the usual one. A
// variant that is not here has one alphabet.
var alphabets = map[string][]Alphabet{
	"kk-Latn": {{"2021", "kk-Latn"}, {"2018", "kk-Latn-x-2018"}, {"qazaqparat", "kk-Latn-x-aqparat"}},
	"kk-Arab": {{"u0621", "kk-Arab"}, {"u0674", "kk-Arab-x-u0674"}}, // how the hamza is written
}

// Alphabets gives the alphabets of a tag, the usual one first; none where
// there is nothing to choose.
func (t Tag) Alphabets() []Alphabet { return alphabets[t.Name] }

// In gives the tag with its variant shown in the alphabet; ok is false where
// there is none of that name.
func (t Tag) In(name string) (_ Tag, ok bool) {
	for _, a := range t.Alphabets() {
		if a.Name != name {
			continue
		}
		if t.To == a.To {
			return t, true
		}
		t.To = a.To
		if own, ok := TagOf(t.Language); ok {
			if s, err := converter(t.From, t.To, own.Autonym); err == nil {
				t.Autonym = s
			}
		}
		return t, true
	}
	return t, false
}

// Messages gives the wording of the tag in its alphabet; nil where the
// interface does not speak it.
func (t Tag) Messages() *Messages {
	usual, ok := MessagesOf(t.Name)
	if !ok || usual.Tag.To == t.To {
		return usual
	}
	if m, ok := otherAlphabets.Load(t.To); ok {
		return m.(*Messages)
	}
	own, ok := MessagesOf(t.Language)
	if !ok {
		return usual
	}
	m := *own
	m.Tag, m.text = t, maps.Clone(own.text)
	if !m.convert(converter) {
		return usual
	}
	kept, _ := otherAlphabets.LoadOrStore(t.To, &m)
	return kept.(*Messages)
}

// otherAlphabets keeps the wording in alphabets that are not the usual one.
var otherAlphabets sync.Map
