package rights

import (
	"maps"
	"net/mail"
	"strings"
	"unicode"

	"shanyraq/internal/fault"
)

// Rule answers whether something may be done. The empty rule says nothing:
// what stands above it holds.
type Rule string

// Yes: without asking. Ask: with a permission. No: not at all.
const (
	Yes Rule = "yes"
	Ask Rule = "ask"
	No  Rule = "no"
)

// Rules are all of them, mildest first.
var Rules = []Rule{Yes, Ask, No}

// severity orders rules: the stricter of two holds where both apply.
func (r Rule) severity() int {
	for i, x := range Rules {
		if r == x {
			return i
		}
	}
	return 0
}

// Terms are what one place says: the site, a section or an article. What is
// empty is inherited from above.
type Terms struct {
	Reuse      Rule              `json:"reuse,omitempty"`      // republishing the whole text
	Commercial Rule              `json:"commercial,omitempty"` // doing so for money
	Mining     Rule              `json:"mining,omitempty"`     // text and data mining
	Link       Rule              `json:"link,omitempty"`       // Yes: a hyperlink to the text is required; No: it is not
	Holder     map[string]string `json:"holder,omitempty"`     // of the copyright, by language
	By         map[string]string `json:"by,omitempty"`         // who gives permission, by language
	Credit     map[string]string `json:"credit,omitempty"`     // wording of the credit, by language; see Credit
	Notes      map[string]string `json:"notes,omitempty"`      // what else is to be known, by language
	Contact    Contact           `json:"contact,omitzero"`
}

// Contact is where people who want to reuse a text turn to.
type Contact struct {
	Email string `json:"email,omitempty"`
	Phone string `json:"phone,omitempty"`
}

// Empty reports whether the terms say nothing.
func (t Terms) Empty() bool {
	return t.Reuse == "" && t.Commercial == "" && t.Mining == "" && t.Link == "" && t.Contact == Contact{} &&
		len(t.Holder)+len(t.By)+len(t.Credit)+len(t.Notes) == 0
}

// Default holds where a site has said nothing: whoever wants to republish a
// whole text asks, and links to it. Of mining it says nothing, because only
// the holder of the rights can reserve or free it.
var Default = Terms{Reuse: Ask, Commercial: Ask, Link: Yes}

// The kinds of places that have terms, in the order of inheritance. A place is
// written "site", "section/news/culture" or "article/123".
const (
	Site    = "site"
	Section = "section/"
	Article = "article/"
)

// Placed are terms with the place that states them.
type Placed struct {
	Place string
	Terms Terms
}

// Resolved are the terms that hold at a place.
type Resolved struct {
	Terms
	// From names, for each field by its JSON name, the place whose word
	// holds; "" where it is the Default.
	From map[string]string
	// Place is the lowest place that says anything: "" where none does.
	Place string
}

// Resolve lays terms over each other, the site first, the article last. A
// contact once given is never lost: a place without one has that above it.
func Resolve(chain ...Placed) Resolved {
	r := Resolved{From: map[string]string{}}
	for _, p := range append([]Placed{{Terms: Default}}, chain...) {
		t := p.Terms
		if !t.Empty() {
			r.Place = p.Place
		}
		for _, f := range []struct {
			name string
			from Rule
			to   *Rule
		}{{"reuse", t.Reuse, &r.Reuse}, {"commercial", t.Commercial, &r.Commercial}, {"mining", t.Mining, &r.Mining}, {"link", t.Link, &r.Link}} {
			if f.from != "" {
				*f.to, r.From[f.name] = f.from, p.Place
			}
		}
		for _, f := range []struct {
			name string
			from map[string]string
			to   *map[string]string
		}{{"holder", t.Holder, &r.Holder}, {"by", t.By, &r.By}, {"credit", t.Credit, &r.Credit}, {"notes", t.Notes, &r.Notes}} {
			if len(f.from) > 0 {
				*f.to, r.From[f.name] = maps.Clone(f.from), p.Place
			}
		}
		if t.Contact != (Contact{}) {
			if t.Contact.Email == "" { // a telephone alone does not take the address away
				t.Contact.Email = r.Contact.Email
			}
			r.Contact, r.From["contact"] = t.Contact, p.Place
		}
	}
	return r
}

// Answer says whether the whole text may be republished: for money, the
// stricter of the two rules holds.
func (r Resolved) Answer(commercial bool) Rule {
	if commercial && r.Commercial.severity() > r.Reuse.severity() {
		return r.Commercial
	}
	return r.Reuse
}

// CanAsk reports whether there is anything to ask for.
func (r Resolved) CanAsk() bool { return r.Answer(false) == Ask || r.Answer(true) == Ask }

// In picks a wording for a language: that, else English, else any by name.
func In(words map[string]string, language string) (text, lang string) {
	for _, l := range []string{language, "en", "ru", "kk"} {
		if words[l] != "" {
			return words[l], l
		}
	}
	for l, w := range words {
		if lang == "" || l < lang {
			text, lang = w, l
		}
	}
	return text, lang
}

// Limits of what a place may say, in characters.
const (
	maxLine = 300
	maxNote = 4000
)

// Check reports what is wrong with the terms of a place. The site's must have
// a contact, because every other place relies on it.
func (p Placed) Check() error {
	t := p.Terms
	for name, r := range map[string]Rule{"reuse": t.Reuse, "commercial": t.Commercial, "mining": t.Mining, "link": t.Link} {
		if r != "" && r != Yes && r != No && (r != Ask || name == "link") {
			return fault.New(fault.Invalid, "the rule %q of %q is none we know", string(r), name).In(name)
		}
	}
	for name, words := range map[string]map[string]string{"holder": t.Holder, "by": t.By, "credit": t.Credit, "notes": t.Notes} {
		for lang, w := range words {
			if limit := map[bool]int{true: maxNote, false: maxLine}[name == "notes"]; len([]rune(w)) > limit {
				return fault.New(fault.TooLarge, "the words of %q in %q are longer than %d characters", name, lang, limit).In(name + "." + lang).Hint("say it shorter")
			}
			if name != "notes" && !OneLine(w) {
				return fault.New(fault.Invalid, "the words of %q in %q take more than one line", name, lang).In(name + "." + lang).Hint("write them on one line")
			}
		}
	}
	if t.Contact.Email != "" {
		if _, err := Email(t.Contact.Email); err != nil {
			return err
		}
	}
	if len(t.Contact.Phone) > maxLine || !OneLine(t.Contact.Phone) {
		return fault.New(fault.Invalid, "the telephone number takes more than one line").In("phone").Hint("write it on one line")
	}
	if p.Place == Site && t.Contact.Email == "" {
		return fault.New(fault.Invalid, "the site's terms have no contact, and every page shows it").In("email").Hint("give an e-mail address that somebody reads")
	}
	return nil
}

// OneLine reports whether a text has no line break and no control character,
// so that it can stand in a header or a heading.
func OneLine(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }) < 0
}

// Email gives an address as it is written to, without a name around it.
func Email(s string) (string, error) {
	s = strings.TrimSpace(s)
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || len(s) > 254 || !OneLine(s) || !strings.Contains(s[strings.LastIndexByte(s, '@')+1:], ".") {
		return "", fault.New(fault.Invalid, "%q is no e-mail address", shorten(s, 80)).In("email").Hint("write it as name@example.org")
	}
	return s, nil
}

// shorten cuts a text that is quoted in a message.
func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
