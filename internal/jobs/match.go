package jobs

import (
	"slices"
	"strings"

	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// known answers record's questions from the transaction, so that what the
// article before it made is known to the next.
type known struct {
	tx   *store.Tx
	card store.Card

	// One article asks the same again for each of its entities, and nothing
	// is written meanwhile.
	entities   map[string][]record.Entity
	statements map[int64]newest
	translated *translated
}

// translated is what the other articles of a group name and state.
type translated struct {
	entities   []record.Entity
	statements []record.Statement
}

// newest are the n newest statements about an entity, as far as there are so
// many.
type newest struct {
	n    int
	list []record.Statement
}

func (k *known) Entities(kind string, keys []string) ([]record.Entity, error) {
	asked := kind + "\n" + strings.Join(keys, "\n")
	if list, ok := k.entities[asked]; ok {
		return list, nil
	}
	list, err := k.tx.EntitiesByKeys(kind, keys)
	k.entities[asked] = list
	return list, err
}

func (k *known) Entity(id int64) (record.Entity, error) {
	return k.tx.RecordEntity(id)
}

func (k *known) Statements(entity int64, n int) ([]record.Statement, error) {
	if have, ok := k.statements[entity]; ok && have.n >= n {
		return have.list[:min(n, len(have.list))], nil
	}
	list, err := k.tx.StatementsAbout(entity, n)
	k.statements[entity] = newest{n, list}
	return list, err
}

// companions are looked for in so many articles.
const companionArticles = 5

func (k *known) Companions(entity int64) ([]int64, error) {
	return k.tx.Companions(entity, companionArticles)
}

func (k *known) Asked(entity int64) ([]int64, error) {
	asked, err := k.tx.Asked(k.tx.Context(), entity)
	if err != nil || !asked {
		return nil, err
	}
	q, err := k.tx.QuestionOf(k.tx.Context(), entity)
	return q.Candidates, err
}

func (k *known) Undecided(entity, beside, _ int64) (bool, error) {
	return k.tx.Undecided(k.tx.Context(), entity, beside, k.card.Group)
}

func (k *known) Mentioned(article int64) ([]record.Entity, error) {
	list, err := k.tx.Mentions(k.tx.Context(), article)
	if err != nil {
		return nil, err
	}
	out := make([]record.Entity, len(list))
	for i, m := range list {
		if out[i], err = k.tx.RecordEntity(m.Entity); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (k *known) Translations(article int64) ([]record.Entity, []record.Statement, error) {
	if k.translated != nil {
		return k.translated.entities, k.translated.statements, nil
	}
	group, err := k.tx.Translations(k.tx.Context(), k.card.Group)
	if err != nil {
		return nil, nil, err
	}
	var t translated
	for _, c := range group {
		if c.ID == article {
			continue
		}
		list, err := k.Mentioned(c.ID)
		if err != nil {
			return nil, nil, err
		}
		t.entities = append(t.entities, list...)
		told, err := k.tx.ArticleStatements(k.tx.Context(), c.ID, false)
		if err != nil {
			return nil, nil, err
		}
		for _, s := range told {
			t.statements = append(t.statements, s.Statement)
		}
	}
	k.translated = &t
	return t.entities, t.statements, nil
}

// alignTranslations joins the statements of an article to what its
// translations state in the same places, and tells which it joined.
func alignTranslations(list []record.Statement, k *known) (joined map[int]bool, err error) {
	_, told, err := k.Translations(k.card.ID)
	if err != nil || len(told) == 0 {
		return nil, err
	}
	joined = map[int]bool{}
	taken := map[string]bool{} // facts: what stands in two places here is two
	for len(told) > 0 {
		n := 1 // ordered by article
		for n < len(told) && told[n].Article == told[0].Article {
			n++
		}
		for _, p := range record.Align(list, told[:n]) {
			if fact := told[p[1]].Fact; !joined[p[0]] && !taken[fact] {
				list[p[0]].Fact, joined[p[0]], taken[fact] = fact, true, true
			}
		}
		told = told[n:]
	}
	return joined, nil
}

// settle makes one of a person that a translation left in question and of whom
// that is. It is signed by the reader and may be taken back like a merge of a
// person; the articles that named him are read again for their search terms.
func settle(tx *store.Tx, asked, is int64, version string) error {
	articles, err := tx.ArticlesNaming(tx.Context(), asked)
	if err != nil {
		return err
	}
	if err := tx.MergeEntities(asked, is, record.Change{Who: "Shanyraq reader " + version, Reason: "a translation of this text names the same person"}); err != nil {
		return err
	}
	for _, id := range articles {
		if err := Enqueue(tx, id); err != nil {
			return err
		}
	}
	return nil
}

// match lets record decide who and what a reading speaks of, and saves the
// entities that are new or have a new name.
func (r *Reader) match(tx *store.Tx, p Prepared) (Matched, error) {
	text := record.Text{
		Article: p.Card.ID, Revision: p.Revision.ID, Hash: p.Revision.Hash, Plain: p.Revision.Plain,
		Language: p.Card.Language, Script: p.Card.Script, Published: p.Card.Published, Reader: p.Version,
	}
	source := &known{tx: tx, card: p.Card, entities: map[string][]record.Entity{}, statements: map[int64]newest{}}
	called, err := tx.Names(tx.Context())
	if err != nil {
		return Matched{}, err
	}
	decisions, err := record.Matcher{Source: source, Names: &r.names, House: record.HouseNames(called)}.Match(p.Reading, text)
	if err != nil {
		return Matched{}, err
	}
	var out Matched
	ids := make(map[string]int64, len(decisions))
	house := int64(0) // where the text names the new institution in two languages
	for i, d := range decisions {
		if d.House && d.Entity.ID == 0 && house != 0 {
			ids[d.Read] = house
			continue
		}
		if d.Verdict == record.New && record.NameAlone(p.Reading, p.Reading.Entities[i]) {
			continue
		}
		if d.Changed {
			if err := tx.SaveEntity(&d.Entity, d.Keys); err != nil {
				return Matched{}, err
			}
		}
		for _, id := range d.Settles {
			if err := settle(tx, id, d.Entity.ID, p.Version); err != nil {
				return Matched{}, err
			}
			source.translated = nil // they speak of another now
		}
		if d.Verdict == record.Question || len(d.Candidates) > 0 {
			if err := tx.Ask(store.Question{Entity: d.Entity.ID, Article: p.Card.ID, Candidates: d.Candidates, Reasons: d.Reasons}); err != nil {
				return Matched{}, err
			}
		}
		ids[d.Read] = d.Entity.ID
		if d.House {
			house = d.Entity.ID
		}
		for _, n := range d.Entity.Names {
			out.Names = append(out.Names, n.Text)
		}
	}
	at := map[int64]int{}
	for _, m := range p.Reading.Mentions {
		id, ok := ids[m.Entity]
		if !ok {
			continue
		}
		i, ok := at[id]
		if !ok {
			i = len(out.Mentions)
			at[id] = i
			out.Mentions = append(out.Mentions, store.Mention{Entity: id})
		}
		out.Mentions[i].Spans = append(out.Mentions[i].Spans, value.Span{Start: m.Start, End: m.End})
	}
	out.Statements = record.Statements(p.Reading, text, ids)
	var keys []string
	for _, s := range out.Statements {
		keys = append(keys, s.Keys...)
	}
	if err := tx.LoadKeys(keys); err != nil {
		return Matched{}, err
	}
	out.Joined = map[string]bool{}
	aligned, err := alignTranslations(out.Statements, source)
	if err != nil {
		return Matched{}, err
	}
	for i := range out.Statements {
		s := &out.Statements[i]
		if aligned[i] {
			out.Joined[s.Fact] = true
			continue
		}
		told, err := tx.Leading(s.Keys)
		if err != nil {
			return Matched{}, err
		}
		for _, t := range out.Statements[:i] { // the same article may tell it twice
			if slices.ContainsFunc(t.Keys, func(k string) bool { return slices.Contains(s.Keys, k) }) {
				told = append(told, t)
			}
		}
		if record.Join(s, told) != "" {
			out.Joined[s.Fact] = true
		}
	}
	return out, nil
}
