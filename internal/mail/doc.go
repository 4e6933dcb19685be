// Package mail writes letters and sends them: through an SMTP server, or, by
// default, into a folder of .eml files, so that a trial needs nothing.
//
//	l, err := mail.Write("kk", "confirm", mail.Values{"Name": …, "Link": …})
//	l.To = mail.Address{Name: "A. Asker", Email: "a@example.org"}
//	err = sender.Send(ctx, l)
//
// The words are files, letters/<language>/<name>.txt: the first line is the
// subject, after an empty line follows the text, with {{.Name}} for values.
// A letter goes into store's outbox in the transaction of what causes it, and
// a task of jobs sends it; nothing else calls Send.
//
// Nobody's name or address can add a header: what has a line break is refused.
package mail
