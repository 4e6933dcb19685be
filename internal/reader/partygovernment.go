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
// the Danish government", "the Danish government-owned bank", and where the text names
// another state that the adjective may tell of.
func (f *agreementFinder) governmentTold(i, end int) int {
	name := ""
	switch {
	case f.english():
		next := end + 1
		if w := f.l.Fold(end); w != "government" || f.l.Rune(next) == '-' && f.l.Is(next, lang.Glued) || i == 0 || !f.l.Plays(i-1, f.p.know.roles.the) || f.l.Has(next, f.poss) || f.l.Has(next, f.officenoun) || f.l.Has(i-2, f.p.know.lists.of) || f.p.foldAt(i-2) == "despite" {
			return -1
		}
		if f.l.Is(next, lang.Lower) && !f.l.Has(next, f.npstop) && !f.joins(next) && !f.deedAt(next) && !f.verbBehind(next) {
			return -1
		}
		name = f.l.Slice(i, end+1)
	case f.russian():
		switch name = f.l.Slice(i, end); f.l.Fold(end) {
		case "правительство":
			if !f.governmentActsRU(i, end) {
				return -1
			}
		case "правительством":
			stem, ok := strings.CutSuffix(name, "им")
			if !ok || !f.governmentWithRU(i) {
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
	if f.sameNameState(f.l.Fold(i)) {
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

// governmentActsRU reports whether a Russian government in the nominative, the tokens [i, end],
// stands beside a verb of signing or is joined to another who signs: «в мае | датское
// правительство подписало договор», «ЮНИСЕФ и датское правительство», but not «договор, который
// датское правительство отвергло», «…, а датское правительство промолчало».
func (f *agreementFinder) governmentActsRU(i, end int) bool {
	if strings.HasPrefix(f.p.foldAt(i-1), "котор") {
		return false
	}
	if i > 0 && f.deedAt(i-1) || f.joins(end+1) && f.at(end+2) != nil {
		return true
	}
	for k := end + 1; k < end+5 && (f.l.Is(k, lang.Lower) || f.is(k, lang.DateChunk)); k++ {
		if f.deedAt(k) {
			return true
		}
	}
	return i > 0 && f.joins(i-1) && !f.l.Is(end+1, lang.Lower)
}

// governmentWithRU reports whether a Russian government in the instrumental, whose adjective
// is token i, is one with whom or by whom something is signed: «с датским | правительством»,
// «подписан датским правительством», but not «договор, одобренный датским правительством».
func (f *agreementFinder) governmentWithRU(i int) bool {
	for k := i - 1; k >= 0 && k > i-3; k-- {
		switch f.l.Fold(k) {
		case "с", "со", "между":
			return true
		}
	}
	if i == 0 || f.joins(i-1) {
		return i > 0
	}
	w := strings.TrimRight(f.l.Fold(i-1), "аоы")
	return f.deedAt(i-1) && (strings.HasSuffix(w, "н") || strings.HasSuffix(w, "т"))
}

// sameNameState reports whether the text names a place one of whose words begins as the
// folded adjective of a state does, which may tell of it: "the Congolese government" where
// the Democratic Republic of the Congo is named.
func (f *agreementFinder) sameNameState(adj string) bool {
	at := 0
	for n := range adj {
		if at++; at == 6 {
			adj = adj[:n]
			break
		}
	}
	for k := range f.p.doc.entities {
		o := &f.p.doc.entities[k]
		if o.kind != read.Place {
			continue
		}
		for name := o.folded(); name != ""; {
			if strings.HasPrefix(name, adj) {
				return true
			}
			_, name, _ = strings.Cut(name, " ")
		}
	}
	return false
}
