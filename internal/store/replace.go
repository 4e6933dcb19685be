package store

import (
	"maps"
	"slices"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/value"
)

// saveStatements puts the statements of a reading in the place of those the
// machine made before.
func (tx *Tx) saveStatements(r *Reading, fresh bool) error {
	a := &r.Article
	before := map[string][]int64{} // ids by what they say, in order
	facts := map[string]factState{}
	kept := map[int64]bool{}
	var old []Statement
	if !fresh {
		var err error
		if old, err = tx.ArticleStatements(tx.ctx, a.ID, true); err != nil {
			return err
		}
		for _, s := range old {
			if !s.Touched {
				k := sameWords(&s.Statement)
				before[k] = append(before[k], s.ID)
			}
			facts[s.Fact] = toSettle // something of it goes or changes
		}
	}
	corrected := map[string][]int64{} // what the reader said before a person put it right: it says so again
	for _, s := range old {
		if s.Touched {
			k := sameSaid(&s.Statement)
			corrected[k] = append(corrected[k], s.ID)
		}
	}
	n := len(r.Statements)
	values, facets, keys := make([]any, 0, 27*n), make([]any, 0, facetColumns*4*n), make([]any, 0, 2*2*n)
	var checks, pairs []any
	for i := range r.Statements {
		s := &r.Statements[i]
		s.Article, s.Revision, s.Hash, s.ReaderVersion = a.ID, a.Revision, r.Hash, r.Version
		if s.Rank == "" {
			s.Rank = record.Suggested
		}
		reused := false
		if len(old) > 0 {
			if k := sameSaid(s); len(corrected[k]) > 0 {
				kept[corrected[k][0]], corrected[k] = true, corrected[k][1:]
				continue
			}
			if k := sameWords(s); len(before[k]) > 0 {
				s.ID, before[k] = before[k][0], before[k][1:]
				kept[s.ID], reused = true, true
				if err := tx.dropStatement(s.ID); err != nil {
					return err
				}
			}
		}
		if !reused {
			var err error
			if s.ID, err = tx.newID(); err != nil {
				return err
			}
		}
		shown, told := 0, 1
		if a.State.Public() && s.Rank != record.Deprecated {
			var err error
			var leads []int64
			if shown, told, leads, err = tx.stand(s, a, facts, fresh && r.Joined != nil && !r.Joined[s.Fact]); err != nil {
				return err
			}
			if len(leads) > 0 {
				if err := tx.disputed(s, leads); err != nil {
					return err
				}
			}
		}
		verdict := ""
		if i < len(r.Checks) && r.Checks[i] != nil {
			c := r.Checks[i]
			verdict = string(c.Verdict)
			checks = append(checks, s.ID, verdict, c.Stated, c.Observed, c.Source, c.Arithmetic)
		}
		day, last, dated := place(s.Said, millis(a.Published))
		values = append(values, s.ID, s.Fact, s.Said.Kind, sub(s.Said), s.Article, s.Revision, s.Hash, a.Language, a.Section, millis(a.Published),
			s.Evidence.Start, s.Evidence.End, s.Quote, toJSON(s.Said), toJSON(s.Refs), day, last, flag(dated), s.ReaderVersion, s.Rank, s.Reason,
			flag(s.Touched), flag(s.Orphaned), verdict, shown, told, toJSON(s.Keys))
		facets = facetRows(facets, s, a.Section, a.Language, verdict, day)
		if shown == leadsAll {
			pairs = pairRows(pairs, s, day)
		}
		if shown > 1 { // what comes next will ask for it
			keys = keyRows(keys, s.ID, s.Keys)
			kept := *s
			tx.cache.statements.put(s.ID, &kept)
		}
	}
	if err := tx.insertMany(`/* store.saveStatements */ INSERT INTO statements (id, fact, kind, sub, article, revision, hash, language, section, published,
		start_at, end_at, quote, said, refs, day, day_last, dated, version, rank, reason, touched, orphaned, verdict, shown, told, keys)`, "", 27, values); err != nil {
		return err
	}
	if err := tx.putFacets(facets); err != nil {
		return err
	}
	if err := tx.insertPairs(pairs); err != nil {
		return err
	}
	if err := tx.addKeys(keys); err != nil {
		return err
	}
	if err := tx.insertMany(`/* store.saveStatements */ INSERT INTO checks (statement, verdict, stated, observed, source, arithmetic)`, "", 6, checks); err != nil {
		return err
	}
	if fresh {
		tx.reviewFresh(a, r.Statements)
	} else {
		tx.review(a.ID)
	}
	for _, s := range old {
		if !kept[s.ID] && !s.Touched {
			if err := tx.dropStatement(s.ID); err != nil {
				return err
			}
		}
	}
	for _, f := range slices.Sorted(maps.Keys(facts)) {
		if facts[f] == toSettle {
			if err := tx.settle(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// sameWords is what two readings of one statement have in common: what is
// said and the words that say it, wherever they stand and whichever rule or
// numbering of entities found them.
func sameWords(s *record.Statement) string {
	return toJSON(struct {
		Said  read.Statement
		Refs  []record.Ref
		Quote string
	}{plainly(s.Said), s.Refs, s.Quote})
}

// sameSaid is sameWords for what a person has decided on: what the reader had
// said, of whomever.
func sameSaid(s *record.Statement) string {
	said := s.Said
	if s.Original != nil {
		said = s.Original.Said
	}
	return toJSON(struct {
		Said  read.Statement
		Quote string
	}{plainly(said), s.Quote})
}

func plainly(said read.Statement) read.Statement {
	said.Evidence, said.Rule, said.Confidence = value.Span{}, "", 0
	said.Person, said.Organization, said.Group, said.Speaker, said.Place, said.Organizer = "", "", "", "", "", ""
	said.Parties, said.Participants = nil, nil
	return said
}

// dropStatement takes a machine's statement out, its keys, facets and check.
func (tx *Tx) dropStatement(id int64) error {
	s, err := tx.StatementByID(tx.ctx, id)
	if err != nil {
		return err
	}
	if err := tx.dropFacets(&s); err != nil {
		return err
	}
	tx.cache.statements.drop(id)
	if err := tx.dropKeys(id, s.Keys); err != nil {
		return err
	}
	if _, err := tx.exec(tx.ctx, `/* store.dropStatement */ DELETE FROM checks WHERE statement = ?`, id); err != nil {
		return err
	}
	if _, err := tx.exec(tx.ctx, `/* store.dropStatement */ UPDATE disputes SET state = 2 WHERE (a = ? OR b = ?) AND state = 0`, id, id); err != nil {
		return err
	}
	_, err = tx.exec(tx.ctx, `/* store.dropStatement */ DELETE FROM statements WHERE id = ?`, id)
	return err
}
