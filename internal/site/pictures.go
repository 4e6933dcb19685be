package site

import (
	"strings"

	"golang.org/x/net/html"
)

// pictures shows pictures that lie on other servers as links: a page of ours
// asks no third party for anything until its reader does.
func pictures(body string) string {
	if !strings.Contains(body, "<img") {
		return body
	}
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(body))
	links := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw())
			t := z.Token()
			if t.Data == "a" {
				links++
			}
			if t.Data == "img" {
				raw = picture(raw, t, links > 0)
			}
			out.WriteString(raw)
		case html.EndTagToken:
			raw := string(z.Raw())
			if name, _ := z.TagName(); string(name) == "a" {
				links--
			}
			out.WriteString(raw)
		default:
			out.Write(z.Raw())
		}
	}
}

func picture(raw string, t html.Token, inLink bool) string {
	var src, alt string
	for _, a := range t.Attr {
		switch a.Key {
		case "src":
			src = a.Val
		case "alt":
			alt = a.Val
		}
	}
	if !strings.Contains(src, "//") {
		return raw
	}
	label := alt
	if label == "" {
		label = src[strings.LastIndexByte(src, '/')+1:]
	}
	label = html.EscapeString(label)
	if inLink || webAddress(src) == "" {
		return `<span class="picture">` + label + `</span>`
	}
	return `<a class="picture" rel="external noreferrer" href="` + html.EscapeString(src) + `">` + label + `</a>`
}
