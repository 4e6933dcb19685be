package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// governmentTold gives the government that is a side by the adjective of its state at
// token i, where the text nowhere names the state itself: "with the | Danish government",
// «между | датским правительством и банком»; -1 where another noun follows or the
// government only owns what is named: "the Danish government's adviser", "on behalf of
// the Danish government".
func (f *agreementFinder) governmentTold(i, end int) int {
	name := ""
	switch {
	case f.english():
		next := end + 1
		if w := f.l.Fold(end); w != "government" || i == 0 || !f.l.Plays(i-1, f.p.know.roles.the) || f.l.Has(next, f.poss) || f.l.Has(next, f.officenoun) || f.l.Has(i-2, f.p.class("of")) {
			return -1
		}
		if f.l.Is(next, lang.Lower) && !f.l.Has(next, f.npstop) && !f.joins(next) && !f.deedAt(next) && !f.verbBehind(next) {
			return -1
		}
		name = f.l.Slice(i, end+1)
	case f.russian():
		switch name = f.l.Slice(i, end); f.l.Fold(end) {
		case "правительство":
		case "правительством":
			stem, ok := strings.CutSuffix(name, "им")
			if !ok {
				return -1
			}
			name = stem + "ое"
		default:
			return -1
		}
		if !strings.HasSuffix(name, "ое") {
			return -1
		}
		name += " правительство"
	default:
		return -1
	}
	folded := lang.Fold(name)
	e := slices.IndexFunc(f.p.doc.entities, func(o entity) bool { return o.kind == read.Organization && o.folded() == folded })
	if e < 0 {
		e = f.p.doc.entity(read.Organization, name, "")
	}
	id := f.p.mention(lang.OrgChunk, i, end+1, e)
	for k := i; k <= end; k++ {
		f.cover[k] = int32(id + 1)
	}
	return e
}
