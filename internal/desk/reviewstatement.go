package desk

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// StatementPage is one statement with its fields, its reasons and its
// history; or, with ID 0, one that is to be added.
type StatementPage struct {
	Base
	Article   int64
	BackHref  string
	ID        int64
	Kind      string
	Kinds     []Choice // of what is added
	Start     int      // the words, code points of the newest revision
	End       int
	Revision  int64
	Quote     string
	Before    string // some words around, to know the place by
	After     string
	Lang, Dir string
	Item      ReviewItem
	Fields    []Field
	Reasons   []Choice
	Names     []string // of the article, for the fields of names
	History   []Decided
	Name      bool // the words are to name somebody
	Lost      bool // the words it stood on are gone
}

// selection reads which words of an article's newest revision are meant: by
// their place, or by themselves where they stand in one place only.
func (q *request) selection(r reviewed) (value.Span, error) {
	runes := []rune(r.rev.Plain)
	v := q.URL.Query()
	if q.Method == "POST" {
		v = q.PostForm
	}
	if words := strings.TrimSpace(v.Get("quote")); words != "" && v.Get("start") == "" {
		switch strings.Count(r.rev.Plain, words) {
		case 0:
			return value.Span{}, fault.New(fault.NotFound, "these words do not stand in the text").In("quote").Hint("copy them out of it, letter by letter")
		case 1:
			start := len([]rune(r.rev.Plain[:strings.Index(r.rev.Plain, words)]))
			return value.Span{Start: start, End: start + len([]rune(words))}, nil
		}
		return value.Span{}, fault.New(fault.Conflict, "these words stand in the text more than once").In("quote").Hint("add the words before or after them")
	}
	start, err1 := strconv.Atoi(v.Get("start"))
	end, err2 := strconv.Atoi(v.Get("end"))
	s := value.Span{Start: start, End: end}
	if err1 != nil || err2 != nil || start < 0 || end > len(runes) || s.Empty() {
		return s, fault.New(fault.Invalid, "no words are chosen").Hint("select words in the text first")
	}
	if n := v.Get("revision"); n != "" && n != strconv.FormatInt(r.rev.ID, 10) {
		return s, fault.New(fault.Conflict, "the text was changed meanwhile").Hint("choose the words in the newest text")
	}
	return s, nil
}

// statementForm shows a statement, or what is to be added on chosen words.
func (d *Desk) statementForm(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	page, s, err := q.statementPage(r)
	if err != nil {
		return err
	}
	t, err := q.tell([]store.Statement{s})
	if err != nil {
		return err
	}
	page.Fields = q.fields(s.Statement, t)
	if page.ID != 0 {
		page.Item = t.item(s, r.card)
		log, err := d.store.History(q.Context(), "statement", page.ID)
		if err != nil {
			return err
		}
		slices.Reverse(log)
		page.History = q.decided(log)
	}
	return show(a, d.views.statement, page)
}

func (q *request) statementPage(r reviewed) (page StatementPage, s store.Statement, err error) {
	tag := tagOf(r.card.Language, r.card.Script)
	page = StatementPage{Base: q.base(q.T("review.statement"), "review"), Article: r.card.ID, BackHref: reviewHref(r.card.ID), Revision: r.rev.ID, Lang: tag.Name, Dir: tag.Dir}
	page.Script = "review.js"
	for _, k := range deprecations {
		page.Reasons = append(page.Reasons, Choice{Value: k, Label: q.T("review.reason." + k)})
	}
	names, err := q.desk.store.Mentions(q.Context(), r.card.ID)
	if err != nil {
		return page, s, err
	}
	var ids []int64
	for _, m := range names {
		ids = append(ids, m.Entity)
	}
	entities, err := q.desk.store.EntitiesByID(q.Context(), ids)
	if err != nil {
		return page, s, err
	}
	for _, id := range ids {
		page.Names = append(page.Names, entityText(entities[id], q.tag.Language))
	}
	slices.Sort(page.Names)
	var at value.Span
	if id := q.PathValue("statement"); id != "" {
		if page.ID, err = q.id("statement"); err != nil {
			return page, s, err
		}
		if s, err = q.desk.store.StatementByID(q.Context(), page.ID); err != nil {
			return page, s, err
		}
		if s.Article != r.card.ID {
			return page, s, fault.New(fault.NotFound, "this article has no such statement")
		}
		page.Kind, page.Quote, page.Lost = s.Said.Kind, s.Quote, s.Orphaned
		if s.Hash != r.rev.Hash {
			return page, s, nil
		}
		at = s.Evidence
	} else {
		page.Title = q.T("review.add")
		if at, err = q.selection(r); err != nil {
			return page, s, err
		}
		page.Kind = q.FormValue("kind")
		if _, ok := shapes[page.Kind]; !ok {
			page.Kind = read.Figure
		}
		for _, k := range store.ReviewKinds {
			page.Kinds = append(page.Kinds, Choice{k, q.T("review.kind." + k), k == page.Kind})
		}
		s.Said.Kind = page.Kind
	}
	runes := []rune(r.rev.Plain)
	page.Start, page.End, page.Quote = at.Start, at.End, string(runes[at.Start:at.End])
	page.Before, page.After = string(runes[max(0, at.Start-80):at.Start]), string(runes[at.End:min(len(runes), at.End+80)])
	return page, s, nil
}

// statementSent corrects a statement.
func (d *Desk) statementSent(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	id, err := q.id("statement")
	if err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		s, err := tx.StatementByID(tx.Context(), id)
		if err != nil {
			return err
		}
		if s.Article != r.card.ID {
			return fault.New(fault.NotFound, "this article has no such statement")
		}
		if seen := q.field("seen"); seen != "" && seen != string(s.Rank) {
			return fault.New(fault.Conflict, "the statement was changed meanwhile: it is now %s", q.T("rank."+string(s.Rank))).Hint("look at it once more")
		}
		said, refs, err := q.filled(tx, s.Said.Kind, r.card.Language, r.card.Script)
		if err != nil {
			return err
		}
		if err := tx.EditStatement(id, said, refs, record.Change{Who: q.user.Name, Reason: q.field("words")}); err != nil {
			return err
		}
		if err := q.recheck(tx, store.Decision{Target: "statement", About: id}); err != nil {
			return err
		}
		return q.audit(tx, "correct", about("statement", id), said.Kind)
	})
	if err != nil {
		return err
	}
	a.to(saying(reviewHref(r.card.ID), "review-edit"))
	return nil
}

// addSent adds a statement on chosen words, or gives a lost one its words.
func (d *Desk) addSent(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	q.FormValue("kind") // reads the form
	span, err := q.selection(r)
	if err != nil {
		return err
	}
	said := "review-add"
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		change := record.Change{Who: q.user.Name, Reason: q.field("words")}
		if lost, _ := strconv.ParseInt(q.field("statement"), 10, 64); lost != 0 {
			said = "review-place"
			if err := tx.PlaceStatement(lost, r.rev, span, change); err != nil {
				return err
			}
			return q.audit(tx, "place", about("statement", lost), "")
		}
		kind := q.field("kind")
		if _, ok := shapes[kind]; !ok {
			return fault.New(fault.Invalid, "there is no kind of statement %q", kind).Hint("choose one of the list")
		}
		s, refs, err := q.filled(tx, kind, r.card.Language, r.card.Script)
		if err != nil {
			return err
		}
		id, err := tx.AddStatement(r.card.ID, r.rev, span, s, refs, change)
		if err != nil {
			return err
		}
		if err := q.recheck(tx, store.Decision{Target: "statement", About: id}); err != nil {
			return err
		}
		return q.audit(tx, "add", about("statement", id), kind)
	})
	if err != nil {
		return err
	}
	a.to(saying(reviewHref(r.card.ID), said))
	return nil
}

// nameSent says whom chosen words name, or that they are no name.
func (d *Desk) nameSent(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	q.FormValue("who")
	span, err := q.selection(r)
	if err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		var id int64
		if q.field("nobody") == "" {
			kinds := anybody
			if k := q.field("kind"); slices.Contains(anybody, k) {
				kinds = []string{k}
			}
			if id, err = q.entityOf(tx, q.field("who"), kinds, r.card.Language, r.card.Script); err != nil {
				return err
			}
		}
		if err := tx.DecideMention(r.card.ID, r.rev.ID, span, id, record.Change{Who: q.user.Name, Reason: q.field("words")}); err != nil {
			return err
		}
		return q.audit(tx, "name", about("article", r.card.ID), strconv.Itoa(span.Start)+"–"+strconv.Itoa(span.End)+" "+about("entity", id))
	})
	if err != nil {
		return err
	}
	a.to(saying(reviewHref(r.card.ID), "review-name"))
	return nil
}

// nameForm asks whom chosen words name.
func (d *Desk) nameForm(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	page, _, err := q.statementPage(r)
	if err != nil {
		return err
	}
	page.Title, page.Name, page.Kinds = q.T("review.name"), true, nil
	for _, k := range anybody {
		page.Kinds = append(page.Kinds, Choice{Value: k, Label: q.T("review.entity." + k)})
	}
	return show(a, d.views.statement, page)
}

// recheck sets a figure beside the statistics anew, after what it says was
// changed.
func (q *request) recheck(tx *store.Tx, d store.Decision) error {
	if d.Target != "statement" {
		return nil
	}
	s, err := tx.StatementByID(tx.Context(), d.About)
	if err != nil || s.Said.Kind != read.Figure {
		return err
	}
	said := s.Said
	restate(&said, s.Refs)
	r := read.Reading{Language: s.Language, Published: s.Published.Format("2006-01-02")}
	for _, ref := range s.Refs {
		e, err := tx.RecordEntity(ref.Entity)
		if err != nil {
			return err
		}
		r.Entities = append(r.Entities, read.Entity{ID: "r" + strconv.FormatInt(e.ID, 10), Kind: e.Kind, Known: e.Known})
	}
	f, ok := stats.FigureOf(r, said)
	if !ok {
		return tx.SetCheck(s.ID, nil)
	}
	c, err := stats.Compare(f, observed{tx})
	if err != nil {
		return err
	}
	return tx.SetCheck(s.ID, c)
}

// observed answers stats from the transaction.
type observed struct{ tx *store.Tx }

func (o observed) Observations(area, group string) ([]stats.Observation, error) {
	return o.tx.Observations(o.tx.Context(), area, group)
}
