package export

import (
	"fmt"
	"slices"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// What people decided about what was read is what the reader can learn from
// and be tested on: one line a decided statement, with the words it rests on.

// decidedLine is one statement that a person has decided on.
type decidedLine struct {
	Type       string     `json:"type"` // "decided"
	ID         int64      `json:"id"`
	Article    string     `json:"article"`
	Language   string     `json:"language"`
	Published  string     `json:"published,omitempty"`
	Hash       string     `json:"hash"` // of the revision that span counts in
	Text       string     `json:"text"` // the evidence, letter by letter
	Span       value.Span `json:"span"`
	Before     string     `json:"before,omitempty"` // some letters before and after the evidence
	After      string     `json:"after,omitempty"`
	Reader     string     `json:"reader"`
	Rule       string     `json:"rule"`
	Confidence float64    `json:"confidence,omitempty"`
	Read       *toldValue `json:"read,omitempty"` // what the reader said; nothing where it missed the statement
	Outcome    string     `json:"outcome"`        // "right", "wrong", "corrected", "missed"
	Rank       string     `json:"rank"`
	Reason     string     `json:"reason,omitempty"`
	Correct    *toldValue `json:"correct,omitempty"` // what a person says it says, where that differs
	Decided    string     `json:"decided,omitempty"`
}

// toldValue is a statement with the entities in its roles.
type toldValue struct {
	Said     read.Statement `json:"said"`
	Entities []roleValue    `json:"entities"`
}

type roleValue struct {
	Role  string   `json:"role"`
	ID    int64    `json:"id"`
	Kind  string   `json:"kind"`
	Known string   `json:"known,omitempty"`
	Names []string `json:"names"`
}

// decisionContext is how many letters stand around the evidence.
const decisionContext = 200

// decisions writes every decided statement of a public article.
func (d *dump) decisions() error {
	for card, err := range d.st.EachPublic(d.ctx) {
		if err != nil {
			return err
		}
		list, err := d.decidedOf(card)
		if err != nil || len(list) == 0 {
			if err != nil {
				return err
			}
			continue
		}
		d.counts.Articles++
		texts := map[int64][]rune{}
		for _, s := range list {
			if texts[s.Revision] == nil {
				rev, err := d.st.Revision(d.ctx, s.Revision)
				if err != nil {
					return err
				}
				texts[s.Revision] = []rune(rev.Plain)
			}
			l, err := d.decidedLine(card, s, texts[s.Revision])
			if err != nil {
				return err
			}
			d.counts.Statements++
			if err := d.line(l); err != nil {
				return err
			}
		}
	}
	return nil
}

// decidedOf gives the statements of an article that a person has decided on.
func (d *dump) decidedOf(card store.Card) ([]store.Statement, error) {
	list, err := d.st.ArticleStatements(d.ctx, card.ID, true)
	return slices.DeleteFunc(list, func(s store.Statement) bool { return s.Rank == record.Suggested || s.Orphaned }), err
}

func (d *dump) decidedLine(card store.Card, s store.Statement, text []rune) (decidedLine, error) {
	l := decidedLine{Type: "decided", ID: s.ID, Article: d.article(card), Language: card.Language, Hash: s.Hash, Text: s.Quote, Span: s.Evidence,
		Reader: s.ReaderVersion, Rule: s.Said.Rule, Confidence: s.Said.Confidence, Rank: string(s.Rank), Reason: s.Reason}
	if s.Evidence.End <= len(text) && s.Evidence.Start >= 0 {
		l.Before = string(text[max(0, s.Evidence.Start-decisionContext):s.Evidence.Start])
		l.After = string(text[s.Evidence.End:min(len(text), s.Evidence.End+decisionContext)])
	}
	if !card.Published.IsZero() {
		l.Published = card.Published.UTC().Format(time.DateOnly)
	}
	now, err := d.toldValue(s.Said, s.Refs)
	if err != nil {
		return l, err
	}
	switch {
	case s.Original != nil:
		if l.Read, err = d.toldValue(s.Original.Said, s.Original.Refs); err != nil {
			return l, err
		}
		l.Rule, l.Confidence = s.Original.Said.Rule, s.Original.Said.Confidence
		l.Outcome, l.Correct = "corrected", now
	case s.Said.Rule == record.ByHand:
		l.Outcome, l.Correct, l.Reader = "missed", now, ""
	default:
		l.Outcome, l.Read = "right", now
	}
	if s.Rank == record.Deprecated {
		l.Outcome, l.Correct = "wrong", nil
	}
	log, err := d.st.History(d.ctx, "statement", s.ID)
	if err != nil {
		return l, err
	}
	for _, c := range slices.Backward(log) {
		if !c.Undone && c.Undoes == 0 && c.What != "move" {
			l.Decided = moment(c.When)
			d.counts.Decisions++
			break
		}
	}
	return l, nil
}

func (d *dump) toldValue(said read.Statement, refs []record.Ref) (*toldValue, error) {
	var ids []int64
	for _, r := range refs {
		ids = append(ids, r.Entity)
	}
	m, err := d.st.EntitiesByID(d.ctx, ids)
	if err != nil {
		return nil, err
	}
	v := &toldValue{Said: said, Entities: []roleValue{}}
	for _, r := range refs {
		e, ok := m[r.Entity]
		if !ok {
			continue
		}
		x := roleValue{Role: r.Role, ID: e.ID, Kind: e.Kind, Known: e.Known, Names: []string{}}
		for _, n := range e.Names {
			x.Names = append(x.Names, n.Text)
		}
		v.Entities = append(v.Entities, x)
	}
	return v, nil
}

// goldLine is a gold document: a reading as the contract has it, with its
// text (see internal/eval/gold/README.md).
type goldLine struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Text      string `json:"text"`
	Published string `json:"published,omitempty"`
	read.Reading
}

// gold writes every public article of which each statement was decided on, a
// document a line. Dates were not decided on and are left out.
func (d *dump) gold() error {
	for card, err := range d.st.EachPublic(d.ctx) {
		if err != nil {
			return err
		}
		list, err := d.st.ArticleStatements(d.ctx, card.ID, true)
		if err != nil {
			return err
		}
		rev, err := d.st.Revision(d.ctx, card.Revision)
		if err != nil {
			return err
		}
		if len(list) == 0 || slices.ContainsFunc(list, func(s store.Statement) bool {
			return s.Rank == record.Suggested || s.Rank != record.Deprecated && (s.Orphaned || s.Hash != rev.Hash)
		}) {
			continue
		}
		l, err := d.goldLine(card, rev, list)
		if err != nil {
			return err
		}
		d.counts.Articles++
		d.counts.Statements += len(l.Statements)
		if err := d.line(l); err != nil {
			return err
		}
	}
	return nil
}

func (d *dump) goldLine(card store.Card, rev article.Revision, list []store.Statement) (l goldLine, err error) {
	l = goldLine{ID: fmt.Sprintf("%s-%d", card.Language, card.ID), Title: rev.Title, Text: rev.Plain}
	if !card.Published.IsZero() {
		l.Published = card.Published.UTC().Format(time.DateOnly)
	}
	l.Reading = read.Reading{Language: card.Language, Sentences: []value.Span{}, Mentions: []read.Mention{}, Entities: []read.Entity{}, Statements: []read.Statement{}}
	named, err := d.st.Mentions(d.ctx, card.ID)
	if err != nil {
		return l, err
	}
	var ids []int64
	for _, m := range named {
		ids = append(ids, m.Entity)
	}
	for _, s := range list {
		for _, r := range s.Refs {
			ids = append(ids, r.Entity)
		}
	}
	slices.Sort(ids)
	entities, err := d.st.EntitiesByID(d.ctx, slices.Compact(ids))
	if err != nil {
		return l, err
	}
	text := []rune(rev.Plain)
	name := map[int64]string{}
	for _, id := range slices.Compact(ids) {
		e := entities[id]
		if e.Rank == record.Deprecated || e.ID == 0 {
			continue
		}
		v := read.Entity{ID: fmt.Sprintf("e%d", id), Kind: e.Kind, Name: e.Name(card.Language), Known: e.Known}
		for _, m := range named {
			if m.Entity != id {
				continue
			}
			for _, s := range m.Spans {
				if s.End > len(text) {
					continue
				}
				words := string(text[s.Start:s.End])
				l.Mentions = append(l.Mentions, read.Mention{Kind: e.Kind, Text: words, Start: s.Start, End: s.End, Entity: v.ID})
				if words != v.Name && !slices.Contains(v.Aliases, words) {
					v.Aliases = append(v.Aliases, words)
				}
			}
		}
		name[id] = v.ID
		l.Entities = append(l.Entities, v)
	}
	slices.SortStableFunc(l.Mentions, func(a, b read.Mention) int { return a.Start - b.Start })
	for _, s := range list {
		if s.Rank != record.Deprecated {
			l.Statements = append(l.Statements, withEntities(s, name))
		}
	}
	return l, nil
}

// withEntities writes the entities of a reading into a statement's fields.
func withEntities(s store.Statement, name map[int64]string) read.Statement {
	said := s.Said
	said.Evidence = s.Evidence
	said.Person, said.Organization, said.Group, said.Speaker, said.Organizer, said.Place = "", "", "", "", "", ""
	said.Parties, said.Participants = nil, nil
	for _, r := range s.Refs {
		id := name[r.Entity]
		if id == "" {
			continue
		}
		switch r.Role {
		case record.RolePerson:
			said.Person = id
		case record.RoleOrganization:
			said.Organization = id
		case record.RoleGroup:
			said.Group = id
		case record.RoleSpeaker:
			said.Speaker = id
		case record.RoleOrganizer:
			said.Organizer = id
		case record.RolePlace:
			said.Place = id
		case record.RoleParty:
			said.Parties = append(said.Parties, id)
		case record.RoleParticipant:
			said.Participants = append(said.Participants, id)
		}
	}
	return said
}
