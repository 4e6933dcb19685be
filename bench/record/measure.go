package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/site"
	"shanyraq/internal/store"
)

// memory reads a line of /proc/self/status, in MB; 0 where there is none.
func memory(name string) (mb int) {
	b, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			fmt.Sscan(rest, &mb)
			return mb / 1024
		}
	}
	return 0
}

// asked is how long questions of one sort took.
type asked struct {
	took   []time.Duration
	worked []time.Duration // processor time of the asking thread; little touched by who else is at work
	cpu    time.Duration   // of the whole process
}

func (a *asked) time(ask func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	const thread = 1 // RUSAGE_THREAD, which is Linux's alone
	cpu, own, begin := processor(syscall.RUSAGE_SELF), processor(thread), time.Now()
	err := ask()
	a.took = append(a.took, time.Since(begin))
	a.worked = append(a.worked, processor(thread)-own)
	a.cpu += processor(syscall.RUSAGE_SELF) - cpu
	return err
}

func processor(whose int) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(whose, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// tell prints a line: the middle, the tenth from the end and the hundredth
// from the end, the same of the processor time of the thread that asks, the
// processor time of all, and where there is a goal, what part of it the last of
// these takes.
func (a *asked) tell(name string, goal time.Duration) {
	slices.Sort(a.took)
	slices.Sort(a.worked)
	n := len(a.took)
	of := func(list []time.Duration, share int) float64 { return float64(list[n*share/100].Microseconds()) / 1000 }
	at := func(share int) float64 { return of(a.took, share) }
	own := func(share int) float64 { return of(a.worked, share) }
	ratio := ""
	if goal > 0 {
		ratio = fmt.Sprintf("  %5.2f of the goal of %s", at(99)/(float64(goal.Microseconds())/1000), goal)
	}
	fmt.Fprintf(out, "%-62s p50 %7.1f  p90 %7.1f  p99 %7.1f ms  own %5.1f %5.1f %5.1f  cpu %6.1f ms%s\n", name, at(50), at(90), at(99), own(50), own(90), own(99), float64((a.cpu/time.Duration(n)).Microseconds())/1000, ratio)
}

// door answers for the site, without keeping pages.
func door(st *store.Store, cache int) (http.Handler, error) {
	return site.New(site.Config{Store: st, Origin: "http://site.example", CacheBytes: cache, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
}

// get asks for a page and follows no redirects; anything but 200 is an error.
func get(h http.Handler, path string) (string, error) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	if w.Code != http.StatusOK {
		return "", fmt.Errorf("%s answers %d", path, w.Code)
	}
	return w.Body.String(), nil
}

const (
	pairGoal     = 20 * time.Millisecond
	registerGoal = 30 * time.Millisecond
	matchGoal    = 5 * time.Millisecond
)

// pages times the same sort of address many times, each once; the first is
// not counted, for it makes what all share.
func pages(h http.Handler, name string, goal time.Duration, address func(i int) string) error {
	if _, err := get(h, address(0)); err != nil {
		return err
	}
	var a asked
	for i := range *times {
		path := address(i + 1)
		if err := a.time(func() error { _, err := get(h, path); return err }); err != nil {
			return err
		}
	}
	a.tell(name, goal)
	return nil
}

func often(ctx context.Context, st *store.Store, kind string, n int) ([]store.Entity, error) {
	list, err := st.Entities(ctx, store.EntityFilter{Kind: kind, Limit: n})
	if err == nil && len(list) < n {
		err = fmt.Errorf("the record has %d entities of kind %s, fewer than %d", len(list), kind, n)
	}
	return list, err
}

func random() *rand.Rand { return rand.New(rand.NewPCG(*seed, 1<<41)) }

func pairs(ctx context.Context, st *store.Store) error {
	h, err := door(st, 0)
	if err != nil {
		return err
	}
	places, err := often(ctx, st, read.Place, 7)
	if err != nil {
		return err
	}
	bodies, err := often(ctx, st, read.Organization, 50)
	if err != nil {
		return err
	}
	all := append(places, bodies...)
	r := random()
	pair := func(list []store.Entity) string {
		i := r.IntN(len(list))
		j := (i + 1 + r.IntN(len(list)-1)) % len(list)
		return fmt.Sprintf("/%s/record/pair/%d/%d", tags[r.IntN(3)], min(list[i].ID, list[j].ID), max(list[i].ID, list[j].ID))
	}
	days, err := st.PairDays(ctx, places[0].ID, places[1].ID, false)
	if err != nil {
		return err
	}
	facts := 0
	for _, d := range days {
		facts += d.Count
	}
	fmt.Fprintf(out, "the busiest pair has %d facts\n", facts)
	busiest := func() string {
		return fmt.Sprintf("/%s/record/pair/%d/%d", tags[r.IntN(3)], min(places[0].ID, places[1].ID), max(places[0].ID, places[1].ID))
	}
	since := func() string { return strconv.Itoa(2001 + r.IntN(years)) }
	for _, c := range []struct {
		name    string
		address func(int) string
	}{
		{"pair: the busiest, since any year", func(int) string { return busiest() + "?since=" + since() }},
		{"pair: the busiest, one kind, anywhere deep", func(i int) string {
			kinds := []string{"agreement", "event", "visit", "signed", "festival"}
			return busiest() + "?kind=" + kinds[i%len(kinds)] + "&after=" + strconv.Itoa(11500+r.IntN(8500)) + ".1"
		}},
		{"pair: any of the seven countries", func(int) string { return pair(places) }},
		{"pair: any of 57 countries and bodies", func(int) string { return pair(all) }},
		{"pair: as JSON, the busiest since any year", func(int) string {
			return strings.Replace(busiest(), "/record/", "/record/", 1) + ".json?since=" + since()
		}},
	} {
		goal := pairGoal
		if strings.Contains(c.name, "JSON") {
			goal = 0 // a thousand rows
		}
		if err := pages(h, c.name, goal, c.address); err != nil {
			return err
		}
	}
	return nil
}

func registers(ctx context.Context, st *store.Store) error {
	h, err := door(st, 0)
	if err != nil {
		return err
	}
	r := random()
	places, err := often(ctx, st, read.Place, 1000)
	if err != nil {
		return err
	}
	bodies, err := often(ctx, st, read.Organization, 1000)
	if err != nil {
		return err
	}
	one := func(list []string) string { return list[r.IntN(len(list))] }
	entity := func(list []store.Entity, n int) string { return strconv.FormatInt(list[r.IntN(n)].ID, 10) }
	statement := []string{"agreements", "events", "figures", "quotations"}
	page := func(list ...string) string { return "/" + one(tags) + "/record/" + one(list) + "?" }
	deep := func() string { return "&after=" + strconv.Itoa(11500+r.IntN(8500)) + ".1" }
	verdict := []string{"consistent", "rounding", "inconsistent", "incomparable", "noseries"}
	kinds := map[string][]string{"events": {"meeting", "visit", "exhibition", "camp"}, "agreements": {"signed", "adopted", "planned"}}
	time := func() string { y := 2001 + r.IntN(years-3); return fmt.Sprintf("&from=%d&to=%d", y, y+r.IntN(4)) }
	for _, c := range []struct {
		name    string
		address func(int) string
	}{
		{"register: first page", func(int) string { return page(statement...) }},
		{"register: all languages", func(int) string { return page(statement...) + "language=all" }},
		{"register: another language", func(int) string { return page(statement...) + "language=" + one(tags) }},
		{"register: kind", func(i int) string {
			name := []string{"events", "agreements"}[i%2]
			return page(name) + "language=all&kind=" + one(kinds[name])
		}},
		{"register: kind that nothing has", func(int) string { return page("events") + "kind=camp" }},
		{"register: years", func(int) string { return page(statement...) + time() }},
		{"register: a frequent party", func(int) string { return page(statement...) + "with=" + entity(bodies, 20) }},
		{"register: any party", func(int) string { return page(statement...) + "with=" + entity(bodies, 1000) }},
		{"register: a frequent place", func(int) string { return page(statement...) + "place=" + entity(places, 10) }},
		{"register: any place", func(int) string { return page(statement...) + "place=" + entity(places, 1000) }},
		{"register: party and place", func(int) string {
			return page(statement...) + "with=" + entity(bodies, 20) + "&place=" + entity(places, 20)
		}},
		{"register: section", func(int) string { return page(statement...) + "section=" + one(sections) }},
		{"register: section and kind", func(int) string { return page("events") + "section=" + one(sections) + "&kind=" + one(kinds["events"]) }},
		{"register: verdict", func(int) string { return page("figures") + "verdict=" + one(verdict) }},
		{"register: verdict and place", func(int) string {
			return page("figures") + "verdict=" + one(verdict) + "&place=" + entity(places, 20)
		}},
		{"register: everything at once", func(int) string {
			return page("events") + "language=all&kind=meeting&with=" + entity(bodies, 20) + "&place=" + entity(places, 20) + "&section=news" + time()
		}},
		{"register: anywhere deep", func(int) string { return page(statement...) + deep() }},
		{"register: anywhere deep, section", func(int) string { return page(statement...) + "section=" + one(sections) + deep() }},
		{"register: anywhere deep, frequent place", func(int) string { return page(statement...) + "place=" + entity(places, 10) + deep() }},
		{"register: people, bodies, places", func(int) string { return page("people", "bodies", "places") }},
		{"register: people, bodies, places by the beginning of a name", func(int) string {
			return page("people", "bodies", "places") + "name=" + strings.ToLower(word(r.IntN(8000), 1+r.IntN(2)))
		}},
		{"register: offices", func(int) string { return page("offices") + "language=all" + time() }},
		{"register: people, bodies, places of a language", func(int) string { return page("people", "bodies", "places") + "language=" + one(tags) }},
		{"register: people, bodies, places of some years", func(int) string { return page("people", "bodies", "places") + time() }},
		{"register: people, bodies, places of some years, deep", func(int) string { return page("bodies") + "after=" + entity(bodies, 1000) + time() }},
		{"register: people, bodies, places of a month", func(int) string {
			m := fmt.Sprintf("%d-%02d", 2001+r.IntN(years), 1+r.IntN(12))
			return page("people", "bodies", "places") + "from=" + m + "&to=" + m
		}},
		{"register: people, bodies, places of a section", func(int) string { return page("people", "bodies", "places") + "section=" + one(sections) }},
		{"register: people, bodies, places of section, language, years", func(int) string {
			return page("people", "bodies", "places") + "section=" + one(sections) + "&language=" + one(tags) + time()
		}},
		{"register: places of a kind and country", func(int) string {
			return page("places") + "kind=" + one([]string{"city", "region"}) + "&country=" + one([]string{"KZ", "UZ", "KG"})
		}},
		{"register: bodies of a kind", func(int) string {
			return page("bodies") + "kind=" + one([]string{"government", "business", "science", "culture"})
		}},
		{"register: people of a frequent body", func(int) string { return page("people") + "body=" + entity(bodies, 20) }},
		{"register: people, bodies, places, deep", func(int) string {
			return page("bodies") + "after=" + entity(bodies, 1000)
		}},
		// The lists in order of name are made behind these pages, one after another.
		{"register: people in order of name, the first time", func(i int) string { return "/" + []string{"en", "ru", "kk"}[i%3] + "/record/people?order=name" }},
		{"register: people, bodies, places in order of name", func(int) string { return page("people", "bodies", "places") + "order=name" }},
		{"register: people of a frequent body, of years, by name", func(int) string { return page("people") + "order=name&body=" + entity(bodies, 20) + time() }},
		{"register: people, bodies, places of a month, by name", func(int) string {
			m := fmt.Sprintf("%d-%02d", 2001+r.IntN(years), 1+r.IntN(12))
			return page("people", "bodies", "places") + "order=name&from=" + m + "&to=" + m
		}},
		{"register: people, bodies, places of a language, by name", func(int) string { return page("people", "bodies", "places") + "order=name&language=" + one(tags) }},
	} {
		if err := pages(h, c.name, registerGoal, c.address); err != nil {
			return err
		}
	}
	return nil
}

func entityPages(ctx context.Context, st *store.Store) error {
	h, err := door(st, 0)
	if err != nil {
		return err
	}
	r := random()
	for _, c := range []struct{ kind, path string }{{read.Person, "people"}, {read.Organization, "bodies"}, {read.Place, "places"}, {read.Group, "peoples"}} {
		list, err := st.Entities(ctx, store.EntityFilter{Kind: c.kind, Limit: 1000})
		if err != nil {
			return err
		}
		for _, n := range []int{5, len(list)} {
			if err := pages(h, fmt.Sprintf("entity: %s, of the %d most mentioned", c.path, n), registerGoal, func(int) string {
				return fmt.Sprintf("/%s/record/%s/%d", tags[r.IntN(3)], c.path, list[r.IntN(n)].ID)
			}); err != nil {
				return err
			}
		}
	}
	return nil
}
