package export

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/facts"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
)

// ploverEvent is an event in the coding of PLOVER, the Political Language
// Ontology for Verifiable Event Records, one a line: who did which kind of
// deed towards whom, where and when. Deeds done together have one event for
// each side, as PLOVER wants it: the first is actor, the others recipients.
type ploverEvent struct {
	ID         string        `json:"id"`
	EventType  string        `json:"event_type"`
	EventMode  string        `json:"event_mode,omitempty"`
	Context    []string      `json:"context"`
	Date       string        `json:"date,omitempty"` // EDTF
	Actors     []ploverActor `json:"actor"`
	Recipients []ploverActor `json:"recip"`
	Place      string        `json:"placename,omitempty"`
	Country    string        `json:"country,omitempty"` // ISO 3166 alpha-3
	Text       string        `json:"text"`
	Language   string        `json:"language"`
	Source     string        `json:"source"`
	Published  string        `json:"publication_date"`
	Coder      string        `json:"coder"`
	License    string        `json:"license"`
}

type ploverActor struct {
	Name    string `json:"name"`
	Country string `json:"country,omitempty"` // ISO 3166 alpha-3
	Sector  string `json:"sector,omitempty"`  // GOV, LEG, IGO, JUD, BUS…
	ID      string `json:"wiki,omitempty"`    // Wikidata
	URL     string `json:"url"`
}

// ploverType gives the type and mode of a deed; ok is false for what PLOVER
// does not code: festivals, appointments, what was denied or only imagined.
// Signing and ratifying support, as the codebook has it; what is only planned
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

// alpha3 are the codes that PLOVER writes countries in, by ISO 3166 alpha-2:
// those of the region and of whom it meets most. Others keep two letters.
var alpha3 = map[string]string{"KZ": "KAZ", "KG": "KGZ", "TJ": "TJK", "TM": "TKM", "UZ": "UZB", "RU": "RUS", "CN": "CHN", "AF": "AFG", "AZ": "AZE", "AM": "ARM", "BY": "BLR", "GE": "GEO",
	"IN": "IND", "IR": "IRN", "JP": "JPN", "KR": "KOR", "MN": "MNG", "PK": "PAK", "TR": "TUR", "UA": "UKR", "US": "USA", "GB": "GBR", "DE": "DEU", "FR": "FRA", "IT": "ITA", "ES": "ESP", "PL": "POL",
	"HU": "HUN", "SA": "SAU", "AE": "ARE", "QA": "QAT", "KW": "KWT", "EG": "EGY", "IL": "ISR", "MD": "MDA", "CH": "CHE", "AT": "AUT", "CA": "CAN", "BR": "BRA", "MY": "MYS", "SG": "SGP", "VN": "VNM", "ID": "IDN", "TH": "THA"}

// sectors are PLOVER's codes for the kinds of known bodies.
var sectors = map[string]string{"government": "GOV", "ministry": "GOV", "agency": "GOV", "head-of-state": "GOV", "office": "GOV", "central-bank": "GOV", "statistics": "GOV",
	"parliament": "LEG", "chamber": "LEG", "court": "JUD", "intergovernmental": "IGO", "company": "BUS", "university": "EDU", "media": "JRN", "ngo": "NGO"}

// plover writes the agreements and meetings of which two sides are known.
func (d *dump) plover() error {
	kinds, countries, wiki := map[string]string{}, map[string]string{}, map[string]string{}
	for _, b := range facts.Bodies() {
		kinds[b.ID], countries[b.ID], wiki[b.ID] = b.Kind, b.Country, b.Wikidata
	}
	for _, p := range facts.Places() {
		if p.Wikidata != "" {
			wiki[p.ID] = p.Wikidata
		}
	}
	code := func(id string) string {
		if c := alpha3[id]; c != "" {
			return c
		}
		return id
	}
	for _, kind := range []string{read.Agreement, read.Event} {
		for t, err := range d.facts(kind) {
			if err != nil {
				return err
			}
			s := t.statements[0]
			var sides []ploverActor
			e := ploverEvent{ID: "shanyraq-" + strconv.FormatInt(s.ID, 10), Context: []string{}, Date: s.Said.Date, Text: s.Quote, Language: s.Language, Source: d.sentence(t.card, s),
				Published: s.Published.UTC().Format("2006-01-02"), Coder: "Shanyraq reader " + s.ReaderVersion, License: d.license()}
			states := 0
			for _, r := range s.Refs {
				x, ok := t.entities[r.Entity]
				switch {
				case !ok:
				case r.Role == record.RolePlace:
					e.Place = x.Name("en")
					e.Country = code(strings.ToUpper(countryCode(x)))
				case r.Role == record.RoleParty || r.Role == record.RoleParticipant || r.Role == record.RoleOrganizer:
					a := ploverActor{Name: x.Name("en"), Country: code(strings.ToUpper(countryCode(x))), Sector: sectors[kinds[x.Known]], URL: d.entityAddress(x), ID: wiki[x.Known]}
					if a.Country == "" {
						a.Country = code(countries[x.Known])
					}
					if a.Country != "" && (x.Kind == read.Place || a.Sector == "GOV" || a.Sector == "LEG") {
						states++
						if x.Kind == read.Place {
							a.Sector = "GOV"
						}
					}
					if !slices.ContainsFunc(sides, func(o ploverActor) bool { return o.URL == a.URL }) {
						sides = append(sides, a)
					}
				}
			}
			var ok bool
			if e.EventType, e.EventMode, ok = ploverType(s.Said, len(sides)); !ok || len(sides) < 2 {
				d.counts.Statements-- // PLOVER has no word for it
				continue
			}
			if states > 1 {
				e.Context = append(e.Context, "diplomatic")
			}
			for i, side := range sides {
				e.ID = "shanyraq-" + strconv.FormatInt(s.ID, 10) + "-" + strconv.Itoa(i+1)
				e.Actors, e.Recipients = []ploverActor{side}, slices.Concat(sides[:i:i], sides[i+1:])
				if err := d.line(e); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
