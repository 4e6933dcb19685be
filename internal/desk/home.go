package desk

import (
	"cmp"
	"slices"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// homeRows is how many articles each list of the first page has.
const homeRows = 5

// home is what a working day begins with: what waits for the user, the texts
// the user was at, what goes out next and what colleagues changed last.
func (d *Desk) home(a *answer, q *request) error {
	page := HomePage{Base: q.base(q.T("home.title"), "home"), MayWrite: q.may(people.Write, "", "")}
	if q.may(people.Manage, "", "") {
		var err error
		if page.Setup, err = q.setup(); err != nil {
			return err
		}
	}
	for _, t := range tasks {
		if !q.may(t.may, "", "") {
			continue
		}
		task, err := t.count(d, q)
		if err != nil {
			return err
		}
		if task.Count != q.m.Int(0) {
			page.Tasks = append(page.Tasks, task)
		}
	}
	if page.MayWrite {
		if err := d.homeLists(&page, q); err != nil {
			return err
		}
	}
	return show(a, d.views.home, page)
}

// homeLists fills the lists of articles.
func (d *Desk) homeLists(page *HomePage, q *request) error {
	sections, err := d.store.Sections(q.Context())
	if err != nil {
		return err
	}
	for _, l := range [...]struct {
		name string
		store.DeskFilter
	}{
		{"home.yours", store.DeskFilter{Writer: q.user.ID, Limit: homeRows}},
		{"home.next", store.DeskFilter{State: article.Scheduled, Limit: mostCounted + 1}},
		{"home.latest", store.DeskFilter{Limit: homeRows}},
	} {
		list, err := d.store.DeskArticles(q.Context(), l.DeskFilter)
		if err != nil {
			return err
		}
		if l.State == article.Scheduled { // the soonest first
			slices.SortStableFunc(list, func(a, b store.Card) int {
				return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.ID, b.ID))
			})
			list = list[:min(len(list), homeRows)]
		}
		if len(list) == 0 {
			continue
		}
		rows, err := q.articleRows(list, sections)
		if err != nil {
			return err
		}
		page.Lists = append(page.Lists, HomeList{Name: q.T(l.name), Rows: rows})
	}
	return nil
}

// setup lists what a new site lacks: a name, sections.
func (q *request) setup() (out []Task, err error) {
	sections, err := q.desk.store.Sections(q.Context())
	if err != nil {
		return nil, err
	}
	if len(q.siteNames()) == 0 {
		out = append(out, Task{Href: Prefix + "site#names", Name: q.T("home.setup.name")})
	}
	if len(sections) == 0 {
		out = append(out, Task{Href: Prefix + "site#sections", Name: q.T("home.setup.sections")})
	}
	return out, nil
}
