package desk

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// EntityPage is an entity with what an editor may do about it.
type EntityPage struct {
	Base
	ID       int64
	Kind     string
	Rank     string
	Rename   string // its names, a line each
	Into     NameLink
	Merge    string // whom it is to be merged into
	Doubts   []string
	Articles []EntityArticle
	More     bool // there are more articles than are listed
	History  []Decided
}

// EntityArticle is an article that speaks of it.
type EntityArticle struct {
	ID              int64
	Href, Title     string
	Lang, Dir, Date string
}

const entityArticles = 60

func entityHref(id int64) string { return Prefix + "entity/" + strconv.FormatInt(id, 10) }

// entity shows an entity.
func (d *Desk) entity(a *answer, q *request) error {
	page, err := q.entityPage()
	if err != nil {
		return err
	}
	return show(a, d.views.entity, page)
}

func (q *request) entityPage() (page EntityPage, err error) {
	ctx, st := q.Context(), q.desk.store
	id, err := q.id("id")
	if err != nil {
		return page, err
	}
	e, err := st.EntityByID(ctx, id)
	if err != nil {
		return page, err
	}
	page = EntityPage{Base: q.base(e.Name(q.tag.Language), "review"), ID: id, Kind: q.T("review.entity." + e.Kind), Rank: q.T("rank." + string(e.Rank))}
	page.Script = "review.js"
	page.Rename = nameLines(e.Names)
	if e.Into != 0 {
		into, err := st.EntityByID(ctx, e.Into)
		if err != nil {
			return page, err
		}
		page.Into = NameLink{entityHref(e.Into), into.Name(q.tag.Language)}
	}
	cards, err := st.EntityArticles(ctx, id, "", store.Cursor{}, entityArticles+1)
	if err != nil {
		return page, err
	}
	page.More = len(cards) > entityArticles
	for _, c := range cards[:min(len(cards), entityArticles)] {
		tag := tagOf(c.Language, c.Script)
		page.Articles = append(page.Articles, EntityArticle{c.ID, reviewHref(c.ID), c.Title, tag.Name, tag.Dir, q.m.Date(c.Published.Format("2006-01-02"))})
	}
	log, err := st.History(ctx, "entity", id)
	if err != nil {
		return page, err
	}
	slices.Reverse(log)
	page.History = q.decided(log)
	return page, nil
}

// nameLines writes names a line each: "kk Cyrl Name", "~" before what is not
// the name to be shown.
func nameLines(list []record.Name) string {
	var b strings.Builder
	for _, n := range list {
		if n.Alias {
			b.WriteString("~ ")
		}
		b.WriteString(n.Language + " " + n.Script + " " + n.Text + "\n")
	}
	return b.String()
}

// parseNames reads what nameLines wrote.
func parseNames(text string) (list []record.Name, err error) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		n := record.Name{}
		if rest, ok := strings.CutPrefix(line, "~"); ok {
			n.Alias, line = true, strings.TrimSpace(rest)
		}
		f := strings.SplitN(line, " ", 3)
		if len(f) < 3 || len(f[0]) < 2 || len(f[0]) > 3 || len(f[1]) != 4 || strings.TrimSpace(f[2]) == "" {
			return nil, fault.New(fault.Invalid, "%q is no name with its language and script", line).In("names").Hint("write a line as: kk Cyrl Name")
		}
		n.Language, n.Script, n.Text = f[0], f[1], strings.TrimSpace(f[2])
		list = append(list, n)
	}
	return list, nil
}

// entitySent does what is asked of an entity.
func (d *Desk) entitySent(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	change := record.Change{Who: q.user.Name, Reason: q.field("reason")}
	to := entityHref(id)
	var doubts []string
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		e, err := tx.EntityByID(tx.Context(), id)
		if err != nil {
			return err
		}
		detail := ""
		switch q.field("do") {
		case "accept":
			err = tx.DecideEntity(id, record.Accepted, change)
		case "reject":
			if change.Reason == "" {
				change.Reason = q.T("review.no-name")
			}
			err = tx.DecideEntity(id, record.Deprecated, change)
		case "names":
			var list []record.Name
			if list, err = parseNames(q.field("names")); err == nil {
				now := e.Entity
				now.Names = list
				err = tx.NameEntity(id, list, record.Matcher{}.Keys(now), change)
			}
		case "merge":
			var into int64
			if into, err = q.entityOf(tx, q.field("into"), []string{e.Kind}, "", ""); err != nil {
				return err
			}
			if doubts, err = mergeDoubts(tx, id, into); err != nil || len(doubts) > 0 && q.field("sure") == "" {
				return err
			}
			doubts, detail, to = nil, about("entity", into), entityHref(into)
			err = tx.MergeEntities(id, into, change)
		case "split":
			err = tx.SplitEntity(id, change)
		case "part":
			var articles []int64
			for _, s := range q.PostForm["article"] {
				if n, err := strconv.ParseInt(s, 10, 64); err == nil {
					articles = append(articles, n)
				}
			}
			now := record.Entity{Kind: e.Kind, Names: slices.Clone(e.Names)}
			if name := q.field("name"); name != "" {
				n := record.Name{Text: name, Language: "en", Script: "Latn"}
				if len(e.Names) > 0 {
					n.Language, n.Script = e.Names[0].Language, e.Names[0].Script
				}
				now.Names = []record.Name{n}
			}
			var made int64
			if made, err = tx.PartEntity(id, articles, now, record.Matcher{}.Keys(now), change); err == nil {
				detail, to = about("entity", made), entityHref(made)
			}
		case "undo":
			n, _ := strconv.ParseInt(q.field("decision"), 10, 64)
			err = tx.Undo(n, record.Change{Who: q.user.Name})
		default:
			return fault.New(fault.Invalid, "there is no such decision")
		}
		if err != nil {
			return err
		}
		return q.audit(tx, "entity-"+q.field("do"), about("entity", id), detail)
	})
	if err != nil {
		return err
	}
	if len(doubts) > 0 { // asked again before two are made one
		page, err := q.entityPage()
		if err != nil {
			return err
		}
		page.Merge, page.Doubts = q.field("into"), q.allBecause(doubts)
		a.status = 409
		return show(a, d.views.entity, page)
	}
	a.to(saying(to, "entity-done"))
	return nil
}

// statementsToDoubt is how many of each side's statements are compared before
// a merge.
const statementsToDoubt = 200

// mergeDoubts gives the reasons to ask again before two are made one.
func mergeDoubts(tx *store.Tx, from, into int64) ([]string, error) {
	a, err := tx.StatementsAbout(from, statementsToDoubt)
	if err != nil {
		return nil, err
	}
	b, err := tx.StatementsAbout(into, statementsToDoubt)
	if err != nil {
		return nil, err
	}
	return record.MergeDoubts(a, b), nil
}

// entities answers what may be meant by some letters: for the fields of names.
func (d *Desk) entities(a *answer, q *request) error {
	list, err := d.store.Suggest(q.Context(), q.URL.Query().Get("q"), 12)
	if err != nil {
		return err
	}
	type found struct {
		Value string `json:"value"`
		About string `json:"about"`
	}
	out := []found{}
	for _, e := range list {
		out = append(out, found{e.Name(q.tag.Language) + " #" + strconv.FormatInt(e.ID, 10), q.T("review.entity."+e.Kind) + ", " + q.m.Int(e.Articles)})
	}
	return a.json(200, out)
}
