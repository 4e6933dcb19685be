package export

import (
	"encoding/csv"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
)

// What the rights desk holds, for its owner: unlike all other formats it
// holds private addresses, so nothing public writes it.

// rightsLine is one line of the JSON Lines form; the fields of its type stand
// beside "type".
type rightsLine struct {
	Type     string           `json:"type"`
	Program  string           `json:"program,omitempty"` // of the first line, which says what this is
	Origin   string           `json:"origin,omitempty"`
	About    string           `json:"about,omitempty"`
	Place    string           `json:"place,omitempty"`
	Who      string           `json:"who,omitempty"`
	At       string           `json:"at,omitempty"`
	Article  string           `json:"article,omitempty"` // its address
	Terms    *rights.Terms    `json:"terms,omitempty"`
	Request  *rights.Request  `json:"request,omitempty"`
	Notes    []rights.Note    `json:"notes,omitempty"`
	Grant    *rights.Grant    `json:"grant,omitempty"`
	Sighting *rights.Sighting `json:"sighting,omitempty"`
}

// rights writes terms, requests with their talk, grants and sightings.
func (d *dump) rights() error {
	if err := d.line(rightsLine{Type: "rights", Program: d.Program, Origin: d.Origin, About: "Terms of reuse, requests, permissions and copies elsewhere. Holds private addresses: not to be published."}); err != nil {
		return err
	}
	said, err := d.st.Terms(d.ctx)
	if err != nil {
		return err
	}
	for _, p := range said {
		if err := d.line(rightsLine{Type: "terms", Place: p.Place, Who: p.Who, At: p.Created.Format(time.RFC3339), Terms: &p.Terms}); err != nil {
			return err
		}
	}
	requests, err := d.st.Requests(d.ctx, store.RequestFilter{Oldest: true})
	if err != nil {
		return err
	}
	for _, r := range requests {
		l := rightsLine{Type: "request", Request: &r}
		if l.Article, err = d.articleAddress(r.Article); err != nil {
			return err
		}
		if l.Notes, err = d.st.Notes(d.ctx, r.ID); err != nil {
			return err
		}
		if err := d.line(l); err != nil {
			return err
		}
	}
	grants, err := d.st.Grants(d.ctx, store.GrantFilter{})
	if err != nil {
		return err
	}
	for _, g := range grants {
		l := rightsLine{Type: "grant", Grant: &g}
		if l.Article, err = d.articleAddress(g.Article); err != nil {
			return err
		}
		if err := d.line(l); err != nil {
			return err
		}
	}
	sightings, err := d.st.Sightings(d.ctx, 0)
	if err != nil {
		return err
	}
	for _, s := range sightings {
		l := rightsLine{Type: "sighting", Sighting: &s}
		if l.Article, err = d.articleAddress(s.Article); err != nil {
			return err
		}
		if err := d.line(l); err != nil {
			return err
		}
	}
	return nil
}

// articleAddress is where a text is; empty for one that is no more.
func (d *dump) articleAddress(id int64) (string, error) {
	card, err := d.st.ArticleByID(d.ctx, id)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return d.Origin + "/" + card.Language + "/" + card.Slug, err
}

// rightsCSV writes one row for each request with its answer, and one for each
// grant without a request.
func (d *dump) rightsCSV() error {
	w := csv.NewWriter(d.w)
	w.UseCRLF = true
	write := func(cells ...string) error {
		for i, c := range cells { // no formula of a stranger's runs in our spreadsheet
			if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
				cells[i] = "'" + c
			}
		}
		return w.Write(cells)
	}
	if err := write("request", "state", "article", "name", "email", "organisation", "purpose", "where", "until", "commercial", "language", "asked", "answered", "by", "reason",
		"grant", "granted_to", "wording", "conditions", "last_day", "oral", "said", "giver", "revoked", "why"); err != nil {
		return err
	}
	day := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.UTC().Format(time.RFC3339)
	}
	ofGrant := func(g rights.Grant) []string {
		return []string{g.Number, g.To, g.Wording, g.Terms, g.Until, strconv.FormatBool(g.Oral), g.Said, g.Giver, day(g.Revoked), g.Why}
	}
	grants, err := d.st.Grants(d.ctx, store.GrantFilter{})
	if err != nil {
		return err
	}
	of := map[int64]rights.Grant{}
	for _, g := range grants {
		if _, newer := of[g.Request]; !newer { // the newest comes first
			of[g.Request] = g
		}
	}
	requests, err := d.st.Requests(d.ctx, store.RequestFilter{Oldest: true})
	if err != nil {
		return err
	}
	for _, r := range requests {
		at, err := d.articleAddress(r.Article)
		if err != nil {
			return err
		}
		row := []string{strconv.FormatInt(r.ID, 10), string(r.State), at, r.Name, r.Email, r.Organisation, r.Purpose, r.Where, r.Until, strconv.FormatBool(r.Commercial), r.Language, day(r.Created), day(r.Closed), r.By, r.Reason}
		if g, ok := of[r.ID]; ok {
			row = append(row, ofGrant(g)...)
		} else {
			row = append(row, make([]string, 10)...)
		}
		if err := write(row...); err != nil {
			return err
		}
	}
	for _, g := range grants {
		if g.Request != 0 {
			continue
		}
		at, err := d.articleAddress(g.Article)
		if err != nil {
			return err
		}
		row := make([]string, 15)
		row[2], row[4], row[10], row[12] = at, g.Email, g.Language, day(g.Granted)
		if err := write(append(row, ofGrant(g)...)...); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
