package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// printed takes what the program prints.
func printed(t *testing.T) *bytes.Buffer {
	var b bytes.Buffer
	testkit.Set[io.Writer](t, &out, &b)
	return &b
}

func TestWordsAreTheSameForTheSameNumber(t *testing.T) {
	if got := word(0, 2) + " " + word(21, 2) + " " + word(1+20*3, 3); got != "Baba Koko Kotenba" {
		t.Errorf("words are %q", got)
	}
}

func TestEarlyEntitiesArePickedMoreOften(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, c := range []struct {
		s, least, most float64 // how much oftener the first tenth is picked than the last
	}{{0, 0.8, 1.25}, {0.5, 2, 10}, {1, 10, 100}, {1.1, 20, 200}} {
		list := crowd{make([]record.Entity, 100), c.s}
		for i := range list.list {
			list.list[i].ID = int64(i)
		}
		first, last := 0, 0
		for range 20000 {
			switch id := list.pick(r).ID; {
			case id < 10:
				first++
			case id >= 90:
				last++
			}
		}
		if share := float64(first) / float64(last); share < c.least || share > c.most {
			t.Errorf("exponent %.1f: the first tenth is picked %.1f times as often as the last, want %.1f to %.1f", c.s, share, c.least, c.most)
		}
	}
}

func TestManyPeopleShareAName(t *testing.T) {
	people, bodies, places := invented(rand.New(rand.NewPCG(1, 1)), 5000)
	if len(people) != 3000 || len(bodies) != 1500 || len(places) != 500 {
		t.Fatalf("%d people, %d bodies, %d places of 5000", len(people), len(bodies), len(places))
	}
	names := map[string]int{}
	for _, p := range people {
		names[p.Names[0].Text]++
	}
	if shared := len(people) - len(names); shared < 100 || shared > 1500 {
		t.Errorf("%d of 3000 people have a name that another has", shared)
	}
	again, _, _ := invented(rand.New(rand.NewPCG(1, 1)), 5000)
	if !reflect.DeepEqual(people, again) {
		t.Error("the same source invents others")
	}
	listed, institutions, groups := known()
	if listed[0].Known == "" || listed[0].Name("en") != "Kazakhstan" || listed[6].Name("en") != "China" || len(institutions) == 0 || len(groups) == 0 {
		t.Errorf("the listed places begin with %q and %q; %d bodies, %d groups", listed[0].Name("en"), listed[6].Name("en"), len(institutions), len(groups))
	}
}

func TestTimesAreToldByTheirOrder(t *testing.T) {
	b := printed(t)
	var a asked
	for i := range 200 { // 200, 199 … 1 ms
		a.took = append(a.took, time.Duration(200-i)*time.Millisecond)
		a.worked = append(a.worked, time.Duration(200-i)*time.Millisecond/10)
	}
	a.cpu = 600 * time.Millisecond
	a.tell("pages", 100*time.Millisecond)
	a.tell("free", 0)
	want := fmt.Sprintf("%-62s p50   101.0  p90   181.0  p99   199.0 ms  own  10.1  18.1  19.9  cpu    3.0 ms", "pages") + "   1.99 of the goal of 100ms\n"
	if got, free, _ := strings.Cut(b.String(), "free"); got != want || strings.Contains(free, "goal") {
		t.Errorf("%q, want\n%q", b, want)
	}
}

func TestAskingIsTimed(t *testing.T) {
	var a asked
	err := a.time(func() error { time.Sleep(20 * time.Millisecond); return errDone })
	if err != errDone || len(a.took) != 1 || a.took[0] < 20*time.Millisecond || a.worked[0] > a.took[0]/2 {
		t.Errorf("%v; sleeping took %v and worked %v", err, a.took, a.worked)
	}
	if err := a.time(func() error {
		for begin := processor(1); processor(1)-begin < 5*time.Millisecond; { // of this thread
		}
		return nil
	}); err != nil || a.worked[1] < 5*time.Millisecond || a.cpu < a.worked[1] || a.took[1] < a.worked[1]/2 {
		t.Errorf("%v; turning round took %v and worked %v, of all %v", err, a.took[1], a.worked[1], a.cpu)
	}
}

func TestGetTakesNothingButAPage(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/here" {
			http.Redirect(w, r, "/here", http.StatusFound)
			return
		}
		io.WriteString(w, "page "+r.URL.RawQuery)
	})
	if got, err := get(h, "/here?a=1"); got != "page a=1" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := get(h, "/there"); err == nil || !strings.Contains(err.Error(), "/there answers 302") {
		t.Errorf("a redirect: %v", err)
	}
}

func TestASmallRecordIsMadeAndAsked(t *testing.T) {
	testkit.Set(t, articles, 150)
	testkit.Set(t, statements, 6)
	testkit.Set(t, entities, 300)
	testkit.Set(t, times, 2)
	testkit.Set(t, dir, t.TempDir())
	testkit.Set(t, only, "pair entity matching")
	b := printed(t)
	if err := run(t.Context()); err != nil {
		t.Fatal(err)
	}
	said := b.String()
	for line, n := range map[string]int{
		`(?m)^150 articles of 6 statements, 300 entities, seed 1, `: 1,
		`(?m)^the busiest pair has [1-9]\d* facts$`:                 1,
		`(?m)^pair: .* p50 .* p99 .* ms`:                            5,
		`(?m)^pair: .* of the goal of 20ms$`:                        4,
		`(?m)^entity: .* of the goal of 30ms$`:                      8,
		`(?m)^matching: .* of the goal of 5ms$`:                     2,
		`(?m)^register: `:                                           0,
	} {
		if got := len(regexp.MustCompile(line).FindAllString(said, -1)); got != n {
			t.Errorf("%d lines are %s, want %d", got, line, n)
		}
	}
	st, err := store.Open(t.Context(), store.DSN(*dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	told, all := 0, map[string]int{}
	for _, kind := range []string{read.Figure, read.Agreement, read.Event, read.Office, read.Quote} {
		list, err := st.Statements(t.Context(), store.StatementFilter{Kind: kind, Limit: 1000})
		if err != nil {
			t.Fatal(err)
		}
		told += len(list)
		for _, s := range list {
			all[s.Fact]++
		}
		if len(list) < 50 {
			t.Errorf("of 900 statements %d are of kind %s", len(list), kind)
		}
	}
	// One statement in seven tells a fact again.
	if again := told - len(all); told != 900 || again < 90 || again > 170 {
		t.Errorf("%d statements tell %d facts", told, len(all))
	}
	// Asking changes nothing, and needs no generating.
	testkit.Set(t, loaded, true)
	b.Reset()
	if err := run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "written in") || strings.Count(b.String(), "\npair: ") != 5 {
		t.Errorf("a record that stands is asked with\n%s", b)
	}
	if t.Failed() {
		t.Log(said)
	}
}
