package desk

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// QuestionsPage is what editors are asked, most valuable first.
type QuestionsPage struct {
	Base
	Kinds []Choice
	Kind  string
	List  []Asked
	More  string
}

// Asked is one question, with both sides and what they rest on.
type Asked struct {
	ID      int64
	Kind    string
	Label   string
	What    string
	Reasons []string
	Sides   []Side
	Busy    string
	Doubts  []string // why to think twice, once more asked
	Into    int64    // the answer that was doubted
}

// Side is one of those that a question is about.
type Side struct {
	ID        int64
	Key       string // that answers for it
	Name      string
	Href      string
	Words     *Words
	Rank      string
	Sentences []Sentence
	Choose    bool
}

// Sentence is words of an article.
type Sentence struct{ Text, Href, Title, Lang, Dir string }

const (
	questionRows  = 10
	sideSentences = 2
)

// questions lists what is asked.
func (d *Desk) questions(a *answer, q *request) error {
	page, err := q.questionsPage()
	if err != nil {
		return err
	}
	return show(a, d.views.questions, page)
}

func (q *request) questionsPage() (QuestionsPage, error) {
	ctx, v := q.Context(), q.URL.Query()
	page := QuestionsPage{Base: q.base(q.T("questions.title"), "questions"), Kind: v.Get("kind")}
	page.Script = "review.js"
	var after store.Doubt
	if value, id, ok := strings.Cut(v.Get("after"), "."); ok {
		after.Value, _ = strconv.ParseInt(value, 10, 64)
		after.ID, _ = strconv.ParseInt(id, 10, 64)
	}
	list, err := q.desk.store.Doubts(ctx, page.Kind, after, questionRows+1)
	if err != nil {
		return page, err
	}
	counts, err := q.desk.store.DoubtCounts(ctx)
	if err != nil {
		return page, err
	}
	total := 0
	for _, k := range []string{record.DoubtSame, record.DoubtConflict, record.DoubtOrphan} {
		total += counts[k]
		page.Kinds = append(page.Kinds, Choice{k, q.T("questions.kind."+k) + " (" + q.m.Int(counts[k]) + ")", k == page.Kind})
	}
	page.Kinds = append([]Choice{{"", q.T("review.all") + " (" + q.m.Int(total) + ")", page.Kind == ""}}, page.Kinds...)
	if len(list) > questionRows {
		list = list[:questionRows]
		last := list[len(list)-1]
		v.Set("after", strconv.FormatInt(last.Value, 10)+"."+strconv.FormatInt(last.ID, 10))
		page.More = Prefix + "questions?" + v.Encode()
	}
	ids := make([]int64, len(list))
	for i, x := range list {
		ids[i] = x.ID
	}
	leases, err := q.desk.store.Leases(ctx, "question", ids)
	if err != nil {
		return page, err
	}
	for _, x := range list {
		asked, ok, err := q.asked(x)
		if err != nil {
			return page, err
		}
		if !ok {
			continue
		}
		if l, busy := leases[x.ID]; busy && l.Person != q.user.ID {
			asked.Busy = l.Name
		}
		page.List = append(page.List, asked)
	}
	return page, nil
}

// asked gives one question; ok is false where its sides are no longer there.
func (q *request) asked(x store.Doubt) (out Asked, ok bool, err error) {
	ctx, st := q.Context(), q.desk.store
	out = Asked{ID: x.ID, Kind: x.Kind, Label: q.T("questions.kind." + x.Kind)}
	statement := func(id int64, key string) error {
		s, err := st.StatementByID(ctx, id)
		if err != nil {
			return err
		}
		side, err := q.statementSide(s)
		side.Key, side.Choose = key, true
		out.Sides = append(out.Sides, side)
		return err
	}
	switch x.Kind {
	case record.DoubtSame:
		out.Reasons = q.allBecause(x.Question.Reasons)
		for i, id := range append([]int64{x.Question.Entity}, x.Question.Candidates...) {
			e, err := st.EntityByID(ctx, id)
			if fault.Is(err, fault.NotFound) || err == nil && e.Into != 0 {
				continue
			}
			if err != nil {
				return out, false, err
			}
			side := Side{ID: id, Name: e.Name(q.tag.Language), Href: entityHref(id), Rank: q.T("review.entity." + e.Kind), Choose: i > 0}
			if i == 0 {
				out.What = q.T("questions.same", e.Name(q.tag.Language))
			} else {
				side.Key = strconv.Itoa(len(out.Sides))
			}
			if side.Sentences, err = q.sentencesAbout(id); err != nil {
				return out, false, err
			}
			out.Sides = append(out.Sides, side)
		}
		return out, len(out.Sides) > 1, nil
	case record.DoubtConflict:
		out.What, out.Reasons = q.T("questions.conflict."+x.Dispute.Field), []string{q.because(x.Dispute.Why)}
		if err := statement(x.Dispute.A, "1"); err != nil {
			return out, false, err
		}
		return out, true, statement(x.Dispute.B, "2")
	case record.DoubtOrphan:
		out.What = q.T("questions.orphan")
		side, err := q.statementSide(x.Statement)
		out.Sides = []Side{side}
		return out, true, err
	}
	return out, false, nil
}

func (q *request) statementSide(s store.Statement) (side Side, err error) {
	c, err := q.desk.store.ArticleByID(q.Context(), s.Article)
	if err != nil {
		return side, err
	}
	t, err := q.tell([]store.Statement{s})
	if err != nil {
		return side, err
	}
	w := t.words(s.Statement, c.Language, c.Script)
	tag := tagOf(c.Language, c.Script)
	return Side{ID: s.ID, Href: statementHref(s.Article, s.ID), Words: &w, Rank: q.T("rank." + string(s.Rank)),
		Sentences: []Sentence{{s.Quote, reviewHref(c.ID), c.Title, tag.Name, tag.Dir}}}, nil
}

// sentencesAbout gives some sentences that speak of an entity.
func (q *request) sentencesAbout(id int64) (out []Sentence, err error) {
	list, err := q.desk.store.Statements(q.Context(), store.StatementFilter{Entity: id, Limit: sideSentences})
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		c, err := q.desk.store.ArticleByID(q.Context(), s.Article)
		if err != nil {
			return nil, err
		}
		tag := tagOf(c.Language, c.Script)
		out = append(out, Sentence{s.Quote, reviewHref(c.ID), c.Title, tag.Name, tag.Dir})
	}
	if len(out) > 0 {
		return out, nil
	}
	cards, err := q.desk.store.EntityArticles(q.Context(), id, "", store.Cursor{}, sideSentences)
	if err != nil {
		return nil, err
	}
	for _, c := range cards { // named without a statement
		tag := tagOf(c.Language, c.Script)
		s := Sentence{c.Title, reviewHref(c.ID), c.Title, tag.Name, tag.Dir}
		if text, err := q.around(c, id); err != nil {
			return nil, err
		} else if text != "" {
			s.Text = text
		}
		out = append(out, s)
	}
	return out, nil
}

// around gives the words around the first mention of an entity.
func (q *request) around(c store.Card, id int64) (string, error) {
	mentions, err := q.desk.store.Mentions(q.Context(), c.ID)
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(mentions, func(m store.Mention) bool { return m.Entity == id })
	if i < 0 || len(mentions[i].Spans) == 0 {
		return "", nil
	}
	rev, err := q.desk.store.Revision(q.Context(), c.Revision)
	if err != nil {
		return "", err
	}
	runes, at := []rune(rev.Plain), mentions[i].Spans[0]
	return "… " + strings.Join(strings.Fields(string(runes[max(0, at.Start-90):min(len(runes), at.End+90)])), " ") + " …", nil
}

// questionSent answers a question.
func (d *Desk) questionSent(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	to := Prefix + "questions"
	if k := q.field("kind"); k != "" {
		to = withQuery(to, "kind", k)
	}
	do, side := q.field("do"), q.field("side")
	if answer := q.field("answer"); answer != "" { // a button says both
		do, side, _ = strings.Cut(answer, " ")
	}
	if do == "lease" {
		var l store.Lease
		err := d.store.Update(q.Context(), func(tx *store.Tx) (err error) { l, err = tx.Lease("question", id, q.user); return err })
		if err != nil {
			return err
		}
		if wantsJSON(q.Request) {
			busy := ""
			if l.Person != q.user.ID {
				busy = l.Name
			}
			return a.json(200, map[string]string{"busy": busy})
		}
		a.to(to)
		return nil
	}
	chosen, _ := strconv.ParseInt(side, 10, 64)
	change := record.Change{Who: q.user.Name, Reason: q.field("reason")}
	var doubts []string
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		switch do {
		case "same":
			question, err := tx.QuestionOf(tx.Context(), id)
			if err != nil {
				return err
			}
			if open, err := tx.Asked(tx.Context(), id); err != nil || !open {
				return already(err)
			}
			if !slices.Contains(question.Candidates, chosen) {
				return fault.New(fault.Invalid, "the question was not about this one").Hint("choose one of those that it names")
			}
			if doubts, err = mergeDoubts(tx, id, chosen); err != nil || len(doubts) > 0 && q.field("sure") == "" {
				return err
			}
			doubts = nil
			err = tx.MergeEntities(id, chosen, change)
			if err != nil {
				return err
			}
		case "apart":
			if open, err := tx.Asked(tx.Context(), id); err != nil || !open {
				return already(err)
			}
			if err := tx.Apart(id, change); err != nil {
				return err
			}
		case "right", "stand":
			if err := q.settle(tx, id, do, chosen, change); err != nil {
				return err
			}
		default:
			return fault.New(fault.Invalid, "there is no such answer")
		}
		return q.audit(tx, "answer", about("question", id), do)
	})
	if err != nil {
		return err
	}
	if len(doubts) > 0 {
		page, err := q.questionsPage()
		if err != nil {
			return err
		}
		for i := range page.List {
			if page.List[i].ID == id {
				page.List[i].Doubts, page.List[i].Into = doubts, chosen
			}
		}
		a.status = 409
		return show(a, d.views.questions, page)
	}
	a.to(saying(to, "question-answered"))
	return nil
}

func already(err error) error {
	if err != nil {
		return err
	}
	return fault.New(fault.Conflict, "this question was answered meanwhile").Hint("go on with the next one")
}

// settle ends a conflict: one side is right and the other is deprecated with
// the conflict as its reason, as one act; or both stand.
func (q *request) settle(tx *store.Tx, id int64, do string, right int64, change record.Change) error {
	x, err := tx.Dispute(tx.Context(), id)
	if err != nil {
		return err
	}
	if !x.Open {
		return already(nil)
	}
	for _, side := range []int64{x.A, x.B} {
		s, err := tx.StatementByID(tx.Context(), side)
		if err != nil {
			return err
		}
		if err := q.must(people.Decide, s.Section, s.Language); err != nil {
			return err
		}
	}
	if do == "stand" {
		return tx.LetStand(id, change)
	}
	wrong := x.A
	if right == x.A {
		wrong = x.B
	} else if right != x.B {
		return fault.New(fault.Invalid, "the conflict is between two others")
	}
	if change.Batch, err = tx.Act(); err != nil {
		return err
	}
	if err := tx.DecideStatement(right, record.Preferred, change); err != nil {
		return err
	}
	if change.Reason == "" {
		change.Reason = q.T("questions.other-right", x.Why)
	}
	return tx.DecideStatement(wrong, record.Deprecated, change)
}

// questionsTask counts what is asked, for the front page.
func questionsTask(d *Desk, q *request) (Task, error) {
	counts, err := d.store.DoubtCounts(q.Context())
	n := 0
	for _, c := range counts {
		n += c
	}
	return Task{Href: Prefix + "questions", Name: q.T("questions.task"), Count: q.m.Int(n)}, err
}
