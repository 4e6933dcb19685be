package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"shanyraq/internal/store"
)

// The demands of the Web Annotation Data Model (W3C Recommendation of 23
// February 2017, https://www.w3.org/TR/annotation-model/) on what we write,
// those that it words as "must" and that the working group's own tests check
// (annotationMusts, bodyMusts, targetMusts, specificResourceMusts and
// collectionMusts of w3c/web-annotation-tests; these files state no licence, so
// the rules are written here in words of our own). The numbers are its sections.

type jsonObject = map[string]any

type rules struct{ faults []string }

func (r *rules) want(ok bool, format string, args ...any) {
	if !ok {
		r.faults = append(r.faults, fmt.Sprintf(format, args...))
	}
}

func (r *rules) iri(o jsonObject, key string) {
	s, ok := o[key].(string)
	u, err := url.Parse(s)
	r.want(ok && err == nil && u.Scheme != "" && !strings.ContainsAny(s, " <>\"{}|\\^`"), "%s %v is no IRI", key, o[key])
}

// has reports one type or a list that holds it.
func has(v any, name string) bool {
	list, _ := v.([]any)
	return v == name || slices.Contains(list, any(name))
}

func many(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	if v == nil {
		return nil
	}
	return []any{v}
}

// motivations of section 3.3.5, the only ones of the model itself.
var motivations = []string{"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"}

func (r *rules) context(o jsonObject) {
	list := many(o["@context"])
	r.want(slices.Contains(list, any("http://www.w3.org/ns/anno.jsonld")), "the context is %v", o["@context"])
}

// collection holds 5.1.
func (r *rules) collection(o jsonObject) {
	r.context(o)
	r.iri(o, "id")
	for _, l := range many(o["label"]) {
		_, ok := l.(string)
		r.want(ok, "the label %v", l)
	}
	r.times(o)
	r.addresses(o)
	if last, there := o["last"]; there {
		r.iri(jsonObject{"last": last}, "last")
	}
	r.want(has(o["type"], "AnnotationCollection"), "the type is %v", o["type"])
	total, ok := o["total"].(float64)
	r.want(ok && total >= 0 && total == float64(int(total)), "total %v", o["total"])
	if first, ok := o["first"].(jsonObject); ok {
		n := r.page(first, true)
		_, more := first["next"]
		r.want(more || n == int(total), "%d annotations, total %v", n, total)
	} else if total > 0 {
		r.iri(o, "first")
	}
}

// page holds 5.2.
func (r *rules) page(o jsonObject, embedded bool) int {
	r.iri(o, "id")
	r.want(has(o["type"], "AnnotationPage"), "the type of a page is %v", o["type"])
	r.want(embedded || o["partOf"] != nil, "a page that stands alone must say what it is part of")
	for _, key := range []string{"next", "prev"} {
		if _, there := o[key]; there {
			r.iri(o, key)
		}
	}
	if at, there := o["startIndex"]; there {
		n, ok := at.(float64)
		r.want(ok && n >= 0 && n == float64(int(n)), "startIndex %v", at)
	}
	items, ok := o["items"].([]any)
	r.want(ok, "items are %T", o["items"])
	seen := map[any]bool{}
	for _, it := range items {
		a, ok := it.(jsonObject)
		r.want(ok && !seen[a["id"]], "an item is no annotation of its own: %v", it)
		seen[a["id"]] = true
		r.annotation(a)
	}
	return len(items)
}

// times holds 3.3.1: one moment each, in UTC.
func (r *rules) times(o jsonObject) {
	for _, key := range []string{"created", "modified", "generated"} {
		if v, there := o[key]; there {
			s, _ := v.(string)
			_, err := time.Parse(time.RFC3339Nano, s)
			r.want(err == nil && strings.HasSuffix(s, "Z"), "%s %v is no UTC time", key, v)
		}
	}
}

// addresses holds 3.3.6 and 3.3.7.
func (r *rules) addresses(o jsonObject) {
	for _, key := range []string{"rights", "via"} {
		for _, v := range many(o[key]) {
			r.iri(jsonObject{key: v}, key)
		}
	}
	if v, there := o["canonical"]; there {
		r.iri(jsonObject{"canonical": v}, "canonical")
	}
}

// annotation holds 3.1, 3.2 and 3.3.
func (r *rules) annotation(o jsonObject) {
	r.iri(o, "id")
	r.want(has(o["type"], "Annotation"), "the type of an annotation is %v", o["type"])
	r.want(len(many(o["target"])) > 0, "an annotation without a target")
	for _, m := range many(o["motivation"]) {
		s, _ := m.(string)
		r.want(slices.Contains(motivations, s), "the motivation %v", m)
	}
	r.addresses(o)
	r.times(o)
	r.want(o["body"] == nil || o["bodyValue"] == nil, "a body and a bodyValue") // 3.2.5
	for _, g := range many(o["generator"]) {
		agent, ok := g.(jsonObject) // 3.3.2
		r.want(ok && slices.ContainsFunc([]string{"Person", "Organization", "Software"}, func(s string) bool { return has(agent["type"], s) }), "the generator %v", g)
	}
	for _, b := range many(o["body"]) {
		if s, ok := b.(string); ok {
			r.iri(jsonObject{"body": s}, "body")
			continue
		}
		r.resource(b.(jsonObject))
	}
	for _, t := range many(o["target"]) {
		if s, ok := t.(string); ok {
			r.iri(jsonObject{"target": s}, "target")
			continue
		}
		r.resource(t.(jsonObject))
	}
}

// resource holds 3.2 and 4: of textual bodies, specific resources and others.
func (r *rules) resource(o jsonObject) {
	r.addresses(o)
	r.times(o)
	if d, there := o["textDirection"]; there { // 3.2.1
		r.want(d == "ltr" || d == "rtl" || d == "auto", "the direction %v", d)
	}
	if f, ok := o["format"].(string); ok { // 3.2.1: a media type
		kind, rest, ok := strings.Cut(f, "/")
		r.want(ok && rest != "" && slices.Contains([]string{"application", "audio", "example", "image", "multipart", "text", "video"}, kind), "the format %s", f)
	}
	if l, ok := o["language"].(string); ok { // 3.2.1: BCP 47
		_, err := language.Parse(l)
		r.want(err == nil, "the language %s", l)
	}
	r.want(o["items"] == nil, "items in what is no list: %v", o)                   // 3.2.7
	r.want(o["value"] == nil || o["source"] == nil, "a value and a source: %v", o) // 3.2.4, 4
	for _, p := range many(o["purpose"]) {
		s, _ := p.(string)
		r.want(slices.Contains(motivations, s), "the purpose %v", p)
	}
	for _, key := range []string{"format", "language", "value"} {
		if v, there := o[key]; there {
			_, ok := v.(string)
			r.want(ok, "%s is %T", key, v)
		}
	}
	switch {
	case has(o["type"], "TextualBody"):
		s, ok := o["value"].(string)
		r.want(ok && s != "", "a textual body without words: %v", o)
	case has(o["type"], "SpecificResource"):
		if s, ok := o["source"].(string); ok {
			r.iri(jsonObject{"source": s}, "source")
		} else {
			r.want(o["source"] != nil, "a specific resource without a source")
		}
		for _, s := range many(o["selector"]) {
			r.selector(s)
		}
		r.want(o["purpose"] != nil || o["selector"] != nil || o["state"] != nil || o["scope"] != nil || o["styleClass"] != nil || o["renderedVia"] != nil, "nothing specific: %v", o)
	default:
		r.iri(o, "id")
		r.want(o["purpose"] == nil, "a purpose of a resource that is not specific: %v", o) // 3.3.5
	}
}

// selector holds 4.2.4 and 4.2.5, whose positions count code points of the
// text without its markup.
func (r *rules) selector(v any) {
	o, ok := v.(jsonObject)
	if r.want(ok, "a selector is %T", v); !ok {
		return
	}
	switch {
	case has(o["type"], "TextPositionSelector"):
		start, okStart := o["start"].(float64)
		end, okEnd := o["end"].(float64)
		r.want(okStart && okEnd && start >= 0 && start <= end && start == float64(int(start)) && end == float64(int(end)), "positions %v, %v", o["start"], o["end"])
	case has(o["type"], "TextQuoteSelector"):
		s, ok := o["exact"].(string)
		r.want(ok && s != "", "a quotation without words")
		for _, key := range []string{"prefix", "suffix"} {
			if v, there := o[key]; there {
				_, ok := v.(string)
				r.want(ok, "%s is %T", key, v)
			}
		}
	default:
		r.want(false, "a selector of type %v", o["type"])
	}
}

func faultsOf(t *testing.T, data []byte) []string {
	t.Helper()
	var o jsonObject
	if err := json.Unmarshal(data, &o); err != nil {
		t.Fatal(err)
	}
	r := &rules{}
	r.collection(o)
	return r.faults
}

// The dump and the collection of one article are as the Recommendation wants.
func TestAnnotationsAreValid(t *testing.T) {
	st := sample(t)
	dump, _ := write(t, st, "annotations")
	for _, f := range faultsOf(t, dump) {
		t.Errorf("the dump: %s", f)
	}
	card, err := st.Article(t.Context(), "en", "story-a")
	if err != nil {
		t.Fatal(err)
	}
	list, err := st.ArticleStatements(t.Context(), card.ID, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range [][]store.Statement{list, nil} {
		var b bytes.Buffer
		if err := Annotations(t.Context(), st, &b, Options{Origin: "https://example.org"}, "https://example.org/en/record/annotations/1", card, said); err != nil {
			t.Fatal(err)
		}
		for _, f := range faultsOf(t, b.Bytes()) {
			t.Errorf("one article with %d statements: %s", len(said), f)
		}
		if n := strings.Count(b.String(), `"type":"Annotation"`); n != len(said) {
			t.Errorf("%d annotations of %d statements", n, len(said))
		}
	}
	// The rules can fail.
	for _, broken := range [][2]string{{`"type":"AnnotationPage"`, `"type":"Page"`}, {`"start":0`, `"start":-1`}, {`"motivation":"describing"`, `"motivation":"praising"`},
		{"http://www.w3.org/ns/anno.jsonld", "http://example.org/"}, {`"total":4`, `"total":5`}, {`"exact":"`, `"exact":5,"x":"`}, {`"source":"https:`, `"source":"h t:`},
		{`"format":"text/plain"`, `"format":"plain"`}, {`"purpose":"linking",`, ``}, {`"value":"agreement"`, `"value":"agreement","source":"https://example.org/"`}, {`"rights":"https:`, `"rights":"h t:`}} {
		bad := bytes.Replace(dump, []byte(broken[0]), []byte(broken[1]), 1)
		if bytes.Equal(bad, dump) || len(faultsOf(t, bad)) == 0 {
			t.Errorf("%s in place of %s is taken", broken[1], broken[0])
		}
	}
}
