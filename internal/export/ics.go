package export

import (
	"strconv"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/value"
)

// ics writes the dated agreements and events as a calendar.
func (d *dump) ics() error {
	c := NewCalendar(d.w, d.Name)
	_, host, _ := strings.Cut(d.Origin, "://")
	for _, kind := range []string{read.Agreement, read.Event} {
		for t, err := range d.facts(kind) {
			if err != nil {
				return err
			}
			s := t.statements[0]
			date, err := value.ParseDate(s.Said.Date)
			if err != nil || !s.Dated {
				continue
			}
			names := append(t.namesOf(s, record.RoleParty), t.namesOf(s, record.RoleParticipant)...)
			c.Add(Occasion{UID: "statement-" + strconv.FormatInt(s.ID, 10) + "@" + host, Stamp: s.Published, Date: date, Summary: title(s.Said, names),
				Description: s.Quote, URL: d.sentence(t.card, s), Place: strings.Join(t.namesOf(s, record.RolePlace), ", "), Category: kind, License: d.license()})
		}
	}
	return c.Close()
}
