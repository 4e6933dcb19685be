package export

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"shanyraq/internal/facts"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// ploverBook is the manual that the coding and the names of the fields follow.
const ploverBook = "PLOVER manual, github.com/openeventdata/PLOVER 6b85b9a"

// ploverEvent is an event in the coding of PLOVER, the Political Language
// Ontology for Verifiable Event Records, one a line: who did which kind of
// deed, towards whom, where and when. The fields are those of the manual's
// chapter "Data Fields". What sides do together has all of them as sources and
// no recipient ("Compound and Reciprocal Actors"); only a visit whose host is
// known and a sanction, which must have one, have recipients.
type ploverEvent struct {
	ID         string        `json:"id"`
	Date       string        `json:"date"`              // first day
	EndDate    string        `json:"enddate,omitempty"` // last day, where it is another
	Sources    []ploverActor `json:"source"`
	Recipients []ploverActor `json:"recipient,omitempty"`
	Event      []string      `json:"event"`
	Mode       []string      `json:"mode,omitempty"`
	Context    []string      `json:"context,omitempty"`
	Place      *ploverPlace  `json:"event_loc,omitempty"`
	Text       string        `json:"text"`
	Cite       ploverCite    `json:"cite_info"`
	Coder      string        `json:"coder"`
}

type ploverActor struct {
	Code   string `json:"code,omitempty"`          // ISO 3166 alpha-3, or IGO, NGO
	Sector string `json:"sector,omitempty"`        // GOV, LEG, JUD, BUS…
	ID     string `json:"identifier_id,omitempty"` // Wikidata
	Name   string `json:"identifier_text"`
	URL    string `json:"url"` // ours
}

type ploverPlace struct {
	Name    string `json:"name"`
	Country string `json:"cc3,omitempty"` // ISO 3166 alpha-3
}

type ploverCite struct {
	URL       string `json:"url"` // of the sentence
	Title     string `json:"title"`
	Language  string `json:"language"`
	Publisher string `json:"publication,omitempty"`
	License   string `json:"license"`
	Codebook  string `json:"codebook"`
}

// ploverType gives the type and mode of a deed; ok is false for what PLOVER
// does not code: festivals, appointments, what was denied or only imagined.
// Signing and ratifying support, as the manual has it; what is only planned
// is a promise and agrees; to leave an agreement is a sanction.
func ploverType(s read.Statement, sides int) (kind, mode string, ok bool) {
	if s.Time == "denied" || s.Time == "hypothetical" {
		return "", "", false
	}
	switch s.Kind {
	case read.Agreement:
		switch a := s.Action + " " + s.Status; {
		case containsAny(a, "withdrawn", "denounced", "terminated", "suspended"):
			return "SANCTION", "discontinue", true
		case containsAny(a, "planned", "proposed", "agreed"):
			return "AGREE", "", true
		case containsAny(a, "signed", "adopted", "ratified", "in force", "extended"):
			return "SUPPORT", "", true
		}
		return "", "", false
	case read.Event:
		switch s.Event {
		case "visit":
			mode = "visit"
		case "meeting", "conference", "session":
			if sides > 2 {
				mode = "multilateral"
			}
		default:
			return "", "", false
		}
		if s.Time == "planned" {
			return "AGREE", "", true
		}
		return "CONSULT", mode, true
	}
	return "", "", false
}

func containsAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// alpha3 gives the three letters of a country; nothing where ISO 3166 has none.
func alpha3(country string) string {
	r, err := language.ParseRegion(country)
	if err != nil || len(country) != 2 || !r.IsCountry() {
		return ""
	}
	return r.ISO3()
}

// sectors are PLOVER's codes for the kinds of known bodies.
var sectors = map[string]string{"government": "GOV", "ministry": "GOV", "agency": "GOV", "head-of-state": "GOV", "office": "GOV", "central-bank": "GOV", "statistics": "GOV",
	"parliament": "LEG", "chamber": "LEG", "court": "JUD", "company": "BUS", "university": "EDU", "media": "JRN", "ngo": "SOC"}

// nonStates are its codes for bodies that belong to no country.
var nonStates = map[string]string{"intergovernmental": "IGO", "ngo": "NGO", "company": "MNC"}

// ploverWriter knows the bodies of package facts.
type ploverWriter struct {
	*dump
	bodies map[string]facts.Body
}

func (w *ploverWriter) actor(x store.Entity) ploverActor {
	b := w.bodies[x.Known]
	a := ploverActor{Name: x.Name("en"), Code: alpha3(strings.ToUpper(countryCode(x))), Sector: sectors[b.Kind], URL: w.entityAddress(x), ID: b.Wikidata}
	switch {
	case x.Kind == read.Place && a.Code != "":
		a.Sector = "GOV" // a country acts through its government
	case b.Country != "":
		a.Code = alpha3(b.Country)
	case nonStates[b.Kind] != "":
		a.Code, a.Sector = nonStates[b.Kind], ""
	}
	return a
}

// plover writes the agreements and meetings of which the day and two sides
// are known.
func (d *dump) plover() error {
	w := &ploverWriter{dump: d, bodies: map[string]facts.Body{}}
	for _, b := range facts.Bodies() {
		w.bodies[b.ID] = b
	}
	for _, kind := range []string{read.Agreement, read.Event} {
		for t, err := range d.facts(kind) {
			if err != nil {
				return err
			}
			events := w.events(t)
			if len(events) == 0 {
				d.counts.Statements-- // PLOVER has no word for it
			}
			for _, e := range events {
				if err := d.line(e); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// events codes what a statement tells: one event, or of a sanction one for
// each side.
func (w *ploverWriter) events(t telling) []ploverEvent {
	s := t.statements[0]
	e := ploverEvent{ID: "shanyraq-" + strconv.FormatInt(s.ID, 10), Text: s.Quote, Coder: "Shanyraq reader " + s.ReaderVersion,
		Cite: ploverCite{w.sentence(t.card, s), t.card.Title, s.Language, w.Name, w.license(), ploverBook}}
	date, err := value.ParseDate(s.Said.Date)
	if err != nil {
		return nil
	}
	first, okFirst := date.First()
	last, okLast := date.Last()
	if date.IsZero() || !okFirst {
		return nil // the manual wants a day
	}
	e.Date = first.Format("2006-01-02")
	if okLast && last != first {
		e.EndDate = last.Format("2006-01-02")
	}
	var sides []ploverActor
	states := 0
	for _, r := range s.Refs {
		x, ok := t.entities[r.Entity]
		switch {
		case !ok:
		case r.Role == record.RolePlace:
			e.Place = &ploverPlace{x.Name("en"), alpha3(record.CountryOf(x.Known))}
		case r.Role == record.RoleParty || r.Role == record.RoleParticipant || r.Role == record.RoleOrganizer:
			a := w.actor(x)
			if slices.ContainsFunc(sides, func(o ploverActor) bool { return o.URL == a.URL }) {
				continue
			}
			if len(a.Code) == 3 && (a.Sector == "GOV" || a.Sector == "LEG") {
				states++
			}
			sides = append(sides, a)
		}
	}
	kind, mode, ok := ploverType(s.Said, len(sides))
	if !ok || len(sides) < 2 {
		return nil
	}
	e.Event, e.Sources = []string{kind}, sides
	if states > 1 {
		e.Context = []string{"diplomatic"}
	}
	switch {
	case kind == "SANCTION":
		e.Mode = []string{mode}
		return eachAgainstOthers(e, sides)
	case mode == "visit": // says that the source visits and the recipient is host
		if e.Place == nil || e.Place.Country == "" {
			break
		}
		var guests, hosts []ploverActor
		for _, a := range sides {
			if a.Code == e.Place.Country {
				hosts = append(hosts, a)
			} else {
				guests = append(guests, a)
			}
		}
		if len(guests) > 0 && len(hosts) > 0 {
			e.Mode, e.Sources, e.Recipients = []string{mode}, guests, hosts
		}
	case mode != "":
		e.Mode = []string{mode}
	}
	return []ploverEvent{e}
}

// eachAgainstOthers makes of one event one for each side.
func eachAgainstOthers(e ploverEvent, sides []ploverActor) (out []ploverEvent) {
	id := e.ID
	for i, side := range sides {
		e.ID = id + "-" + strconv.Itoa(i+1)
		e.Sources, e.Recipients = []ploverActor{side}, slices.Concat(sides[:i:i], sides[i+1:])
		out = append(out, e)
	}
	return out
}
