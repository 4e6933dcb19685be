package site

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// policyType is how an ODRL policy is sent: TDMRep takes it for readable by
// machines.
const policyType = "application/ld+json"

// policyAddress is the policy of a place.
func policyAddress(place string) string { return "/policies/" + place }

// rslOf is the RSL document that holds for an article: the site's, or one of
// its own where its terms are others.
func rslOf(t, site rights.Resolved, article int64) string {
	if t.Place == site.Place || t.Mining == site.Mining && t.Link == site.Link && t.Answer(true) == site.Answer(true) && t.Contact == site.Contact {
		return "/rsl.xml"
	}
	return "/rsl/" + strconv.FormatInt(article, 10) + ".xml"
}

// declare tells machines of a page's terms in its head, which goes before
// every other place. Where they are not what the site's file says, the headers
// say it too, for those who read no HTML. Pages with the site's own terms go
// without: two headers more than eight cost a cached page some 4 µs, twice
// what it takes otherwise.
func (q *request) declare(a *web.Answer, b *web.Base, t rights.Resolved, rsl string) {
	b.Relations = append(b.Relations, web.Relation{Rel: "license", Type: rights.RSLType, Href: rsl})
	tdm := q.tdm(t)
	if !tdm.Said {
		return
	}
	reservation := strconv.Itoa(tdm.Rule("/").Reservation)
	b.Metas = append(b.Metas, web.Meta{Name: "tdm-reservation", Content: reservation})
	if tdm.Policy != "" {
		b.Metas = append(b.Metas, web.Meta{Name: "tdm-policy", Content: tdm.Policy})
	}
	if tdm != q.tdm(q.around.terms) {
		a.Mining, a.Policy = reservation, tdm.Policy
	}
}

// declareData puts the site's terms into the headers of what is no page:
// feeds, registers as data, calendars.
func (q *request) declareData(a *web.Answer) {
	if a.Type == "" || a.Mining != "" || a.Status >= 300 {
		return
	}
	if tdm := q.tdm(q.around.terms); tdm.Said {
		a.Mining, a.Policy = strconv.Itoa(tdm.Rule("/").Reservation), tdm.Policy
	}
}

// tdm gives what terms say of mining, with the address of their policy.
func (q *request) tdm(t rights.Resolved) rights.TDM {
	place := t.Place
	if place == "" {
		place = rights.Site
	}
	return t.TDM(q.origin() + policyAddress(place))
}

// plainly chooses one language for a document that is kept once for all
// askers: English where the site speaks it, else its first.
func (q *request) plainly() {
	tag := q.tags[0]
	for _, t := range q.tags {
		if t.Name == "en" {
			tag = t
		}
	}
	q.speak(tag)
}

// issuer is the site as it speaks to machines.
func (q *request) issuer() rights.Issuer {
	return rights.Issuer{Origin: q.origin(), Name: q.holder(q.around.terms), Terms: q.origin() + "/" + q.tag.Name + "/terms"}
}

// tdmRep says what holds for the site; where a section or an article has
// terms of its own, their pages say so themselves, and what a page says goes
// before this file.
func (s *Site) tdmRep(a *web.Answer, q *request) error {
	tdm := q.tdm(q.around.terms)
	if !tdm.Said {
		return q.nothing()
	}
	a.Type = "application/json"
	rules := []rights.TDMRule{tdm.Rule("/")}
	for _, sec := range q.sections { // a section's page lists its texts
		t, err := s.store.ResolveTerms(q.Context(), sec.Path, 0)
		if err != nil {
			return err
		}
		if own := q.tdm(t); t.Place == rights.Section+sec.Path && own != tdm && own.Said {
			rules = append([]rights.TDMRule{own.Rule("/*/section/" + sec.Path)}, rules...)
		}
	}
	return json.NewEncoder(a.Body).Encode(rules)
}

// policy writes the ODRL policy of a place.
func (s *Site) policy(a *web.Answer, q *request) error {
	q.plainly()
	place := q.PathValue("place")
	section, article := "", int64(0)
	switch {
	case place == rights.Site:
	case strings.HasPrefix(place, rights.Section):
		section = strings.TrimPrefix(place, rights.Section)
		if _, ok := q.section(section); !ok {
			return q.nothing()
		}
	default:
		article = store.ArticleOf(place)
		card, err := s.store.ArticleByID(q.Context(), article)
		if fault.Is(err, fault.NotFound) || err == nil && !card.State.Public() {
			return q.nothing()
		}
		if err != nil {
			return err
		}
		section = card.Section
	}
	t, err := s.store.ResolveTerms(q.Context(), section, article)
	if err != nil {
		return err
	}
	p, offers := t.PolicyOf(q.origin()+policyAddress(place), q.issuer())
	if !offers {
		return q.nothing()
	}
	a.Type = policyType
	e := json.NewEncoder(a.Body)
	e.SetIndent("", "  ")
	return e.Encode(p)
}

// rslSite writes the RSL document of the site.
func (s *Site) rslSite(a *web.Answer, q *request) error {
	q.plainly()
	return q.writeRSL(a, q.around.terms, "/")
}

// rslArticle writes the RSL document of an article whose terms are others
// than the site's: it names the text's addresses in all its scripts.
func (s *Site) rslArticle(a *web.Answer, q *request) error {
	q.plainly()
	id, err := strconv.ParseInt(strings.TrimSuffix(q.PathValue("article"), ".xml"), 10, 64)
	if err != nil {
		return q.nothing()
	}
	card, err := s.store.ArticleByID(q.Context(), id)
	if fault.Is(err, fault.NotFound) || err == nil && !card.State.Public() {
		return q.nothing()
	}
	if err != nil {
		return err
	}
	t, err := s.store.ResolveTerms(q.Context(), card.Section, card.ID)
	if err != nil {
		return err
	}
	var urls []string
	for _, tag := range q.tags {
		if tag.Language == card.Language {
			urls = append(urls, q.origin()+articleAddress(tag, card.Slug))
		}
	}
	return q.writeRSL(a, t, urls...)
}

func (q *request) writeRSL(a *web.Answer, t rights.Resolved, urls ...string) error {
	a.Type = rights.RSLType
	var list []rights.RSLContent
	for _, u := range urls {
		list = append(list, rights.RSLContent{URL: u, Terms: t, Ask: q.issuer().Terms, Holder: q.holder(t)})
	}
	var b bytes.Buffer
	if err := rights.WriteRSL(&b, q.issuer(), list); err != nil {
		return err
	}
	_, err := a.Body.Write(b.Bytes())
	return err
}
