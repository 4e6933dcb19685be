package audience

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

var (
	noon    = time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
)

func person(n int) Visitor {
	return Visitor{Address: fmt.Sprint("192.0.2.", n), Agent: firefox, Speaks: true}
}

func total(b Batch) (n int) {
	for _, c := range b {
		n += c
	}
	return n
}

func TestOnceInHalfAnHour(t *testing.T) {
	c := NewCounter()
	v := View{Article: 12, Tag: "kk"}
	for _, s := range []struct {
		after time.Duration
		who   int
		v     View
		want  bool
	}{
		{0, 1, v, true},
		{time.Minute, 1, v, false},
		{time.Minute, 2, v, true},
		{2 * time.Minute, 1, View{Article: 13, Tag: "kk"}, true},
		{25 * time.Minute, 1, v, false}, // read on: the half hour begins anew
		{50 * time.Minute, 1, v, false},
		{3 * time.Hour, 1, v, true},
		{13 * time.Hour, 1, v, true}, // another day
	} {
		if got := c.Seen(s.v, person(s.who), noon.Add(s.after)); got != s.want {
			t.Errorf("after %v: %v, want %v", s.after, got, s.want)
		}
	}
	b := c.Take()
	if len(b) != 3 || b[Key{dayOf(noon), v}] != 3 || b[Key{dayOf(noon) + 1, v}] != 1 {
		t.Errorf("counted %v", b)
	}
	if len(c.Take()) != 0 {
		t.Error("what was taken is there still")
	}
	c.Return(b)
	if total(c.Take()) != 5 {
		t.Error("what was returned is lost")
	}
}

func TestProgramsAreLeftOut(t *testing.T) {
	c := NewCounter()
	for what, who := range map[string]Visitor{
		"a crawler":        {Address: "192.0.2.1", Agent: "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)", Speaks: true},
		"curl":             {Address: "192.0.2.1", Agent: "curl/8.5.0", Speaks: true},
		"no name":          {Address: "192.0.2.1", Speaks: true},
		"no language":      {Address: "192.0.2.1", Agent: firefox},
		"fetched ahead":    {Address: "192.0.2.1", Agent: firefox, Speaks: true, Ahead: true},
		"an endless name":  {Address: "192.0.2.1", Agent: string(make([]byte, 2000)), Speaks: true},
		"a headless robot": {Address: "192.0.2.1", Agent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36", Speaks: true},
	} {
		if c.Seen(View{Article: 1}, who, noon) {
			t.Errorf("%s is counted", what)
		}
	}
	for _, agent := range []string{firefox, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 YaBrowser/25.6.0.0 Safari/537.36",
		"Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36"} {
		if Bot(agent) {
			t.Errorf("%s is taken for a crawler", agent)
		}
	}
	fast := 0
	for i := range 10 * Fastest {
		if c.Seen(View{Article: int64(i)}, person(9), noon) {
			fast++
		}
	}
	if fast != Fastest {
		t.Errorf("a visitor who opens everything counts %d times", fast)
	}
}

func TestVisitorOf(t *testing.T) {
	for _, c := range []struct{ remote, forwarded, want string }{
		{"203.0.113.5:4000", "", "203.0.113.5"},
		{"127.0.0.1:4000", "198.51.100.1", "127.0.0.1"}, // proxies are looked through before
		{"[2001:db8::1]:4000", "", "2001:db8::1"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = c.remote
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		if got := VisitorOf(r).Address; got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
	r := httptest.NewRequest("GET", "http://news.example.org/en/a", nil)
	for ref, want := range map[string]string{"": "", "https://www.Example.com/x?y": "example.com", "http://news.example.org/en/": "", "android-app://org.example": "", "::": ""} {
		r.Header.Set("Referer", ref)
		if got := FromOf(r); got != want {
			t.Errorf("%q: %q, want %q", ref, got, want)
		}
	}
}

func TestInventedHostsFillNothing(t *testing.T) {
	c := NewCounter()
	for i := range 3 * mostHosts {
		c.Seen(View{Article: int64(i), From: fmt.Sprint("host", i, ".example")}, Visitor{Address: fmt.Sprint(i), Agent: firefox, Speaks: true}, noon)
	}
	hosts := map[string]bool{}
	b := c.Take()
	for k := range b {
		hosts[k.From] = true
	}
	if len(hosts) != mostHosts+1 || total(b) != 3*mostHosts {
		t.Errorf("%d hosts, %d views", len(hosts), total(b))
	}
}

func TestManyAtOnceLoseNone(t *testing.T) {
	c := NewCounter()
	var wg sync.WaitGroup
	var taken sync.Map
	stop := make(chan struct{})
	sum := 0
	var drain sync.WaitGroup
	drain.Go(func() {
		for {
			sum += total(c.Take())
			select {
			case <-stop:
				return
			default:
			}
		}
	})
	for g := range 8 {
		wg.Go(func() {
			for i := range 5000 {
				c.Seen(View{Article: int64(i % 100)}, Visitor{Address: fmt.Sprint(g, "-", i), Agent: firefox, Speaks: true}, noon)
			}
			taken.Store(g, true)
		})
	}
	wg.Wait()
	close(stop)
	drain.Wait()
	if sum += total(c.Take()); sum != 40000 {
		t.Errorf("%d of 40000 views", sum)
	}
}

func BenchmarkSeen(b *testing.B) {
	c := NewCounter()
	r := httptest.NewRequest("GET", "/en/a", nil)
	r.Header = http.Header{"User-Agent": {firefox}, "Accept-Language": {"en"}, "Referer": {"https://example.com/"}}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		c.Answered(int64(i&1023), "en", r, noon)
	}
}

// BenchmarkBot asks the list about a name it has not seen.
func BenchmarkBot(b *testing.B) {
	for b.Loop() {
		bots().match(firefox)
	}
}

// The quick way answers as the list itself does.
func TestBotListIsWhole(t *testing.T) {
	n, plain := 0, 0
	for line := range strings.Lines(botList) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		n++
		word, ok := plainWord(line)
		if !ok {
			continue
		}
		plain++
		if !regexp.MustCompile(line).MatchString(word) {
			t.Errorf("%q does not stand for %q", word, line)
		}
		if !bots().match("Mozilla/5.0 (compatible; " + word + ")") {
			t.Errorf("%q is not found", word)
		}
	}
	if n < 1000 || plain < n*9/10 {
		t.Errorf("%d entries, %d of them plain", n, plain)
	}
}
