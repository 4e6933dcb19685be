package main

import (
	"net/url"
	"path/filepath"

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
// address of the site where known, name the site's.
func (f mailFlags) sender(dir, origin, name string) (mail.Sender, error) {
	from := mail.Address{Name: mail.OneLine(name), Email: f.MailFrom}
	if from.Email == "" {
		host := "localhost"
		if u, err := url.Parse(origin); err == nil && u.Hostname() != "" {
			host = u.Hostname()
		}
		from.Email = "no-reply@" + host
	}
	if f.SMTP == "" {
		return mail.Folder(filepath.Join(dir, "mail"), from), nil
	}
	return mail.SMTP(mail.Server{Address: f.SMTP, User: f.SMTPUser, Password: f.SMTPPassword, TLS: f.SMTPTLS, From: from})
}
