package reader

import "shanyraq/internal/read"

// soleHolder gives the one person to whom the text has given a present office
// of the kind asked for; ok is false where it names nobody or several.
func (d *doc) soleHolder(is func(*statement) bool) (person int, ok bool) {
	person = -1
	for k := range d.statements {
		st := &d.statements[k]
		if st.Kind != read.Office || st.Tenure == "former" || !is(st) {
			continue
		}
		if e, ok := entityOf(st.Person); ok {
			if person >= 0 && person != e {
				return 0, false
			}
			person = e
		}
	}
	return person, person >= 0
}
