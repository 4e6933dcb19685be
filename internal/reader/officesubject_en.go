package reader

import "shanyraq/internal/lang"

// subjectOf gives the person whom an English pronoun at token i goes on telling of:
// who opens the sentence before it in the paragraph, whoever else is named there, or
// before a sentence that opens with the same pronoun ("X studied under Y. He is |
// director of Z").
func (f *officeFinder) subjectOf(i int, gender byte) (int, bool) {
	if f.plural == lang.NoClass || gender == 0 {
		return 0, false
	}
	for k := f.p.sentenceIndex(i); k > 0 && !f.l.Toks[f.p.sents[k].First].Para; k-- {
		s := f.p.sents[k-1]
		if f.l.Plays(s.First, f.p.know.roles.heShe) && f.p.genderSaid(s.First, -1) == gender {
			continue
		}
		for j := s.First; j < min(s.Last, s.First+8); j++ {
			if m, ok := f.p.mentionAt(j, lang.PersonChunk); ok {
				if m.entity < 0 || m.end < s.Last && f.possessive(m.end+1) {
					return 0, false
				}
				if g := f.p.doc.entities[m.entity].gender; g != 0 && g != gender {
					return 0, false
				}
				return m.entity, true
			}
			if t := &f.l.Toks[j]; !t.Is(lang.Cap) && !f.l.Has(j, f.honor) && !f.l.Has(j, f.link) && f.l.Rune(j) != '.' && f.l.Rune(j) != '-' {
				return 0, false
			}
		}
		return 0, false
	}
	return 0, false
}
