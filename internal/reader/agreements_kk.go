package reader

import "strings"

// participleBefore gives the verb that stands as a participle right before an
// instrument and tells what was done with it: «2016 жылы Ташкентте қол
// қойылған келісім»; nil where there is none. Only where heads stand last.
func (f *agreementFinder) participleBefore(ph *phrase) *deed {
	if !f.headLast {
		return nil
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.end != ph.from || d.mood != "done" {
			continue
		}
		w := f.l.Fold(d.end - 1)
		for _, e := range [...]string{"ған", "ген", "қан", "кен"} {
			if strings.HasSuffix(w, e) {
				return d
			}
		}
	}
	return nil
}

// byParticiple chooses between the verb of a sentence and the participle
// before an instrument: what was signed or adopted says more than what is
// said or done with it now, unless that is signing or ratifying.
func (f *agreementFinder) byParticiple(d, p *deed) *deed {
	if p == nil {
		return d
	}
	v, _ := f.verbOf(p)
	if v[0] != "signed" && v[0] != "adopted" {
		return d
	}
	if d == nil {
		return p
	}
	now, _ := f.verbOf(d)
	if d.mood == "done" && now[0] != "planned" && now[0] != "" {
		return d
	}
	return p
}
