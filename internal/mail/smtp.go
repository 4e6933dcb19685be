package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"regexp"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"shanyraq/internal/fault"
)

// Server says how an SMTP server is reached.
type Server struct {
	Address  string // "mail.example.org:587"
	User     string // empty for a server that asks for none
	Password string // never in a log or a message
	// TLS is "starttls" (the connection must become encrypted), "tls"
	// (encrypted from its first byte, port 465), or "none", which is refused
	// with a password.
	TLS  string
	From Address

	trust *tls.Config // tests only: whom to trust
}

type server struct {
	Server
	host string
	port int
}

// SMTP gives a sender that hands letters to a server. It connects with the
// first letter, not before.
func SMTP(s Server) (Sender, error) {
	host, p, err := net.SplitHostPort(s.Address)
	port, e := strconv.Atoi(p)
	if err != nil || e != nil || host == "" || port < 1 || port > 65535 {
		return nil, fault.New(fault.Invalid, "%q is no address of a mail server", s.Address).Hint("write it as mail.example.org:587")
	}
	if s.TLS == "none" && s.User != "" {
		return nil, fault.New(fault.Invalid, "a password must not be sent over a connection that is not encrypted").Hint("use starttls or tls, or leave the user away")
	}
	if s.User != "" && s.Password == "" {
		return nil, fault.New(fault.Invalid, "the mail server's user %q has no password", s.User).Hint("give it in the environment, as SHANYRAQ_SMTP_PASSWORD")
	}
	return &server{s, host, port}, nil
}

func (s *server) About() string { return "mail server " + s.Address }

func (s *server) Send(ctx context.Context, l Letter) error {
	m, err := message(s.From, l, time.Now())
	if err != nil {
		return err
	}
	options := []gomail.Option{gomail.WithPort(s.port), gomail.WithTimeout(30 * time.Second)}
	switch s.TLS {
	case "tls":
		options = append(options, gomail.WithSSL())
	case "none":
		options = append(options, gomail.WithTLSPolicy(gomail.NoTLS))
	default:
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if s.trust != nil {
		options = append(options, gomail.WithTLSConfig(s.trust))
	}
	if s.User != "" {
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(s.User), gomail.WithPassword(s.Password))
	}
	c, err := gomail.NewClient(s.host, options...)
	if err == nil {
		err = c.DialAndSendWithContext(ctx, m)
	}
	if err == nil {
		return nil
	}
	return refusal(err, l.To.Email)
}

// ErrNoMailbox, where it is in the chain of Send's error, says that the server
// knows no such mailbox, or that it is closed: no letter to it will arrive.
var ErrNoMailbox = errors.New("there is no such mailbox")

// refusal says what a server's error means. Errors go into logs, so the
// address that servers like to repeat is taken out of it.
func refusal(err error, email string) error {
	cause := errors.New(hide(err.Error(), email))
	se, ok := errors.AsType[*gomail.SendError](err)
	if !ok || se.IsTemp() || se.ErrorCode() < 500 {
		return fault.Wrap(cause, fault.Unavailable, "the mail server does not take the letter now").Hint("check its address, user and password; the letter is tried again")
	}
	// A server that says 5xx will say so again.
	if se.Reason == gomail.ErrSMTPRcptTo && noMailbox(se.ErrorCode(), se.EnhancedStatusCode()) {
		cause = errors.Join(ErrNoMailbox, cause)
	}
	return fault.Wrap(cause, fault.Invalid, "the mail server refuses the letter for good (code %d)", se.ErrorCode()).Hint("check the address it is for")
}

// noMailbox tells a mailbox that is not there from a server that does not
// like us: X.1.* are about the address, X.2.1 is a mailbox closed, X.7.* are
// about who may send (RFC 3463). Without such a code 550, 551 and 553 are about
// the mailbox (RFC 5321).
func noMailbox(code int, enhanced string) bool {
	if _, status, ok := strings.Cut(enhanced, "."); ok {
		return strings.HasPrefix(status, "1.") || status == "2.1"
	}
	return code == 550 || code == 551 || code == 553
}

// hide takes an address out of a text, however it is written.
func hide(s, email string) string {
	if email == "" {
		return s
	}
	return regexp.MustCompile(`(?i)`+regexp.QuoteMeta(email)).ReplaceAllString(s, "(the address)")
}
