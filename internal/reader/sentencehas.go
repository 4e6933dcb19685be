package reader

import "shanyraq/internal/lang"

// sentenceHas is what the words of a sentence, or of a part, have: the shapes and
// the lists they begin an entry of (mentions that finders lay later are not among
// them), and the roles they play. A step that starts from such a word has nothing to
// do where it is not: a question to the whole in place of one to each token.
type sentenceHas struct {
	classes lang.Set
	roles   lang.RoleSet
}

// gather notes what each sentence of the part has, and the part; and which of its
// tokens have a capital, which begin a line and which a paragraph.
func (p *part) gather() {
	p.caps, p.lines, p.paras = p.caps[:0], p.lines[:0], p.paras[:0]
	for i := range p.lat.Toks {
		t := &p.lat.Toks[i]
		if t.Is(lang.Cap) {
			p.caps = append(p.caps, int32(i))
		}
		if i == 0 || t.Para || t.Break {
			p.lines = append(p.lines, int32(i))
			if t.Para {
				p.paras = append(p.paras, i)
			}
		}
	}
	if cap(p.has) < len(p.sents) {
		p.has = make([]sentenceHas, len(p.sents), len(p.sents)+len(p.sents)/2)
	}
	p.has, p.hasAll = p.has[:len(p.sents)], sentenceHas{}
	all := &p.hasAll
	for k, s := range p.sents {
		x := &p.has[k]
		x.classes, x.roles = p.lat.Gather(s.First, s.Last)
		for w := range all.classes {
			all.classes[w] |= x.classes[w]
		}
		for w := range all.roles {
			all.roles[w] |= x.roles[w]
		}
	}
}
