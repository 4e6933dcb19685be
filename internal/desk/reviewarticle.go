package desk

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// ReviewArticlePage is one article with what was read of it.
type ReviewArticlePage struct {
	Base
	ID         int64
	Revision   int64
	Lang, Dir  string
	PublicHref string // empty while it is not public
	Busy       string // who else is at it
	Waiting    int
	All        int
	Paragraphs []Paragraph
	Groups     []ReviewGroup
	Lost       []ReviewItem // their words were edited away
	Thresholds []Choice
	Names      []ReviewName
	History    []Decided
	Kinds      []Choice
	NextHref   string
}

// Paragraph is one line of the plain text, cut where evidence begins and ends.
type Paragraph struct {
	Start  int // code points before it
	Pieces []Piece
}

// Piece is words that the same statements rest on.
type Piece struct {
	Text       string
	Statements string // ids, parted by spaces; empty for none
	Waiting    bool   // one of them waits
	ID         string // of the first piece of a sentence
	Ref        int    // number of the group, at its first piece
}

// ReviewGroup is what one sentence states.
type ReviewGroup struct {
	N     int
	Items []ReviewItem
}

// ReviewItem is a statement with what can be done about it.
type ReviewItem struct {
	ID         int64
	Article    int64
	Words      Words
	Rank       string
	RankWords  string
	Confidence string
	Rule       string
	Reason     string
	Verdict    string // how a figure stands beside statistics
	Quote      string
	Href       string
	Waits      bool
	Mark       string // id of its first words in the text
}

// ReviewName is an entity that the article names.
type ReviewName struct {
	Href, Name, Kind, Rank string
	Times                  int
	Waits                  bool
}

// reviewed is an article as it stands, for whoever may decide on it.
type reviewed struct {
	card store.Card
	rev  article.Revision
}

// underReview loads the article of the address and asks whether the user may
// decide on it.
func (q *request) underReview() (r reviewed, err error) {
	id, err := q.id("article")
	if err != nil {
		return r, err
	}
	if r.card, err = q.desk.store.ArticleByID(q.Context(), id); err != nil {
		return r, err
	}
	if err = q.must(people.Decide, r.card.Section, r.card.Language); err != nil {
		return r, err
	}
	r.rev, err = q.desk.store.Revision(q.Context(), r.card.Revision)
	return r, err
}

// reviewArticle shows an article beside what was read of it. Who opens it is
// at work on it from then on.
func (d *Desk) reviewArticle(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	var lease store.Lease
	if err := d.store.Update(q.Context(), func(tx *store.Tx) (err error) {
		lease, err = tx.Lease("review", r.card.ID, q.user)
		return err
	}); err != nil {
		return err
	}
	page, err := q.reviewPage(r)
	if err != nil {
		return err
	}
	if lease.Person != q.user.ID {
		page.Busy = lease.Name
	}
	if wantsJSON(q.Request) { // the script renews the lease
		return a.json(200, map[string]any{"busy": page.Busy, "waiting": page.Waiting})
	}
	return show(a, d.views.reviewarticle, page)
}

func (q *request) reviewPage(r reviewed) (ReviewArticlePage, error) {
	ctx, st := q.Context(), q.desk.store
	tag := tagOf(r.card.Language, r.card.Script)
	page := ReviewArticlePage{Base: q.base(r.card.Title, "review"), ID: r.card.ID, Revision: r.rev.ID, Lang: tag.Name, Dir: tag.Dir,
		NextHref: withQuery(Prefix+"review/next", "from", strconv.FormatInt(r.card.ID, 10))}
	page.Script = "review.js"
	if r.card.State.Public() {
		page.PublicHref = r.card.Address()
	}
	list, err := st.ArticleStatements(ctx, r.card.ID, true)
	if err != nil {
		return page, err
	}
	t, err := q.tell(list)
	if err != nil {
		return page, err
	}
	var standing []store.Statement
	var sure []float64
	for _, s := range list {
		if s.Orphaned || s.Hash != r.rev.Hash {
			if s.Rank != record.Deprecated {
				page.Lost = append(page.Lost, t.item(s, r.card))
			}
			continue
		}
		standing = append(standing, s)
		if s.Rank == record.Suggested {
			page.Waiting++
			sure = append(sure, s.Said.Confidence)
		}
	}
	page.All = len(standing)
	slices.SortStableFunc(standing, func(a, b store.Statement) int {
		return cmp.Or(cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(b.Evidence.End, a.Evidence.End))
	})
	end := -1
	for _, s := range standing {
		if s.Evidence.Start >= end {
			page.Groups = append(page.Groups, ReviewGroup{N: len(page.Groups) + 1})
			end = s.Evidence.End
		}
		g := &page.Groups[len(page.Groups)-1]
		g.Items = append(g.Items, t.item(s, r.card))
		end = max(end, s.Evidence.End)
	}
	page.Paragraphs = paragraphs(r.rev.Plain, standing)
	for _, at := range []float64{0.95, 0.9, 0.8, 0} {
		n := 0
		for _, c := range sure {
			if c >= at {
				n++
			}
		}
		label := q.T("review.threshold", strconv.Itoa(int(at*100)), q.m.Int(n))
		if at == 0 {
			label = q.T("review.threshold.all", q.m.Int(n))
		}
		page.Thresholds = append(page.Thresholds, Choice{Value: strconv.FormatFloat(at, 'f', 2, 64), Label: label, Chosen: at == 0.8})
	}
	for _, k := range store.ReviewKinds {
		page.Kinds = append(page.Kinds, Choice{Value: k, Label: q.T("review.kind." + k)})
	}
	if page.Names, err = q.reviewNames(r.card.ID); err != nil {
		return page, err
	}
	log, err := st.ArticleDecisions(ctx, r.card.ID, 12)
	if err != nil {
		return page, err
	}
	page.History = q.decided(log)
	return page, nil
}

func (t told) item(s store.Statement, c store.Card) ReviewItem {
	q := t.q
	it := ReviewItem{ID: s.ID, Article: s.Article, Words: t.words(s.Statement, c.Language, c.Script), Rank: string(s.Rank), RankWords: q.rankWords(s.Rank),
		Rule: s.Said.Rule, Reason: s.Reason, Quote: s.Quote, Href: statementHref(s.Article, s.ID), Waits: s.Rank == record.Suggested, Mark: "s" + strconv.Itoa(s.Evidence.Start)}
	if s.Said.Confidence > 0 {
		it.Confidence = strconv.Itoa(int(math.Round(s.Said.Confidence*100))) + " %"
	}
	if s.Check != nil && s.Check.Arithmetic != "" {
		it.Verdict = s.Check.Arithmetic
	}
	return it
}

// paragraphs cuts a text at its line ends and at the borders of evidence.
func paragraphs(plain string, list []store.Statement) (out []Paragraph) {
	runes := []rune(plain)
	group, end, n := map[int]int{}, -1, 0 // number of the group that begins at a place
	borders := map[int]bool{}
	for _, s := range list {
		if s.Evidence.Start >= end {
			n++
			group[s.Evidence.Start] = n
		}
		end = max(end, s.Evidence.End)
		borders[s.Evidence.Start], borders[s.Evidence.End] = true, true
	}
	marked := map[string]bool{}
	begin := 0
	finish := func(to int) {
		if begin == to {
			return
		}
		p := Paragraph{Start: begin}
		for at := begin; at < to; {
			next := at + 1
			for next < to && !borders[next] {
				next++
			}
			here := value.Span{Start: at, End: next}
			piece := Piece{Text: string(runes[at:next]), Ref: group[at]}
			var ids []string
			for _, s := range list {
				if s.Evidence.Overlaps(here) {
					ids = append(ids, strconv.FormatInt(s.ID, 10))
					piece.Waiting = piece.Waiting || s.Rank == record.Suggested
				}
			}
			if piece.Statements = strings.Join(ids, " "); piece.Statements != "" {
				if id := "s" + strconv.Itoa(at); !marked[id] {
					piece.ID, marked[id] = id, true
				}
			}
			p.Pieces = append(p.Pieces, piece)
			at = next
		}
		out = append(out, p)
	}
	for i, r := range runes {
		if r == '\n' {
			finish(i)
			begin = i + 1
		}
	}
	finish(len(runes))
	return out
}

func (q *request) reviewNames(articleID int64) (out []ReviewName, err error) {
	mentions, err := q.desk.store.Mentions(q.Context(), articleID)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(mentions))
	for i, m := range mentions {
		ids[i] = m.Entity
	}
	entities, err := q.desk.store.EntitiesByID(q.Context(), ids)
	if err != nil {
		return nil, err
	}
	for _, m := range mentions {
		e, ok := entities[m.Entity]
		if !ok {
			continue
		}
		out = append(out, ReviewName{Href: entityHref(e.ID), Name: e.Name(q.tag.Language), Kind: q.T("review.entity." + e.Kind), Rank: q.rankWords(e.Rank),
			Times: len(m.Spans), Waits: e.Rank == record.Suggested && e.Known == ""})
	}
	slices.SortFunc(out, func(a, b ReviewName) int { return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Name, b.Name)) })
	return out, nil
}

// rankWords says a rank; what waits is said shorter than to readers.
func (q *request) rankWords(r record.Rank) string {
	if r == record.Suggested {
		return q.T("review.waits")
	}
	return q.T("rank." + string(r))
}
