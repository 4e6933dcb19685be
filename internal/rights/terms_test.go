package rights

import (
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

var siteTerms = Placed{Site, Terms{Reuse: Yes, Commercial: Ask, Mining: Ask, Link: Yes,
	Holder: map[string]string{"en": "Sample Assembly"}, Credit: map[string]string{"en": "{title} ({site})"}, Contact: Contact{Email: "rights@example.org", Phone: "+7 7172 00-00-00"}}}

func TestResolve(t *testing.T) {
	section := Placed{Section + "books", Terms{Reuse: Ask, By: map[string]string{"en": "The publisher"}}}
	text := Placed{Article + "7", Terms{Mining: No, Contact: Contact{Phone: "+7 1"}}}
	for _, c := range []struct {
		name                  string
		chain                 []Placed
		reuse, mining, link   Rule
		email, place, fromUse string
	}{
		{"nothing said", nil, Ask, "", Yes, "", "", ""},
		{"the site", []Placed{siteTerms}, Yes, Ask, Yes, "rights@example.org", Site, Site},
		{"a section is stricter", []Placed{siteTerms, section}, Ask, Ask, Yes, "rights@example.org", Section + "books", Section + "books"},
		{"an article, which keeps the address", []Placed{siteTerms, section, text}, Ask, No, Yes, "rights@example.org", Article + "7", Section + "books"},
		{"an empty place says nothing", []Placed{siteTerms, {Place: Article + "8"}}, Yes, Ask, Yes, "rights@example.org", Site, Site},
	} {
		r := Resolve(c.chain...)
		if r.Reuse != c.reuse || r.Mining != c.mining || r.Link != c.link || r.Contact.Email != c.email || r.Place != c.place || r.From["reuse"] != c.fromUse {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
	if r := Resolve(siteTerms, section, text); r.Contact.Phone != "+7 1" || r.By["en"] != "The publisher" || r.Holder["en"] != "Sample Assembly" {
		t.Errorf("%+v", r)
	}
}

func TestAnswer(t *testing.T) {
	for _, c := range []struct {
		reuse, commercial, free, paid Rule
		ask                           bool
	}{
		{Yes, Yes, Yes, Yes, false}, {Yes, Ask, Yes, Ask, true}, {Yes, No, Yes, No, false}, {Ask, Yes, Ask, Ask, true},
		{Ask, No, Ask, No, true}, {No, Yes, No, No, false}, {Yes, "", Yes, Yes, false},
	} {
		r := Resolved{Terms: Terms{Reuse: c.reuse, Commercial: c.commercial}}
		if r.Answer(false) != c.free || r.Answer(true) != c.paid || r.CanAsk() != c.ask {
			t.Errorf("%s, for money %q: %s, %s, ask %v", c.reuse, c.commercial, r.Answer(false), r.Answer(true), r.CanAsk())
		}
	}
}

func TestCheckTerms(t *testing.T) {
	good := siteTerms
	if err := good.Check(); err != nil {
		t.Error(err)
	}
	for name, p := range map[string]Placed{
		"the site without a contact":    {Site, Terms{Reuse: Yes}},
		"a rule that is none":           {Article + "1", Terms{Reuse: "perhaps"}},
		"a link cannot be asked for":    {Article + "1", Terms{Link: Ask}},
		"an address with a newline":     {Site, Terms{Contact: Contact{Email: "a@example.org\nBcc: b@example.org"}}},
		"an address with a name":        {Site, Terms{Contact: Contact{Email: "A <a@example.org>"}}},
		"a credit of two lines":         {Article + "1", Terms{Credit: map[string]string{"en": "a\nb"}}},
		"a credit longer than any page": {Article + "1", Terms{Credit: map[string]string{"en": strings.Repeat("a", 301)}}},
	} {
		if err := p.Check(); err == nil || fault.KindOf(err) == fault.Internal {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEmail(t *testing.T) {
	for _, s := range []string{"a@example.org", "имя@пример.kz", "a.b+c@sub.example.org"} {
		if got, err := Email(" " + s + " "); err != nil || got != s {
			t.Errorf("%q: %q %v", s, got, err)
		}
	}
	for _, s := range []string{"", "a", "a@", "@b.c", "a@localhost", "a@b.c,d@e.f", "a@b.c\r\nBcc: x@y.z", "a b@c.d", "<a@b.c>", strings.Repeat("a", 250) + "@b.cd"} {
		if got, err := Email(s); err == nil {
			t.Errorf("%q was taken as %q", s, got)
		}
	}
}

func TestCredit(t *testing.T) {
	c := Cited{Title: `A <b> & "{site}"`, Site: "Sample Assembly", Day: "3 May 2019", Address: "https://example.org/en/a?b=1&c=2", Lang: "kk-Arab", Dir: "rtl"}
	if got, want := Credit("{title}, {author}", c), `A <b> & "{site}"`; got != want {
		t.Errorf("a title is never read as a pattern, and nothing trails: %q", got)
	}
	if got, want := CreditHTML("{title}", c), `<a href="https://example.org/en/a?b=1&amp;c=2" lang="kk-Arab" dir="rtl">A &lt;b&gt; &amp; &#34;{site}&#34;</a>`; got != want {
		t.Errorf("%s", got)
	}
	if got := CreditPlain("{site}: {address}", c); got != "Sample Assembly: "+c.Address {
		t.Errorf("the address stands once: %q", got)
	}
	if got := CreditPlain("{site}", c); got != "Sample Assembly\n"+c.Address {
		t.Errorf("%q", got)
	}
	site := Resolve(siteTerms)
	for lang, want := range map[string]string{"en": "{title} ({site})", "kk": "{title} ({site})"} {
		if got := site.CreditIn(lang); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
	if got := Resolve().CreditIn("ru"); got != "«{title}». {site}, {day}" {
		t.Errorf("%q", got)
	}
}
