package jobs

import (
	"shanyraq/internal/article"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// carry moves the evidence of statements that people have decided on to the
// article's newest revision, each exactly or not at all: one without an exact
// place is orphaned, for an editor to look at. What the machine alone said is
// read anew instead.
func carry(tx *store.Tx, p Prepared) error {
	said, err := tx.ArticleStatements(tx.Context(), p.Card.ID, true)
	if err != nil {
		return err
	}
	old := map[int64][]store.Statement{}
	for _, s := range said {
		if s.Touched && !s.Orphaned && s.Revision != p.Revision.ID {
			old[s.Revision] = append(old[s.Revision], s)
		}
	}
	for revision, list := range old {
		from, err := tx.Revision(tx.Context(), revision)
		if err != nil {
			return err
		}
		spans := make([]value.Span, len(list))
		for i, s := range list {
			spans[i] = s.Evidence
		}
		for i, m := range article.MoveSpans(from.Plain, p.Revision.Plain, spans) {
			if m.OK {
				err = tx.MoveStatement(list[i].ID, p.Revision, m.Span)
			} else {
				err = tx.Orphan(list[i].ID, m.Why)
			}
			if err != nil {
				return err
			}
		}
	}
	return carryMentions(tx, p)
}

// carryMentions moves what people decided about names in the same way; where
// the words are gone the decision is let go.
func carryMentions(tx *store.Tx, p Prepared) error {
	decided, err := tx.MentionDecisions(tx.Context(), p.Card.ID)
	if err != nil {
		return err
	}
	texts := map[int64]article.Revision{}
	for _, d := range decided {
		if d.Revision == p.Revision.ID {
			continue
		}
		from, ok := texts[d.Revision]
		if !ok {
			if from, err = tx.Revision(tx.Context(), d.Revision); err != nil {
				return err
			}
			texts[d.Revision] = from
		}
		m := article.MoveSpans(from.Plain, p.Revision.Plain, []value.Span{d.Span})[0]
		if !m.OK {
			m.Span = value.Span{}
		}
		if err := tx.MoveMention(d.ID, p.Revision.ID, m.Span); err != nil {
			return err
		}
	}
	return nil
}
