package desk

import (
	"net/url"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// TermsPage lists the places that say something of reuse, and edits what one
// of them says.
type TermsPage struct {
	Base
	Tabs    []web.Link
	Places  []TermsPlace
	Place   string // that is edited; empty for the list
	Name    string
	Site    bool
	Rules   []RuleChoice
	Words   []WordsChoice
	Contact rights.Contact
	Above   rights.Contact // that holds where the place names none
	Changes []Line
}

// TermsPlace is a place in the list.
type TermsPlace struct {
	Href, Name, Says, Who string
}

// RuleChoice is a rule with its answers; the empty one is inherited.
type RuleChoice struct {
	Name, Label, Inherited string
	Options                []Option
}

// Option is an answer that may be chosen.
type Option struct {
	Value, Label string
	Chosen       bool
}

// WordsChoice are words of a place in the languages of the desk.
type WordsChoice struct {
	Name, Label, Hint string
	Long              bool
	Lines             []WordsLine
}

// WordsLine is one language of them.
type WordsLine struct{ Field, Lang, Dir, Autonym, Value, Inherited string }

// placeName says what a place is, in words; it is fault.NotFound for a place
// that is not there.
func (q *request) placeName(place string) (name, section string, article int64, err error) {
	nowhere := fault.New(fault.NotFound, "there is no such place with terms")
	switch {
	case place == rights.Site:
		return q.T("rights.place.site"), "", 0, nil
	case strings.HasPrefix(place, rights.Section):
		section = strings.TrimPrefix(place, rights.Section)
		s, err := q.desk.store.Section(q.Context(), section)
		if err != nil {
			return "", "", 0, nowhere
		}
		name, _ := rights.In(s.Names, q.tag.Language)
		if name == "" {
			name = s.Path
		}
		return q.T("rights.place.section", name), section, 0, nil
	}
	article = store.ArticleOf(place)
	card, err := q.desk.store.ArticleByID(q.Context(), article)
	if article == 0 || err != nil {
		return "", "", 0, nowhere
	}
	return card.Title, card.Section, article, nil
}

// termsList lists the site, all sections, and the articles with terms of
// their own.
func (d *Desk) termsList(a *answer, q *request) error {
	page := TermsPage{Base: q.base(q.T("rights.terms"), "rights"), Tabs: q.rightsTabs("terms")}
	said, err := d.store.Terms(q.Context())
	if err != nil {
		return err
	}
	sections, err := d.store.Sections(q.Context())
	if err != nil {
		return err
	}
	of := map[string]store.PlacedTerms{}
	places := []string{rights.Site}
	for _, s := range sections {
		places = append(places, rights.Section+s.Path)
	}
	for _, p := range said {
		of[p.Place] = p
		if store.ArticleOf(p.Place) != 0 && !p.Terms.Empty() {
			places = append(places, p.Place)
		}
	}
	for _, place := range places {
		name, _, _, err := q.placeName(place)
		if fault.Is(err, fault.NotFound) {
			continue
		}
		if err != nil {
			return err
		}
		row := TermsPlace{Href: Prefix + "rights/terms/edit?place=" + url.QueryEscape(place), Name: name, Says: q.T("rights.inherits")}
		if t := of[place].Terms; !t.Empty() {
			var says []string
			for _, r := range []struct {
				name string
				rule rights.Rule
			}{{"reuse", t.Reuse}, {"commercial", t.Commercial}, {"mining", t.Mining}, {"link", t.Link}} {
				if r.rule != "" {
					says = append(says, q.T("rights."+r.name)+": "+q.T("rights.rule."+string(r.rule)))
				}
			}
			row.Says, row.Who = strings.Join(says, " · "), of[place].Who+", "+q.m.Day(of[place].Created)
			if row.Says == "" {
				row.Says = q.T("rights.says.words")
			}
		}
		page.Places = append(page.Places, row)
	}
	return show(a, d.views.terms, page)
}

// termsEdit edits one place; ?text=address names an article by its address.
func (d *Desk) termsEdit(a *answer, q *request) error {
	place := q.URL.Query().Get("place")
	if text := q.URL.Query().Get("text"); text != "" {
		card, err := q.textAt(text)
		if err != nil {
			return err
		}
		a.to(Prefix + "rights/terms/edit?place=" + rights.Article + key(card.ID))
		return nil
	}
	name, section, article, err := q.placeName(place)
	if err != nil {
		return err
	}
	history, err := d.store.TermsHistory(q.Context(), place)
	if err != nil {
		return err
	}
	var t rights.Terms
	if len(history) > 0 {
		t = history[0].Terms
	}
	above, err := q.above(place, section, article)
	if err != nil {
		return err
	}
	page := TermsPage{Base: q.base(name, "rights"), Tabs: q.rightsTabs("terms"), Place: place, Name: name, Site: place == rights.Site, Contact: t.Contact, Above: above.Contact}
	for _, r := range []struct {
		name        string
		rule, above rights.Rule
	}{{"reuse", t.Reuse, above.Reuse}, {"commercial", t.Commercial, above.Commercial}, {"mining", t.Mining, above.Mining}, {"link", t.Link, above.Link}} {
		c := RuleChoice{Name: r.name, Label: q.T("rights." + r.name), Inherited: q.T("rights.rule.unsaid")}
		if r.above != "" {
			c.Inherited = q.T("rights.rule.inherited", q.T("rights.rule."+string(r.above)))
		}
		for _, o := range rights.Rules {
			if o != rights.Ask || r.name != "link" {
				c.Options = append(c.Options, Option{string(o), q.T("rights.rule." + string(o)), o == r.rule})
			}
		}
		page.Rules = append(page.Rules, c)
	}
	for _, w := range []struct {
		name         string
		words, above map[string]string
		long         bool
	}{{"holder", t.Holder, above.Holder, false}, {"by", t.By, above.By, false}, {"credit", t.Credit, above.Credit, false}, {"notes", t.Notes, above.Notes, true}} {
		c := WordsChoice{Name: w.name, Label: q.T("rights." + w.name), Hint: q.T("rights." + w.name + ".hint"), Long: w.long}
		for _, language := range d.languages {
			if tag, ok := web.TagOf(language); ok {
				c.Lines = append(c.Lines, WordsLine{w.name + "." + language, tag.Name, tag.Dir, tag.Autonym, w.words[language], w.above[language]})
			}
		}
		page.Words = append(page.Words, c)
	}
	for _, h := range history {
		page.Changes = append(page.Changes, Line{q.m.Day(h.Created), h.Who})
	}
	return show(a, d.views.terms, page)
}

// above gives the terms that hold where the place itself says nothing.
func (q *request) above(place, section string, article int64) (rights.Resolved, error) {
	switch {
	case place == rights.Site:
		return rights.Resolve(), nil
	case article != 0:
		return q.desk.store.ResolveTerms(q.Context(), section, 0)
	}
	parent := ""
	if i := strings.LastIndexByte(section, '/'); i >= 0 {
		parent = section[:i]
	}
	return q.desk.store.ResolveTerms(q.Context(), parent, 0)
}

// termsSave writes what a place says from now on.
func (d *Desk) termsSave(a *answer, q *request) error {
	place := q.field("place")
	if _, _, _, err := q.placeName(place); err != nil {
		return err
	}
	words := func(name string) map[string]string {
		out := map[string]string{}
		for _, language := range d.languages {
			if w := strings.ReplaceAll(q.field(name+"."+language), "\r\n", "\n"); w != "" {
				out[language] = w
			}
		}
		return out
	}
	t := rights.Terms{Reuse: rights.Rule(q.field("reuse")), Commercial: rights.Rule(q.field("commercial")), Mining: rights.Rule(q.field("mining")), Link: rights.Rule(q.field("link")),
		Holder: words("holder"), By: words("by"), Credit: words("credit"), Notes: words("notes"), Contact: rights.Contact{Email: q.field("email"), Phone: q.field("phone")}}
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SaveTerms(rights.Placed{Place: place, Terms: t}, q.user.Name); err != nil {
			return err
		}
		return q.audit(tx, "rights terms", place, "")
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"rights/terms", "rights.terms"))
	return nil
}
