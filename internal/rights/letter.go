package rights

import (
	"strings"
	"time"
)

// The pages of the public site about rights, by the tag of their language.
// site answers them; letters lead to them.

// ReusePath is the page about reusing a text.
func ReusePath(tag, slug string) string { return "/" + tag + "/reuse/" + slug }

// RequestPath is the private page of a request.
func RequestPath(tag, key string) string { return "/" + tag + "/request/" + key }

// GrantPath is the public page of a grant.
func GrantPath(tag, number string) string { return "/" + tag + "/grant/" + number }

// DeskPath is a request at the desk.
const DeskPath = "/desk/rights/requests/"

// Text is the article that a letter is about.
type Text struct{ Title, Language, Slug string }

// Letters gives the values that the words of letters name; see mail.
type Letters struct {
	Origin string            // scheme and host of the site
	Site   map[string]string // its name by language
	Secret Secret
}

// LetterLanguage is the language that somebody with pages of a tag is written
// to in: letters are in the language's own script.
func LetterLanguage(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	return language
}

func (l Letters) common(tag, name string, t Text, c Contact) map[string]any {
	site, _ := In(l.Site, LetterLanguage(tag))
	contact := c.Email
	if c.Phone != "" {
		contact = strings.TrimPrefix(contact+", "+c.Phone, ", ")
	}
	return map[string]any{"Name": name, "Title": t.Title, "Article": l.Origin + "/" + t.Language + "/" + t.Slug, "Site": site, "Contact": contact}
}

// OfRequest gives the values of letters about a request: to its asker, and to
// the desk.
func (l Letters) OfRequest(r Request, t Text, c Contact) map[string]any {
	v := l.common(r.Language, r.Name, t, c)
	v["Link"] = l.Origin + RequestPath(r.Language, l.Secret.RequestKey(r.ID))
	v["Asker"], v["Purpose"], v["Where"] = r.Asker(), strings.TrimSpace(r.Purpose), r.Where
	v["Reason"] = r.Reason
	return v
}

// OfGrant gives the values of letters about a grant.
func (l Letters) OfGrant(g Grant, t Text, c Contact) map[string]any {
	v := l.common(g.Language, g.To, t, c)
	v["Number"], v["Page"] = g.Number, l.Origin+GrantPath(g.Language, g.Number)
	v["Ask"] = l.Origin + ReusePath(t.Language, t.Slug)
	v["Wording"], v["Terms"], v["Until"] = strings.TrimSpace(g.Wording), strings.TrimSpace(g.Terms), Day(g.Until)
	return v
}

// Day writes a day as it is written in letters of all our languages:
// "31.12.2026"; empty for none.
func Day(iso string) string {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	return d.Format("02.01.2006")
}
