package site

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
	"shanyraq/internal/web"
)

// followed is a topic that letters can follow: all news, a section, an
// entity, or a register, pair or search under its questions, as pages have
// them in their addresses.
type followed struct {
	name, label, href string
	// find gives those of the new articles that are of the topic, with the
	// statements for which they are: none where the article itself is.
	find func(ctx context.Context, news []store.News) (map[int64][]store.Statement, error)
}

// The questions of an address that a topic keeps, by its kind.
var topicQuestions = map[string][]string{
	"list": {"kind", "verdict", "with", "place", "section", "from", "to"}, "pair": {"kind", "since"},
	"search": {"q", "section", "kind", "person", "body", "place"},
}

// longestTopic bounds the name of a topic, in bytes.
const longestTopic = 500

// at is the same request for another page.
func (q *request) at(path string, v url.Values) *request {
	c := *q
	c.Request = q.Request.WithContext(q.Context())
	c.URL = &url.URL{Path: path, RawQuery: v.Encode()}
	return &c
}

// follow finds the topic of a name; fault.NotFound or fault.Invalid where
// there is none, or no more.
func (q *request) follow(name string) (f followed, err error) {
	kind, of := subscribe.Topic{Name: name}.Parts()
	path, query, _ := strings.Cut(of, "?")
	if kind == "search" {
		path, query = "", of
	}
	asked, err := url.ParseQuery(query)
	if err != nil || len(name) > longestTopic || strings.ToValidUTF8(name, "") != name {
		return f, fault.Wrap(err, fault.Invalid, "this is nothing that can be followed")
	}
	v := url.Values{}
	for _, key := range topicQuestions[kind] {
		if value := strings.TrimSpace(asked.Get(key)); value != "" {
			v.Set(key, value)
		}
	}
	switch kind {
	case subscribe.All:
		return q.followAll(), nil
	case "section":
		if sec, ok := q.section(of); ok {
			return q.followSection(of, q.sectionName(sec)), nil
		}
	case "entity":
		return q.followEntity(of)
	case "list":
		if reg, ok := findRegister(path); ok && reg.kind != "" {
			return q.followList(reg, v)
		}
	case "pair":
		return q.followPair(path, v)
	case "search":
		if v.Get("q") != "" {
			return q.followSearch(v), nil
		}
	}
	return f, fault.New(fault.NotFound, "this is nothing that can be followed")
}

func (q *request) followAll() followed {
	return followed{name: subscribe.All, label: q.m.T("subscribe.all"), href: frontAddress(q.tag), find: func(_ context.Context, news []store.News) (map[int64][]store.Statement, error) {
		out := make(map[int64][]store.Statement, len(news))
		for _, n := range news {
			out[n.ID] = nil
		}
		return out, nil
	}}
}

func (q *request) followSection(path, label string) followed {
	return followed{name: "section:" + path, label: label, href: sectionAddress(q.tag, path), find: func(_ context.Context, news []store.News) (map[int64][]store.Statement, error) {
		out := map[int64][]store.Statement{}
		for _, n := range news {
			if n.Section == path || strings.HasPrefix(n.Section, path+"/") {
				out[n.ID] = nil
			}
		}
		return out, nil
	}}
}

func (q *request) followEntity(of string) (f followed, err error) {
	e, err := q.site.known(q, of)
	if err != nil {
		return f, err
	}
	named := q.named([]store.Entity{e})[0]
	return followed{name: "entity:" + strconv.FormatInt(e.ID, 10), label: named.Name, href: named.Href, find: func(ctx context.Context, news []store.News) (map[int64][]store.Statement, error) {
		cards, err := q.site.store.EntityArticles(ctx, e.ID, q.tag.Language, store.Cursor{}, mostNews)
		return amongNews(news, cards), err
	}}, nil
}

// known finds a public entity by its number, or that which it was merged into.
func (s *Site) known(q *request, number string) (e store.Entity, err error) {
	id, err := entityID(number)
	for range 8 { // merged into another, which may have been merged again
		if err != nil || id == 0 {
			break
		}
		if e, err = s.store.EntityByID(q.Context(), id); err == nil && e.Into == 0 {
			if e.Articles == 0 || q.reviewed && !decided(e.Rank) {
				break
			}
			return e, nil
		}
		id = e.Into
	}
	if err != nil {
		return e, err
	}
	return e, fault.New(fault.NotFound, "this is nothing that can be followed")
}

func (q *request) followList(reg register, v url.Values) (f followed, err error) {
	page := q.at(registerAddress(q.tag, reg.name), v)
	filter, err := page.ask(reg)
	if err != nil {
		return f, err
	}
	questions, err := page.statementFilters(reg)
	if err != nil {
		return f, err
	}
	return followed{name: topicName("list:"+reg.name, v), label: chosen(q.m.T("register."+reg.name), questions), href: address(page.URL.Path, v), find: q.stated(filter)}, nil
}

func (q *request) followPair(path string, v url.Values) (f followed, err error) {
	first, second, _ := strings.Cut(path, "/")
	x, err := q.site.known(q, first)
	if err != nil {
		return f, err
	}
	y, err := q.site.known(q, second)
	if err != nil {
		return f, err
	}
	if x.ID == y.ID || !pairs(x.Kind) || !pairs(y.Kind) {
		return f, fault.New(fault.NotFound, "this is nothing that can be followed")
	}
	if x.ID > y.ID {
		x, y = y, x
	}
	page := q.at(pairAddress(q.tag, x.ID, y.ID), v)
	filter, err := page.askPair(x.ID, y.ID)
	if err != nil {
		return f, err
	}
	sides := q.named([]store.Entity{x, y})
	name := topicName("pair:"+strconv.FormatInt(x.ID, 10)+"/"+strconv.FormatInt(y.ID, 10), v)
	return followed{name: name, label: q.m.T("pair.title", sides[0].Name, sides[1].Name), href: address(page.URL.Path, v), find: q.stated(filter)}, nil
}

// stated finds articles by what they are the first of their language to state.
func (q *request) stated(filter store.StatementFilter) func(context.Context, []store.News) (map[int64][]store.Statement, error) {
	return func(ctx context.Context, news []store.News) (map[int64][]store.Statement, error) {
		out := map[int64][]store.Statement{}
		filter.Facts, filter.Oldest, filter.Language, filter.Limit = true, false, q.tag.Language, mostNews
		for part := range slices.Chunk(news, 200) {
			filter.Articles = filter.Articles[:0]
			for _, n := range part {
				filter.Articles = append(filter.Articles, n.ID)
			}
			list, err := q.site.store.Statements(ctx, filter)
			if err != nil {
				return nil, err
			}
			for _, st := range list {
				out[st.Article] = append(out[st.Article], st)
			}
		}
		return out, nil
	}
}

func (q *request) followSearch(v url.Values) followed {
	page := q.at(searchAddress(q.tag), v)
	return followed{name: topicName("search:", v), label: chosen("“"+v.Get("q")+"”", readNarrow(page).form(page)), href: address(page.URL.Path, v), find: func(ctx context.Context, news []store.News) (map[int64][]store.Statement, error) {
		o := search.Options{Language: q.tag.Language, Filters: readNarrow(page).Filters}
		query, err := search.Parse(searched(page), o)
		if err != nil { // a question that search no longer reads finds nothing
			return nil, nil
		}
		if query.Language == "" {
			query = query.In(q.tag.Language)
		}
		found, err := q.site.store.Search(ctx, store.Search{Query: query, ByDay: true, Limit: mostNews})
		if err != nil || found.Any || found.Meant != "" { // what only resembles it was not asked for
			return nil, err
		}
		cards := make([]store.Card, len(found.Hits))
		for i, h := range found.Hits {
			cards[i] = h.Card
		}
		return amongNews(news, cards), nil
	}}
}

// amongNews gives those of some articles that are news.
func amongNews(news []store.News, cards []store.Card) map[int64][]store.Statement {
	fresh := map[int64]bool{}
	for _, n := range news {
		fresh[n.ID] = true
	}
	out := map[int64][]store.Statement{}
	for _, c := range cards {
		if fresh[c.ID] {
			out[c.ID] = nil
		}
	}
	return out
}

// topicName ends the name of a topic with its questions, in one order.
func topicName(begin string, v url.Values) string {
	if len(v) > 0 && !strings.HasSuffix(begin, ":") {
		begin += "?"
	}
	return begin + v.Encode()
}

// chosen adds to a name what the questions of a form were answered with.
func chosen(name string, questions []Filter) string {
	for _, f := range questions {
		switch {
		case f.Name == "language" || f.Name == "order" || f.Name == "q":
		case f.Value != "":
			name += dot + f.Label + " " + f.Value
		default:
			for _, c := range f.Choices {
				if c.Chosen && c.Value != "" {
					name += dot + strings.TrimPrefix(c.Label, "– ")
				}
			}
		}
	}
	return name
}

// followLink leads from a page to the form that subscribes to its topic; no
// address where nothing can be sent.
func (q *request) followLink(topic string) web.Link {
	l := web.Link{Label: q.m.T("subscribe.title")}
	if !q.site.cfg.Static {
		l.Href = address(subscribeAddress(q.tag), url.Values{"topic": {topic}})
	}
	return l
}

// offer leads to the form with the topic of this page: what begins its name,
// and the questions of its address.
func (q *request) offer(begin string) web.Link {
	kind, _, _ := strings.Cut(begin, ":")
	v := url.Values{}
	for _, key := range topicQuestions[kind] {
		value := strings.TrimSpace(q.URL.Query().Get(key))
		if key == "q" {
			value = searched(q)
		}
		if value != "" {
			v.Set(key, value)
		}
	}
	return q.followLink(topicName(begin, v))
}

// offerLetters puts the link beside the ways to take a list away.
func (q *request) offerLetters(downloads []web.Link, begin string) []web.Link {
	if l := q.offer(begin); l.Href != "" {
		l.Label = q.m.T("subscribe.link")
		downloads = append(downloads, l)
	}
	return downloads
}

// letterRequest is what letters are written with where nobody asks: words and
// alphabet of a tag.
func (s *Site) letterRequest(ctx context.Context, tag string) (*request, error) {
	t, ok := web.TagOf(tag)
	if !ok {
		return nil, fault.New(fault.Unsupported, "the site does not speak %q", tag)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, frontAddress(t), nil)
	if err != nil {
		return nil, fault.Wrap(err, fault.Internal, "a page in %q cannot be asked for", tag)
	}
	r.SetPathValue("tag", t.Name)
	q, err := s.begin(r)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	if q.tag.Name != t.Name { // nothing is public in it at the moment
		q.speak(t)
	}
	q.version = s.cache.Version()
	return q, nil
}
