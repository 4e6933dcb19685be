package store

import (
	"cmp"
	"context"
	"slices"

	"shanyraq/internal/record"
)

// Doubt is one thing that an editor is asked: a question of matching, a
// conflict, a statement that lost its words.
type Doubt struct {
	ID    int64  // of the entity, the dispute or the statement
	Kind  string // record.DoubtSame…
	Value int64

	Question  Question  // of DoubtSame
	Dispute   Dispute   // of DoubtConflict
	Statement Statement // of DoubtOrphan
}

// orphanValue is the place of every statement that lost its words.
var orphanValue = record.DoubtValue(record.DoubtOrphan, 1)

// Doubts lists what editors are asked, most valuable first, after a place in
// the list; the zero Doubt is the start. kind may be empty.
func (q Queries) Doubts(ctx context.Context, kind string, after Doubt, n int) ([]Doubt, error) {
	n = limit(n)
	var out []Doubt
	if kind == "" || kind == record.DoubtSame {
		var w where
		w.and("answered = 0")
		if after.ID != 0 {
			w.and("(value, entity) < (?, ?)", after.Value, after.ID)
		}
		list, err := collect(q, ctx, `/* store.Doubts */ SELECT entity, article, candidates, reasons, value FROM questions`+w.String()+` ORDER BY value DESC, entity DESC LIMIT ?`, append(w.args, n),
			func(scan func(...any) error) (d Doubt, err error) {
				d.Kind = record.DoubtSame
				d.Question, err = scanQuestion(func(to ...any) error { return scan(append(to, &d.Value)...) })
				d.ID = d.Question.Entity
				return d, err
			})
		if err != nil {
			return nil, translate(err, "question")
		}
		out = append(out, list...)
	}
	if kind == "" || kind == record.DoubtConflict {
		var w where
		w.and("state = 0")
		if after.ID != 0 {
			w.and("(value, id) < (?, ?)", after.Value, after.ID)
		}
		list, err := collect(q, ctx, `/* store.Doubts */ SELECT `+disputeColumns+` FROM disputes`+w.String()+` ORDER BY value DESC, id DESC LIMIT ?`, append(w.args, n), scanDispute)
		if err != nil {
			return nil, translate(err, "conflict")
		}
		for _, d := range list {
			out = append(out, Doubt{ID: d.ID, Kind: record.DoubtConflict, Value: d.Value, Dispute: d})
		}
	}
	if (kind == "" || kind == record.DoubtOrphan) && (after.ID == 0 || after.Value >= orphanValue) {
		rest, args := `WHERE s.orphaned = 1 AND s.rank <> 'deprecated'`, []any{}
		if after.ID != 0 && after.Value == orphanValue {
			rest += ` AND s.id < ?`
			args = append(args, after.ID)
		}
		list, err := q.statementsWhere(ctx, "Doubts", rest+` ORDER BY s.id DESC LIMIT ?`, append(args, n)...)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			out = append(out, Doubt{ID: s.ID, Kind: record.DoubtOrphan, Value: orphanValue, Statement: s})
		}
	}
	slices.SortFunc(out, func(a, b Doubt) int { return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(b.ID, a.ID)) })
	return out[:min(n, len(out))], nil
}

// DoubtCounts counts what editors are asked, by kind.
func (q Queries) DoubtCounts(ctx context.Context) (map[string]int, error) {
	var same, conflict, orphan int
	err := q.one(ctx, `/* store.DoubtCounts */ SELECT (SELECT COUNT(*) FROM questions WHERE answered = 0), (SELECT COUNT(*) FROM disputes WHERE state = 0),
		(SELECT COUNT(*) FROM statements WHERE orphaned = 1 AND rank <> 'deprecated')`, nil, &same, &conflict, &orphan)
	return map[string]int{record.DoubtSame: same, record.DoubtConflict: conflict, record.DoubtOrphan: orphan}, translate(err, "question")
}
