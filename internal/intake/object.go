package intake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/value"
)

// fieldNames lists, for each field of an item, the names under which a JSON
// object may give it, in order of preference. Case, hyphens and underscores do not count:
// "datePublished" and "date_published" are one name. Markdown's front matter
// uses the same names. docs: `shanyraq import --help`.
var fieldNames = map[string][]string{
	"id":        {"id", "guid", "uid", "uuid", "key"},
	"url":       {"url", "link", "permalink", "canonical", "canonicalurl", "sourceurl", "address", "href"},
	"old":       {"old", "aliases", "alias", "redirectfrom", "oldurls", "formerurls"},
	"slug":      {"slug", "postname"},
	"title":     {"title", "headline", "heading", "name"},
	"lead":      {"lead", "lede", "summary", "excerpt", "description", "abstract", "standfirst", "subtitle", "dek", "anons"},
	"html":      {"html", "contenthtml", "bodyhtml", "texthtml"},
	"text":      {"text", "contenttext", "plaintext", "maintext", "fulltext", "articletext", "bodytext"},
	"content":   {"content", "body", "article", "articlebody"}, // HTML where it has paragraphs, else text
	"language":  {"language", "lang", "locale", "inlanguage"},
	"published": {"published", "publishedat", "datepublished", "publicationdate", "publishdate", "pubdate", "date", "day", "dategmt", "createdat", "created", "datetime", "time", "timestamp"},
	"modified":  {"modified", "modifiedat", "datemodified", "updated", "updatedat", "lastmod"},
	"section":   {"section", "articlesection", "category", "categories", "rubric", "rubrics", "topic"},
	"authors":   {"authors", "author", "byline", "creator"},
	"keywords":  {"keywords", "tags"},
	"group":     {"group", "translationgroup", "translationkey", "translationid", "translationof"},
	"status":    {"status", "state"},
	"draft":     {"draft"},
	"image":     {"image", "imageurl", "leadimage", "topimage", "picture", "thumbnail", "featuredimage", "cover"},
}

var fieldOf = func() map[string]struct {
	field string
	rank  int
} {
	m := map[string]struct {
		field string
		rank  int
	}{}
	for field, names := range fieldNames {
		for rank, name := range names {
			m[name] = struct {
				field string
				rank  int
			}{field, rank}
		}
	}
	return m
}()

// fields is an object of a source by our field names.
type fields map[string]any

// fieldsOf sorts an object's members under our names; of several names for
// one field the preferred one that is not empty wins.
func fieldsOf(object map[string]any) fields {
	f, ranks := fields{}, map[string]int{}
	for name, v := range object {
		known, ok := fieldOf[strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(name))]
		if !ok || v == nil || v == "" {
			continue
		}
		if r, had := ranks[known.field]; !had || known.rank < r {
			f[known.field], ranks[known.field] = v, known.rank
		}
	}
	return f
}

// text gives a field as a string: a number in digits, the "rendered" or
// "name" member of an object, the first element of a list.
func (f fields) text(field string) string { return textOf(f[field]) }

func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case int, int64, uint64, float64:
		return fmt.Sprint(v)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		if v.Hour() == 0 && v.Minute() == 0 && v.Second() == 0 {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case []any:
		if len(v) > 0 {
			return textOf(v[0])
		}
	case map[string]any:
		for _, name := range []string{"rendered", "name", "title", "url", "value", "text"} {
			if s := textOf(v[name]); s != "" {
				return s
			}
		}
	case fmt.Stringer:
		return v.String()
	}
	return ""
}

// list gives a field as strings; a single string is parted at sep.
func (f fields) list(field, sep string) []string {
	var out []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	switch v := f[field].(type) {
	case []any:
		for _, x := range v {
			add(textOf(x))
		}
	case string:
		for _, s := range strings.Split(v, sep) {
			add(s)
		}
	default:
		add(textOf(v))
	}
	return out
}

// parseObject reads one article from a JSON object.
func parseObject(in input) ([]*Item, error) {
	text, note, err := toUTF8(in.data, "", in.opt.Repair)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var object map[string]any
	if err := dec.Decode(&object); err != nil {
		return nil, badJSON(err, in.place)
	}
	if dec.More() {
		return nil, fault.New(fault.Invalid, "there is more than one object on the line").At("%s", in.place).Hint("put every article on a line of its own")
	}
	it := &Item{Place: in.place}
	it.note(note)
	if err := it.fill(fieldsOf(object)); err != nil {
		return nil, err
	}
	if it.Title == "" && it.HTML == "" {
		return nil, fault.New(fault.Invalid, "the object has no title and no text").At("%s", in.place).
			Hint(`name its fields "title" and "text" or "html"; "shanyraq import --help" lists the other names`)
	}
	return []*Item{it}, nil
}

// fill sets an item from the fields of an object or of front matter.
func (it *Item) fill(f fields) error {
	it.Title = strings.TrimSpace(f.text("title"))
	it.Lead = strings.TrimSpace(f.text("lead"))
	if m, ok := f["title"].(map[string]any); ok && m["rendered"] != nil { // WordPress REST API: HTML
		it.Title = textFromHTML(it.Title)
	}
	if m, ok := f["lead"].(map[string]any); ok && m["rendered"] != nil {
		it.Lead = textFromHTML(it.Lead)
	}
	switch {
	case f["html"] != nil:
		it.HTML = f.text("html")
	case f["text"] != nil:
		it.HTML = htmlFromText(f.text("text"))
	case f["content"] != nil:
		if it.HTML = f.text("content"); !looksLikeHTML(it.HTML) {
			it.HTML = htmlFromText(it.HTML)
		}
	}
	it.URL = cleanURL(f.text("url"))
	switch id := f.text("id"); {
	case it.URL != "":
		it.Key = it.URL
	case cleanURL(id) != "":
		it.URL = cleanURL(id)
		it.Key = it.URL
	case id != "":
		it.Key = "id:" + id
	}
	it.Old = f.list("old", "\n")
	if it.Slug = Slug(f.text("slug")); it.Slug == "" {
		it.Slug = slugOf(it.URL)
	}
	it.Language = f.text("language")
	it.Group = f.text("group")
	switch s := f["section"].(type) {
	case string:
		it.Section = section(strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '>' || r == '»' })...)
	default:
		it.Section = section(f.list("section", "/")...)
	}
	it.Authors = f.list("authors", ";")
	it.Keywords = f.list("keywords", ",")
	it.Image.URL = f.text("image")
	switch strings.ToLower(f.text("status")) {
	case "draft", "pending", "private", "review", "future", "trash":
		it.State = article.Draft
	}
	if f.text("draft") == "true" {
		it.State = article.Draft
	}
	if n, ok := f["published"].(json.Number); ok {
		return it.stamp(n)
	}
	if err := it.when("published", f.text("published")); err != nil {
		return err
	}
	if w, err := ParseWhen(f.text("modified")); err == nil {
		it.Modified = w.Time
	}
	return nil
}

// stamp sets the publication from a count of seconds or milliseconds since
// 1970, or from a day such as 20191115.
func (it *Item) stamp(n json.Number) error {
	if x, err := n.Int64(); err == nil && x >= 10000101 && x <= 29991231 {
		return it.when("published", n.String())
	}
	x, err := n.Float64()
	if err != nil || math.Abs(x) > 4e13 {
		return it.when("published", n.String())
	}
	if math.Abs(x) > 3e10 {
		x /= 1000
	}
	it.Published = time.Unix(int64(x), 0).UTC()
	it.Day = value.DateOf(it.Published)
	return nil
}

// looksLikeHTML reports whether a text has the elements of a page.
func looksLikeHTML(s string) bool {
	if !strings.Contains(s, "<") {
		return false
	}
	z := html.NewTokenizer(strings.NewReader(s))
	for range 2000 {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken, html.SelfClosingTagToken:
			switch name, _ := z.TagName(); string(name) {
			case "p", "br", "div", "h1", "h2", "h3", "ul", "ol", "table", "figure", "blockquote", "span", "img", "strong", "em", "b", "i", "a":
				return true
			}
		}
	}
	return false
}
