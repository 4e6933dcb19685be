package store

import (
	"context"
	"slices"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
)

const decisionColumns = `d.id, d.target, d.about, d.who, d.at, d.what, d.before, d.after, d.reason, d.article, d.batch, d.undoes,
	CASE WHEN EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id AND u.undoes <> 0) THEN 1 ELSE 0 END`

func scanDecision(scan func(...any) error) (d Decision, err error) {
	var at int64
	var undone int
	err = scan(&d.ID, &d.Target, &d.About, &d.Who, &at, &d.What, &d.From, &d.To, &d.Reason, &d.Article, &d.Batch, &d.Undoes, &undone)
	d.When, d.Undone = fromMillis(at), undone == 1
	return d, err
}

func (q Queries) decisions(ctx context.Context, rest string, args ...any) ([]Decision, error) {
	list, err := collect(q, ctx, `/* store.decisions */ SELECT `+decisionColumns+` FROM decisions d WHERE `+rest, args, scanDecision)
	return list, translate(err, "decision")
}

// History gives what was decided about a statement, an entity or a mention,
// oldest first.
func (q Queries) History(ctx context.Context, target string, about int64) ([]Decision, error) {
	return q.decisions(ctx, `d.target = ? AND d.about = ? ORDER BY d.id`, target, about)
}

// ArticleDecisions gives what was decided in the review of an article, newest
// first.
func (q Queries) ArticleDecisions(ctx context.Context, articleID int64, n int) ([]Decision, error) {
	return q.decisions(ctx, `d.article = ? AND d.article <> 0 ORDER BY d.id DESC LIMIT ?`, articleID, limit(n))
}

// LastAct gives the newest decisions of one act that somebody made in the
// review of an article and that have not been undone; none where there are
// none.
func (q Queries) LastAct(ctx context.Context, articleID int64, who string) ([]Decision, error) {
	list, err := q.decisions(ctx, `d.article = ? AND d.article <> 0 AND d.who = ? AND d.undoes = 0 AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id AND u.undoes <> 0) ORDER BY d.id DESC LIMIT 1`, articleID, who)
	if err != nil || len(list) == 0 || list[0].Batch == 0 {
		return list, err
	}
	return q.DecidedTogether(ctx, list[0].Batch)
}

// DecidedTogether gives the decisions of one act, newest first.
func (q Queries) DecidedTogether(ctx context.Context, batch int64) ([]Decision, error) {
	return q.decisions(ctx, `d.batch = ? AND d.batch <> 0 AND d.undoes = 0 ORDER BY d.id DESC`, batch)
}

// Decision gives one decision.
func (q Queries) Decision(ctx context.Context, id int64) (Decision, error) {
	list, err := q.decisions(ctx, `d.id = ?`, id)
	if err == nil && len(list) == 0 {
		err = notFound("decision")
	}
	if err != nil {
		return Decision{}, err
	}
	return list[0], nil
}

// Undo takes a decision back: all stands again as it did before. The undoing
// is a decision of its own, signed and dated. What was decided on the same
// thing since has to be undone first.
func (tx *Tx) Undo(id int64, change record.Change) error {
	d, err := tx.Decision(tx.ctx, id)
	if err != nil {
		return err
	}
	if change.Who == "" {
		return fault.New(fault.Invalid, "a decision needs a name")
	}
	if d.Undone || d.Undoes != 0 {
		return fault.New(fault.Conflict, "this was undone already").Hint("look at the history: what counts stands last")
	}
	log, err := tx.History(tx.ctx, d.Target, d.About)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(log, func(o Decision) bool { return o.ID == d.ID })
	for _, o := range log[at+1:] {
		if !o.Undone && o.Undoes == 0 {
			return fault.New(fault.Conflict, "%s decided on this again later", o.Who).Hint("undo the later decision first")
		}
	}
	change.Undoes, change.Article = d.ID, d.Article
	switch d.What {
	case "rank":
		if d.Target == "entity" {
			return tx.DecideEntity(d.About, record.Rank(d.From), change)
		}
		return tx.undoRank(d, log[:at], change)
	case "edit", "place":
		return tx.putBack(d, change)
	case "add":
		if change.Reason == "" {
			change.Reason = "added by mistake"
		}
		return tx.DecideStatement(d.About, record.Deprecated, change)
	case "merge":
		if err := tx.SplitEntity(d.About, change); err != nil {
			return err
		}
		return tx.ask(d.About)
	case "apart":
		change.What, change.From, change.To = "ask", d.To, d.From
		if err := tx.log(d.Target, d.About, change); err != nil {
			return err
		}
		return tx.ask(d.About)
	case "part":
		var into []int64
		if err := fromJSON(d.From, &into); err != nil || len(into) != 1 {
			return fault.New(fault.Internal, "the log of the parting cannot be read")
		}
		return tx.MergeEntities(d.About, into[0], change)
	case "names":
		return tx.undoNames(d, change)
	case "mention":
		if err := tx.undoMention(d); err != nil {
			return translate(err, "mention")
		}
		change.What, change.From, change.To = "mention", "", ""
		return tx.log(d.Target, d.About, change)
	case "stand":
		if err := tx.setDispute(d.About, 0); err != nil {
			return err
		}
		change.What = "stand"
		return tx.log(d.Target, d.About, change)
	}
	return fault.New(fault.Unsupported, "a decision of the kind %q cannot be undone", d.What)
}

// undoRank gives a statement the rank that it had, with its reason.
func (tx *Tx) undoRank(d Decision, before []Decision, change record.Change) error {
	why := ""
	for _, o := range slices.Backward(before) {
		if o.What == "rank" && o.To == d.From {
			why = o.Reason
			break
		}
	}
	undoing := change.Reason
	if change.Reason = why; record.Rank(d.From) == record.Deprecated && why == "" {
		change.Reason = undoing
	}
	return tx.DecideStatement(d.About, record.Rank(d.From), change)
}

func (tx *Tx) putBack(d Decision, change record.Change) error {
	old, err := tx.StatementByID(tx.ctx, d.About)
	if err != nil {
		return err
	}
	var was standing
	if err := fromJSON(d.From, &was); err != nil {
		return fault.Wrap(err, fault.Internal, "the log of the correction cannot be read")
	}
	revision, err := tx.revisionOf(old.Article)
	if err != nil {
		return err
	}
	if d.What == "edit" { // the words have moved on with the text
		was.Revision, was.Hash, was.Evidence, was.Quote, was.Orphaned = old.Revision, old.Hash, old.Evidence, old.Quote, old.Orphaned
		was.Said.Evidence = old.Evidence
	} else if was.Revision != revision {
		was.Orphaned = true
	}
	now := was.put(old.Statement)
	change.What = d.What
	return tx.restate(&old, &now, false, change)
}

// NameEntity gives an entity its names, the canonical one of each language
// first, and signs it.
func (tx *Tx) NameEntity(id int64, list []record.Name, keys []string, change record.Change) error {
	e, err := tx.RecordEntity(id)
	if err != nil {
		return err
	}
	if len(list) == 0 || change.Who == "" {
		return fault.New(fault.Invalid, "an entity needs a name, and a decision too")
	}
	change.What, change.From, change.To = "names", toJSON(e.Names), toJSON(list)
	e.Names = list
	if err := tx.SaveEntity(&e, keys); err != nil {
		return err
	}
	return tx.log("entity", id, change)
}

func (tx *Tx) undoNames(d Decision, change record.Change) error {
	var list []record.Name
	if err := fromJSON(d.From, &list); err != nil {
		return fault.Wrap(err, fault.Internal, "the log of the names cannot be read")
	}
	return tx.NameEntity(d.About, list, nil, change)
}
