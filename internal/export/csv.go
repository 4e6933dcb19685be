package export

import (
	"encoding/csv"
	"strconv"
	"strings"
)

// csv writes every telling as a row, RFC 4180 with a header line. A cell that
// a spreadsheet would take for a formula is led by an apostrophe.
func (d *dump) csv() error {
	w := csv.NewWriter(d.w)
	w.UseCRLF = true
	write := func(cells ...string) error {
		for i, c := range cells {
			if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
				cells[i] = "'" + c
			}
		}
		return w.Write(cells)
	}
	if err := write("id", "kind", "fact", "date", "what", "entities", "value", "unit", "quote", "language", "section", "source", "published", "revision", "start", "end",
		"reader", "rank", "verdict", "observed", "license"); err != nil {
		return err
	}
	for t, err := range d.tellings() {
		if err != nil {
			return err
		}
		for _, s := range t.statements {
			var entities []string
			for _, r := range s.Refs {
				entities = append(entities, r.Role+": "+t.entities[r.Entity].Name(s.Language))
			}
			number, verdict, observed := "", "", ""
			if s.Said.Value != nil {
				number = strconv.FormatFloat(*s.Said.Value, 'f', -1, 64)
			}
			if s.Check != nil {
				verdict, observed = string(s.Check.Verdict), s.Check.Observed
			}
			if err := write(strconv.FormatInt(s.ID, 10), s.Said.Kind, s.Fact, s.Said.Date, what(s.Said), strings.Join(entities, "; "), number, s.Said.Unit, s.Quote, s.Language, s.Section,
				d.sentence(t.card, s), moment(s.Published), s.Hash, strconv.Itoa(s.Evidence.Start), strconv.Itoa(s.Evidence.End), s.ReaderVersion, string(s.Rank), verdict, observed, d.license()); err != nil {
				return err
			}
		}
	}
	w.Flush()
	return w.Error()
}
