package site

import (
	"time"

	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// seriesMarks answers with what the chart of a series shows: observations and
// the figures of articles, each at a day and with its words.
func (q *request) seriesMarks(a *web.Answer, list []stats.Observation, figures []store.Statement) error {
	type mark struct {
		Unit   string  `json:"unit"`
		Day    string  `json:"day"`  // where it stands: the middle of its date
		Date   string  `json:"date"` // in words
		Value  float64 `json:"value"`
		Source string  `json:"source,omitempty"`
		Words  string  `json:"words"`
		Wrong  bool    `json:"wrong,omitempty"` // at odds with statistics
		URL    string  `json:"url,omitempty"`   // of the statement
	}
	iso := func(day float64) string { return time.Unix(int64(day*86400), 0).UTC().Format(time.DateOnly) }
	observed, stated := []mark{}, []mark{}
	units := map[string]bool{}
	for _, o := range list {
		if day, ok := middle(o.Date); ok {
			units[o.Unit] = true
			observed = append(observed, mark{Unit: o.Unit, Day: iso(day), Date: q.m.Value(o.Date), Value: o.Value, Source: o.Source, Words: q.observedBy(o.Kind)})
		}
	}
	for _, unit := range []string{"person", "percent"} {
		for _, s := range figures {
			if p, ok := markOf(s, unit); ok && units[unit] {
				date := iso(p.day)
				if s.Said.Date != "" {
					date = q.m.Date(s.Said.Date)
				}
				stated = append(stated, mark{Unit: unit, Day: iso(p.day), Date: date, Value: p.value, Words: s.Quote, Wrong: p.wrong, URL: q.origin() + statementAddress(q.tag, s.ID)})
			}
		}
	}
	return sendJSON(a, struct {
		License  string `json:"license"`
		Observed []mark `json:"observed"`
		Stated   []mark `json:"stated"`
	}{q.origin() + "/" + q.tag.Name + "/terms", observed, stated})
}
