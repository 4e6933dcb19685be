package tell

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"

	"shanyraq/internal/hooks"
)

// The bounds of one exchange.
const (
	timeout    = 15 * time.Second // from the first packet to the head of the answer
	connecting = 5 * time.Second
	reading    = 2 * time.Second // for the body of an answer that nobody needs
	maxAnswer  = 16 << 10        // bytes of it
	maxHeader  = 16 << 10
)

// Sender sends. It is safe for concurrent use.
type Sender struct {
	// Timeout bounds one exchange; 15 seconds where it is 0.
	Timeout time.Duration
	// Resolver finds the numbers of names; the machine's where nil. Tests
	// set it.
	Resolver *net.Resolver

	guard  hooks.Guard
	agent  string
	client http.Client
}

// errPrivate is what the dialer answers about an address that may not be
// asked.
var errPrivate = errors.New("the address is not of the public internet")

// New makes a sender that asks what guard lets through. origin, the public
// address of the site, stands in its User-Agent, so that whoever is asked can
// find us.
func New(guard hooks.Guard, origin string) *Sender {
	s := &Sender{guard: guard, agent: "shanyraq (+" + origin + ")"}
	s.client = http.Client{
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			DialContext:            s.dial,
			TLSHandshakeTimeout:    connecting,
			MaxIdleConnsPerHost:    1,
			IdleConnTimeout:        30 * time.Second,
			MaxResponseHeaderBytes: maxHeader,
			DisableCompression:     true,
			TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		},
	}
	return s
}

// dial connects to one of the numbers of a host that the guard lets through.
func (s *Sender) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: connecting, Resolver: s.Resolver, Control: func(_, to string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(to)
		if err != nil || !s.guard.Lets(at.Addr()) {
			return errPrivate
		}
		return nil
	}}
	return d.DialContext(ctx, network, address)
}

// Post sends a body. Any answer 2xx is a success; the rest of it is thrown
// away.
func (s *Sender) Post(ctx context.Context, address string, header map[string]string, body []byte) hooks.Outcome {
	out, answer, stop := s.do(ctx, http.MethodPost, address, header, body)
	defer stop()
	if answer != nil {
		// Only to use the connection again; it may take its time, or never end.
		late := time.AfterFunc(reading, stop)
		defer late.Stop()
		io.CopyN(io.Discard, answer.Body, maxAnswer)
	}
	return out
}

// Get asks an address, and gives up to 16 KiB of what a success says.
func (s *Sender) Get(ctx context.Context, address string) (hooks.Outcome, []byte) {
	out, answer, stop := s.do(ctx, http.MethodGet, address, nil, nil)
	defer stop()
	if out.Why != "" {
		return out, nil
	}
	b, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
	if err != nil {
		out.Why = why(err)
	}
	return out, b
}

// do makes one exchange. stop ends it; it must be called once the answer's
// body has been read.
func (s *Sender) do(ctx context.Context, method, address string, header map[string]string, body []byte) (out hooks.Outcome, answer *http.Response, stop func()) {
	limit := s.Timeout
	if limit == 0 {
		limit = timeout
	}
	begun := time.Now()
	ctx, cancel := context.WithTimeout(ctx, limit)
	stop = cancel
	defer func() { out.Took = time.Since(begun) }()
	u, err := s.guard.Address(address)
	if err != nil { // it was another guard's when it was named
		out.Why = hooks.Private
		return out, nil, stop
	}
	r, err := http.NewRequestWithContext(ctx, method, u.String(), bytes.NewReader(body))
	if err != nil {
		out.Why = hooks.NoHost
		return out, nil, stop
	}
	for name, value := range header {
		r.Header.Set(name, value)
	}
	r.Header.Set("User-Agent", s.agent)
	answer, err = s.client.Do(r)
	if err != nil {
		out.Why = why(err)
		return out, nil, stop
	}
	stop = func() { answer.Body.Close(); cancel() }
	out.Status = answer.StatusCode
	switch {
	case answer.StatusCode >= 300 && answer.StatusCode < 400:
		out.Why = hooks.Redirects
	case answer.StatusCode < 200 || answer.StatusCode > 299:
		out.Why = hooks.Refused
		out.Later = hooks.Later(answer.Header.Get("Retry-After"), begun)
	}
	return out, answer, stop
}

// why says in one word what went wrong.
func why(err error) hooks.Why {
	var dns *net.DNSError
	var unknown x509.UnknownAuthorityError
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var network net.Error
	switch {
	case errors.Is(err, errPrivate):
		return hooks.Private
	case errors.As(err, &certificate), errors.As(err, &unknown), errors.As(err, &record):
		return hooks.BadTLS
	case errors.As(err, &dns) && !dns.IsTimeout:
		return hooks.NoHost
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return hooks.NoAnswer
	}
	return hooks.NoConnect
}
