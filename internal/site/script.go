package site

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"shanyraq/internal/translit"
	"shanyraq/internal/web"
)

// inScript shows texts of a language in the script of a tag. For tags that
// show texts as written it changes nothing.
type inScript struct {
	tag   web.Tag
	forms *translit.Exceptions // what editors have set; nil for nothing
}

// text converts a text written in the language. What cannot be converted is
// shown as written: a reader is better served by the other script than by
// nothing.
func (c inScript) text(language, s string) string {
	if !c.tag.Variant() || language != c.tag.Language || s == "" {
		return s
	}
	out, err := translit.Convert(c.tag.From, c.tag.To, s, translit.With(c.forms))
	if err != nil {
		return s
	}
	if c.tag.Dir == "rtl" {
		out = rtlMarks(out)
	}
	return out
}

// body converts the text nodes and the alternative texts of canonical HTML;
// tags, addresses and what is marked as another language stay.
func (c inScript) body(language, body string) string {
	if !c.tag.Variant() || language != c.tag.Language {
		return body
	}
	var out bytes.Buffer
	out.Grow(len(body) * 5 / 4)
	var open *blockStack
	if c.tag.Dir == "rtl" {
		open = &blockStack{}
	}
	z := html.NewTokenizer(strings.NewReader(body))
	var foreign []string // open elements from the one in another language inwards
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out.String()
		}
		raw := string(z.Raw())
		switch kind {
		case html.TextToken:
			if len(foreign) > 0 {
				open.text(raw)
				out.WriteString(raw)
			} else {
				text := c.text(language, html.UnescapeString(raw))
				open.text(text)
				out.WriteString(html.EscapeString(text))
			}
			continue
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if len(foreign) > 0 {
				if kind == html.StartTagToken && !void[t.Data] {
					foreign = append(foreign, t.Data)
				}
			} else if c.foreign(t) {
				if !void[t.Data] {
					foreign = append(foreign, t.Data)
				}
				if open != nil && !hasAttr(t, "dir") { // it stands apart from the line around it
					t.Attr = append(t.Attr, html.Attribute{Key: "dir", Val: directionOf(t)})
					raw = t.String()
				}
			} else if s, changed := c.attributes(language, t); changed {
				raw = s
			}
			out.WriteString(raw)
			if kind == html.StartTagToken {
				open.open(t, &out)
			}
			continue
		case html.EndTagToken:
			if len(foreign) > 0 {
				foreign = foreign[:len(foreign)-1]
			}
			name, _ := z.TagName()
			open.shut(string(name), &out)
		}
		out.WriteString(raw)
	}
}

var void = map[string]bool{"br": true, "img": true, "hr": true, "wbr": true, "col": true}

// foreign reports whether an element says it is in another language, or is
// code that must keep its letters.
func (c inScript) foreign(t html.Token) bool {
	if t.Data == "code" || t.Data == "pre" {
		return true
	}
	for _, a := range t.Attr {
		if a.Key == "lang" && a.Val != c.tag.Language && !strings.HasPrefix(a.Val, c.tag.Language+"-") {
			return true
		}
	}
	return false
}

// attributes converts the words that stand in attributes.
func (c inScript) attributes(language string, t html.Token) (string, bool) {
	changed := false
	for i, a := range t.Attr {
		switch a.Key {
		case "alt", "title", "aria-label":
			t.Attr[i].Val = c.text(language, a.Val)
			changed = true
		case "lang":
			t.Attr[i].Val = c.tag.Name
			changed = true
		case "dir":
			t.Attr[i].Val = c.tag.Dir
			changed = true
		}
	}
	if !changed {
		return "", false
	}
	return t.String(), true
}
