package store

import (
	"slices"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
)

// moved is what one article gave from an entity to another: mentions and the
// places that the entity had among the refs of statements.
type moved struct {
	Article    int64   `json:"article"`
	Spans      string  `json:"spans,omitempty"`
	Statements []inRef `json:"statements,omitempty"`
}

type inRef struct {
	ID int64 `json:"id"`
	At []int `json:"at"` // indexes of refs
}

// MergeEntities makes one entity of two: what mentions and states from now
// says into. from keeps its names and its id, so that SplitEntity can take it
// out again; the log holds what moved. Where it was asked whether the two are
// one, that is answered.
func (tx *Tx) MergeEntities(from, into int64, change record.Change) error {
	if from == into || change.Who == "" {
		return fault.New(fault.Invalid, "a merge needs two entities and a name")
	}
	a, err := tx.EntityByID(tx.ctx, from)
	if err != nil {
		return err
	}
	b, err := tx.EntityByID(tx.ctx, into)
	if err != nil {
		return err
	}
	if a.Kind != b.Kind || a.Into != 0 || b.Into != 0 {
		return fault.New(fault.Invalid, "only two entities of one kind that both stand can be merged")
	}
	list, err := tx.moveEntity(from, into, nil)
	if err != nil {
		return translate(err, "entity")
	}
	if err := tx.setInto(from, into); err != nil {
		return err
	}
	if _, err := tx.exec(tx.ctx, `/* store.MergeEntities */ UPDATE questions SET answered = 1 WHERE entity = ?`, from); err != nil {
		return translate(err, "question")
	}
	change.What, change.From, change.To = "merge", toJSON(list), toJSON([]int64{into})
	return tx.log("entity", from, change)
}

func (tx *Tx) setInto(id, into int64) error {
	_, err := tx.exec(tx.ctx, `/* store.setInto */ UPDATE entities SET into_id = ? WHERE id = ?`, into, id)
	tx.cache.entities.drop(id)
	return translate(err, "entity")
}

// SplitEntity undoes a merge: the mentions and statements that came with the
// entity go back to it, and no others.
func (tx *Tx) SplitEntity(id int64, change record.Change) error {
	e, err := tx.EntityByID(tx.ctx, id)
	if err != nil {
		return err
	}
	log, err := tx.decisions(tx.ctx, `d.target = 'entity' AND d.about = ? AND d.what = 'merge' ORDER BY d.id DESC LIMIT 1`, id)
	if err != nil {
		return err
	}
	if e.Into == 0 || len(log) == 0 || change.Who == "" {
		return fault.New(fault.Invalid, "this entity was not merged into another")
	}
	list, err := parseMoved(log[0].From)
	if err != nil {
		return fault.Wrap(err, fault.Internal, "the log of the merge cannot be read")
	}
	if err := tx.setInto(id, 0); err != nil {
		return err
	}
	if err := tx.moveBack(e.Into, id, list); err != nil {
		return translate(err, "entity")
	}
	change.What, change.From, change.To = "split", toJSON([]int64{e.Into}), toJSON([]int64{id})
	return tx.log("entity", id, change)
}

// parseMoved reads the log of a merge; before it held spans it was a list of
// articles.
func parseMoved(s string) (list []moved, err error) {
	var articles []int64
	if fromJSON(s, &articles) == nil {
		for _, id := range articles {
			list = append(list, moved{Article: id})
		}
		return list, nil
	}
	return list, fromJSON(s, &list)
}

// PartEntity makes a new entity of those of its mentions that stand in some
// articles: they speak of somebody else. The names are the new one's; later
// readings of these articles keep to it.
func (tx *Tx) PartEntity(id int64, articles []int64, e record.Entity, keys []string, change record.Change) (int64, error) {
	old, err := tx.EntityByID(tx.ctx, id)
	if err != nil {
		return 0, err
	}
	if change.Who == "" || len(articles) == 0 || old.Into != 0 {
		return 0, fault.New(fault.Invalid, "to part an entity needs a name and the articles that speak of the other")
	}
	e.ID, e.Kind, e.Known, e.Into, e.Rank = 0, old.Kind, "", 0, record.Accepted
	if err := tx.SaveEntity(&e, keys); err != nil {
		return 0, err
	}
	list, err := tx.moveEntity(id, e.ID, articles)
	if err != nil {
		return 0, translate(err, "entity")
	}
	if len(list) == 0 {
		return 0, fault.New(fault.Invalid, "none of these articles speaks of the entity")
	}
	for _, m := range list {
		spans, err := parseSpans(m.Spans)
		if err != nil {
			return 0, translate(err, "mention")
		}
		revision, err := tx.revisionOf(m.Article)
		if err != nil {
			return 0, err
		}
		for _, s := range spans {
			if _, err := tx.holdMention(m.Article, revision, s, e.ID); err != nil {
				return 0, err
			}
		}
	}
	change.What, change.From, change.To = "part", toJSON([]int64{id}), toJSON([]int64{e.ID})
	return e.ID, tx.log("entity", e.ID, change)
}

func (tx *Tx) revisionOf(articleID int64) (id int64, err error) {
	err = tx.one(tx.ctx, `/* store.revisionOf */ SELECT revision FROM articles WHERE id = ?`, []any{articleID}, &id)
	return id, translate(err, "article")
}

// moveEntity writes one entity for another in statements and mentions: in all
// articles, or in those of only. It gives what it changed.
func (tx *Tx) moveEntity(from, to int64, only []int64) (list []moved, err error) {
	articles, err := collect(tx.Queries, tx.ctx, `/* store.moveEntity */ SELECT `+naming+`
		UNION SELECT s.article FROM statement_facets f JOIN statements s ON s.id = f.statement WHERE f.facet = ? ORDER BY 1`, []any{from, from, from}, scanID)
	if err != nil {
		return nil, err
	}
	for _, id := range articles {
		if only != nil && !slices.Contains(only, id) {
			continue
		}
		m := moved{Article: id}
		named, err := tx.Mentions(tx.ctx, id)
		if err != nil {
			return nil, err
		}
		now := rename(named, func(n Mention) bool { return n.Entity == from }, to)
		for _, n := range named {
			if n.Entity == from {
				m.Spans = formatSpans(n.Spans)
			}
		}
		if err := tx.putMentions(id, named, now); err != nil {
			return nil, err
		}
		said, err := tx.ArticleStatements(tx.ctx, id, true)
		if err != nil {
			return nil, err
		}
		for i := range said {
			at, err := tx.moveRefs(&said[i], from, to, nil)
			if err != nil {
				return nil, err
			}
			if len(at) > 0 {
				m.Statements = append(m.Statements, inRef{said[i].ID, at})
			}
		}
		list = append(list, m)
	}
	return list, nil
}

// moveBack gives an entity what moveEntity took of it, as far as it still
// stands with the other.
func (tx *Tx) moveBack(from, to int64, list []moved) error {
	for _, m := range list {
		if m.Spans == "" && m.Statements == nil { // an old log: everything in the article
			if _, err := tx.moveEntity(from, to, []int64{m.Article}); err != nil {
				return err
			}
			continue
		}
		spans, err := parseSpans(m.Spans)
		if err != nil {
			return err
		}
		named, err := tx.Mentions(tx.ctx, m.Article)
		if err != nil {
			return err
		}
		now := slices.Clone(named)
		for _, s := range spans {
			now = give(now, s, from, to)
		}
		if err := tx.putMentions(m.Article, named, now); err != nil {
			return err
		}
		for _, r := range m.Statements {
			s, err := tx.StatementByID(tx.ctx, r.ID)
			if fault.Is(err, fault.NotFound) { // read anew meanwhile
				continue
			}
			if err != nil {
				return err
			}
			if _, err := tx.moveRefs(&s, from, to, r.At); err != nil {
				return err
			}
		}
	}
	return nil
}

// moveRefs writes one entity for another among the refs of a statement: at
// all its places, or at those given. It gives the places.
func (tx *Tx) moveRefs(s *Statement, from, to int64, only []int) (at []int, err error) {
	for i, r := range s.Refs {
		if r.Entity == from && (only == nil || slices.Contains(only, i)) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return nil, nil
	}
	if err := tx.dropFacets(s); err != nil {
		return nil, err
	}
	made := slices.Equal(s.Keys, record.FactKeys(s.Statement)) // else by another version of the program
	for _, i := range at {
		s.Refs[i].Entity = to
	}
	if made {
		if err := tx.moveKeys(s.ID, s.Keys, record.FactKeys(s.Statement)); err != nil {
			return nil, err
		}
		s.Keys = record.FactKeys(s.Statement)
	}
	tx.cache.statements.drop(s.ID)
	if _, err := tx.exec(tx.ctx, `/* store.moveRefs */ UPDATE statements SET refs = ?, keys = ? WHERE id = ?`, toJSON(s.Refs), toJSON(s.Keys), s.ID); err != nil {
		return nil, err
	}
	return at, tx.addFacets(s)
}

// moveKeys puts a statement under other keys, where it stands under any: what
// a later telling is looked up by names the entities.
func (tx *Tx) moveKeys(id int64, from, to []string) error {
	var n int
	if err := tx.one(tx.ctx, `/* store.moveKeys */ SELECT shown FROM statements WHERE id = ?`, []any{id}, &n); err != nil || n <= 1 {
		return err
	}
	if err := tx.dropKeys(id, from); err != nil {
		return err
	}
	return tx.addKeys(keyRows(nil, id, to))
}
