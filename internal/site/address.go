package site

import (
	"net/url"
	"strconv"

	"shanyraq/internal/read"
	"shanyraq/internal/web"
)

// The addresses of the site. routes.go answers them; nothing else spells
// them out.

func frontAddress(tag web.Tag) string  { return "/" + tag.Name + "/" }
func searchAddress(tag web.Tag) string { return "/" + tag.Name + "/search" }
func recordAddress(tag web.Tag) string { return "/" + tag.Name + "/record/" }

// articleAddress is an article's address in its own language or in a script
// variant of it. An article is never shown under another language's tag.
func articleAddress(tag web.Tag, slug string) string { return "/" + tag.Name + "/" + slug }

func sectionAddress(tag web.Tag, path string) string { return "/" + tag.Name + "/section/" + path }

func registerAddress(tag web.Tag, name string) string { return "/" + tag.Name + "/record/" + name }

// registerOf names the register that lists entities of a kind.
var registerOf = map[string]string{read.Person: "people", read.Organization: "bodies", read.Place: "places", read.Group: "peoples"}

func entityAddress(tag web.Tag, kind string, id int64) string {
	return "/" + tag.Name + "/record/" + registerOf[kind] + "/" + strconv.FormatInt(id, 10)
}

// sentenceAnchor is the fragment of the sentence that a statement rests on.
func sentenceAnchor(id int64) string { return "#s" + strconv.FormatInt(id, 10) }

func feedAddress(tag web.Tag, form string) string { return "/" + tag.Name + "/feed." + form }

func sectionFeedAddress(tag web.Tag, path, form string) string {
	return sectionAddress(tag, path) + "/feed." + form
}

// escaped writes a path as it stands in a whole address, always in one way.
func escaped(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// pairAddress is the page of two entities; the lower number comes first, so
// that a pair has one address.
func pairAddress(tag web.Tag, a, b int64) string {
	return "/" + tag.Name + "/record/pair/" + strconv.FormatInt(min(a, b), 10) + "/" + strconv.FormatInt(max(a, b), 10)
}

// seriesAddress is the page of a series of statistics.
func seriesAddress(tag web.Tag, area, group string) string {
	return "/" + tag.Name + "/record/series/" + area + "/" + group
}

// statementAddress is a statement's own, for ever.
func statementAddress(tag web.Tag, id int64) string {
	return "/" + tag.Name + "/record/statement/" + strconv.FormatInt(id, 10)
}
