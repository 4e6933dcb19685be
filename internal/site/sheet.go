package site

import (
	"bytes"
	_ "embed"
	"html/template"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/web"
)

// Sheet is the content of a letter to a subscriber, written out twice: as
// plain text, and as a simple page for programs that show those.
type Sheet struct {
	Tag     web.Tag
	Site    string
	Home    string
	Subject string
	Intro   []string
	Button  web.Link // the one thing to do; no address for none
	Items   []SheetItem
	More    web.Link
	Outro   []string
	Links   []web.Link
}

// SheetItem is an article in a letter.
type SheetItem struct {
	Title, Lead, Href string
	Quotes            []web.Link // sentences with their addresses
}

//go:embed letters/letter.html
var letterFile string

var letterPage = template.Must(template.New("letter").Parse(letterFile))

// sheet begins a letter in the page's language and script.
func (q *request) sheet(origin string) Sheet {
	return Sheet{Tag: q.tag, Site: q.site.name(q.tag), Home: origin + frontAddress(q.tag)}
}

// letter writes the sheet out.
func (w Sheet) letter(tag web.Tag) (mail.Letter, error) {
	w.Subject = mail.OneLine(w.Subject)
	var page bytes.Buffer
	if err := letterPage.Execute(&page, w); err != nil {
		return mail.Letter{}, fault.Wrap(err, fault.Internal, "a letter in %q cannot be written", tag.Name)
	}
	return mail.Letter{Language: tag.Name, Subject: w.Subject, Text: w.text(), HTML: page.String()}, nil
}

// text is the letter for programs, and people, that like plain words: an
// address stands on a line of its own.
func (w Sheet) text() string {
	var b strings.Builder
	block := func(lines ...string) {
		for _, l := range lines {
			if l != "" {
				b.WriteString(mail.OneLine(l) + "\n")
			}
		}
		b.WriteString("\n")
	}
	block(w.Site)
	for _, p := range w.Intro {
		block(p)
	}
	if w.Button.Href != "" {
		block(w.Button.Href)
	}
	for _, i := range w.Items {
		lines := []string{"* " + i.Title, i.Lead}
		for _, q := range i.Quotes {
			lines = append(lines, "> "+q.Label)
		}
		block(append(lines, i.Href)...)
	}
	if w.More.Href != "" {
		block(w.More.Label, w.More.Href)
	}
	if len(w.Links) > 0 {
		block("— — —")
	}
	for _, p := range w.Outro {
		block(p)
	}
	for _, l := range w.Links {
		block(l.Label+":", l.Href)
	}
	return strings.TrimSpace(b.String()) + "\n"
}
