package store

import (
	"slices"

	"shanyraq/internal/record"
)

// A fact told by many articles is one line of a register. The statement that
// stands there leads: the best rank first, then the article published first.
// It has shown 3; the leading one of every other language has 2; the rest
// have 1, and 0 is what the public does not see.

// teller is a shown statement of a fact, as far as leading goes.
type teller struct {
	id        int64
	language  string
	rank      record.Rank
	published int64
	shown     int
	told      int
}

func scanTeller(scan func(...any) error) (t teller, err error) {
	err = scan(&t.id, &t.language, &t.rank, &t.published, &t.shown, &t.told)
	return t, err
}

const tellerColumns = `id, language, rank, published, shown, told`

var rankOrder = map[record.Rank]int{record.Preferred: 0, record.Accepted: 1, record.Suggested: 2, record.Deprecated: 3}

// before says which of two statements leads.
func (t teller) before(u teller) bool {
	switch a, b := rankOrder[t.rank], rankOrder[u.rank]; {
	case a != b:
		return a < b
	case t.published != u.published:
		return t.published < u.published
	}
	return t.id < u.id
}

type factState int

const (
	introduced factState = iota + 1 // this reading tells it first
	toSettle                        // to be counted anew at the end
)

// stand finds the place of a new statement among those that tell its fact
// already. It looks at the leading ones only, so a fact that a thousand
// articles tell costs no more than one that two tell. fresh says that nobody
// tells it yet. leading are those that led it until now.
func (tx *Tx) stand(s *record.Statement, a *Card, facts map[string]factState, fresh bool) (shown, told int, leading []int64, err error) {
	if facts[s.Fact] != 0 { // twice in one reading, or being replaced
		facts[s.Fact] = toSettle
		return 1, 1, nil, nil
	}
	facts[s.Fact] = introduced
	if fresh {
		return 3, 1, nil, nil
	}
	leads, err := collect(tx.Queries, tx.ctx, `/* store.stand */ SELECT `+tellerColumns+` FROM statements WHERE fact = ? AND shown >= 2`, []any{s.Fact}, scanTeller)
	if err != nil || len(leads) == 0 {
		return 3, 1, nil, err
	}
	me := teller{id: s.ID, language: a.Language, rank: s.Rank, published: millis(a.Published)}
	told = leads[0].told + 1
	first, own := true, true // does it lead all, does it lead its language
	for _, l := range leads {
		leading = append(leading, l.id)
		if l.shown == 3 && !me.before(l) {
			first = false
		}
		if l.language == me.language && !me.before(l) {
			own = false
		}
	}
	shown = 1
	if first {
		shown = 3
	} else if own {
		shown = 2
	}
	for _, l := range leads {
		now := l.shown
		if l.language == me.language && shown > 1 {
			now = 1
		} else if first && now == 3 {
			now = 2
		}
		if err := tx.show(l, now, told); err != nil {
			return 0, 0, nil, err
		}
	}
	return shown, told, leading, nil
}

// show writes how a statement is shown. Only those that lead are found by
// their keys, so that a fact told a thousand times is one candidate.
func (tx *Tx) show(t teller, shown, told int) error {
	if (shown > 1) != (t.shown > 1) {
		var text string
		if err := tx.one(tx.ctx, `/* store.show */ SELECT keys FROM statements WHERE id = ?`, []any{t.id}, &text); err != nil {
			return err
		}
		var keys []string
		if err := fromJSON(text, &keys); err != nil {
			return err
		}
		if shown <= 1 {
			if err := tx.dropKeys(t.id, keys); err != nil {
				return err
			}
		} else if err := tx.addKeys(keyRows(nil, t.id, keys)); err != nil {
			return err
		}
	}
	if (shown == leadsAll) != (t.shown == leadsAll) {
		if err := tx.movePairs(t.id, shown == leadsAll); err != nil {
			return err
		}
	}
	_, err := tx.exec(tx.ctx, `/* store.show */ UPDATE statements SET shown = ?, told = ? WHERE id = ?`, shown, told, t.id)
	return err
}

func keyRows(values []any, id int64, keys []string) []any {
	for _, k := range keys {
		values = append(values, k, id)
	}
	return values
}

func (tx *Tx) addKeys(values []any) error {
	for i := 0; i < len(values); i += 2 {
		note(&tx.cache.keys, values[i].(string), values[i+1].(int64))
	}
	return tx.insertMany(`/* store.addKeys */ INSERT INTO statement_keys (key, statement)`, " ON CONFLICT DO NOTHING", 2, values)
}

func (tx *Tx) dropKeys(id int64, keys []string) error {
	for _, k := range keys {
		tx.cache.keys.drop(k)
		if _, err := tx.exec(tx.ctx, `/* store.dropKeys */ DELETE FROM statement_keys WHERE key = ? AND statement = ?`, k, id); err != nil {
			return err
		}
	}
	return nil
}

// settle finds anew who leads a fact, among the statements with shown > 0.
func (tx *Tx) settle(fact string) error {
	all, err := collect(tx.Queries, tx.ctx, `/* store.settle */ SELECT `+tellerColumns+` FROM statements WHERE fact = ? AND shown >= 1`, []any{fact}, scanTeller)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(t, u teller) int {
		if t.before(u) {
			return -1
		}
		return 1
	})
	seen := map[string]bool{}
	for i, t := range all {
		shown := 1
		switch {
		case i == 0:
			shown = 3
		case !seen[t.language]:
			shown = 2
		}
		seen[t.language] = true
		if shown != t.shown || shown > 1 && t.told != len(all) {
			if err := tx.show(t, shown, len(all)); err != nil {
				return err
			}
		}
	}
	return nil
}

// hide takes everything an article says out of the public's sight at once,
// when it is withdrawn; the reading that follows writes the rest.
func (tx *Tx) hide(articleID int64) error {
	said, err := tx.ArticleStatements(tx.ctx, articleID, true)
	if err != nil {
		return err
	}
	tx.review(articleID)
	if _, err := tx.exec(tx.ctx, `/* store.hide */ UPDATE statements SET shown = 0 WHERE article = ?`, articleID); err != nil {
		return err
	}
	for _, s := range said {
		if err := tx.dropPairs(&s); err != nil {
			return err
		}
		if err := tx.dropKeys(s.ID, s.Keys); err != nil {
			return err
		}
		if err := tx.settle(s.Fact); err != nil {
			return err
		}
	}
	var public int
	if err := tx.one(tx.ctx, `/* store.hide */ SELECT COALESCE(MAX(public), 0) FROM mentions WHERE article = ?`, []any{articleID}, &public); err != nil {
		return err
	}
	if public == 0 {
		return nil
	}
	named, err := tx.Mentions(tx.ctx, articleID)
	if err != nil {
		return err
	}
	for _, m := range named {
		tx.mentioned(m.Entity, -1)
	}
	_, err = tx.exec(tx.ctx, `/* store.hide */ UPDATE mentions SET public = 0 WHERE article = ?`, articleID)
	return err
}
