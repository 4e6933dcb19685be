package site

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/export"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// annotationsType is the media type of a W3C Web Annotation collection.
const annotationsType = `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`

// annotationsAddress is where the annotations of an article stand.
func annotationsAddress(tag web.Tag, article int64) string {
	return "/" + tag.Name + "/record/annotations/" + strconv.FormatInt(article, 10)
}

// exporting is what a form of package export says of this site.
func (q *request) exporting() export.Options {
	return export.Options{Origin: q.origin(), Name: q.site.name(q.tag)}
}

// annotations answers with what one article states as a W3C Web Annotation
// collection, each statement on its words.
func (s *Site) annotations(a *web.Answer, q *request) error {
	id, err := entityID(q.PathValue("article"))
	if err != nil || id == 0 {
		return q.nothing()
	}
	card, err := s.store.ArticleByID(q.Context(), id)
	if err != nil {
		return q.gone(err)
	}
	if !card.State.Public() {
		return q.nothing()
	}
	list, err := s.store.ArticleStatements(q.Context(), id, false)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(st store.Statement) bool { return q.reviewed && !decided(st.Rank) })
	a.Type, a.Modified = annotationsType, card.Updated
	return export.Annotations(q.Context(), s.store, a.Body, q.exporting(), q.origin()+annotationsAddress(q.tag, id), card, list)
}

// describeSeries answers with the CSVW description of a series' CSV file.
func (s *Site) describeSeries(a *web.Answer, q *request, area, group string) error {
	file := strings.TrimSuffix(q.URL.Path, "-metadata.json")
	return sendJSONAs(a, "application/csvm+json", stats.Metadata(q.origin()+file, q.m.T("pair.title", q.groupName(group), q.area(area)), q.m.T("series.about"), q.origin()+"/"+q.tag.Name+"/terms"))
}
