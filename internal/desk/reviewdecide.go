package desk

import (
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// Decided is a decision as lists show it.
type Decided struct {
	ID      int64
	Batch   int64
	When    string
	ISO     string
	Who     string
	What    string
	Reason  string
	Undone  bool
	CanUndo bool
}

// deprecations are the reasons that are offered; anything else is written.
var deprecations = []string{"wrong", "not-said", "wrong-who", "wrong-date", "planned", "repeated", "no-fact"}

// ranks that a button of review gives.
var ranksOf = map[string]record.Rank{"accept": record.Accepted, "prefer": record.Preferred, "deprecate": record.Deprecated}

// decide gives one statement of an article a rank. The form says which rank
// was seen: who decides on what another decided meanwhile is told.
func (d *Desk) decide(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	id, _ := strconv.ParseInt(q.field("statement"), 10, 64)
	rank, ok := ranksOf[q.field("do")]
	if !ok {
		return fault.New(fault.Invalid, "there is no such decision").Hint("accept, prefer or deprecate")
	}
	why := q.field("reason")
	if key := "review.reason." + why; why != "" && q.m.Has(key) {
		why = q.T(key)
	}
	if more := q.field("words"); more != "" {
		why = strings.Trim(why+": "+more, ": ")
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
			if s.Rank == rank {
				return nil // the same was decided: by a second press, or by somebody else
			}
			return fault.New(fault.Conflict, "the statement was changed meanwhile: it is now %s", q.T("rank."+string(s.Rank))).Hint("look at it once more")
		}
		if err := tx.DecideStatement(id, rank, record.Change{Who: q.user.Name, Reason: why}); err != nil {
			return err
		}
		return q.audit(tx, "decide", about("statement", id), string(rank))
	})
	if err != nil {
		return err
	}
	a.to(saying(reviewHref(r.card.ID), "review-"+q.field("do")))
	return nil
}

// decideAll accepts everything that waits and of which the reader is sure
// enough. It is one act: undone, all of it waits again.
func (d *Desk) decideAll(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	least, err := strconv.ParseFloat(q.field("threshold"), 64)
	if err != nil || least < 0 || least > 1 {
		return fault.New(fault.Invalid, "how sure is sure enough? %q is no share", q.field("threshold")).Hint("choose one of the list")
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		list, err := tx.ArticleStatements(tx.Context(), r.card.ID, false)
		if err != nil {
			return err
		}
		act, err := tx.Act()
		if err != nil {
			return err
		}
		n := 0
		for _, s := range list {
			if s.Rank != record.Suggested || s.Said.Confidence < least || s.Hash != r.rev.Hash {
				continue
			}
			if err := tx.DecideStatement(s.ID, record.Accepted, record.Change{Who: q.user.Name, Batch: act}); err != nil {
				return err
			}
			n++
		}
		return q.audit(tx, "decide", about("article", r.card.ID), "accepted "+strconv.Itoa(n)+" statements with a confidence of at least "+q.field("threshold"))
	})
	if err != nil {
		return err
	}
	a.to(saying(reviewHref(r.card.ID), "review-accept-all"))
	return nil
}

// undo takes back a decision of an article's review, or without one the last
// act of whoever asks.
func (d *Desk) undo(a *answer, q *request) error {
	r, err := q.underReview()
	if err != nil {
		return err
	}
	said := "review-undone"
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		list, err := q.toUndo(tx, r.card.ID)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			said = "review-nothing-to-undo"
			return nil
		}
		act, err := tx.Act()
		if err != nil {
			return err
		}
		for _, d := range list {
			if d.Undone {
				continue
			}
			if err := tx.Undo(d.ID, record.Change{Who: q.user.Name, Batch: act}); err != nil {
				return err
			}
			if err := q.recheck(tx, d); err != nil {
				return err
			}
		}
		return q.audit(tx, "undo", about("article", r.card.ID), strconv.Itoa(len(list))+" decisions")
	})
	if err != nil {
		return err
	}
	a.to(saying(reviewHref(r.card.ID), said))
	return nil
}

func (q *request) toUndo(tx *store.Tx, articleID int64) ([]store.Decision, error) {
	if q.field("decision") == "" {
		return tx.LastAct(tx.Context(), articleID, q.user.Name)
	}
	id, _ := strconv.ParseInt(q.field("decision"), 10, 64)
	one, err := tx.Decision(tx.Context(), id)
	if err != nil || one.Article != articleID {
		return nil, fault.New(fault.NotFound, "this article has no such decision")
	}
	if one.Batch != 0 && q.field("act") != "" {
		return tx.DecidedTogether(tx.Context(), one.Batch)
	}
	return []store.Decision{one}, nil
}

// decided writes decisions for lists.
func (q *request) decided(log []store.Decision) (out []Decided) {
	for _, d := range log {
		v := Decided{ID: d.ID, Batch: d.Batch, Who: d.Who, Reason: q.because(d.Reason), Undone: d.Undone, When: q.moment(d.When), ISO: d.When.Format("2006-01-02T15:04:05Z"),
			CanUndo: !d.Undone && d.Undoes == 0 && d.What != "move" && d.What != "split"}
		switch {
		case d.What == "rank":
			v.What = q.rankWords(record.Rank(d.From)) + " → " + q.rankWords(record.Rank(d.To))
		case q.m.Has("review.what." + d.What):
			v.What = q.T("review.what." + d.What)
		default:
			v.What = d.What
		}
		if d.Undoes != 0 {
			v.What = q.T("review.undoing", v.What)
		}
		out = append(out, v)
	}
	return out
}
