package store

import (
	"context"
	"slices"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/rights"
	"shanyraq/internal/search"
)

// SectionCounts counts the articles of every state that stand in each section
// itself, not in its branches.
func (q Queries) SectionCounts(ctx context.Context) (map[string]int, error) {
	type count struct {
		path string
		n    int
	}
	list, err := collect(q, ctx, `/* store.SectionCounts */ SELECT section, COUNT(*) FROM articles GROUP BY section`, nil, func(scan func(...any) error) (c count, err error) {
		err = scan(&c.path, &c.n)
		return c, err
	})
	out := map[string]int{}
	for _, c := range list {
		out[c.path] = c.n
	}
	return out, translate(err, "section")
}

// MoveSection gives a section another path, and with it its branches: their
// articles, what these state, terms, roles, endpoints and subscriptions follow.
// moved names the old path of each with its new one. The new path must be free
// and not below the old one. What search finds under a section follows when the
// articles have been indexed anew, which is queued.
func (tx *Tx) MoveSection(from, to string) (moved map[string]string, err error) {
	sections, err := tx.Sections(tx.ctx)
	if err != nil {
		return nil, err
	}
	moved = map[string]string{}
	for _, s := range sections {
		if s.Path == to {
			return nil, fault.New(fault.Exists, "there is a section %q already", to)
		}
		if rest, ok := under(s.Path, from); ok {
			moved[s.Path] = to + rest
		}
	}
	if len(moved) == 0 {
		return nil, notFound("section")
	}
	if _, below := under(to, from); below {
		return nil, fault.New(fault.Invalid, "a section cannot stand below itself")
	}
	for _, s := range sections {
		path, ok := moved[s.Path]
		if !ok {
			continue
		}
		if err := tx.SaveSection(article.Section{Path: path, Names: s.Names, Order: s.Order}); err != nil {
			return nil, err
		}
		if err := tx.regroup(s.Path, path); err != nil {
			return nil, err
		}
		if err := tx.dropSection(s.Path); err != nil {
			return nil, err
		}
	}
	if err := tx.followTerms(from, to); err != nil {
		return nil, err
	}
	return moved, tx.follow(from, to)
}

// RemoveSection takes away a section without branches; its articles go to
// another, which may be left unsaid where there are none. Roles, endpoints and
// subscriptions go with them; its terms end, signed by who.
func (tx *Tx) RemoveSection(path, to, who string) error {
	sections, err := tx.Sections(tx.ctx)
	if err != nil {
		return err
	}
	has := func(p string) bool {
		return slices.ContainsFunc(sections, func(s article.Section) bool { return s.Path == p })
	}
	if !has(path) {
		return notFound("section")
	}
	if slices.ContainsFunc(sections, func(s article.Section) bool { return strings.HasPrefix(s.Path, path+"/") }) {
		return fault.New(fault.Conflict, "there are sections below %q", path).Hint("move or remove them first")
	}
	counts, err := tx.SectionCounts(tx.ctx)
	if err != nil {
		return err
	}
	if counts[path] > 0 && to == "" {
		return fault.New(fault.Conflict, "articles stand in %q", path).Hint("say in which section they go on")
	}
	if to != "" {
		if to == path || !has(to) {
			return fault.New(fault.Invalid, "%q is no other section", to).Hint("choose one of the list")
		}
		if err := tx.regroup(path, to); err != nil {
			return err
		}
		if err := tx.follow(path, to); err != nil {
			return err
		}
	}
	said, err := tx.Terms(tx.ctx, rights.Section+path)
	if err != nil {
		return err
	}
	if len(said) > 0 && !said[0].Terms.Empty() {
		if err := tx.SaveTerms(rights.Placed{Place: rights.Section + path}, who); err != nil {
			return err
		}
	}
	return tx.dropSection(path)
}

func (tx *Tx) dropSection(path string) error {
	_, err := tx.exec(tx.ctx, `/* store.dropSection */ DELETE FROM sections WHERE path = ?`, path)
	return translate(err, "section")
}

// under gives what follows a path in one that is it or stands below it.
func under(path, top string) (rest string, ok bool) {
	if rest, ok = strings.CutPrefix(path, top); ok && (rest == "" || rest[0] == '/') {
		return rest, true
	}
	return "", false
}

// regroup takes the articles that stand in one section itself into another,
// with everything that is found under it.
func (tx *Tx) regroup(from, to string) error {
	const its = `(SELECT id FROM articles WHERE section = ?)`
	var steps []step
	was, is := branches(from), branches(to)
	for _, p := range is {
		if slices.Contains(was, p) {
			continue
		}
		steps = append(steps,
			step{`/* store.regroup */ INSERT INTO section_articles (section, language, published, article) SELECT CAST(? AS TEXT), language, published, id FROM articles WHERE section = ? AND public = 1`, []any{p, from}},
			step{`/* store.regroup */ INSERT INTO statement_facets (facet, kind, fine, language, day, statement, role) SELECT CAST(? AS BIGINT), kind, fine, language, day, statement, role FROM statement_facets
				WHERE facet = ? AND statement IN (SELECT id FROM statements WHERE article IN ` + its + `)`, []any{sectionFacet(p), sectionFacet(from), from}})
	}
	for _, p := range was {
		if slices.Contains(is, p) {
			continue
		}
		steps = append(steps,
			step{`/* store.regroup */ DELETE FROM section_articles WHERE section = ? AND article IN ` + its, []any{p, from}},
			step{`/* store.regroup */ DELETE FROM statement_facets WHERE facet = ? AND statement IN (SELECT id FROM statements WHERE article IN ` + its + `)`, []any{sectionFacet(p), from}})
	}
	steps = append(steps,
		step{`/* store.regroup */ UPDATE statements SET section = ? WHERE article IN ` + its, []any{to, from}},
		step{`/* store.regroup */ UPDATE reviews SET section = ? WHERE section = ?`, []any{to, from}},
		step{`/* store.regroup */ INSERT INTO review_counts (language, section, kind, articles, statements) SELECT language, CAST(? AS TEXT), kind, articles, statements FROM review_counts WHERE section = ?
			ON CONFLICT (language, section, kind) DO UPDATE SET articles = review_counts.articles + excluded.articles, statements = review_counts.statements + excluded.statements`, []any{to, from}},
		step{`/* store.regroup */ DELETE FROM review_counts WHERE section = ?`, []any{from}},
		step{`/* store.regroup */ UPDATE search_docs SET version = 0 WHERE article IN ` + its, []any{from}},
		step{`/* store.regroup */ UPDATE articles SET section = ? WHERE section = ?`, []any{to, from}})
	return tx.steps(steps)
}

// step is one writing statement with its arguments.
type step struct {
	query string
	args  []any
}

func (tx *Tx) steps(list []step) error {
	for _, s := range list {
		if _, err := tx.exec(tx.ctx, s.query, s.args...); err != nil {
			return translate(err, "section")
		}
	}
	return nil
}

// followTerms takes the terms of a section and its branches to their new
// paths, behind what was once said there.
func (tx *Tx) followTerms(from, to string) error {
	terms, err := tx.Terms(tx.ctx)
	if err != nil {
		return err
	}
	for _, t := range terms {
		rest, ok := under(t.Place, rights.Section+from)
		if !ok {
			continue
		}
		place, last := rights.Section+to+rest, 0
		if err := tx.one(tx.ctx, `/* store.followTerms */ SELECT COALESCE(MAX(number), 0) FROM terms WHERE place = ?`, []any{place}, &last); err != nil {
			return translate(err, "terms")
		}
		if err := tx.steps([]step{{`/* store.followTerms */ UPDATE terms SET place = ?, number = number + ? WHERE place = ?`, []any{place, last, t.Place}}}); err != nil {
			return err
		}
	}
	return nil
}

// follow takes along what names a section by its path: roles, endpoints,
// subscriptions; and has the moved articles indexed anew.
func (tx *Tx) follow(from, to string) error {
	users, err := tx.Users(tx.ctx)
	if err != nil {
		return err
	}
	for _, u := range users {
		changed := false
		for i := range u.Roles {
			changed = repath(&u.Roles[i].Sections, from, to) || changed
		}
		if changed {
			if err := tx.saveRoles(u); err != nil {
				return err
			}
		}
	}
	endpoints, err := tx.Hooks(tx.ctx)
	if err != nil {
		return err
	}
	for _, p := range endpoints {
		if repath(&p.Sections, from, to) {
			if err := tx.SaveHook(&p); err != nil {
				return err
			}
		}
	}
	if err := tx.followTopics("section:"+from, "section:"+to); err != nil {
		return err
	}
	return tx.indexMoved()
}

func (tx *Tx) saveRoles(u people.User) error {
	_, err := tx.exec(tx.ctx, `/* store.SaveUser */ UPDATE users SET roles = ? WHERE id = ?`, toJSON(u.Roles), u.ID)
	return translate(err, "user")
}

// repath writes new paths into a list, each once.
func repath(list *[]string, from, to string) (changed bool) {
	var out []string
	for _, p := range *list {
		if rest, ok := under(p, from); ok {
			p, changed = to+rest, true
		}
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	if changed {
		*list = out
	}
	return changed
}

// followTopics lets readers follow what they followed. Topics of sections are
// their paths with a word before them.
func (tx *Tx) followTopics(from, to string) error {
	topics, err := collect(tx.Queries, tx.ctx, `/* store.followTopics */ SELECT topic FROM subscriber_topics WHERE topic = ? OR topic >= ? AND topic < ?
		UNION SELECT topic FROM subscription_asks WHERE topic = ? OR topic >= ? AND topic < ?`,
		[]any{from, from + "/", from + "0", from, from + "/", from + "0"}, func(scan func(...any) error) (t string, err error) { return t, scan(&t) })
	if err != nil {
		return translate(err, "subscriber")
	}
	for _, t := range topics {
		rest, ok := under(t, from)
		if !ok {
			continue
		}
		if err := tx.steps([]step{
			{`/* store.followTopics */ DELETE FROM subscriber_topics WHERE topic = ? AND subscriber IN (SELECT subscriber FROM subscriber_topics WHERE topic = ?)`, []any{t, to + rest}},
			{`/* store.followTopics */ UPDATE subscriber_topics SET topic = ? WHERE topic = ?`, []any{to + rest, t}},
			{`/* store.followTopics */ UPDATE subscription_asks SET topic = ? WHERE topic = ?`, []any{to + rest, t}}}); err != nil {
			return err
		}
	}
	return nil
}

// indexMoved queues indexing anew where articles have moved.
func (tx *Tx) indexMoved() error {
	n, err := tx.CountIndexedBefore(tx.ctx)
	if err != nil || n == 0 {
		return err
	}
	return tx.Enqueue(ReindexJob, "all", toJSON(Reindex{Version: search.Version, Total: n}), 0)
}

// Retarget lets the redirects that lead to one path lead to another, and
// drops one that would lead from there.
func (tx *Tx) Retarget(from, to string) error {
	return tx.steps([]step{
		{`/* store.Retarget */ DELETE FROM redirects WHERE path = ?`, []any{to}},
		{`/* store.Retarget */ UPDATE redirects SET target = ? WHERE target = ?`, []any{to, from}}})
}
