package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"

	"shanyraq/internal/article"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// generator makes entities and readings: the same seed and number give the
// same, on every machine.
type generator struct {
	seed                            uint64
	people, bodies, places, peoples crowd
	states                          crowd // countries and known bodies: who signs and meets

	told []telling // the newest facts: one statement in seven tells one of them again
}

// telling is a fact with the entities of the record in their roles.
type telling struct {
	fact string
	said read.Statement
	refs []record.Ref
}

func newGenerator(seed uint64) *generator { return &generator{seed: seed} }

var (
	tags     = []string{"en", "ru", "kk"}
	scripts  = map[string]string{"en": "Latn", "ru": "Cyrl", "kk": "Cyrl"}
	sections = []string{"news", "news/culture", "news/economy", "events", "documents/agreements"}
	years    = 25
	verdicts = []stats.Verdict{stats.Consistent, stats.Consistent, stats.WithRounding, stats.Inconsistent, stats.NotComparable, stats.NoSeries, stats.NoSeries, stats.NoSeries}
)

// fill writes the record in durable batches.
func (g *generator) fill(ctx context.Context, st *store.Store) error {
	begin := time.Now()
	if err := g.saveEntities(ctx, st); err != nil {
		return err
	}
	fmt.Fprintf(out, "entities %s\n", time.Since(begin).Round(time.Second))
	const batch = 500
	for i := 0; i < *articles; i += batch {
		if err := st.Update(ctx, func(tx *store.Tx) error {
			for j := i; j < min(i+batch, *articles); j++ {
				if err := g.save(tx, j); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
		if i%10_000 == 0 {
			fmt.Fprintf(out, "  … %d articles after %s, %d MB\n", i, time.Since(begin).Round(time.Second), memory("VmRSS"))
		}
	}
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return err
	}
	fmt.Fprintf(out, "written in %s, %.0f s of processor time, %d MB at the peak\n", time.Since(begin).Round(time.Second),
		time.Duration(used.Utime.Nano()+used.Stime.Nano()).Seconds(), memory("VmHWM"))
	return nil
}

func (g *generator) saveEntities(ctx context.Context, st *store.Store) error {
	r := rand.New(rand.NewPCG(g.seed, 1<<40))
	places, bodies, groups := known()
	listed := len(bodies)
	people, otherBodies, villages := invented(r, *entities)
	g.states.s = 1.1
	g.people, g.bodies, g.places, g.peoples = crowd{people, 0.9}, crowd{append(bodies, otherBodies...), 0.9}, crowd{append(places, villages...), 1.1}, crowd{groups, 0.8}
	var m record.Matcher
	for _, c := range []*crowd{&g.people, &g.bodies, &g.places, &g.peoples} {
		for i := 0; i < len(c.list); i += 2000 {
			part := c.list[i:min(i+2000, len(c.list))]
			if err := st.Update(ctx, func(tx *store.Tx) error {
				for j := range part {
					if err := tx.SaveEntity(&part[j], m.Keys(part[j])); err != nil {
						return err
					}
				}
				return nil
			}); err != nil {
				return err
			}
		}
	}
	// The same entities under their new numbers.
	g.states.list = append(append([]record.Entity{}, g.places.list[:7]...), g.bodies.list[:listed]...)
	return nil
}

// save writes article number i with what it states. They come about in the
// order of their days.
func (g *generator) save(tx *store.Tx, i int) error {
	r := rand.New(rand.NewPCG(g.seed, uint64(i)))
	l := tags[i%len(tags)]
	hours := int64(years) * 365 * 24
	day := time.Date(2001, 1, 1, 6, 0, 0, 0, time.UTC).Add(time.Duration(int64(i)*hours/int64(*articles)+r.Int64N(14*24)) * time.Hour)
	w := writer{r: r, g: g, day: day, ids: map[string]int64{}, local: map[int64]string{}, known: map[string]string{}}
	w.reading.Language, w.reading.Published = l, value.DateOf(day).String()
	var again []int // statements that tell a fact of before
	for n := range *statements {
		if len(g.told) > 0 && r.IntN(7) == 0 {
			again = append(again, n)
			w.retell(g.told[r.IntN(len(g.told))])
			continue
		}
		w.state()
	}
	rev := article.NewRevision("Article "+strconv.Itoa(i), "", article.FromText(w.text.String()), "generated", day)
	it := &store.Item{
		Article:  article.Article{Language: l, Script: scripts[l], Section: sections[r.IntN(len(sections))], Slug: "g" + strconv.Itoa(i), State: article.Published, Published: day},
		Revision: rev, Key: "generated " + strconv.Itoa(i), Seen: rev.Hash,
	}
	if i < len(sections) {
		if err := tx.AddSection(article.Section{Path: sections[i]}); err != nil {
			return err
		}
	}
	if _, err := tx.Save(it); err != nil {
		return err
	}
	card := it.Card()
	out := store.Reading{Article: card, Hash: rev.Hash, Version: "generated", Language: l, Sentences: len(w.reading.Sentences), Joined: map[string]bool{}}
	out.Statements = record.Statements(w.reading, record.Text{Article: card.ID, Revision: rev.ID, Hash: rev.Hash, Plain: it.Revision.Plain,
		Language: l, Script: scripts[l], Published: day, Reader: "generated"}, w.ids)
	if len(out.Statements) != *statements {
		return fmt.Errorf("%d of %d statements have their words", len(out.Statements), *statements)
	}
	for n := range out.Statements {
		s := &out.Statements[n]
		if r.IntN(10) == 0 {
			s.Rank = record.Accepted
		}
		var c *stats.Check
		if s.Said.Kind == read.Figure && s.Said.Group != "" {
			c = &stats.Check{Verdict: verdicts[r.IntN(len(verdicts))], Stated: "1", Observed: "1", Source: "generated", Arithmetic: "1 = 1"}
		}
		out.Checks = append(out.Checks, c)
		if len(again) > 0 && again[0] == n {
			again = again[1:]
			s.Fact = w.facts[0]
			w.facts = w.facts[1:]
			out.Joined[s.Fact] = true
			continue
		}
		t := telling{s.Fact, s.Said, s.Refs}
		if len(g.told) < 2000 {
			g.told = append(g.told, t)
		} else {
			g.told[r.IntN(len(g.told))] = t
		}
	}
	out.Mentions = w.mentions()
	return tx.SaveReading(&out)
}

// writer makes the text of one article together with its reading.
type writer struct {
	r       *rand.Rand
	g       *generator
	day     time.Time
	text    strings.Builder
	at      int // code points so far
	reading read.Reading
	ids     map[string]int64
	local   map[int64]string
	known   map[string]string // by id in the reading
	facts   []string          // told again, in order
}

func (w *writer) put(s string) {
	w.text.WriteString(s)
	w.at += utf8.RuneCountInString(s)
}

// name writes an entity's name and gives its id in the reading.
func (w *writer) name(e *record.Entity) string {
	name := e.Name(w.reading.Language)
	begin := w.at
	w.put(name)
	id := w.id(e.ID)
	w.known[id] = e.Known
	w.reading.Mentions = append(w.reading.Mentions, read.Mention{Kind: e.Kind, Text: name, Start: begin, End: w.at, Entity: id})
	return id
}

func (w *writer) id(entity int64) string {
	id, ok := w.local[entity]
	if !ok {
		id = localID(len(w.local))
		w.local[entity], w.ids[id] = id, entity
	}
	return id
}

func (w *writer) date() string {
	return value.DateOf(w.day.AddDate(0, 0, -w.r.IntN(400))).String()
}

var (
	subjects = strings.Fields("trade water transport energy culture education health customs security tourism borders mining forests railways statistics")
	meetings = strings.Fields("meeting meeting meeting conference session visit visit festival exhibition ceremony")
	offices  = strings.Fields("director minister chairman deputy rector governor secretary ambassador member president")
)

// state writes a sentence with its statement: figures, agreements, events,
// offices and quotations in the shares they have in texts of such a site.
func (w *writer) state() {
	g, begin := w.g, w.at
	s := read.Statement{Rule: "generated", Confidence: 0.9}
	switch k := w.r.IntN(10); {
	case k < 3:
		v := float64(w.r.IntN(90000) + 100)
		s.Kind, s.Value, s.Unit, s.Qualifier = read.Figure, &v, "person", "about"
		w.put("About " + strconv.Itoa(int(v)) + " ")
		if k == 0 {
			s.Group = w.name(g.peoples.pick(w.r))
		} else {
			s.Counted = subjects[w.r.IntN(len(subjects))] + " workers"
			w.put(s.Counted)
		}
		w.put(" lived in ")
		s.Place = w.name(g.places.pick(w.r))
		s.Date = w.date()[:4]
		w.put(" in " + s.Date)
	case k < 5:
		s.Kind, s.Instrument, s.Status, s.Date = read.Agreement, "agreement on "+subjects[w.r.IntN(len(subjects))], "signed", w.date()
		a, b := w.two()
		s.Parties = append(s.Parties, w.name(a))
		w.put(" and ")
		s.Parties = append(s.Parties, w.name(b))
		w.put(" signed an " + s.Instrument + " on " + s.Date)
	case k < 7:
		s.Kind, s.Event, s.Date, s.Time = read.Event, meetings[w.r.IntN(len(meetings))], w.date(), "past"
		recurring := false
		s.Recurring = &recurring
		a, b := w.two()
		w.put("A " + s.Event + " of ")
		s.Participants = append(s.Participants, w.name(a))
		w.put(" and ")
		s.Participants = append(s.Participants, w.name(b))
		w.put(" was held in ")
		s.Place = w.name(g.places.pick(w.r))
		w.put(" on " + s.Date)
	case k < 9:
		s.Kind, s.Title = read.Office, offices[w.r.IntN(len(offices))]
		s.Person = w.name(g.people.pick(w.r))
		w.put(" is " + s.Title + " of ")
		s.Organization = w.name(g.bodies.pick(w.r))
	default:
		direct := true
		s.Kind, s.Direct, s.Language = read.Quote, &direct, w.reading.Language
		s.Text = "We speak of " + subjects[w.r.IntN(len(subjects))] + " and of " + strconv.Itoa(w.r.IntN(1e6))
		w.put("“" + s.Text + "”, said ")
		s.Speaker = w.name(g.people.pick(w.r))
	}
	w.end(begin, s)
}

// two are two who sign or meet.
func (w *writer) two() (a, b *record.Entity) {
	from := w.g.states
	if w.r.IntN(3) == 0 {
		from = w.g.bodies
	}
	a = from.pick(w.r)
	for b = from.pick(w.r); b.ID == a.ID; b = from.pick(w.r) {
	}
	return a, b
}

func (w *writer) end(begin int, s read.Statement) {
	w.put(".")
	s.Evidence = value.Span{Start: begin, End: w.at}
	w.reading.Sentences = append(w.reading.Sentences, s.Evidence)
	w.reading.Statements = append(w.reading.Statements, s)
	if len(w.reading.Sentences)%3 == 0 {
		w.put("\n\n")
	} else {
		w.put(" ")
	}
}

// retell writes a sentence that tells a fact of an earlier article.
func (w *writer) retell(t telling) {
	begin := w.at
	w.put("It was told before that " + t.fact)
	s := t.said
	s.Person, s.Organization, s.Group, s.Speaker, s.Organizer, s.Place, s.Parties, s.Participants = "", "", "", "", "", "", nil, nil
	for _, ref := range t.refs {
		id := w.id(ref.Entity)
		switch ref.Role {
		case record.RolePerson:
			s.Person = id
		case record.RoleOrganization:
			s.Organization = id
		case record.RoleGroup:
			s.Group = id
		case record.RoleSpeaker:
			s.Speaker = id
		case record.RolePlace:
			s.Place = id
		case record.RoleParty:
			s.Parties = append(s.Parties, id)
		case record.RoleParticipant:
			s.Participants = append(s.Participants, id)
		}
	}
	w.facts = append(w.facts, t.fact)
	w.end(begin, s)
}

// mentions gives where each entity is named.
func (w *writer) mentions() (out []store.Mention) {
	at := map[int64]int{}
	for _, m := range w.reading.Mentions {
		id := w.ids[m.Entity]
		i, ok := at[id]
		if !ok {
			i = len(out)
			at[id] = i
			out = append(out, store.Mention{Entity: id})
		}
		out[i].Spans = append(out[i].Spans, value.Span{Start: m.Start, End: m.End})
	}
	return out
}
