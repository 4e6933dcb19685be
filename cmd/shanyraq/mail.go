package main

import (
	"context"
	"net/url"
	"path/filepath"
	"sync"

	"shanyraq/internal/mail"
)

// mailFlags say how letters leave. The password has no flag, because command
// lines can be seen by everybody on a machine.
type mailFlags struct {
	SMTP         string `name:"smtp" env:"SHANYRAQ_SMTP" placeholder:"HOST:PORT" help:"Mail server that takes our letters; without it they are written as files into the folder mail of the data folder."`
	SMTPUser     string `name:"smtp-user" env:"SHANYRAQ_SMTP_USER" placeholder:"NAME" help:"User at the mail server. The password is read from the environment, SHANYRAQ_SMTP_PASSWORD."`
	SMTPPassword string `name:"smtp-password" env:"SHANYRAQ_SMTP_PASSWORD" hidden:""`
	SMTPTLS      string `name:"smtp-tls" env:"SHANYRAQ_SMTP_TLS" enum:"starttls,tls,none" default:"starttls" help:"How the connection is encrypted: starttls, tls (from its first byte, port 465) or none (without a user only)."`
	MailFrom     string `name:"mail-from" env:"SHANYRAQ_MAIL_FROM" placeholder:"ADDRESS" help:"Address that letters come from; no-reply at the site's host where not given."`
}

// sender makes what sends letters. dir is the data folder, origin the public
// address of the site where known; name gives the site's name, which may
// change while it runs.
func (f mailFlags) sender(dir, origin string, name func(context.Context) (string, error)) (mail.Sender, error) {
	from := mail.Address{Email: f.MailFrom}
	if from.Email == "" {
		host := "localhost"
		if u, err := url.Parse(origin); err == nil && u.Hostname() != "" {
			host = u.Hostname()
		}
		from.Email = "no-reply@" + host
	}
	open := func(from mail.Address) (mail.Sender, error) {
		if f.SMTP == "" {
			return mail.Folder(filepath.Join(dir, "mail"), from), nil
		}
		return mail.SMTP(mail.Server{Address: f.SMTP, User: f.SMTPUser, Password: f.SMTPPassword, TLS: f.SMTPTLS, From: from})
	}
	first, err := open(from)
	return &namedSender{Sender: first, from: from, open: open, name: name}, err
}

// namedSender sends letters in the site's name as it is now.
type namedSender struct {
	mail.Sender // in the name of from
	mu          sync.Mutex
	from        mail.Address
	open        func(from mail.Address) (mail.Sender, error)
	name        func(context.Context) (string, error)
}

// Send is that of mail.Sender.
func (s *namedSender) Send(ctx context.Context, l mail.Letter) error {
	name, err := s.name(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	now := mail.Address{Name: mail.OneLine(name), Email: s.from.Email}
	if now != s.from {
		if s.Sender, err = s.open(now); err == nil {
			s.from = now
		}
	}
	sender := s.Sender
	s.mu.Unlock()
	if err != nil {
		return err
	}
	return sender.Send(ctx, l)
}
