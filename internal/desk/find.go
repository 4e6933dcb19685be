package desk

import (
	"net/http"
	"strings"

	"shanyraq/internal/search"
	"shanyraq/internal/store"
)

// found is something that a text may link to.
type found struct {
	Href  string `json:"href"`
	Label string `json:"label"`
	Kind  string `json:"kind"` // "article", or a kind of entity
	Words string `json:"words"`
}

// registers names the register that shows entities of a kind.
var registers = map[string]string{"person": "people", "organization": "bodies", "place": "places", "group": "peoples"}

// find answers the editor's @: public articles and entities whose names begin
// with what was typed, in any script and spelling.
func (d *Desk) find(a *answer, q *request) error {
	text, language := strings.TrimSpace(q.URL.Query().Get("q")), q.URL.Query().Get("language")
	out := []found{}
	names, err := d.store.Suggest(q.Context(), text, 6)
	if err != nil {
		return err
	}
	for _, n := range names {
		if r, ok := registers[n.Kind]; ok {
			out = append(out, found{Href: "/" + language + "/record/" + r + "/" + number(n.ID), Label: n.Name(language), Kind: n.Kind, Words: q.T("find." + n.Kind)})
		}
	}
	if len(text) >= 2 {
		if query, err := search.Parse(text, search.Options{}); err == nil {
			query.Language = language
			f, err := d.store.Search(q.Context(), store.Search{Query: query, Limit: 6})
			if err != nil {
				return err
			}
			for _, h := range f.Hits {
				out = append(out, found{Href: h.Address(), Label: h.Title, Kind: "article", Words: q.T("find.article") + ", " + h.Published.Format("2006-01-02")})
			}
		}
	}
	return a.json(http.StatusOK, out)
}
