package site

import (
	"slices"
	"strings"

	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// suggestions are how many names are offered for what is typed so far.
const suggestions = 8

// suggestAnswer is what /{tag}/suggest gives.
type suggestAnswer struct {
	Query       string       `json:"query"`
	Suggestions []suggestion `json:"suggestions"`
}

type suggestion struct {
	Name     string `json:"name"`
	Lang     string `json:"lang,omitempty"` // where the name is not in the page's language
	Kind     string `json:"kind"`           // in words
	Articles int    `json:"articles"`
	Href     string `json:"href"` // the entity's page
}

// suggest answers while a name is typed: the search page's script asks it
// after every letter.
func (s *Site) suggest(a *web.Answer, q *request) error {
	out := suggestAnswer{Query: searched(q), Suggestions: []suggestion{}}
	list, err := s.beginning(q, out.Query, suggestions)
	if err != nil {
		return err
	}
	for _, n := range list {
		out.Suggestions = append(out.Suggestions, suggestion{n.Name, n.Lang, n.Also, n.Count, n.Href})
	}
	return sendJSON(a, out)
}

// beginning gives up to n entities of which a name begins with the text.
func (s *Site) beginning(q *request, text string, n int) ([]Named, error) {
	ask := n
	if q.reviewed {
		ask *= 4 // most may not be shown
	}
	list, err := s.store.Suggest(q.Context(), text, ask)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(e store.Entity) bool { return q.reviewed && !decided(e.Rank) })
	list = list[:min(len(list), n)]
	out := q.named(list)
	for i := range out {
		out[i].Also = q.m.T("entity." + list[i].Kind)
	}
	return out, nil
}

// searched gives the words of a search as they were sent, as far as they are
// looked at.
func searched(q *request) string {
	query := strings.TrimSpace(strings.ToValidUTF8(q.URL.Query().Get("q"), ""))
	if len(query) > searchBytes {
		query = strings.ToValidUTF8(query[:searchBytes], "")
	}
	return query
}
