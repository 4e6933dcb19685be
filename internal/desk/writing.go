package desk

import (
	"context"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// What the pages about articles share.

// articlePath is the address of something about an article at the desk.
func articlePath(id int64, more string) string {
	p := Prefix + "articles/" + number(id)
	if more != "" {
		p += "/" + more
	}
	return p
}

// card gives the article of the address, where the asker may do the action
// with it.
func (q *request) card(what people.Action) (store.Card, error) {
	id, err := q.id("id")
	if err != nil {
		return store.Card{}, err
	}
	c, err := q.desk.store.ArticleByID(q.Context(), id)
	if err != nil {
		return c, err
	}
	return c, q.must(what, c.Section, c.Language)
}

// languageTag is the language of an article as pages need it; one that the
// interface does not speak has only its name.
func languageTag(language string) web.Tag {
	if t, ok := web.TagOf(language); ok {
		return t
	}
	return web.Tag{Name: language, Language: language, Script: "Latn", Dir: "ltr", Autonym: language, Short: language}
}

// writable gives the languages an article may be written in: those of the
// interface that are no script variants.
func writable() (out []web.Tag) {
	for _, t := range web.Tags() {
		if !t.Variant() {
			out = append(out, t)
		}
	}
	return out
}

// variants gives the scripts that a language is also shown in.
func variants(language string) (out []web.Tag) {
	for _, t := range web.Tags() {
		if t.Variant() && t.Language == language {
			out = append(out, t)
		}
	}
	return out
}

// siteLanguages remembers which languages have public texts, for as long as
// nothing public changes.
type siteLanguages struct {
	sync.Mutex
	version uint64
	list    []string
}

// languagesOfSite gives the languages with public texts, in order of display.
func (d *Desk) languagesOfSite(ctx context.Context) ([]string, error) {
	d.siteTags.Lock()
	defer d.siteTags.Unlock()
	version := d.store.Version()
	if d.siteTags.list != nil && d.siteTags.version == version {
		return d.siteTags.list, nil
	}
	counts, err := d.store.Languages(ctx)
	if err != nil {
		return nil, err
	}
	list := []string{}
	for _, t := range writable() {
		if counts[t.Language] > 0 {
			list = append(list, t.Language)
		}
	}
	d.siteTags.version, d.siteTags.list = version, list
	return list, nil
}

// zone is the time zone of the site: a setting, else UTC.
func (q *request) zone() *time.Location {
	if name, err := q.desk.store.Setting(q.Context(), store.ZoneSetting); err == nil && name != "" {
		if z, err := time.LoadLocation(name); err == nil {
			return z
		}
	}
	return time.UTC
}

// Moment is a time as a page shows it.
type Moment struct{ ISO, Words string }

// clock gives a time in the site's zone; empty for the zero time.
func (q *request) clock(t time.Time) Moment {
	if t.IsZero() {
		return Moment{}
	}
	t = t.In(q.zone())
	return Moment{ISO: t.Format(time.RFC3339), Words: q.m.Day(t) + ", " + t.Format("15:04")}
}

// sectionOptions are the sections a form offers, with the chosen one marked.
func (q *request) sectionOptions(chosen string) ([]Option, error) {
	list, err := q.desk.store.Sections(q.Context())
	if err != nil {
		return nil, err
	}
	var out []Option
	for _, s := range list {
		out = append(out, Option{Value: s.Path, Label: strings.Repeat("\u00a0\u00a0", strings.Count(s.Path, "/")) + q.nameOf(s), Chosen: s.Path == chosen})
	}
	return out, nil
}

func (q *request) nameOf(s article.Section) string {
	for _, l := range []string{q.tag.Language, "en"} {
		if n := s.Names[l]; n != "" {
			return n
		}
	}
	return s.Path[strings.LastIndexByte(s.Path, '/')+1:]
}

func (q *request) languageOptions(chosen string, which func(language string) bool) (out []Option) {
	for _, t := range writable() {
		if which == nil || which(t.Language) {
			out = append(out, Option{Value: t.Language, Label: t.Autonym, Chosen: t.Language == chosen})
		}
	}
	return out
}

// stateName gives a state in words.
func (q *request) stateName(s article.State) string { return q.T("state." + string(s)) }

// reserved are the last parts of addresses that the public site has pages at.
var reserved = []string{"search", "section", "about", "terms", "record", "reuse", "grant", "subscribe", "letters", "assets", "media"}

// checkSlug refuses what cannot be the last part of an address.
func checkSlug(slug string) error {
	switch {
	case slug == "" || article.Slug(slug) != slug:
		return fault.New(fault.Invalid, "%q cannot be an address", slug).Hint("take small letters, digits and hyphens: %q", article.Slug(slug))
	case slices.Contains(reserved, slug):
		return fault.New(fault.Invalid, "the site has a page of its own at %q", slug).Hint("add a word to the address")
	}
	return nil
}

// canonical parses a text and gives it as it may be set into a page.
func canonical(body string) (template.HTML, article.Report, error) {
	doc, report, err := article.Parse(body)
	return template.HTML(doc.HTML()), report, err
}

// lines undoes what a browser does to the ends of lines in a form.
func lines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// number writes an id as it stands in an address.
func number(id int64) string { return strconv.FormatInt(id, 10) }
