package audience

import (
	_ "embed"
	"hash/maphash"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// Visitor is who asked for a page, for as long as the request lasts.
type Visitor struct {
	Address string // network address, without the port
	Agent   string // as the browser names itself
	Speaks  bool   // the request names languages
	Ahead   bool   // fetched before anybody has clicked
}

// VisitorOf reads a request whose RemoteAddr is that of the visitor, proxies
// between looked through already (web's Proxies).
func VisitorOf(r *http.Request) Visitor {
	v := Visitor{Agent: r.Header.Get("User-Agent"), Speaks: len(r.Header["Accept-Language"]) > 0}
	v.Ahead = strings.HasPrefix(r.Header.Get("Sec-Purpose"), "prefetch") || r.Header.Get("Purpose") == "prefetch"
	v.Address = r.RemoteAddr
	if host, _, err := net.SplitHostPort(r.RemoteAddr); err == nil {
		v.Address = host
	}
	return v
}

// FromOf is the host of the page that led here; empty where there is none or
// it is one of the site's own.
func FromOf(r *http.Request) string {
	ref := r.Header.Get("Referer")
	if ref == "" {
		return ""
	}
	u, err := url.Parse(ref)
	if err != nil || u.Host == "" || u.Host == r.Host || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.ToLower(strings.TrimPrefix(u.Hostname(), "www."))
}

// person reports whether a visitor may be one.
func (v Visitor) person() bool {
	return v.Speaks && !v.Ahead && v.Agent != "" && !Bot(v.Agent)
}

// number is the visitor under the secret of the day.
func (v Visitor) number(seed maphash.Seed) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString(v.Address)
	h.WriteByte(0)
	h.WriteString(v.Agent)
	return h.Sum64()
}

//go:embed bots.txt
var botList string

// crawlers is the kept list made ready: nearly all of it are plain words,
// found by their first three bytes; the rest is one expression. (All of it as
// one expression takes milliseconds a name.)
type crawlers struct {
	words map[[3]byte][]string
	rest  *regexp.Regexp
}

var bots = sync.OnceValue(func() *crawlers {
	c := &crawlers{words: map[[3]byte][]string{}}
	var rest []string
	for line := range strings.Lines(botList) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if word, ok := plainWord(line); ok && len(word) >= 3 {
			key := [3]byte([]byte(word[:3]))
			c.words[key] = append(c.words[key], word)
		} else {
			rest = append(rest, line)
		}
	}
	c.rest = regexp.MustCompile(strings.Join(rest, "|"))
	return c
})

// plainWord gives the word that an expression without any operator stands for.
func plainWord(expression string) (string, bool) {
	re, err := syntax.Parse(expression, syntax.Perl)
	if err != nil || re.Op != syntax.OpLiteral || re.Flags&syntax.FoldCase != 0 {
		return "", false
	}
	return string(re.Rune), true
}

func (c *crawlers) match(agent string) bool {
	for i := 0; i+3 <= len(agent); i++ {
		for _, word := range c.words[[3]byte{agent[i], agent[i+1], agent[i+2]}] {
			if strings.HasPrefix(agent[i:], word) {
				return true
			}
		}
	}
	return c.rest.MatchString(agent)
}

// known remembers which names are crawlers': the list takes long to ask, and
// most visitors have one of a few names.
var known struct {
	sync.RWMutex
	bots map[string]bool
}

// mostKnown bounds what is remembered.
const mostKnown = 4096

// Bot reports whether a browser's name is a crawler's.
func Bot(agent string) bool {
	known.RLock()
	bot, ok := known.bots[agent]
	known.RUnlock()
	if ok {
		return bot
	}
	if len(agent) > 1000 {
		return true
	}
	bot = bots().match(agent)
	known.Lock()
	if len(known.bots) >= mostKnown || known.bots == nil {
		known.bots = map[string]bool{}
	}
	known.bots[strings.Clone(agent)] = bot
	known.Unlock()
	return bot
}
