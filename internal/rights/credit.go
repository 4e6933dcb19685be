package rights

import (
	"html"
	"strings"
)

// Cited is what a credit names. Day is in words of the credit's language.
type Cited struct {
	Title, Site, Author, Day string
	Address                  string // of the text, whole
	Lang, Dir                string // of the title; empty leaves them out of the HTML
}

// defaultCredit holds where a site has no wording of its own. Quotation marks
// are those of the language.
var defaultCredit = map[string]string{
	"en": "“{title}”. {site}, {day}",
	"ru": "«{title}». {site}, {day}",
	"kk": "«{title}». {site}, {day}",
}

// CreditIn is the wording of the credit in a language, with {title}, {site},
// {author}, {day} and {address} for what is named.
func (r Resolved) CreditIn(language string) string {
	if w := r.Credit[language]; w != "" {
		return w
	}
	if w := defaultCredit[language]; w != "" && len(r.Credit) == 0 {
		return w
	}
	if w, _ := In(r.Credit, language); w != "" {
		return w
	}
	return "{title}. {site}, {day}"
}

// Credit fills a wording in. The words put in are taken as they are: a brace
// in a title is a brace in the credit.
func Credit(wording string, c Cited) string {
	s := strings.NewReplacer("{title}", c.Title, "{site}", c.Site, "{author}", c.Author, "{day}", c.Day, "{address}", c.Address).Replace(wording)
	return strings.TrimRight(strings.TrimSpace(s), ",; ")
}

// CreditPlain is the credit with the address after it, for print and mail.
func CreditPlain(wording string, c Cited) string {
	s := Credit(wording, c)
	if !strings.Contains(s, c.Address) {
		s += "\n" + c.Address
	}
	return s
}

// CreditHTML is the credit as a link to the text, to be pasted into a page.
func CreditHTML(wording string, c Cited) string {
	attr := ""
	if c.Lang != "" {
		attr = ` lang="` + html.EscapeString(c.Lang) + `"`
	}
	if c.Dir == "rtl" {
		attr += ` dir="rtl"`
	}
	return `<a href="` + html.EscapeString(c.Address) + `"` + attr + `>` + html.EscapeString(Credit(wording, c)) + `</a>`
}
