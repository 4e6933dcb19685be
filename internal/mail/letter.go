package mail

import (
	"bytes"
	"embed"
	"errors"
	"io/fs"
	"strings"
	"sync"
	"text/template"
	"unicode"

	"shanyraq/internal/fault"
)

// Letter is one letter to one reader.
type Letter struct {
	ID       int64 // of the outbox: the same letter sent twice has the same Message-ID
	To       Address
	ReplyTo  string // empty for the sender's
	Language string
	Subject  string
	Text     string
	HTML     string            // empty for a letter of plain text
	Headers  map[string]string // beside the usual ones, as "List-Unsubscribe"

	Subscriber int64 // whose it is, where it is a subscriber's: 0 for other letters
	Many       bool  // one of many alike: those to one person go before it
}

// Address is whom a letter is for. Name may be empty.
type Address struct{ Name, Email string }

// Values are what the words of a letter name.
type Values map[string]any

//go:embed letters
var files embed.FS

var templates sync.Map // "kk/confirm" to *template.Template

// Languages are those that letters are written in; others get English.
var Languages = []string{"en", "ru", "kk"}

// Write fills the words of a letter in; name is that of its file. A value
// that the words name and Values lacks is an error, never a hole.
func Write(language, name string, v Values) (Letter, error) {
	t, lang, err := words(language, name)
	if err != nil {
		return Letter{}, err
	}
	var subject, text bytes.Buffer
	if err := errors.Join(t.ExecuteTemplate(&subject, "subject", map[string]any(v)), t.ExecuteTemplate(&text, "text", map[string]any(v))); err != nil {
		return Letter{}, fault.Wrap(err, fault.Internal, "the letter %q cannot be written in %q", name, lang)
	}
	return Letter{Language: lang, Subject: OneLine(subject.String()), Text: strings.TrimSpace(text.String()) + "\n"}, nil
}

// words gives the template of a letter, in English where the language has
// none.
func words(language, name string) (*template.Template, string, error) {
	if _, err := fs.Stat(files, "letters/"+language+"/"+name+".txt"); err != nil {
		language = "en"
	}
	key := language + "/" + name
	if t, ok := templates.Load(key); ok {
		return t.(*template.Template), language, nil
	}
	src, err := files.ReadFile("letters/" + key + ".txt")
	if err != nil {
		return nil, "", fault.Wrap(err, fault.NotFound, "there is no letter %q", name)
	}
	subject, text, _ := strings.Cut(string(src), "\n")
	t, err := template.New("subject").Option("missingkey=error").Parse(subject)
	if err == nil {
		_, err = t.New("text").Parse(text)
	}
	if err != nil {
		return nil, "", fault.Wrap(err, fault.Internal, "the words of the letter %q cannot be read", key)
	}
	templates.Store(key, t)
	return t, language, nil
}

// OneLine makes a line of a text: breaks and other control characters become
// spaces, so that a title can be a subject.
func OneLine(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)), " ")
}

// check refuses what could add a header or a reader.
func (l Letter) check() error {
	if strings.IndexFunc(l.To.Email, unicode.IsControl) >= 0 { // not repeated: errors go into logs
		return fault.New(fault.Invalid, "the address of a letter has a line break or another control character in it")
	}
	lines := []string{l.To.Name, l.ReplyTo, l.Subject}
	for k, v := range l.Headers {
		lines = append(lines, k, v)
	}
	for _, s := range lines {
		if strings.IndexFunc(s, unicode.IsControl) >= 0 {
			return fault.New(fault.Invalid, "a header of a letter has a line break or another control character: %q", s)
		}
	}
	if l.To.Email == "" || strings.ContainsAny(l.To.Email, " ,;<>") {
		return fault.New(fault.Invalid, "a letter has no address that it can be sent to").Hint("an address is like name@example.org")
	}
	return nil
}
