package lang

import (
	"bufio"
	"strings"

	"shanyraq/internal/fault"
)

// declension is a table of endings: for each ending of a nominative singular,
// the endings of its other forms.
type declension struct {
	rows  []declRow
	next  *endingTree // of the endings of forms, by the numbers of
	noms  [][]string  // nominative endings, most common first; those of number 0 are none
	still []string    // nominative endings of words that are not declined
}

type declRow struct {
	nom   string
	forms []string
}

// parseDeclension reads lines "nominative: ending ending …"; "-" is the
// empty ending.
func parseDeclension(file, src string) (*declension, error) {
	d := &declension{noms: [][]string{nil}}
	var endings endingTreeMaker
	n := 0
	for sc := bufio.NewScanner(strings.NewReader(src)); sc.Scan(); {
		n++
		line, _, _ := cutTrim(sc.Text(), "#")
		if line == "" {
			continue
		}
		nom, rest, ok := cutTrim(line, ":")
		if !ok {
			return nil, fault.New(fault.Invalid, "a line is %q", "nominative: ending ending").At("%s:%d", file, n)
		}
		row := declRow{nom: dash(nom)}
		for f := range strings.FieldsSeq(rest) {
			f = dash(f)
			row.forms = append(row.forms, f)
			k := endings.add(f)
			if *k == 0 {
				*k = int32(len(d.noms))
				d.noms = append(d.noms, nil)
			}
			d.noms[*k] = append(d.noms[*k], row.nom)
		}
		d.rows = append(d.rows, row)
		if len(row.forms) == 1 && row.forms[0] == row.nom {
			d.still = append(d.still, row.nom)
		}
	}
	var ok bool
	if d.next, ok = endings.tree(); !ok {
		return nil, fault.New(fault.TooLarge, "the endings are written with more than %d different bytes", noPlace).At("%s", file)
	}
	return d, nil
}

func dash(s string) string {
	if s == "-" {
		return ""
	}
	return Fold(s)
}

// lemmas calls yield with the nominatives a form may have, stem and ending,
// longest stem first; the form itself is left out.
func (d *declension) lemmas(form string, yield func(stem, nominative string) bool) {
	node, ok := int32(0), true
	for stem := len(form); stem > 2; {
		for _, nom := range d.noms[d.next.nodes[node].ending] {
			if nom != form[stem:] && !yield(form[:stem], nom) {
				return
			}
		}
		stem--
		if node, ok = d.next.step(node, form[stem]); !ok {
			return
		}
	}
}

// undeclined reports whether a nominative ends as words do that have one form
// for all cases: «Бразилии» is no case of «Бразилиа».
func (d *declension) undeclined(nominative string) bool {
	for _, end := range d.still {
		if strings.HasSuffix(nominative, end) {
			return true
		}
	}
	return false
}

// Nominatives gives the nominatives that a folded form may have by the pack's
// declension table, longest stem first. Packs without one give none.
func (p *Pack) Nominatives(form string) (out []string) {
	if p.decl != nil {
		p.decl.lemmas(Fold(form), func(stem, nominative string) bool {
			if l := stem + nominative; !p.decl.undeclined(l) {
				out = append(out, l)
			}
			return true
		})
	}
	return out
}

// Forms gives the forms of a folded nominative by the pack's declension
// table: those of the row with the longest nominative ending that fits.
func (p *Pack) Forms(nominative string) (out []string) {
	if p.decl == nil {
		return nil
	}
	w := Fold(nominative)
	best := -1
	for i, r := range p.decl.rows {
		if strings.HasSuffix(w, r.nom) && len(w) > len(r.nom) && (best < 0 || len(r.nom) > len(p.decl.rows[best].nom)) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	r := p.decl.rows[best]
	for _, f := range r.forms {
		out = append(out, strings.TrimSuffix(w, r.nom)+f)
	}
	return out
}
