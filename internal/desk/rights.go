package desk

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// RightsPage is the queue of requests: those who wait first, who has waited
// longest before the others.
type RightsPage struct {
	Base
	Tabs   []web.Link
	Filter []web.Link
	Rows   []RequestRow
	More   string // address of the rest; empty for none
}

// RequestRow is a request in a list.
type RequestRow struct {
	Href, Asker, Text, Where, State, StateWords, Day string
}

// requestsShown is how many rows a page of the queue has.
const requestsShown = 50

// rightsTabs are the pages of the rights desk.
func (q *request) rightsTabs(at string) (out []web.Link) {
	for _, t := range []struct{ path, label string }{{"", "rights.requests"}, {"grants", "rights.grants"}, {"terms", "rights.terms"}, {"sightings", "rights.sightings"}} {
		l := web.Link{Href: Prefix + "rights/" + t.path, Label: q.T(t.label)}
		if t.path == at {
			l.Current = "page"
		}
		out = append(out, l)
	}
	return out
}

// rightsQueue shows the requests of a state, waiting ones at first.
func (d *Desk) rightsQueue(a *answer, q *request) error {
	state := rights.State(q.URL.Query().Get("state"))
	if state == "" {
		state = rights.Waiting
	}
	if !slices.Contains(rights.States, state) {
		return fault.New(fault.NotFound, "there is no such page")
	}
	counts, err := d.store.RequestCounts(q.Context())
	if err != nil {
		return err
	}
	page := RightsPage{Base: q.base(q.T("rights.requests"), "rights"), Tabs: q.rightsTabs("")}
	for _, s := range []rights.State{rights.Waiting, rights.Granted, rights.Refused, rights.Unverified, rights.Withdrawn} {
		l := web.Link{Href: Prefix + "rights/?state=" + string(s), Label: q.T("rights.state."+string(s)) + " · " + q.m.Int(counts[s])}
		if s == state {
			l.Current = "true"
		}
		page.Filter = append(page.Filter, l)
	}
	after, _ := strconv.ParseInt(q.URL.Query().Get("after"), 10, 64)
	list, err := d.store.Requests(q.Context(), store.RequestFilter{State: state, Oldest: state == rights.Waiting, Before: after, Limit: requestsShown + 1})
	if err != nil {
		return err
	}
	if len(list) > requestsShown {
		list = list[:requestsShown]
		page.More = Prefix + "rights/?" + url.Values{"state": {string(state)}, "after": {strconv.FormatInt(list[len(list)-1].ID, 10)}}.Encode()
	}
	if page.Rows, err = q.requestRows(list); err != nil {
		return err
	}
	return show(a, d.views.rights, page)
}

func (q *request) requestRows(list []rights.Request) (out []RequestRow, err error) {
	var ids []int64
	for _, r := range list {
		ids = append(ids, r.Article)
	}
	cards, err := q.desk.store.ArticlesByID(q.Context(), ids)
	if err != nil {
		return nil, err
	}
	for _, r := range list {
		out = append(out, RequestRow{Href: rights.DeskPath + strconv.FormatInt(r.ID, 10), Asker: r.Asker(), Text: cards[r.Article].Title, Where: r.Where,
			State: string(r.State), StateWords: q.T("rights.state." + string(r.State)), Day: q.m.Day(r.Created)})
	}
	return out, nil
}

// textAt finds the article that an address of the site names: whole, or from
// its path.
func (q *request) textAt(address string) (store.Card, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return store.Card{}, fault.New(fault.Invalid, "%q is no address", address).In("text").Hint("paste the address of the text as the browser shows it")
	}
	tag, slug, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
	language, _, _ := strings.Cut(tag, "-")
	if slug == "" {
		return store.Card{}, fault.New(fault.Invalid, "%q is no address of a text", address).In("text").Hint("paste the address of the text as the browser shows it")
	}
	return q.desk.store.Article(q.Context(), language, slug)
}

// articleHref is where the public sees a text; empty while nobody does.
func articleHref(c store.Card) string {
	if !c.State.Public() {
		return ""
	}
	return "/" + c.Language + "/" + c.Slug
}

// waitingRequests is the task of the front page.
func waitingRequests(d *Desk, q *request) (Task, error) {
	n, err := d.store.RequestCounts(q.Context())
	return Task{Href: Prefix + "rights/", Name: q.T("rights.task"), Count: q.m.Int(n[rights.Waiting])}, err
}
