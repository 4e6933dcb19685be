package audience

import (
	"hash/maphash"
	"net/http"
	"sync"
	"time"
)

// View is one article shown in one form.
type View struct {
	Article int64
	Tag     string // language and script in which it was shown: "kk-Latn"
	From    string // host of the page that led here; empty for none or our own
}

// The measures of a view.
const (
	// Again is how long a visitor must be away for the same article to count
	// again: the half hour after which web statistics commonly begin a new
	// visit.
	Again = 30 * time.Minute
	// Fastest is how many articles a visitor opens in Again before he is taken
	// for a program: one every fifteen seconds.
	Fastest = 120
	// mostKept bounds the memory of who saw what: about 16 MB. Beyond it the
	// oldest half is forgotten early.
	mostKept = 1 << 19
)

// Key is what views are counted under.
type Key struct {
	Day int64 // since 1970-01-01, UTC
	View
}

// Batch is what was counted between two calls of Take.
type Batch map[Key]int

// Counter counts views in memory. It is safe for concurrent use.
type Counter struct {
	seed maphash.Seed // of the day: the secret of visitors' numbers

	mu         sync.Mutex
	day        int64
	counts     Batch
	young, old map[uint64]struct{} // visitor and article, of this window and the one before
	pace       map[uint64]int      // articles of a visitor in this window
	turned     time.Time           // when the window began
	hosts      map[string]int      // of the day, so that inventing hosts fills no table
}

// NewCounter makes a counter that has seen nothing.
func NewCounter() *Counter {
	return &Counter{seed: maphash.MakeSeed(), counts: Batch{}, young: map[uint64]struct{}{}, old: map[uint64]struct{}{}, pace: map[uint64]int{}, hosts: map[string]int{}}
}

func dayOf(now time.Time) int64 { return now.Unix() / 86400 }

// Answered counts the answer to a request as a view of an article under a tag,
// where it is one.
func (c *Counter) Answered(article int64, tag string, r *http.Request, now time.Time) bool {
	return c.seen(View{Article: article, Tag: tag}, VisitorOf(r), func() string { return FromOf(r) }, now)
}

// Seen counts a view of a visitor, and reports whether it was one.
func (c *Counter) Seen(v View, who Visitor, now time.Time) bool {
	return c.seen(v, who, func() string { return v.From }, now)
}

// seen asks where the visitor came from only once that matters.
func (c *Counter) seen(v View, who Visitor, from func() string, now time.Time) bool {
	if !who.person() {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if day := dayOf(now); day != c.day { // a new secret: yesterday's visitors are nobody
		c.day, c.seed = day, maphash.MakeSeed()
		c.young, c.old, c.pace, c.turned = map[uint64]struct{}{}, map[uint64]struct{}{}, map[uint64]int{}, now
		c.hosts = map[string]int{}
	}
	if d := now.Sub(c.turned); d >= Again || len(c.young) >= mostKept/2 {
		c.old, c.young, c.turned = c.young, map[uint64]struct{}{}, now
		if d >= 2*Again {
			c.old = nil
		}
		c.pace = map[uint64]int{}
	}
	visitor := who.number(c.seed)
	seen := visitor ^ uint64(v.Article)*0x9e3779b97f4a7c15
	_, again := c.young[seen]
	if !again {
		_, again = c.old[seen]
	}
	c.young[seen] = struct{}{} // from now on, half an hour anew
	if again {
		return false
	}
	if c.pace[visitor]++; c.pace[visitor] > Fastest {
		return false
	}
	v.From = c.host(from())
	c.counts[Key{c.day, v}]++
	return true
}

// mostHosts is how many hosts are told apart in a day.
const mostHosts = 2000

// host gives the host, or "other" where a day has seen too many.
func (c *Counter) host(name string) string {
	if name == "" {
		return ""
	}
	if len(name) > 100 || c.hosts[name] == 0 && len(c.hosts) >= mostHosts {
		return "other"
	}
	c.hosts[name]++
	return name
}

// Take gives what was counted since the last call, and begins anew.
func (c *Counter) Take() Batch {
	c.mu.Lock()
	defer c.mu.Unlock()
	b := c.counts
	c.counts = make(Batch, len(b))
	return b
}

// Return puts back what could not be saved.
func (c *Counter) Return(b Batch) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for k, n := range b {
		c.counts[k] += n
	}
}
