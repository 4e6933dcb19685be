package desk

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// ReviewPage is the queue: articles in which something waits for a person.
type ReviewPage struct {
	Base
	Articles   int // in the queue, as filtered
	Statements int
	Filters    []ReviewFilter
	Rows       []ReviewRow
	More       string // address of the next page
	StartHref  string // the first article that nobody is at
}

// ReviewFilter is one question of the form above the queue.
type ReviewFilter struct {
	Name, Label string
	Choices     []Choice
}

// Choice is one answer of a list.
type Choice struct {
	Value, Label string
	Chosen       bool
}

// ReviewRow is one article of the queue.
type ReviewRow struct {
	Href, Title, Lang, Dir string
	About                  string // section, day, state
	Kinds                  []string
	Waiting                int
	Busy                   string // who is at it
}

const reviewRows = 30

// review lists the queue.
func (d *Desk) review(a *answer, q *request) error {
	ctx, v := q.Context(), q.URL.Query()
	f := store.ReviewFilter{Language: v.Get("language"), Section: v.Get("section"), Kind: v.Get("kind"), May: q.assignments(people.Decide), Limit: reviewRows + 1}
	if value, article, ok := strings.Cut(v.Get("after"), "."); ok {
		f.After.Value, _ = strconv.ParseInt(value, 10, 64)
		f.After.Article, _ = strconv.ParseInt(article, 10, 64)
	}
	list, err := d.store.Reviews(ctx, f)
	if err != nil {
		return err
	}
	page := ReviewPage{Base: q.base(q.T("review.title"), "review"), StartHref: Prefix + "review/next"}
	page.Script = "review.js"
	if len(list) > reviewRows {
		list = list[:reviewRows]
		last := list[len(list)-1]
		v.Set("after", strconv.FormatInt(last.Value, 10)+"."+strconv.FormatInt(last.Article, 10))
		page.More = Prefix + "review?" + v.Encode()
	}
	if err := q.reviewFilters(&page, f); err != nil {
		return err
	}
	ids := make([]int64, len(list))
	for i, r := range list {
		ids[i] = r.Article
	}
	cards, err := d.store.ArticlesByID(ctx, ids)
	if err != nil {
		return err
	}
	leases, err := d.store.Leases(ctx, "review", ids)
	if err != nil {
		return err
	}
	sections, err := q.sectionNames()
	if err != nil {
		return err
	}
	for _, r := range list {
		c := cards[r.Article]
		tag := tagOf(c.Language, c.Script)
		row := ReviewRow{Href: reviewHref(r.Article), Title: c.Title, Lang: tag.Name, Dir: tag.Dir, Waiting: r.Waiting.Sum()}
		about := []string{tag.Autonym}
		if name := sections[c.Section]; name != "" {
			about = append(about, name)
		}
		if !c.Published.IsZero() {
			about = append(about, q.m.Date(c.Published.Format("2006-01-02")))
		}
		if !c.State.Public() {
			about = append(about, q.T("review.unpublished"))
		}
		row.About = strings.Join(about, " · ")
		for i, n := range r.Waiting {
			if n > 0 {
				row.Kinds = append(row.Kinds, q.T("review.kind."+store.ReviewKinds[i])+" "+q.m.Int(n))
			}
		}
		if l, busy := leases[r.Article]; busy && l.Person != q.user.ID {
			row.Busy = l.Name
		}
		page.Rows = append(page.Rows, row)
	}
	return show(a, d.views.review, page)
}

// reviewNext leads to the first article of the queue that nobody else is at.
func (d *Desk) reviewNext(a *answer, q *request) error {
	list, err := d.store.Reviews(q.Context(), store.ReviewFilter{May: q.assignments(people.Decide), FreeOf: q.user.ID, Limit: 2})
	if err != nil {
		return err
	}
	from, _ := strconv.ParseInt(q.URL.Query().Get("from"), 10, 64)
	list = slices.DeleteFunc(list, func(r store.Review) bool { return r.Article == from })
	if from != 0 {
		if err := d.store.Update(q.Context(), func(tx *store.Tx) error { return tx.Release("review", from, q.user) }); err != nil {
			return err
		}
	}
	if len(list) == 0 {
		a.to(saying(Prefix+"review", "review-empty"))
		return nil
	}
	a.to(reviewHref(list[0].Article))
	return nil
}

// reviewFilters makes the form above the queue, with counts.
func (q *request) reviewFilters(page *ReviewPage, f store.ReviewFilter) error {
	counts, err := q.desk.store.ReviewCounts(q.Context())
	if err != nil {
		return err
	}
	sections, err := q.desk.store.Sections(q.Context())
	if err != nil {
		return err
	}
	in := func(c store.ReviewCount, language, section, kind string) bool {
		return c.Kind == kind && (language == "" || c.Language == language) &&
			(section == "" || c.Section == section || strings.HasPrefix(c.Section, section+"/")) && q.may(people.Decide, c.Section, c.Language)
	}
	count := func(language, section, kind string) (articles, statements int) {
		for _, c := range counts {
			if in(c, language, section, kind) {
				articles += c.Articles
				statements += c.Statements
			}
		}
		return articles, statements
	}
	page.Articles, page.Statements = count(f.Language, f.Section, f.Kind)
	choice := func(value, label, chosen string, n int) Choice {
		return Choice{Value: value, Label: label + " (" + q.m.Int(n) + ")", Chosen: value == chosen}
	}
	all := func(n int) Choice { return Choice{Label: q.T("review.all") + " (" + q.m.Int(n) + ")"} }
	n, _ := count("", f.Section, f.Kind)
	languages := ReviewFilter{"language", q.T("review.filter.language"), []Choice{all(n)}}
	for _, t := range web.Tags() {
		if n, _ := count(t.Language, f.Section, f.Kind); n > 0 && !t.Variant() {
			languages.Choices = append(languages.Choices, choice(t.Language, t.Autonym, f.Language, n))
		}
	}
	n, _ = count(f.Language, "", f.Kind)
	parts := ReviewFilter{"section", q.T("review.filter.section"), []Choice{all(n)}}
	for _, s := range sections {
		if n, _ := count(f.Language, s.Path, f.Kind); n > 0 {
			parts.Choices = append(parts.Choices, choice(s.Path, q.sectionName(s.Names, s.Path), f.Section, n))
		}
	}
	n, _ = count(f.Language, f.Section, "")
	kinds := ReviewFilter{"kind", q.T("review.filter.kind"), []Choice{all(n)}}
	for _, k := range store.ReviewKinds {
		if n, _ := count(f.Language, f.Section, k); n > 0 {
			kinds.Choices = append(kinds.Choices, choice(k, q.T("review.kind."+k), f.Kind, n))
		}
	}
	page.Filters = []ReviewFilter{languages, parts, kinds}
	return nil
}

// reviewTask counts what waits, for the front page.
func reviewTask(d *Desk, q *request) (Task, error) {
	counts, err := d.store.ReviewCounts(q.Context())
	n := 0
	for _, c := range counts {
		if c.Kind == "" && q.may(people.Decide, c.Section, c.Language) {
			n += c.Articles
		}
	}
	return Task{Href: Prefix + "review", Name: q.T("review.task"), Count: q.m.Int(n)}, err
}

// assignments are those of the user's roles under which he may do something.
func (q *request) assignments(what people.Action) []people.Assignment {
	out := []people.Assignment{}
	for _, a := range q.user.Roles {
		if (people.User{Roles: []people.Assignment{{Role: a.Role}}}).May(what, people.Scope{}) {
			out = append(out, a)
		}
	}
	return out
}

func (q *request) sectionNames() (map[string]string, error) {
	list, err := q.desk.store.Sections(q.Context())
	out := map[string]string{}
	for _, s := range list {
		out[s.Path] = q.sectionName(s.Names, s.Path)
	}
	return out, err
}

func (q *request) sectionName(names map[string]string, path string) string {
	for _, l := range []string{q.tag.Language, "en"} {
		if names[l] != "" {
			return names[l]
		}
	}
	return path
}

func reviewHref(id int64) string { return Prefix + "review/" + strconv.FormatInt(id, 10) }

func statementHref(article, id int64) string {
	return reviewHref(article) + "/statement/" + strconv.FormatInt(id, 10)
}

// tagOf gives language and direction of a text as it was written.
func tagOf(language, script string) web.Tag {
	if t, ok := web.TagOf(language + "-" + script); ok {
		return t
	}
	t, ok := web.TagOf(language)
	if !ok {
		t = web.Tag{Name: language, Language: language, Dir: "ltr", Autonym: language}
	}
	if script == "Arab" {
		t.Name, t.Dir = language+"-Arab", "rtl"
	}
	return t
}

// withQuery adds values to a path of the desk.
func withQuery(path string, pairs ...string) string {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Set(pairs[i], pairs[i+1])
	}
	return path + "?" + v.Encode()
}
