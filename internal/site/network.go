package site

import (
	"cmp"
	"slices"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// between is how many agreements two parties share; a < b.
type between struct {
	a, b       int64
	agreements int
}

// network shows who agreed with whom, as a page and as JSON.
func (s *Site) network(a *web.Answer, q *request) error {
	parts, err := s.partMemo.get("network", s.cache.Version(), func() ([]store.Part, error) {
		return s.gatherParts(q, store.PartFilter{Entities: []string{read.Place, read.Organization}, Role: record.RoleParty, Facts: []string{read.Agreement}})
	})
	if err != nil {
		return err
	}
	w, err := q.when()
	if err != nil {
		return err
	}
	pairs, each := countPairs(parts, w)
	ids := make([]int64, 0, len(each))
	for id := range each {
		ids = append(ids, id)
	}
	words, err := q.wording(q.Context(), ids)
	if err != nil {
		return err
	}
	if strings.HasSuffix(q.URL.Path, ".json") {
		return q.networkRows(a, pairs, each, words)
	}
	page := q.picturePage(a, "network", "network.title", "network.about", "network.caption")
	page.Filters = q.yearFilters()
	q.networkTable(&page, pairs, words)
	return show(a, q, s.views.picture, page)
}

// countPairs counts the agreements of each two parties within a time, most
// first, and those of each party that shares one. Parts of one statement
// stand together.
func countPairs(parts []store.Part, w when) (pairs []between, each map[int64]int) {
	count := map[[2]int64]int{}
	each = map[int64]int{}
	for i := 0; i < len(parts); {
		end := i + 1
		for end < len(parts) && parts[end].Statement == parts[i].Statement {
			end++
		}
		if group := parts[i:end]; len(group) > 1 && w.holds(group[0].Day) {
			for j, x := range group {
				each[x.Entity]++
				for _, y := range group[j+1:] {
					count[[2]int64{x.Entity, y.Entity}]++
				}
			}
		}
		i = end
	}
	for k, n := range count {
		pairs = append(pairs, between{k[0], k[1], n})
	}
	slices.SortFunc(pairs, func(x, y between) int {
		return cmp.Or(cmp.Compare(y.agreements, x.agreements), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return pairs, each
}

// networkTable writes the pairs as the page's table, each with its page.
func (q *request) networkTable(page *PicturePage, pairs []between, w wording) {
	page.Figure.Keys = []PictureKey{{"key-a", q.m.T("register.places")}, {"key-b", q.m.T("register.bodies")}}
	page.Columns = []string{q.m.T("pair.a"), q.m.T("pair.b"), q.m.T("register.agreements")}
	for _, p := range pairs[:min(len(pairs), pictureRows)] {
		page.Rows = append(page.Rows, PictureRow{Names: []Named{w.entityNamed(w.entities[p.a]), w.entityNamed(w.entities[p.b])},
			Cells: []string{q.m.Int(p.agreements)}, Href: pairAddress(q.tag, p.a, p.b)})
	}
	page.Found = q.m.T("network.found", q.m.Int(len(pairs)), q.m.Int(networkSize))
}

// networkRows answers with the parties that have most agreements and the
// lines between them.
func (q *request) networkRows(a *web.Answer, pairs []between, each map[int64]int, w wording) error {
	type node struct {
		ID         int64  `json:"id"`
		Kind       string `json:"kind"`
		Name       string `json:"name"`
		URL        string `json:"url"`
		Agreements int    `json:"agreements"`
	}
	type line struct {
		A          int64  `json:"a"`
		B          int64  `json:"b"`
		Agreements int    `json:"agreements"`
		URL        string `json:"url"`
	}
	nodes, lines := []node{}, []line{}
	for id, n := range each {
		e := w.entities[id]
		named := w.entityNamed(e)
		nodes = append(nodes, node{id, e.Kind, named.Name, q.origin() + named.Href, n})
	}
	slices.SortFunc(nodes, func(x, y node) int { return cmp.Or(cmp.Compare(y.Agreements, x.Agreements), cmp.Compare(x.ID, y.ID)) })
	nodes = nodes[:min(len(nodes), networkSize)]
	kept := map[int64]bool{}
	for _, n := range nodes {
		kept[n.ID] = true
	}
	for _, p := range pairs {
		if kept[p.a] && kept[p.b] {
			lines = append(lines, line{p.a, p.b, p.agreements, q.origin() + pairAddress(q.tag, p.a, p.b)})
		}
	}
	return sendJSON(a, struct {
		License string `json:"license"`
		Nodes   []node `json:"nodes"`
		Links   []line `json:"links"`
	}{q.origin() + "/" + q.tag.Name + "/terms", nodes, lines})
}
