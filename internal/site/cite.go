package site

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// citing is what a citation of an entry of the record says: the entry, the
// article that states it, the site, and which text and reader it rests on.
type citing struct {
	id        int64
	words     string // of the entry
	article   string // title
	authors   []string
	site      string
	language  string
	published time.Time
	url, note string
}

func (q *request) citing(st store.Statement, card store.Card, e Entry) citing {
	return citing{
		id: st.ID, words: e.Label + ": " + plainText(string(e.Words)), article: e.Article.Label, authors: card.Authors, site: q.site.name(q.tag), language: st.Language, published: st.Published,
		url:  q.origin() + statementAddress(q.tag, st.ID),
		note: fmt.Sprintf("revision %.12s, reader %s", st.Hash, st.ReaderVersion),
	}
}

// write gives the citation as text, BibTeX or CSL-JSON.
func (c citing) write(how string) string {
	switch how {
	case "bibtex":
		return c.bibtex()
	case "csl":
		return c.csl()
	}
	parts := []string{c.words, c.article, c.site}
	if len(c.authors) > 0 {
		parts = append([]string{strings.Join(c.authors, ", ")}, parts...)
	}
	for i, p := range parts {
		parts[i] = strings.TrimRight(p, ". ") + "."
	}
	day := ""
	if !c.published.IsZero() {
		day = " " + c.published.Format("2006-01-02") + "."
	}
	return strings.Join(parts, " ") + day + " " + c.url + " (" + c.note + ")"
}

var escapeTeX = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func (c citing) bibtex() string {
	var b strings.Builder
	field := func(name, v string) {
		if v != "" {
			fmt.Fprintf(&b, ",\n  %s = {%s}", name, v)
		}
	}
	b.WriteString("@misc{shanyraq-" + strconv.FormatInt(c.id, 10))
	field("title", "{"+escapeTeX.Replace(c.words)+"}")
	var authors []string
	for _, a := range c.authors { // braces: a name in two words is not ours to take apart
		authors = append(authors, "{"+escapeTeX.Replace(a)+"}")
	}
	field("author", strings.Join(authors, " and "))
	field("howpublished", escapeTeX.Replace(c.article+". "+c.site))
	if !c.published.IsZero() {
		field("year", c.published.Format("2006"))
		field("date", c.published.Format("2006-01-02"))
	}
	field("url", c.url)
	field("langid", c.language)
	field("note", escapeTeX.Replace(c.note))
	b.WriteString("\n}\n")
	return b.String()
}

func (c citing) csl() string {
	type name struct {
		Literal string `json:"literal"`
	}
	type date struct {
		Parts [][]int `json:"date-parts"`
	}
	item := struct {
		ID        string `json:"id"`
		Type      string `json:"type"`
		Title     string `json:"title"`
		Authors   []name `json:"author,omitempty"`
		Container string `json:"container-title"`
		Publisher string `json:"publisher"`
		Issued    *date  `json:"issued,omitempty"`
		URL       string `json:"URL"`
		Language  string `json:"language"`
		Note      string `json:"note"`
	}{ID: "shanyraq-" + strconv.FormatInt(c.id, 10), Type: "entry", Title: c.words, Container: c.article, Publisher: c.site, URL: c.url, Language: c.language, Note: c.note}
	for _, a := range c.authors {
		item.Authors = append(item.Authors, name{a})
	}
	if p := c.published; !p.IsZero() {
		item.Issued = &date{[][]int{{p.Year(), int(p.Month()), p.Day()}}}
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode([]any{item}); err != nil {
		return "" // strings and numbers always marshal
	}
	return b.String()
}

// send answers with one form alone, for programs.
func (c citing) send(a *web.Answer, how string) error {
	a.Type = map[string]string{"text": "text/plain; charset=utf-8", "bibtex": "application/x-bibtex; charset=utf-8", "csl": "application/vnd.citationstyles.csl+json"}[how]
	a.Body.WriteString(c.write(how))
	return nil
}
