package store

import (
	"slices"
	"strconv"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/value"
)

// What a person corrects keeps its id and its address; the log holds how it
// stood before and after, so that it can be put back.

// standing is how a statement stands, as the log keeps it.
type standing struct {
	Said     read.Statement  `json:"said"`
	Refs     []record.Ref    `json:"refs,omitempty"`
	Keys     []string        `json:"keys,omitempty"`
	Fact     string          `json:"fact"`
	Rank     record.Rank     `json:"rank"`
	Reason   string          `json:"reason,omitempty"`
	Revision int64           `json:"revision"`
	Hash     string          `json:"hash"`
	Evidence value.Span      `json:"evidence"`
	Quote    string          `json:"quote"`
	Orphaned bool            `json:"orphaned,omitempty"`
	Original *record.Telling `json:"original,omitempty"`
}

func standingOf(s *record.Statement) standing {
	return standing{s.Said, s.Refs, s.Keys, s.Fact, s.Rank, s.Reason, s.Revision, s.Hash, s.Evidence, s.Quote, s.Orphaned, s.Original}
}

func (v standing) put(s record.Statement) record.Statement {
	s.Said, s.Refs, s.Keys, s.Fact, s.Rank, s.Reason, s.Revision, s.Hash, s.Evidence, s.Quote, s.Orphaned, s.Original =
		v.Said, v.Refs, v.Keys, v.Fact, v.Rank, v.Reason, v.Revision, v.Hash, v.Evidence, v.Quote, v.Orphaned, v.Original
	return s
}

// EditStatement corrects what a statement says. The correction is accepted;
// what the reader said stays beside it. Whether it tells the fact that it told
// before is asked anew. The check of a figure has to be made again.
func (tx *Tx) EditStatement(id int64, said read.Statement, refs []record.Ref, change record.Change) error {
	old, err := tx.StatementByID(tx.ctx, id)
	if err != nil {
		return err
	}
	if change.Who == "" || said.Kind != old.Said.Kind {
		return fault.New(fault.Invalid, "a correction needs a name and keeps the kind").Hint("deprecate the statement and add one of the other kind")
	}
	now := old.Statement
	if now.Original == nil && old.Said.Rule != record.ByHand {
		now.Original = &record.Telling{Said: old.Said, Refs: old.Refs, Evidence: old.Evidence}
	}
	said.Evidence, said.Rule, said.Confidence = old.Evidence, record.ByHand, 0
	now.Said, now.Refs, now.Reason = said, refs, change.Reason
	if now.Rank != record.Preferred {
		now.Rank = record.Accepted
	}
	change.What = "edit"
	return tx.restate(&old, &now, true, change)
}

// AddStatement adds what the reader missed, on exactly the words of a span of
// the article's newest revision.
func (tx *Tx) AddStatement(articleID int64, rev article.Revision, span value.Span, said read.Statement, refs []record.Ref, change record.Change) (int64, error) {
	runes := []rune(rev.Plain)
	if change.Who == "" || span.Empty() || span.Start < 0 || span.End > len(runes) {
		return 0, fault.New(fault.Invalid, "a statement needs the words that say it, and a name")
	}
	if now, err := tx.revisionOf(articleID); err != nil {
		return 0, err
	} else if now != rev.ID {
		return 0, fault.New(fault.Conflict, "the text was changed meanwhile").Hint("open the article again and choose the words in the newest text")
	}
	c, err := tx.ArticleByID(tx.ctx, articleID)
	if err != nil {
		return 0, err
	}
	s := record.Statement{Article: articleID, Revision: rev.ID, Hash: rev.Hash, Evidence: span, Quote: string(runes[span.Start:span.End]), Said: said, Refs: refs,
		ReaderVersion: record.ByHand, Rank: record.Accepted, Reason: change.Reason, Touched: true}
	s.Said.Evidence, s.Said.Rule, s.Said.Confidence = span, record.ByHand, 0
	if s.ID, err = tx.newID(); err != nil {
		return 0, translate(err, "statement")
	}
	day, last, dated := place(s.Said, millis(c.Published))
	_, err = tx.exec(tx.ctx, `/* store.AddStatement */ INSERT INTO statements (id, fact, kind, sub, article, revision, hash, language, section, published,
		start_at, end_at, quote, said, refs, day, day_last, dated, version, rank, reason, touched, orphaned, verdict, shown, told, keys) VALUES (`+placeholders(27)+`)`,
		s.ID, ownFact(s.ID), s.Said.Kind, sub(s.Said), articleID, rev.ID, rev.Hash, c.Language, c.Section, millis(c.Published),
		span.Start, span.End, s.Quote, toJSON(s.Said), toJSON(s.Refs), day, last, flag(dated), s.ReaderVersion, s.Rank, s.Reason, 1, 0, "", 0, 1, "")
	if err != nil {
		return 0, translate(err, "statement")
	}
	now, err := tx.StatementByID(tx.ctx, s.ID)
	if err != nil {
		return 0, err
	}
	if err := tx.addFacets(&now); err != nil {
		return 0, translate(err, "statement")
	}
	change.What = "add"
	after := now.Statement
	return s.ID, tx.restate(&now, &after, true, change)
}

// ownFact is the fact of a statement that nobody else tells.
func ownFact(id int64) string { return "s" + strconv.FormatInt(id, 10) }

// PlaceStatement gives a statement whose words were edited away the words that
// say it now.
func (tx *Tx) PlaceStatement(id int64, rev article.Revision, span value.Span, change record.Change) error {
	old, err := tx.StatementByID(tx.ctx, id)
	if err != nil {
		return err
	}
	runes := []rune(rev.Plain)
	if change.Who == "" || span.Empty() || span.Start < 0 || span.End > len(runes) || rev.Article != old.Article {
		return fault.New(fault.Invalid, "a statement needs the words that say it, and a name")
	}
	now := old.Statement
	now.Revision, now.Hash, now.Evidence, now.Quote, now.Orphaned = rev.ID, rev.Hash, span, string(runes[span.Start:span.End]), false
	now.Said.Evidence = span
	change.What = "place"
	return tx.restate(&old, &now, false, change)
}

// restate writes how a statement stands from now on, signs it, and settles
// who leads the facts that are touched. With anew set, which fact it tells is
// asked again.
func (tx *Tx) restate(old *Statement, now *record.Statement, anew bool, change record.Change) error {
	change.From, change.Article = toJSON(standingOf(&old.Statement)), old.Article
	if err := tx.writeStanding(old, now, anew); err != nil {
		return translate(err, "statement")
	}
	change.To = toJSON(standingOf(now))
	return tx.log("statement", old.ID, change)
}

func (tx *Tx) writeStanding(old *Statement, now *record.Statement, anew bool) error {
	public, err := tx.public(old.Article)
	if err != nil {
		return err
	}
	tx.cache.statements.drop(old.ID)
	if err := tx.dropFacets(old); err != nil {
		return err
	}
	if err := tx.dropKeys(old.ID, old.Keys); err != nil {
		return err
	}
	// Out of its fact first: who leads it then is who it may be compared with.
	if _, err := tx.exec(tx.ctx, `/* store.writeStanding */ UPDATE statements SET shown = 0 WHERE id = ?`, old.ID); err != nil {
		return err
	}
	if err := tx.settle(old.Fact); err != nil {
		return err
	}
	if anew {
		now.Keys = record.FactKeys(*now)
		told, err := tx.Leading(now.Keys)
		if err != nil {
			return err
		}
		now.Fact = ownFact(now.ID)
		record.Join(now, slices.Clone(told))
	}
	shown := flag(public && now.Rank != record.Deprecated && !now.Orphaned)
	now.Touched = now.Rank != record.Suggested || now.Original != nil || now.Said.Rule == record.ByHand
	day, last, dated := place(now.Said, millis(old.Published))
	if _, err := tx.exec(tx.ctx, `/* store.writeStanding */ UPDATE statements SET fact = ?, sub = ?, revision = ?, hash = ?, start_at = ?, end_at = ?, quote = ?, said = ?, refs = ?,
		day = ?, day_last = ?, dated = ?, rank = ?, reason = ?, touched = ?, orphaned = ?, original = ?, shown = ?, told = 1, keys = ? WHERE id = ?`,
		now.Fact, sub(now.Said), now.Revision, now.Hash, now.Evidence.Start, now.Evidence.End, now.Quote, toJSON(now.Said), toJSON(now.Refs),
		day, last, flag(dated), now.Rank, now.Reason, flag(now.Touched), flag(now.Orphaned), originalText(now), shown, toJSON(now.Keys), old.ID); err != nil {
		return err
	}
	after := *old
	after.Statement, after.Day, after.shown = *now, day, shown
	if err := tx.addFacets(&after); err != nil {
		return err
	}
	if err := tx.settle(now.Fact); err != nil {
		return err
	}
	tx.review(old.Article)
	return tx.dispute(now.ID)
}

// originalText is what the column holds: empty where nothing was corrected.
func originalText(s *record.Statement) string {
	if s.Original == nil {
		return ""
	}
	return toJSON(s.Original)
}

// SetCheck writes what came of checking a figure; nil for nothing.
func (tx *Tx) SetCheck(id int64, c *stats.Check) error {
	if _, err := tx.exec(tx.ctx, `/* store.SetCheck */ DELETE FROM checks WHERE statement = ?`, id); err != nil {
		return translate(err, "check")
	}
	verdict := ""
	if c != nil {
		verdict = string(c.Verdict)
		if _, err := tx.exec(tx.ctx, `/* store.SetCheck */ INSERT INTO checks (statement, verdict, stated, observed, source, arithmetic) VALUES (?,?,?,?,?,?)`,
			id, verdict, c.Stated, c.Observed, c.Source, c.Arithmetic); err != nil {
			return translate(err, "check")
		}
	}
	if _, err := tx.exec(tx.ctx, `/* store.SetCheck */ UPDATE statements SET verdict = ? WHERE id = ?`, verdict, id); err != nil {
		return translate(err, "check")
	}
	return translate(tx.refine(id, verdict), "check")
}
