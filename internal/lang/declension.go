package lang

import (
	"bufio"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/fault"
)

// declension is a table of endings: for each ending of a nominative singular,
// the endings of its other forms.
type declension struct {
	rows    []declRow
	reverse map[string][]string // ending of a form → nominative endings, most common first
	longest int
	still   []string // nominative endings of words that are not declined
}

type declRow struct {
	nom   string
	forms []string
}

// parseDeclension reads lines "nominative: ending ending …"; "-" is the
// empty ending.
func parseDeclension(file, src string) (*declension, error) {
	d := &declension{reverse: map[string][]string{}}
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
			d.reverse[f] = append(d.reverse[f], row.nom)
			d.longest = max(d.longest, len(f))
		}
		d.rows = append(d.rows, row)
		if len(row.forms) == 1 && row.forms[0] == row.nom {
			d.still = append(d.still, row.nom)
		}
	}
	return d, nil
}

func dash(s string) string {
	if s == "-" {
		return ""
	}
	return Fold(s)
}

// lemmas calls yield with the nominatives a form may have, longest stem
// first; the form itself is left out. What it yields is good until it goes on.
func (d *declension) lemmas(form string, yield func([]byte) bool) {
	var room [64]byte
	l := append(room[:0], form...)
	for cut := 0; cut <= d.longest && cut+2 < len(form); cut++ {
		stem := len(form) - cut
		if cut > 0 && !utf8.RuneStart(form[stem]) {
			continue
		}
		for _, nom := range d.reverse[form[stem:]] {
			if l = append(l[:stem], nom...); string(l) != form && !yield(l) {
				return
			}
		}
	}
}

// undeclined reports whether a nominative ends as words do that have one form
// for all cases: «Бразилии» is no case of «Бразилиа».
func (d *declension) undeclined(nominative []byte) bool {
	for _, end := range d.still {
		if n := len(nominative) - len(end); n >= 0 && string(nominative[n:]) == end {
			return true
		}
	}
	return false
}

// Nominatives gives the nominatives that a folded form may have by the pack's
// declension table, longest stem first. Packs without one give none.
func (p *Pack) Nominatives(form string) (out []string) {
	if p.decl != nil {
		p.decl.lemmas(Fold(form), func(l []byte) bool {
			if !p.decl.undeclined(l) {
				out = append(out, string(l))
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
