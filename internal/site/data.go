package site

import (
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// The schema.org descriptions of the pages.

type object map[string]any

const schema = "https://schema.org"

func (q *request) siteData(b web.Base) *web.StructuredData {
	o := object{"@context": schema, "@type": "WebSite", "name": b.SiteName, "url": b.Origin + b.Home, "inLanguage": b.Tag.Name}
	if !q.site.cfg.Static {
		o["potentialAction"] = object{"@type": "SearchAction", "query-input": "required name=q",
			"target": object{"@type": "EntryPoint", "urlTemplate": b.Origin + "/" + b.Tag.Name + "/search?q={q}"}}
	}
	return &web.StructuredData{Value: o}
}

func listData(b web.Base, cards []Card) *web.StructuredData {
	items := make([]object, len(cards))
	for i, c := range cards {
		items[i] = object{"@type": "ListItem", "position": i + 1, "url": b.Origin + c.Href, "name": c.Title}
	}
	return &web.StructuredData{Value: object{
		"@context": schema, "@type": "CollectionPage", "name": b.Title, "url": b.Origin + b.Path, "inLanguage": b.Tag.Name,
		"mainEntity": object{"@type": "ItemList", "itemListElement": items},
	}}
}

func articleData(p ArticlePage, c store.Card, terms rights.Resolved, q *request) *web.StructuredData {
	o := object{
		"@context": schema, "@type": "NewsArticle", "headline": p.Title, "description": p.Description, "inLanguage": p.Tag.Name,
		"url": p.Origin + p.Path, "mainEntityOfPage": p.Origin + p.Path, "isAccessibleForFree": true,
		"dateModified": c.Updated.Format(time.RFC3339),
		"publisher":    object{"@type": "Organization", "name": p.SiteName, "url": p.Origin + p.Home},
	}
	rightsData(o, p, c, terms, q)
	if !c.Published.IsZero() {
		o["datePublished"] = c.Published.Format(time.RFC3339)
	}
	var authors []object
	for _, a := range c.Authors {
		authors = append(authors, object{"@type": "Person", "name": q.script.text(c.Language, a)})
	}
	if authors != nil {
		o["author"] = authors
	}
	if p.Section.Label != "" {
		o["articleSection"] = p.Section.Label
	}
	if p.Source != "" {
		o["isBasedOn"] = p.Source
	}
	if p.Image != "" {
		o["image"] = p.Image
	}
	if p.Made != "" {
		o["version"] = p.Made
	}
	var translations []object
	for _, l := range p.Languages {
		if l.Elsewhere == "" && !l.Current {
			translations = append(translations, object{"@type": "NewsArticle", "inLanguage": l.Tag.Name, "url": p.Origin + l.Href})
		}
	}
	if translations != nil {
		o["workTranslation"] = translations
	}
	return &web.StructuredData{Value: o}
}

// rightsData says in schema.org's words what may be done with the text.
func rightsData(o object, p ArticlePage, c store.Card, terms rights.Resolved, q *request) {
	reuse := p.Origin + p.ReuseHref
	o["license"], o["usageInfo"] = p.Origin+"/"+p.Tag.Name+"/terms", reuse
	o["conditionsOfAccess"] = q.m.T("reuse.reuse." + string(terms.Reuse))
	o["creditText"] = rights.Credit(terms.CreditIn(q.tag.Language), q.cited(c))
	if terms.CanAsk() {
		o["acquireLicensePage"] = reuse
	}
	holder := q.holder(terms)
	o["copyrightHolder"] = object{"@type": "Organization", "name": holder}
	if !c.Published.IsZero() {
		o["copyrightYear"] = c.Published.Year()
	}
	o["copyrightNotice"] = q.notice(c, terms)
}

// notice is the copyright notice of an article: holder and year, where known.
func (q *request) notice(c store.Card, terms rights.Resolved) string {
	if c.Published.IsZero() {
		return "© " + q.holder(terms)
	}
	return "© " + q.holder(terms) + ", " + c.Published.Format("2006")
}

func datasetData(p RegisterPage) *web.StructuredData {
	var forms []object
	for _, d := range p.Downloads {
		forms = append(forms, object{"@type": "DataDownload", "encodingFormat": d.Type, "contentUrl": p.Origin + d.Href})
	}
	return &web.StructuredData{Value: object{
		"@context": schema, "@type": "Dataset", "name": p.Title, "description": p.About, "url": p.Origin + p.Path, "inLanguage": p.Tag.Name,
		"license": p.Origin + "/" + p.Tag.Name + "/terms", "distribution": forms, "isAccessibleForFree": true,
		"creator": object{"@type": "Organization", "name": p.SiteName},
	}}
}

// entityData describes an entity. A people is no schema.org thing; its page
// is described as a page.
func entityData(p EntityPage, e store.Entity) *web.StructuredData {
	kind := map[string]string{read.Person: "Person", read.Organization: "Organization", read.Place: "Place"}[e.Kind]
	page := object{"@context": schema, "@type": "ProfilePage", "name": p.Title, "url": p.Origin + p.Path, "inLanguage": p.Tag.Name}
	if kind == "" {
		page["@type"] = "WebPage"
		return &web.StructuredData{Value: page}
	}
	var other []string
	for _, n := range p.Names {
		other = append(other, n.Name)
	}
	page["mainEntity"] = object{"@type": kind, "name": p.Title, "alternateName": other}
	return &web.StructuredData{Value: page}
}

// pageData describes a page that is nothing more than a page.
func pageData(b web.Base, kind string) *web.StructuredData {
	return &web.StructuredData{Value: object{
		"@context": schema, "@type": kind, "name": b.Title, "description": b.Description, "url": b.Origin + b.Path, "inLanguage": b.Tag.Name,
		"isPartOf": object{"@type": "WebSite", "name": b.SiteName, "url": b.Origin + b.Home},
	}}
}
