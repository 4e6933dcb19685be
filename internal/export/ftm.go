package export

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/facts"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// ftmEntity is an entity of FollowTheMoney, one a line; the schemata are
// those of its model: Person, Organization, PublicBody, Address, Position,
// Occupancy, Event. A people is none of them and is left out: FollowTheMoney
// is about who acts.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// publicBodies are the kinds of known bodies that states keep.
var publicBodies = map[string]bool{"agency": true, "central-bank": true, "chamber": true, "court": true, "government": true,
	"head-of-state": true, "ministry": true, "office": true, "parliament": true, "statistics": true}

func ftmID(id int64) string { return "shanyraq-" + strconv.FormatInt(id, 10) }

// ftm writes entities first, then offices, agreements and events.
func (d *dump) ftm() error {
	public, country := map[string]bool{}, map[string]string{}
	for _, b := range facts.Bodies() {
		public[b.ID] = publicBodies[b.Kind]
		country[b.ID] = b.Country
	}
	for e, err := range d.st.EachEntity(d.ctx, d.reviewed) {
		if err != nil {
			return err
		}
		if e.Into != 0 {
			continue
		}
		f := ftmEntity{ftmID(e.ID), "", map[string][]string{}}
		name := "name"
		switch e.Kind {
		case read.Person:
			f.Schema = "Person"
		case read.Organization:
			f.Schema = "Organization"
			if public[e.Known] {
				f.Schema = "PublicBody"
			}
			f.add("country", strings.ToLower(country[e.Known]))
		case read.Place:
			f.Schema, name = "Address", "full"
			f.add("name", e.Name("en")) // the model wants one of every thing
			f.add("country", countryCode(e))
		default:
			continue
		}
		for _, n := range e.Names {
			if n.Alias && name == "name" {
				f.add("alias", n.Text)
			} else {
				f.add(name, n.Text)
			}
		}
		if name == "name" {
			f.add("sourceUrl", d.entityAddress(e))
		}
		d.counts.Entities++
		if err := d.line(f); err != nil {
			return err
		}
	}
	posts := map[string]bool{}
	for _, kind := range []string{read.Office, read.Agreement, read.Event} {
		for t, err := range d.facts(kind) {
			if err != nil {
				return err
			}
			if kind == read.Office {
				err = d.ftmOffice(t, posts)
			} else {
				err = d.line(d.ftmEvent(t))
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// countryCode gives the ISO 3166 code of a place that is a country.
func countryCode(e store.Entity) string {
	if len(e.Known) == 2 && e.Known == strings.ToUpper(e.Known) {
		return strings.ToLower(e.Known)
	}
	return ""
}

func (f *ftmEntity) add(property, v string) {
	if v != "" && !slices.Contains(f.Properties[property], v) {
		f.Properties[property] = append(f.Properties[property], v)
	}
}

// dates puts the days of an EDTF date into an interval: one property where
// it is a day, month or year, two where it is a span.
func (f *ftmEntity) dates(edtf string) {
	from, to, span := strings.Cut(edtf, "/")
	plain := func(s string) string {
		s = strings.TrimRight(s, "~?%")
		if d, err := value.ParseDate(s); err != nil || d.IsZero() || strings.ContainsAny(s, "X.") || len(s) >= 7 && s[5:7] > "12" {
			return "" // seasons and centuries are no dates there
		}
		return s
	}
	if !span {
		f.add("date", plain(edtf))
		return
	}
	f.add("startDate", plain(from))
	f.add("endDate", plain(to))
}

// ftmOffice writes a position once and who holds it.
func (d *dump) ftmOffice(t telling, posts map[string]bool) error {
	s := t.statements[0]
	people, bodies := s.Entities(record.RolePerson), s.Entities(record.RoleOrganization)
	if len(people) == 0 || s.Said.Title == "" {
		return nil
	}
	key := strings.ToLower(s.Said.Title)
	for _, b := range bodies {
		key += " " + strconv.FormatInt(b, 10)
	}
	countries := []string{} // "President" of one country is not that of another
	for _, id := range s.Entities(record.RolePlace) {
		if c := countryCode(t.entities[id]); c != "" {
			countries = append(countries, c)
			key += " " + c
		}
	}
	sum := sha256.Sum256([]byte(key))
	post := ftmEntity{"shanyraq-post-" + hex.EncodeToString(sum[:8]), "Position", map[string][]string{}}
	if !posts[post.ID] {
		posts[post.ID] = true
		post.add("name", s.Said.Title)
		for _, b := range bodies {
			post.add("organization", ftmID(b))
		}
		for _, c := range countries {
			post.add("country", c)
		}
		if err := d.line(post); err != nil {
			return err
		}
	}
	for _, p := range people {
		f := ftmEntity{"shanyraq-occupancy-" + strconv.FormatInt(s.ID, 10) + "-" + strconv.FormatInt(p, 10), "Occupancy", map[string][]string{}}
		f.add("holder", ftmID(p))
		f.add("post", post.ID)
		f.add("status", s.Said.Tenure)
		f.dates(s.Said.Date)
		d.ftmEvidence(&f, t)
		if err := d.line(f); err != nil {
			return err
		}
	}
	return nil
}

// ftmEvent makes an event of a meeting, or of the making of an agreement. A
// country that takes part is named by its code: only bodies and people can
// be involved.
func (d *dump) ftmEvent(t telling) ftmEntity {
	s := t.statements[0]
	f := ftmEntity{"shanyraq-event-" + strconv.FormatInt(s.ID, 10), "Event", map[string][]string{}}
	names := append(t.namesOf(s, record.RoleParty), t.namesOf(s, record.RoleParticipant)...)
	f.add("name", title(s.Said, names))
	f.dates(s.Said.Date)
	for _, r := range s.Refs {
		e, ok := t.entities[r.Entity]
		switch {
		case !ok:
		case r.Role == record.RolePlace:
			f.add("location", e.Name("en"))
		case e.Kind == read.Place:
			f.add("country", countryCode(e))
		case r.Role == record.RoleOrganizer:
			f.add("organizer", ftmID(e.ID))
		case e.Kind == read.Organization || e.Kind == read.Person:
			f.add("involved", ftmID(e.ID))
		}
	}
	d.ftmEvidence(&f, t)
	return f
}

func (d *dump) ftmEvidence(f *ftmEntity, t telling) {
	s := t.statements[0]
	f.add("summary", s.Quote)
	f.add("sourceUrl", d.sentence(t.card, s))
	f.add("recordId", strconv.FormatInt(s.ID, 10))
}
