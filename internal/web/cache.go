package web

import (
	"net/http"
	"sync"
)

// Cache keeps finished answers in memory by address. An answer is served
// only while the version it was made under is the store's version of this
// moment, so that a page is right as soon as an article has changed.
//
// It holds at most two generations of half its size each: when the young one
// is full, the old one is dropped and the young one becomes the old; an old
// answer that is asked for moves back. Nothing scans, and what nobody asks
// for is gone after two rounds.
type Cache struct {
	version func() uint64
	half    int // bytes a generation may hold

	// Shown, where set, is told of every answer that has something to tell
	// (Answer.Shown) after it was given to who asked with GET.
	Shown func(r *http.Request, what any)

	mu         sync.RWMutex
	young, old map[place]*sent
	size       int // bytes in young
}

// place is what an answer is kept under. The host is part of it: whole
// addresses in a page may be made from it, and nobody may put his host's
// pages before others.
type place struct{ host, uri string }

// NewCache makes a cache of at most so many bytes; version gives the number
// that every change of the public content raises. A size of 0 keeps nothing.
func NewCache(bytes int, version func() uint64) *Cache {
	return &Cache{version: version, half: bytes / 2, young: map[place]*sent{}, old: map[place]*sent{}}
}

// Serve answers from the cache, or reports false.
func (c *Cache) Serve(w http.ResponseWriter, r *http.Request) bool {
	if c.half == 0 || r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	at := place{r.Host, r.RequestURI}
	c.mu.RLock()
	s, ok := c.young[at]
	old := false
	if !ok {
		s, old = c.old[at]
	}
	c.mu.RUnlock()
	if s == nil || s.version != c.version() {
		return false
	}
	if old {
		c.keep(at, s)
	}
	s.send(w, r)
	c.told(r, s)
	return true
}

// told passes on what an answer tells of itself.
func (c *Cache) told(r *http.Request, s *sent) {
	if s.shown != nil && c.Shown != nil && r.Method == http.MethodGet && s.status == http.StatusOK {
		c.Shown(r, s.shown)
	}
}

// Version is the version that an answer begun now is made under. Take it
// before the first question to the store.
func (c *Cache) Version() uint64 { return c.version() }

// Send answers with a, and keeps it where that is allowed.
func (c *Cache) Send(w http.ResponseWriter, r *http.Request, a *Answer, version uint64) {
	s := a.seal(version)
	a.release()
	if s.status == http.StatusOK && !a.Private && c.half > 0 && len(s.body[plain]) <= c.half/8 && len(r.RequestURI) < 512 && len(r.Host) < 256 {
		c.keep(place{r.Host, r.RequestURI}, s)
	}
	s.send(w, r)
	c.told(r, s)
}

// overhead is what an entry costs beside its bodies: headers, maps, keys.
const overhead = 1024

func (c *Cache) keep(key place, s *sent) {
	// The compressed forms come later and are a fraction of the plain one.
	cost := len(s.body[plain])*3/2 + len(key.uri) + overhead
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, there := c.young[key]; !there {
		c.size += cost
	}
	c.young[key] = s
	if c.size > c.half {
		c.old, c.young, c.size = c.young, map[place]*sent{}, 0
	}
}
