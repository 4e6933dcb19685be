package store

import (
	"context"
	"slices"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
	"shanyraq/internal/value"
)

// A person may put right what a name in a text means. Such a decision is laid
// over every reading of the text from then on: see overlay.

// MentionDecision says that some words of a text name an entity, or, with
// Entity 0, that they are no name.
type MentionDecision struct {
	ID       int64
	Article  int64
	Revision int64
	Span     value.Span
	Entity   int64
}

// MentionDecisions gives what holds for an article, oldest first; entities
// that were merged meanwhile are given as the one they were merged into.
func (q Queries) MentionDecisions(ctx context.Context, articleID int64) ([]MentionDecision, error) {
	list, err := collect(q, ctx, `/* store.MentionDecisions */ SELECT id, article, revision, start_at, end_at, entity FROM mention_decisions WHERE article = ? AND held = 1 ORDER BY id`, []any{articleID},
		func(scan func(...any) error) (d MentionDecision, err error) {
			err = scan(&d.ID, &d.Article, &d.Revision, &d.Span.Start, &d.Span.End, &d.Entity)
			return d, err
		})
	if err != nil {
		return nil, translate(err, "mention")
	}
	for i := range list {
		for steps := 0; list[i].Entity != 0 && steps < 10; steps++ {
			e, err := q.EntityByID(ctx, list[i].Entity)
			if err != nil {
				return nil, err
			}
			if e.Into == 0 {
				break
			}
			list[i].Entity = e.Into
		}
	}
	return list, nil
}

func (tx *Tx) holdMention(articleID, revision int64, span value.Span, entity int64) (int64, error) {
	id, err := tx.newID()
	if err != nil {
		return 0, translate(err, "mention")
	}
	_, err = tx.exec(tx.ctx, `/* store.holdMention */ INSERT INTO mention_decisions (id, article, revision, start_at, end_at, entity, held) VALUES (?,?,?,?,?,?,1)`,
		id, articleID, revision, span.Start, span.End, entity)
	return id, translate(err, "mention")
}

// MoveMention puts a decision where the same words stand in a newer revision;
// an empty span lets go of it, for the words are gone.
func (tx *Tx) MoveMention(id, revision int64, span value.Span) error {
	_, err := tx.exec(tx.ctx, `/* store.MoveMention */ UPDATE mention_decisions SET revision = ?, start_at = ?, end_at = ?, held = ? WHERE id = ?`,
		revision, span.Start, span.End, flag(!span.Empty()), id)
	return translate(err, "mention")
}

// overlay lays decisions over mentions. moves says which entity lost which
// words to which other.
func overlay(named []Mention, decided []MentionDecision) (now []Mention, moves []mentionMove) {
	now = slices.Clone(named)
	for _, d := range decided {
		for _, m := range now {
			if m.Entity != d.Entity && slices.ContainsFunc(m.Spans, d.Span.Overlaps) {
				moves = append(moves, mentionMove{d.Span, m.Entity, d.Entity})
			}
		}
		now = give(now, d.Span, 0, d.Entity)
	}
	return now, moves
}

type mentionMove struct {
	Span     value.Span
	From, To int64
}

// moves reports whether a statement spoke of an entity by the words that
// moved, and by no others.
func (m mentionMove) moves(evidence value.Span, now []Mention) bool {
	if m.To == 0 || !evidence.Contains(m.Span) {
		return false
	}
	return !slices.ContainsFunc(now, func(n Mention) bool {
		return n.Entity == m.From && slices.ContainsFunc(n.Spans, evidence.Overlaps)
	})
}

// give takes the words of a span from an entity (0 for any) and gives them to
// another (0 for none).
func give(named []Mention, span value.Span, from, to int64) (out []Mention) {
	done := to == 0
	for _, m := range named {
		spans := m.Spans
		if m.Entity != to && (from == 0 || m.Entity == from) {
			spans = slices.DeleteFunc(slices.Clone(spans), span.Overlaps)
		} else if m.Entity == to && !done {
			spans = slices.DeleteFunc(slices.Clone(spans), span.Overlaps)
			spans = append(spans, span)
			slices.SortFunc(spans, bySpan)
			done = true
		}
		if len(spans) > 0 {
			out = append(out, Mention{m.Entity, spans})
		}
	}
	if !done {
		out = append(out, Mention{to, []value.Span{span}})
	}
	return out
}

// rename gives all mentions of some entities to one.
func rename(named []Mention, which func(Mention) bool, to int64) (out []Mention) {
	var all []value.Span
	for _, m := range named {
		if which(m) || m.Entity == to {
			all = append(all, m.Spans...)
		} else {
			out = append(out, m)
		}
	}
	if len(all) > 0 {
		slices.SortFunc(all, bySpan)
		out = append(out, Mention{to, all})
	}
	return out
}

// putMentions writes what an article names from now on.
func (tx *Tx) putMentions(articleID int64, before, now []Mention) error {
	var public int
	var language string
	var published, revision int64
	if err := tx.one(tx.ctx, `/* store.putMentions */ SELECT public, language, published, revision FROM articles WHERE id = ?`, []any{articleID}, &public, &language, &published, &revision); err != nil {
		return err
	}
	was := map[int64]string{}
	for _, m := range before {
		was[m.Entity] = formatSpans(m.Spans)
	}
	for _, m := range now {
		spans, ok := was[m.Entity]
		delete(was, m.Entity)
		switch text := formatSpans(m.Spans); {
		case !ok:
			if public == 1 {
				tx.mentioned(m.Entity, 1)
			}
			if _, err := tx.exec(tx.ctx, `/* store.putMentions */ INSERT INTO mentions (article, entity, revision, public, language, published, spans) VALUES (?,?,?,?,?,?,?)`,
				articleID, m.Entity, revision, public, language, published, text); err != nil {
				return err
			}
		case spans != text:
			if _, err := tx.exec(tx.ctx, `/* store.putMentions */ UPDATE mentions SET spans = ? WHERE article = ? AND entity = ?`, text, articleID, m.Entity); err != nil {
				return err
			}
		}
	}
	for _, m := range before {
		if _, gone := was[m.Entity]; !gone {
			continue
		}
		if public == 1 {
			tx.mentioned(m.Entity, -1)
		}
		if _, err := tx.exec(tx.ctx, `/* store.putMentions */ DELETE FROM mentions WHERE article = ? AND entity = ?`, articleID, m.Entity); err != nil {
			return err
		}
	}
	return nil
}

// mentionChange is what the log keeps of a decision about a mention.
type mentionChange struct {
	Decision   int64      `json:"decision"`
	Span       value.Span `json:"span"`
	Before     []moved    `json:"before,omitempty"` // Article holds the entity that had the words
	Statements []inRef    `json:"statements,omitempty"`
	From       int64      `json:"from,omitempty"` // of the statements
}

// DecideMention says that the words of a span name an entity, or with entity
// 0 that they are no name. Statements that spoke of another entity by these
// words alone speak of this one.
func (tx *Tx) DecideMention(articleID int64, revision int64, span value.Span, entity int64, change record.Change) error {
	if change.Who == "" || span.Empty() {
		return fault.New(fault.Invalid, "a decision about a mention needs its words and a name")
	}
	if now, err := tx.revisionOf(articleID); err != nil {
		return err
	} else if now != revision {
		return fault.New(fault.Conflict, "the text was changed meanwhile").Hint("open the article again and choose the words in the newest text")
	}
	if entity != 0 {
		if e, err := tx.EntityByID(tx.ctx, entity); err != nil {
			return err
		} else if e.Into != 0 {
			entity = e.Into
		}
	}
	named, err := tx.Mentions(tx.ctx, articleID)
	if err != nil {
		return err
	}
	c := mentionChange{Span: span}
	for _, m := range named {
		if some := slices.DeleteFunc(slices.Clone(m.Spans), func(s value.Span) bool { return !s.Overlaps(span) }); len(some) > 0 {
			c.Before = append(c.Before, moved{Article: m.Entity, Spans: formatSpans(some)})
		}
	}
	if c.Decision, err = tx.holdMention(articleID, revision, span, entity); err != nil {
		return err
	}
	now, moves := overlay(named, []MentionDecision{{Span: span, Entity: entity}})
	if err := tx.putMentions(articleID, named, now); err != nil {
		return translate(err, "mention")
	}
	said, err := tx.ArticleStatements(tx.ctx, articleID, true)
	if err != nil {
		return err
	}
	for _, m := range moves {
		for i := range said {
			if !m.moves(said[i].Evidence, now) {
				continue
			}
			at, err := tx.moveRefs(&said[i], m.From, m.To, nil)
			if err != nil {
				return translate(err, "statement")
			}
			if len(at) > 0 {
				c.From = m.From
				c.Statements = append(c.Statements, inRef{said[i].ID, at})
			}
		}
	}
	change.What, change.From, change.To, change.Article = "mention", toJSON(c), toJSON([]int64{entity}), articleID
	return tx.log("mention", c.Decision, change)
}

// undoMention takes a decision about a mention back.
func (tx *Tx) undoMention(d Decision) error {
	var c mentionChange
	var to []int64
	if err := fromJSON(d.From, &c); err != nil {
		return err
	}
	if err := fromJSON(d.To, &to); err != nil || len(to) != 1 {
		return fault.New(fault.Internal, "the log of the mention cannot be read")
	}
	if _, err := tx.exec(tx.ctx, `/* store.undoMention */ UPDATE mention_decisions SET held = 0 WHERE id = ?`, c.Decision); err != nil {
		return err
	}
	named, err := tx.Mentions(tx.ctx, d.Article)
	if err != nil {
		return err
	}
	now := give(named, c.Span, to[0], 0)
	for _, b := range c.Before {
		spans, err := parseSpans(b.Spans)
		if err != nil {
			return err
		}
		for _, s := range spans {
			now = give(now, s, to[0], b.Article)
		}
	}
	if err := tx.putMentions(d.Article, named, now); err != nil {
		return err
	}
	for _, r := range c.Statements {
		s, err := tx.StatementByID(tx.ctx, r.ID)
		if fault.Is(err, fault.NotFound) {
			continue
		}
		if err == nil {
			_, err = tx.moveRefs(&s, to[0], c.From, r.At)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
