package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"strconv"
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
	// A server that says 5xx will say so again.
	if se, ok := errors.AsType[*gomail.SendError](err); ok && !se.IsTemp() && se.ErrorCode() >= 500 {
		return fault.Wrap(err, fault.Invalid, "the mail server refuses the letter for good (code %d)", se.ErrorCode()).Hint("check the address it is for")
	}
	return fault.Wrap(err, fault.Unavailable, "the mail server does not take the letter now").Hint("check its address, user and password; the letter is tried again")
}
