package names

import "bytes"

// Key gives the look-up keys of a name: two names that Same calls the same
// share at least one key; sharing one is no proof. Most names have two or
// three keys, one for each word that may be all that another text gives.
func Key(name string) []string {
	var p parsed
	p.parse(name)
	var keys []string
	add := func(k ckey) {
		s := string(bytes.TrimRight(k[:], "\x00"))
		for _, have := range keys {
			if have == s {
				return
			}
		}
		if s != "" {
			keys = append(keys, s)
		}
	}
	word := func(x *part) {
		if x.initial {
			return
		}
		add(x.key)
		if x.alt != nil {
			add(x.altKey)
		}
		for _, s := range x.sets {
			keys = append(keys, "#"+setHeads[s-1])
		}
		if x.role == patronymic || x.role == surname && x.base < len(x.fold) {
			add(keyOf(trimVowel(x.fold[:x.base])))
		}
	}
	for i := range p.n { // surnames first: the best keys
		if p.parts[i].role == surname {
			word(&p.parts[i])
		}
	}
	for i := range p.n {
		if p.parts[i].role != surname {
			word(&p.parts[i])
		}
	}
	for i := 0; i+1 < p.n; i++ { // another text may write the two as one
		x, y := &p.parts[i], &p.parts[i+1]
		if !x.initial && !y.initial && x.role != surname && y.role != surname {
			add(keyOf(append(append([]byte(nil), x.fold...), y.fold...)))
			if x.alt != nil || y.alt != nil {
				add(keyOf(append(append([]byte(nil), pick(x)...), pick(y)...)))
			}
		}
	}
	return keys
}
