package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/jobs"
	"shanyraq/internal/read"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

var errDone = errors.New("measured") // takes the transaction back

// matching times who is who in new articles: each in a transaction that is
// taken back, as in operation behind others whose names stay in memory.
func matching(ctx context.Context, st *store.Store) error {
	g := newGenerator(*seed)
	r := rand.New(rand.NewPCG(*seed, 1<<43))
	people, bodies, villages := invented(rand.New(rand.NewPCG(*seed, 1<<40)), *entities)
	places, institutions, groups := known()
	g.states = crowd{append(places[:7:7], institutions...), 1.1}
	g.people, g.bodies, g.places, g.peoples = crowd{people, 0.9}, crowd{append(institutions, bodies...), 0.9}, crowd{append(places, villages...), 1.1}, crowd{groups, 0.8}
	var id int64 // for the writer to tell them apart
	for _, c := range []*crowd{&g.states, &g.people, &g.bodies, &g.places, &g.peoples} {
		for i := range c.list {
			id++
			c.list[i].ID = id
		}
	}
	rd := jobs.New()
	day := time.Date(2026, 1, 5, 6, 0, 0, 0, time.UTC)
	make_ := func() jobs.Prepared {
		w := writer{r: r, g: g, day: day, ids: map[string]int64{}, local: map[int64]string{}, known: map[string]string{}}
		w.reading.Language, w.reading.Published = "en", value.DateOf(day).String()
		for range *statements {
			w.state()
		}
		w.named()
		rev := article.NewRevision("New", "", article.FromText(w.text.String()), "generated", day)
		return jobs.Prepared{Card: store.Card{Article: article.Article{ID: 1 << 50, Group: 1 << 50, Language: "en", Script: "Latn", State: article.Published, Published: day}}, Revision: rev, Reading: w.reading, Version: "generated"}
	}
	match := func(tx *store.Tx, p jobs.Prepared) error {
		_, err := rd.Match(tx, p)
		return err
	}
	list := make([]jobs.Prepared, 6**times)
	for i := range list {
		list[i] = make_()
	}
	// Each by itself, nothing in memory from the one before.
	var cold asked
	for _, p := range list[:*times] {
		err := st.Update(ctx, func(tx *store.Tx) error {
			if err := cold.time(func() error { return match(tx, p) }); err != nil {
				return err
			}
			return errDone
		})
		if !errors.Is(err, errDone) {
			return err
		}
	}
	cold.tell("matching: an article by itself, nothing in memory", matchGoal)
	// One after another in one transaction, as the queue saves them.
	var warm asked
	err := st.Update(ctx, func(tx *store.Tx) error {
		for i, p := range list[*times:] {
			if i < *times {
				if err := match(tx, p); err != nil {
					return err
				}
				continue
			}
			if err := warm.time(func() error { return match(tx, p) }); err != nil {
				return err
			}
		}
		return errDone
	})
	if !errors.Is(err, errDone) {
		return err
	}
	warm.tell("matching: behind others", matchGoal)
	return nil
}

// named makes the entities of a reading from what it mentions.
func (w *writer) named() {
	done := map[string]bool{}
	for _, m := range w.reading.Mentions {
		if !done[m.Entity] {
			done[m.Entity] = true
			w.reading.Entities = append(w.reading.Entities, read.Entity{ID: m.Entity, Kind: m.Kind, Name: m.Text, Known: w.known[m.Entity]})
		}
	}
}
