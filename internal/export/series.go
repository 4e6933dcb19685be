package export

import (
	"encoding/csv"
	"strconv"

	"shanyraq/internal/stats"
)

// series writes every observation as CSV, RFC 4180 with a header line, in the
// columns that stats.Metadata describes; `shanyraq stats import` takes it.
func (d *dump) series() error {
	w := csv.NewWriter(d.w)
	w.UseCRLF = true
	if err := w.Write(stats.Columns); err != nil {
		return err
	}
	list, err := d.st.Observations(d.ctx, "", "")
	if err != nil {
		return err
	}
	for _, o := range list {
		d.counts.Observations++
		if err := w.Write([]string{o.Area, o.Group, o.Unit, o.Date.String(), strconv.FormatFloat(o.Value, 'f', -1, 64), o.Kind, o.Source, o.Note}); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
