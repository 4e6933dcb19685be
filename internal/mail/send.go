package mail

import (
	"context"
	"fmt"
	netmail "net/mail"
	"os"
	"path/filepath"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"shanyraq/internal/fault"
)

// Sender takes letters to their readers. It may be called with one letter
// twice, after a crash: the second has the same Message-ID.
type Sender interface {
	Send(ctx context.Context, l Letter) error
	// About says in words where letters go, without any secret.
	About() string
}

// message makes what is sent of a letter.
func message(from Address, l Letter, now time.Time) (*gomail.Msg, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	refused := func(err error, what string) error {
		return fault.Wrap(err, fault.Invalid, "the letter's %s cannot be written into a header", what)
	}
	m.FromMailAddress(&netmail.Address{Name: from.Name, Address: from.Email})
	m.ToMailAddress(&netmail.Address{Name: l.To.Name, Address: l.To.Email})
	if len(m.GetFrom()) != 1 || len(m.GetTo()) != 1 {
		return nil, refused(nil, "address")
	}
	if l.ReplyTo != "" {
		if err := m.ReplyTo(l.ReplyTo); err != nil {
			return nil, refused(err, "address for answers")
		}
	}
	m.Subject(l.Subject)
	m.SetDateWithValue(now)
	_, host, _ := strings.Cut(from.Email, "@")
	m.SetMessageIDWithValue(fmt.Sprintf("%d.outbox@%s", l.ID, host))
	if l.Language != "" {
		m.SetGenHeader("Content-Language", l.Language)
	}
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: no machine need answer
	for k, v := range l.Headers {
		m.SetGenHeader(gomail.Header(k), v)
	}
	m.SetBodyString(gomail.TypeTextPlain, l.Text)
	if l.HTML != "" {
		m.AddAlternativeString(gomail.TypeTextHTML, l.HTML)
	}
	return m, nil
}

// folder puts letters into files.
type folder struct {
	dir  string
	from Address
	now  func() time.Time
}

// Folder gives a sender that puts each letter into a file of a folder, for
// trials: any mail program opens it.
func Folder(dir string, from Address) Sender { return &folder{dir, from, time.Now} }

func (f *folder) About() string { return "files in " + f.dir }

// Send writes the file beside its place and puts it there when it is whole.
func (f *folder) Send(_ context.Context, l Letter) error {
	m, err := message(f.from, l, f.now())
	if err != nil {
		return err
	}
	failed := func(err error) error {
		return fault.Wrap(err, fault.Unavailable, "a letter cannot be written into the folder %q", f.dir).Hint("check that it may be written to and that the disk is not full")
	}
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return failed(err)
	}
	t, err := os.CreateTemp(f.dir, ".letter-*")
	if err != nil {
		return failed(err)
	}
	_, err = m.WriteTo(t)
	if err == nil {
		err = t.Sync()
	}
	if e := t.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(t.Name(), filepath.Join(f.dir, fmt.Sprintf("%08d.eml", l.ID)))
	}
	if err != nil {
		os.Remove(t.Name())
		return failed(err)
	}
	return nil
}
