package tell

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"shanyraq/internal/hooks"
)

func sender(t *testing.T, allow ...string) *Sender {
	t.Helper()
	g, err := hooks.ParseAllow(allow)
	if err != nil {
		t.Fatal(err)
	}
	s := New(g, "https://news.example")
	s.Timeout = 500 * time.Millisecond
	return s
}

func server(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

func TestPost(t *testing.T) {
	var got *http.Request
	var body string
	at := server(t, func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		got, body = r, string(b)
		w.WriteHeader(202)
	})
	out := sender(t, "127.0.0.1").Post(t.Context(), at.URL+"/hook?a=%20b", map[string]string{"Webhook-Id": "evt_1", "Content-Type": "application/json"}, []byte(`{"қ":1}`))
	if out.Status != 202 || out.Why != "" || out.Took <= 0 {
		t.Fatalf("%+v", out)
	}
	if got.Method != "POST" || got.RequestURI != "/hook?a=%20b" || body != `{"қ":1}` || got.Header.Get("Webhook-Id") != "evt_1" || got.UserAgent() != "shanyraq (+https://news.example)" || got.ContentLength != 8 {
		t.Errorf("%+v %q", got, body)
	}
}

// Every way in which an answer can fail has its word, and none takes longer
// than the bound.
func TestWhatAReceiverMayDo(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0") // takes connections and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	closed, _ := net.Listen("tcp", "127.0.0.1:0")
	closed.Close()
	tls := httptest.NewUnstartedServer(http.NotFoundHandler()) // a certificate of nobody
	tls.Config.ErrorLog = quietLog()
	tls.StartTLS()
	defer tls.Close()
	asked := atomic.Int32{}
	inner := server(t, func(http.ResponseWriter, *http.Request) { asked.Add(1) })
	at := server(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/500":
			w.Header().Set("Retry-After", "90")
			w.WriteHeader(500)
		case "/410":
			w.WriteHeader(410)
		case "/redirect":
			http.Redirect(w, r, inner.URL, http.StatusFound)
		case "/307":
			http.Redirect(w, r, inner.URL, http.StatusTemporaryRedirect)
		case "/endless":
			w.WriteHeader(200)
			for r.Context().Err() == nil {
				fmt.Fprint(w, strings.Repeat("x", 1000))
			}
		case "/trickle": // a head that never ends
			c, _, _ := w.(http.Hijacker).Hijack()
			defer c.Close()
			for _, err := c.Write([]byte("HTTP/1.1 200 OK\r\n")); err == nil; _, err = c.Write([]byte("a: b\r\n")) {
				time.Sleep(10 * time.Millisecond)
			}
		case "/large-head":
			w.Header().Set("A", strings.Repeat("x", 100<<10))
		case "/nonsense":
			c, _, _ := w.(http.Hijacker).Hijack()
			c.Write([]byte("220 mail.example ESMTP\r\n"))
			c.Close()
		case "/half":
			c, _, _ := w.(http.Hijacker).Hijack()
			c.Close()
		}
	})
	s := sender(t, "127.0.0.1")
	for _, c := range []struct {
		address string
		status  int
		why     hooks.Why
		later   time.Duration
	}{
		{at.URL + "/500", 500, hooks.Refused, 90 * time.Second},
		{at.URL + "/410", 410, hooks.Refused, 0},
		{at.URL + "/redirect", 302, hooks.Redirects, 0},
		{at.URL + "/307", 307, hooks.Redirects, 0},
		{at.URL + "/endless", 200, "", 0},
		{at.URL + "/trickle", 0, hooks.NoAnswer, 0},
		{at.URL + "/large-head", 0, hooks.NoConnect, 0},
		{at.URL + "/nonsense", 0, hooks.NoConnect, 0},
		{at.URL + "/half", 0, hooks.NoConnect, 0},
		{"http://" + silent.Addr().String(), 0, hooks.NoAnswer, 0},
		{"http://" + closed.Addr().String(), 0, hooks.NoConnect, 0},
		{"http://no-such-name.invalid/", 0, hooks.NoHost, 0},
		{tls.URL, 0, hooks.BadTLS, 0},
		{strings.Replace(at.URL, "http:", "https:", 1), 0, hooks.NoConnect, 0}, // it does not speak TLS
		{"http://127.0.0.2/", 0, hooks.Private, 0},
		{"http://localhost.invalid:0/", 0, hooks.Private, 0},
	} {
		if c.why == hooks.NoHost {
			s.Resolver = names(t, nil)
		}
		begun := time.Now()
		out := s.Post(t.Context(), c.address, nil, []byte("x"))
		s.Resolver = nil
		if out.Status != c.status || out.Why != c.why || out.Later != c.later {
			t.Errorf("%s: %+v", c.address, out)
		}
		if took := time.Since(begun); took > s.Timeout+reading {
			t.Errorf("%s took %v", c.address, took)
		}
	}
	if asked.Load() != 0 {
		t.Error("a redirect was followed")
	}
}

func TestGetReadsNoMoreThanItsBound(t *testing.T) {
	at := server(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/long" {
			fmt.Fprint(w, strings.Repeat("x", maxAnswer+100))
			return
		}
		fmt.Fprint(w, r.URL.Query().Get("hub.challenge"))
	})
	s := sender(t, "127.0.0.1")
	if out, b := s.Get(t.Context(), at.URL+"?hub.challenge=c"); out.Why != "" || string(b) != "c" {
		t.Errorf("%+v %q", out, b)
	}
	if _, b := s.Get(t.Context(), at.URL+"/long"); len(b) != maxAnswer {
		t.Errorf("%d bytes", len(b))
	}
}

// A name that led to an address that may be asked, and leads to another one a
// moment later, gains nothing: each connection is checked by its number.
func TestANameThatLeadsElsewhereLater(t *testing.T) {
	var outer, inside atomic.Int32
	listen := func(ip string) string {
		l, err := net.Listen("tcp", ip+":0")
		if err != nil {
			t.Skipf("this machine has no second address of its own: %v", err)
		}
		s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			outer.Add(1)
			w.Header().Set("Connection", "close")
		}))
		s.Listener.Close()
		s.Listener = l
		s.Start()
		t.Cleanup(s.Close)
		_, port, _ := net.SplitHostPort(l.Addr().String())
		return port
	}
	port := listen("127.0.0.2")
	inner, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		t.Skipf("the port is taken: %v", err)
	}
	defer inner.Close()
	go http.Serve(inner, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { inside.Add(1) }))

	var leads atomic.Pointer[[][4]byte]
	lead := func(to ...[4]byte) { leads.Store(&to) }
	lead([4]byte{127, 0, 0, 2})
	s := sender(t, "127.0.0.2")
	s.Resolver = names(t, func() [][4]byte { return *leads.Load() })
	address := "http://rebind.example:" + port + "/"
	if out := s.Post(t.Context(), address, nil, nil); out.Status != 200 {
		t.Fatalf("the first time: %+v", out)
	}
	lead([4]byte{127, 0, 0, 1})
	if out := s.Post(t.Context(), address, nil, nil); out.Why != hooks.Private {
		t.Errorf("the second time: %+v", out)
	}
	lead([4]byte{169, 254, 169, 254})
	if out := s.Post(t.Context(), address, nil, nil); out.Why != hooks.Private {
		t.Errorf("the third time: %+v", out)
	}
	lead([4]byte{127, 0, 0, 1}, [4]byte{127, 0, 0, 2})
	if out := s.Post(t.Context(), address, nil, nil); out.Status != 200 {
		t.Errorf("one of two: %+v", out)
	}
	if outer.Load() != 2 || inside.Load() != 0 {
		t.Errorf("asked %d times, and %d times what may not be asked", outer.Load(), inside.Load())
	}
}

// names is a resolver that answers every name with what leads gives; with
// nothing where leads is nil.
func names(t *testing.T, leads func() [][4]byte) *net.Resolver {
	t.Helper()
	c, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	go func() {
		b := make([]byte, 1500)
		for {
			n, from, err := c.ReadFrom(b)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(b[:n]) != nil || len(m.Questions) != 1 {
				continue
			}
			q := m.Questions[0]
			m.Header.Response, m.Header.RecursionAvailable, m.Additionals = true, true, nil
			switch {
			case leads == nil:
				m.Header.RCode = dnsmessage.RCodeNameError
			case q.Type == dnsmessage.TypeA:
				for _, ip := range leads() {
					m.Answers = append(m.Answers, dnsmessage.Resource{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: ip}})
				}
			}
			if out, err := m.Pack(); err == nil {
				c.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", c.LocalAddr().String())
	}}
}

// quietLog throws away what a server says about handshakes that are meant to
// fail.
func quietLog() *log.Logger { return log.New(io.Discard, "", 0) }
