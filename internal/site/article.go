package site

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/audience"
	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/translit"
	"shanyraq/internal/web"
)

const relatedCards = 4

// article shows an article with its record beside it.
func (s *Site) article(a *web.Answer, q *request) error {
	if slug, ok := strings.CutSuffix(q.PathValue("slug"), ninjsSuffix); ok { // the mux matches whole segments
		return s.ninjs(a, q, slug)
	}
	ctx := q.Context()
	card, err := s.store.Article(ctx, q.tag.Language, q.PathValue("slug"))
	if fault.Is(err, fault.NotFound) || err == nil && !card.State.Public() && card.State != article.Withdrawn {
		return s.absent(a, q)
	}
	if err != nil {
		return err
	}
	q.script = q.forms.in(q.tag, card.ID)
	at, err := q.hereIs(card)
	if err != nil {
		return err
	}
	notes, err := s.store.Told(ctx, card.ID)
	if err != nil {
		return err
	}
	if card.State == article.Withdrawn {
		page := TextPage{Base: q.base(q.m.T("article.withdrawn"), "", at), Parts: []TextPart{{Paragraphs: []string{q.m.T("article.withdrawn.about")}}}}
		if len(notes) > 0 && notes[0].Kind == store.Withdrawal { // why, dated
			page.Parts[0].Paragraphs = append(page.Parts[0].Paragraphs, q.day(notes[0].At)+": "+q.script.text(card.Language, notes[0].Words))
		}
		page.NoIndex, page.Data = true, pageData(page.Base, "WebPage")
		a.Status = 410
		return show(a, q, s.views.text, page)
	}
	rev, err := s.store.Revision(ctx, card.Revision)
	if err != nil {
		return err
	}
	statements, err := q.shown(card, rev)
	if err != nil {
		return err
	}
	page, err := q.articlePage(card, rev, statements, notes, at)
	if err != nil {
		return err
	}
	if page.Related, err = q.related(card); err != nil {
		return err
	}
	page.Feeds = append(page.Feeds, web.Link{Href: articleAddress(q.tag, card.Slug) + ninjsSuffix, Type: "application/json", Label: "IPTC ninjs"})
	if len(statements) > 0 {
		page.Annotations = annotationsAddress(q.tag, card.ID)
		page.Feeds = append(page.Feeds, web.Link{Href: page.Annotations, Type: annotationsType, Label: q.m.T("article.facts")})
	}
	if page.Views, page.ViewsUntil, err = q.readSoFar(card.ID); err != nil {
		return err
	}
	terms, err := s.store.ResolveTerms(ctx, card.Section, card.ID)
	if err != nil {
		return err
	}
	q.declare(a, &page.Base, terms, rslOf(terms, q.terms, card.ID))
	page.Data = articleData(page, card, terms, q)
	a.Modified = card.Updated
	a.Shown = audience.View{Article: card.ID, Tag: q.tag.Name}
	return show(a, q, s.views.article, page)
}

// shown gives the statements of a revision that the site shows.
func (q *request) shown(card store.Card, rev article.Revision) ([]store.Statement, error) {
	list, err := q.site.store.ArticleStatements(q.Context(), card.ID, false)
	return slices.DeleteFunc(list, func(st store.Statement) bool {
		return st.Hash != rev.Hash || q.reviewed && !decided(st.Rank)
	}), err
}

// hereIs says where an article stands: its section, and its public
// translations.
func (q *request) hereIs(card store.Card) (at here, err error) {
	at.place = card.Section
	group, err := q.site.store.Translations(q.Context(), card.Group)
	at.elsewhere = func(t web.Tag) string {
		for _, c := range group {
			if c.Language == t.Language && (c.State.Public() || c.ID == card.ID) {
				return articleAddress(t, c.Slug)
			}
		}
		return ""
	}
	return at, err
}

// articlePage makes the page of one revision of an article with what it
// states.
func (q *request) articlePage(card store.Card, rev article.Revision, statements []store.Statement, notes []store.Note, at here) (ArticlePage, error) {
	s, ctx := q.site, q.Context()
	tell, err := q.tell(ctx, statements)
	if err != nil {
		return ArticlePage{}, err
	}
	kept, err := q.folded(statements)
	if err != nil {
		return ArticlePage{}, err
	}
	page := ArticlePage{
		Base:    q.base(q.script.text(card.Language, card.Title), describe(q.script.text(card.Language, cmp.Or(card.Lead, beginOf(rev.Plain, describedFrom)))), at),
		Section: q.sectionLink(card.Section), Day: q.day(card.Published), ISODay: stamp(card.Published, time.DateOnly),
		Corrected: card.State == article.Corrected, Source: webAddress(card.Source),
		ReuseHref: rights.ReusePath(q.tag.Name, card.Slug),
		FactCount: len(kept),
	}
	page.OpenGraph = "article"
	if q.shot(card.Image) != nil {
		page.Image = page.Origin + card.Image.Address
	}
	if page.Made, err = madeWith(q.tag, card.Language); err != nil {
		return page, err
	}
	var marks []article.Mark
	page.Groups, marks = q.groups(tell, kept)
	doc, err := rev.Doc()
	if err != nil {
		return page, err
	}
	body, err := doc.Marked(marks)
	if err != nil { // a text without marks is better than no text
		s.log.Error("evidence does not fit its text", "article", card.ID, "revision", rev.ID, "error", err)
		body = doc.HTML()
	}
	page.Body = template.HTML(q.script.body(card.Language, pictures(body, func(src string) (store.Medium, bool) { return s.medium(ctx, src) })))
	for _, st := range statements {
		if !decided(st.Rank) {
			page.MachineNote = q.m.T("article.machine")
			break
		}
	}
	for _, n := range notes {
		if n.Kind == store.Correction {
			page.Corrections = append(page.Corrections, Correction{Day: q.day(n.At), ISODay: stamp(n.At, time.DateOnly), Words: q.script.text(card.Language, n.Words)})
		}
	}
	return page, nil
}

// madeWith names the alphabet and the version of the rules by which a text of
// the language is shown under the tag; empty where it is shown as written.
func madeWith(tag web.Tag, language string) (string, error) {
	if !tag.Variant() || language != tag.Language {
		return "", nil
	}
	return translit.Version(tag.From, tag.To)
}

// groups sets what each sentence states together: statements whose evidence
// overlaps are one group, with one number and one link back from the text. Of
// what is not kept only the mark in the text stays, which other pages link to.
func (q *request) groups(t told, kept []store.Statement) (groups []FactGroup, marks []article.Mark) {
	list := slices.Clone(t.list)
	slices.SortStableFunc(list, func(a, b store.Statement) int {
		return cmp.Or(cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(b.Evidence.End, a.Evidence.End))
	})
	end, last := -1, -1 // end of the group, and its mark that ends there
	finish := func() {
		if last >= 0 {
			n := len(groups)
			marks[last].Ref = "#g" + strconv.Itoa(n)
			marks[last].Label = q.m.T("article.mark", n)
		}
	}
	for _, st := range list {
		if st.Evidence.Start >= end {
			finish()
			groups = append(groups, FactGroup{N: len(groups) + 1, Anchor: sentenceAnchor(st.ID)})
			end, last = -1, -1
		}
		g := &groups[len(groups)-1]
		at := slices.IndexFunc(kept, func(k store.Statement) bool { return k.ID == st.ID })
		if at >= 0 {
			st = kept[at] // perhaps with a day that another statement has
		}
		f := t.wording.fact(st.Statement, st.Language)
		if f.Day != "" {
			if f.Words != "" {
				f.Words += dot
			}
			f.Words += template.HTML(template.HTMLEscapeString(f.Day))
		}
		if st.Check != nil {
			f.Verdict = t.wording.verdict(*st.Check, st.Statement)
		}
		if at >= 0 {
			g.Facts = append(g.Facts, f)
		}
		marks = append(marks, article.Mark{ID: sentenceAnchor(st.ID)[1:], Span: st.Evidence, Class: "g" + strconv.Itoa(g.N)})
		// Of marks that end together the one that stands outside, the first, carries the link.
		if st.Evidence.End > end {
			end, last = st.Evidence.End, len(marks)-1
		}
	}
	finish()
	return groups, marks
}

// related lists other articles of the section.
func (q *request) related(card store.Card) (out []Card, err error) {
	if card.Section == "" {
		return nil, nil
	}
	list, err := q.site.store.Articles(q.Context(), store.ArticleFilter{Language: card.Language, Section: card.Section, Limit: relatedCards + 1})
	for _, c := range list {
		if c.ID != card.ID && len(out) < relatedCards {
			v := q.card(c)
			v.Section, v.Lead = web.Link{}, ""
			out = append(out, v)
		}
	}
	return out, err
}

// absent answers for an address that no article of this language has: the
// same slug in other languages is offered, an old address leads on.
func (s *Site) absent(a *web.Answer, q *request) error {
	ctx, slug := q.Context(), q.PathValue("slug")
	old := oldAddress(q.URL)
	if q.tag.Variant() { // old addresses are those of the language as written
		old = "/" + q.tag.Language + strings.TrimPrefix(old, "/"+q.tag.Name)
	}
	if to, err := s.store.Redirect(ctx, old); err == nil {
		if rest, own := strings.CutPrefix(to, "/"+q.tag.Language+"/"); own {
			to = "/" + q.tag.Name + "/" + rest
		}
		return redirect(a, to)
	} else if !fault.Is(err, fault.NotFound) {
		return err
	}
	m := &missing{}
	seen := map[string]bool{}
	for _, t := range q.tags {
		if t.Variant() || t.Language == q.tag.Language {
			continue
		}
		card, err := s.store.Article(ctx, t.Language, slug)
		if fault.Is(err, fault.NotFound) || err == nil && !card.State.Public() {
			continue
		}
		if err != nil {
			return err
		}
		group, err := s.store.Translations(ctx, card.Group)
		if err != nil {
			return err
		}
		for _, c := range group {
			lang, ok := web.TagOf(c.Language)
			if !ok || !c.State.Public() || seen[c.Language] {
				continue
			}
			seen[c.Language] = true
			m.offers = append(m.offers, Offer{Href: articleAddress(lang, c.Slug), Title: c.Title, Lang: lang.Name, Dir: lang.Dir, In: lang.Autonym})
		}
	}
	if len(m.offers) > 0 {
		m.what, m.words = q.m.T("missing.language", q.tag.Autonym), q.m.T("missing.offer")
		return m
	}
	return q.nothing()
}

// nothing is the answer for an address that never was: it offers the newest.
func (q *request) nothing() error {
	m := &missing{words: q.m.T("missing.near")}
	list, err := q.site.store.Articles(q.Context(), store.ArticleFilter{Language: q.tag.Language, Limit: 3})
	if err != nil {
		return err
	}
	for _, c := range list {
		v := q.card(c)
		m.offers = append(m.offers, Offer{Href: v.Href, Title: v.Title})
	}
	return m
}

// oldAddress is an address as redirects know it: path and query, the path
// decoded, because old links spell "%D0" and "%d0" as they like.
func oldAddress(u *url.URL) string {
	if u.RawQuery != "" {
		return u.Path + "?" + u.RawQuery
	}
	return u.Path
}

func redirect(a *web.Answer, to string) error {
	if u, err := url.Parse(to); err == nil {
		to = u.String() // a header holds ASCII only
	}
	a.Status, a.Location, a.Private = 301, to, true
	return nil
}

// elsewhere answers for everything that no other route has: old addresses of
// imported articles lead on.
func (s *Site) elsewhere(a *web.Answer, q *request) error {
	to, err := s.store.Redirect(q.Context(), oldAddress(q.URL))
	if err == nil {
		return redirect(a, to)
	}
	if !fault.Is(err, fault.NotFound) {
		return err
	}
	if _, known := web.TagOf(strings.Trim(q.URL.Path, "/")); known && !strings.HasSuffix(q.URL.Path, "/") {
		return redirect(a, q.URL.Path+"/")
	}
	return q.nothing()
}

// webAddress gives an address that a link may carry; empty for others.
func webAddress(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}

// describedFrom is how many bytes of a text without a lead describe it.
const describedFrom = 500

// describe makes a description of a lead.
func describe(lead string) string { return shorten(strings.TrimSpace(lead), 220) }
