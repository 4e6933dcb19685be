package site

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The types and properties of schema.org (https://schema.org/docs/full.html)
// that our pages use: what each type adds to those above it. A page that uses a
// type or property that is not here fails; add it after looking it up there.
var vocabulary = map[string]struct{ above, properties string }{
	"Thing": {"", "name alternateName description url image mainEntityOfPage potentialAction sameAs identifier"},
	"CreativeWork": {"Thing", "headline inLanguage isAccessibleForFree dateCreated dateModified datePublished publisher author creator license usageInfo conditionsOfAccess creditText acquireLicensePage " +
		"copyrightHolder copyrightYear copyrightNotice isBasedOn version workTranslation isPartOf hasPart mainEntity about text spatialCoverage temporalCoverage encodingFormat citation keywords"},
	"Article": {"CreativeWork", "articleSection articleBody wordCount"}, "NewsArticle": {"Article", "dateline"},
	"Claim":   {"CreativeWork", "appearance firstAppearance claimInterpreter"},
	"Dataset": {"CreativeWork", "distribution variableMeasured measurementTechnique includedInDataCatalog"}, "MediaObject": {"CreativeWork", "contentUrl contentSize"}, "DataDownload": {"MediaObject", "measurementTechnique"},
	"WebSite": {"CreativeWork", ""}, "WebPage": {"CreativeWork", "breadcrumb lastReviewed"}, "AboutPage": {"WebPage", ""}, "CollectionPage": {"WebPage", ""}, "ProfilePage": {"WebPage", ""}, "SearchResultsPage": {"WebPage", ""},
	"Action": {"Thing", "target"}, "SearchAction": {"Action", "query query-input"}, "EntryPoint": {"Thing", "urlTemplate"},
	"ItemList": {"Thing", "itemListElement numberOfItems itemListOrder"}, "ListItem": {"Thing", "position item"},
	"Person": {"Thing", "hasOccupation jobTitle"}, "Organization": {"Thing", "member"}, "Place": {"Thing", "containedInPlace"}, "Event": {"Thing", "startDate endDate location attendee organizer"}, "Legislation": {"CreativeWork", "legislationDate"},
}

// kinds are the types that the value of a property must have or be below.
var kinds = map[string][]string{"publisher": {"Organization", "Person"}, "creator": {"Organization", "Person"}, "author": {"Organization", "Person"}, "copyrightHolder": {"Organization", "Person"}, "distribution": {"DataDownload"},
	"potentialAction": {"Action"}, "target": {"EntryPoint"}, "itemListElement": {"ListItem", "Thing"}, "isPartOf": {"CreativeWork"}, "workTranslation": {"CreativeWork"}, "appearance": {"CreativeWork"}}

var moment8601 = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2}))?$`)

func below(kind, above string) bool {
	for ; kind != ""; kind = vocabulary[kind].above {
		if kind == above {
			return true
		}
	}
	return false
}

// vocabularyFaults gives what schema.org does not know in a description.
func vocabularyFaults(v any) (faults []string) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			faults = append(faults, vocabularyFaults(x)...)
		}
	case map[string]any:
		kind, _ := v["@type"].(string)
		if _, ok := vocabulary[kind]; !ok {
			return []string{fmt.Sprintf("no type %q", kind)}
		}
		for p, x := range v {
			if strings.HasPrefix(p, "@") {
				continue
			}
			known := false
			for at := kind; at != ""; at = vocabulary[at].above {
				known = known || slices.Contains(strings.Fields(vocabulary[at].properties), p)
			}
			if !known {
				faults = append(faults, kind+" has no property "+p)
			}
			list, many := x.([]any)
			if !many {
				list = []any{x}
			}
			for _, o := range list {
				of, _ := o.(map[string]any)
				t, _ := of["@type"].(string)
				if want := kinds[p]; of != nil && want != nil && !slices.ContainsFunc(want, func(w string) bool { return below(t, w) }) {
					faults = append(faults, kind+"."+p+" is a "+t)
				}
				s, _ := o.(string)
				if (p == "url" || p == "license" || p == "contentUrl" || p == "usageInfo" || p == "acquireLicensePage") && !strings.HasPrefix(s, "http") {
					faults = append(faults, kind+"."+p+" is no address: "+fmt.Sprint(o))
				}
				if strings.HasPrefix(p, "date") && p != "dateline" && !moment8601.MatchString(s) {
					faults = append(faults, kind+"."+p+" is no date: "+fmt.Sprint(o))
				}
			}
			faults = append(faults, vocabularyFaults(x)...)
		}
	}
	return faults
}

// Descriptions of pages use types and properties that schema.org has, each
// where it may stand, with one context and nothing to be loaded from elsewhere.
func TestVocabulary(t *testing.T) {
	f := newFixture(t, 0)
	f.countUzbeks(t)
	list, err := f.store.ArticleStatements(t.Context(), f.cards["en"].ID, false)
	must(t, err)
	seen := map[string]bool{}
	for _, path := range []string{"/en/", "/en/border-protocol", "/ru/", "/kk-Arab/", "/en/section/news", "/en/search?q=border", "/en/about", "/en/terms", "/en/reuse/border-protocol", "/en/grant", "/en/record/",
		"/en/record/coverage", "/en/record/agreements", "/en/record/events", "/en/record/figures", "/en/record/quotations", "/en/record/people", "/en/record/bodies", "/en/record/places", "/en/record/peoples",
		fmt.Sprintf("/en/record/people/%d", f.ids[2]), fmt.Sprintf("/en/record/places/%d", f.ids[0]), fmt.Sprintf("/en/record/pair/%d/%d", f.ids[0], f.ids[1]),
		fmt.Sprintf("/en/record/statement/%d", list[0].ID), "/en/record/series/KZ/uzbek", "/en/nothing-here"} {
		for _, m := range jsonLD.FindAllStringSubmatch(f.get(t, path).Body.String(), -1) {
			var d map[string]any
			must(t, json.Unmarshal([]byte(m[1]), &d))
			if d["@context"] != "https://schema.org" {
				t.Errorf("%s: the context %v", path, d["@context"])
			}
			for _, fault := range vocabularyFaults(d) {
				t.Errorf("%s: %s", path, fault)
			}
			kind, _ := d["@type"].(string)
			seen[kind] = true
		}
	}
	if len(seen) < 8 {
		t.Errorf("only %v were looked at", seen)
	}
	for _, bad := range []string{`{"@type":"News"}`, `{"@type":"Person","headline":"x"}`, `{"@type":"Dataset","distribution":{"@type":"Person"}}`, `{"@type":"WebPage","url":"/en/"}`, `{"@type":"NewsArticle","datePublished":"yesterday"}`} {
		var d any
		must(t, json.Unmarshal([]byte(bad), &d))
		if len(vocabularyFaults(d)) == 0 {
			t.Errorf("%s is taken", bad)
		}
	}
}
