package mail

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"io/fs"
	"math/big"
	"mime"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/fault"
)

// hostile are values that would break a header if they could.
const hostile = "A\r\nBcc: x@y.z\u2028B «{{.Link}}»"

// Every letter is in every language, names the same values in each, and keeps
// its subject to one line.
func TestLetters(t *testing.T) {
	entries, err := fs.ReadDir(files, "letters/en")
	if err != nil || len(entries) < 5 {
		t.Fatalf("%d letters: %v", len(entries), err)
	}
	named := regexp.MustCompile(`\.[A-Z][A-Za-z]*`)
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".txt")
		var want []string
		for _, lang := range Languages {
			src, err := files.ReadFile("letters/" + lang + "/" + e.Name())
			if err != nil {
				t.Errorf("%s has no letter %q", lang, name)
				continue
			}
			got := named.FindAllString(strings.Join(regexp.MustCompile(`\{\{[^}]*\}\}`).FindAllString(string(src), -1), " "), -1)
			slices.Sort(got)
			got = slices.Compact(got)
			if want == nil {
				want = got
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s/%s names %v, in English %v", lang, name, got, want)
			}
			v := Values{}
			for _, n := range got {
				v[n[1:]] = hostile
			}
			l, err := Write(lang, name, v)
			if err != nil || l.Language != lang {
				t.Errorf("%s/%s: %v", lang, name, err)
			}
			if l.Subject == "" || strings.ContainsAny(l.Subject, "\r\n\u2028") || strings.Contains(l.Subject, "Bcc") && !strings.Contains(l.Subject, "B «{{.Link}}»") || strings.Contains(l.Text, "<no value>") || len(l.Text) < 100 {
				t.Errorf("%s/%s: %q\n%s", lang, name, l.Subject, l.Text)
			}
			if len(got) > 0 {
				delete(v, got[0][1:])
				if _, err := Write(lang, name, v); err == nil {
					t.Errorf("%s/%s: a value that is missing must be an error", lang, name)
				}
			}
		}
	}
	if l, err := Write("tg", "question", Values{"Title": "a", "Name": "b", "Question": "c", "Link": "d", "Site": "e", "Contact": ""}); err != nil || l.Language != "en" {
		t.Errorf("a language without letters gets English: %v", err)
	}
}

var sample = Letter{ID: 7, To: Address{"Айгүл, «Үлгі»", "reader@example.org"}, Language: "kk", Subject: "Рұқсат: «Үлгі» мәтіні", Text: "Сәлем!\nhttps://example.org/kk/request/1-abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnop\n.\nFrom here\n",
	Headers: map[string]string{"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}}

// read gives a letter as its reader's program sees it.
func read(t *testing.T, r io.Reader) (h netmail.Header, body string) {
	t.Helper()
	m, err := netmail.ReadMessage(r)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Fatal(err)
	}
	return m.Header, strings.ReplaceAll(string(data), "\r\n", "\n")
}

func checkSample(t *testing.T, r io.Reader) {
	t.Helper()
	h, body := read(t, r)
	d := new(mime.WordDecoder)
	subject, _ := d.DecodeHeader(h.Get("Subject"))
	to, err := h.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Address != sample.To.Email || to[0].Name != sample.To.Name {
		t.Errorf("to %v %v", to, err)
	}
	if subject != sample.Subject || body != sample.Text || h.Get("Message-Id") != "<7.outbox@news.example.org>" || h.Get("List-Unsubscribe-Post") != "List-Unsubscribe=One-Click" {
		t.Errorf("%v\n%q", h, body)
	}
	if h.Get("User-Agent")+h.Get("X-Mailer") != "" {
		t.Error("the letter tells which program wrote it")
	}
}

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mail")
	s := Folder(dir, Address{"Sample Assembly", "no-reply@news.example.org"})
	for range 2 { // the same letter again takes no second place
		if err := s.Send(t.Context(), sample); err != nil {
			t.Fatal(err)
		}
	}
	list, err := os.ReadDir(dir)
	if err != nil || len(list) != 1 || list[0].Name() != "00000007.eml" {
		t.Fatalf("%v %v", list, err)
	}
	f, err := os.Open(filepath.Join(dir, list[0].Name()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	checkSample(t, f)
	if err := os.WriteFile(filepath.Join(dir, "plain"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Folder(filepath.Join(dir, "plain"), Address{Email: "a@b.c"}).Send(t.Context(), sample); !fault.Is(err, fault.Unavailable) {
		t.Errorf("a file where the folder should be: %v", err)
	}
}

// Nothing in a letter can add a header or a reader.
func TestHeadersAreSafe(t *testing.T) {
	s := Folder(t.TempDir(), Address{Email: "a@example.org"})
	for name, spoil := range map[string]func(*Letter){
		"a name":              func(l *Letter) { l.To.Name = "A\r\nBcc: x@y.z" },
		"an address":          func(l *Letter) { l.To.Email = "a@b.c\r\nBcc: x@y.z" },
		"two addresses":       func(l *Letter) { l.To.Email = "a@b.c,d@e.f" },
		"no address":          func(l *Letter) { l.To.Email = "" },
		"a subject":           func(l *Letter) { l.Subject = "A\nBcc: x@y.z" },
		"an address to reply": func(l *Letter) { l.ReplyTo = "a@b.c\nBcc: x@y.z" },
		"a header":            func(l *Letter) { l.Headers = map[string]string{"X-A": "b\r\nBcc: x@y.z"} },
		"a header's name":     func(l *Letter) { l.Headers = map[string]string{"X-A\r\nBcc": "x@y.z"} },
	} {
		l := sample
		spoil(&l)
		if err := s.Send(t.Context(), l); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// receiver is a small SMTP server: enough to take one letter over TLS.
func receiver(t *testing.T, reply string) (addr string, trust *tls.Config, got chan string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"}, NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, _ := x509.ParseCertificate(der)
	pool := x509.NewCertPool()
	pool.AddCert(cert)
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	got = make(chan string, 4)
	config := &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go talk(conn, config, reply, got)
		}
	}()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return net.JoinHostPort("localhost", port), &tls.Config{RootCAs: pool, ServerName: "localhost"}, got
}

func talk(conn net.Conn, config *tls.Config, reply string, got chan string) {
	defer conn.Close()
	r := bufio.NewReader(conn)
	say := func(s string) { io.WriteString(conn, s+"\r\n") }
	say("220 localhost")
	secure := false
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		switch verb := strings.ToUpper(strings.TrimSpace(line)); {
		case strings.HasPrefix(verb, "EHLO"):
			if say("250-localhost"); secure {
				say("250 AUTH PLAIN LOGIN")
			} else {
				say("250 STARTTLS")
			}
		case verb == "STARTTLS":
			say("220 go on")
			t := tls.Server(conn, config)
			conn, r, secure = t, bufio.NewReader(t), true
		case strings.HasPrefix(verb, "AUTH"):
			got <- strings.TrimSpace(line)
			say("235 ok")
		case strings.HasPrefix(verb, "RCPT"):
			say(reply)
		case verb == "DATA":
			say("354 go on")
			var b strings.Builder
			for {
				line, err := r.ReadString('\n')
				if err != nil || line == ".\r\n" {
					break
				}
				b.WriteString(strings.TrimPrefix(line, "."))
			}
			got <- b.String()
			say("250 taken")
		case verb == "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func TestSMTP(t *testing.T) {
	addr, trust, got := receiver(t, "250 ok")
	s, err := SMTP(Server{Address: addr, User: "desk", Password: "hush", TLS: "starttls", From: Address{"Sample Assembly", "no-reply@news.example.org"}, trust: trust})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := s.Send(ctx, sample); err != nil {
		t.Fatal(err)
	}
	if a := <-got; !strings.HasPrefix(a, "AUTH") {
		t.Errorf("first came %q", a)
	}
	checkSample(t, strings.NewReader(<-got))
	if strings.Contains(s.About(), "hush") {
		t.Error("the sender tells its password")
	}

	// Whoever the server is not is not spoken to.
	stranger, _ := SMTP(Server{Address: addr, TLS: "starttls", From: Address{Email: "a@example.org"}})
	if err := stranger.Send(ctx, sample); !fault.Is(err, fault.Unavailable) {
		t.Errorf("a certificate that nobody vouches for: %v", err)
	}
}

// A refusal for good is told from one for now; no error tells the password.
func TestSMTPRefusals(t *testing.T) {
	for reply, c := range map[string]struct {
		want fault.Kind
		gone bool
	}{
		"550 no such mailbox":                               {fault.Invalid, true},
		"550 5.1.1 <Reader@Example.org>: user unknown":      {fault.Invalid, true},
		"550 5.2.1 mailbox disabled":                        {fault.Invalid, true},
		"554 5.7.1 <reader@example.org>: blocked, see list": {fault.Invalid, false},
		"552 5.2.2 over quota":                              {fault.Invalid, false},
		"451 later":                                         {fault.Unavailable, false},
	} {
		addr, trust, _ := receiver(t, reply)
		s, err := SMTP(Server{Address: addr, User: "desk", Password: "hush", From: Address{Email: "a@example.org"}, trust: trust})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		err = s.Send(ctx, sample)
		if !fault.Is(err, c.want) || strings.Contains(err.Error(), "hush") || errors.Is(err, ErrNoMailbox) != c.gone {
			t.Errorf("%s: %v, no mailbox is %v", reply, err, errors.Is(err, ErrNoMailbox))
		}
		for e := err; e != nil; e = errors.Unwrap(e) {
			if strings.Contains(strings.ToLower(e.Error()), "reader@") {
				t.Errorf("%s: the log would name the address: %v", reply, e)
			}
		}
		cancel()
	}
	for name, s := range map[string]Server{
		"no port":                  {Address: "mail.example.org"},
		"a password in the clear":  {Address: "mail.example.org:25", User: "a", Password: "b", TLS: "none"},
		"a user without password":  {Address: "mail.example.org:587", User: "a"},
		"a port that is no number": {Address: "mail.example.org:smtp"},
	} {
		if _, err := SMTP(s); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
