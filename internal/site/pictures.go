package site

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"shanyraq/internal/fault"
)

// column is how wide a picture in a text is: --text of the style, less on
// narrower screens.
const column = "(max-width: 40rem) 100vw, 38rem"

// ownPicture is the address of a picture of ours: its hash, and the ending of
// its files.
var ownPicture = regexp.MustCompile(`^/media/([0-9a-f]{32})/[0-9]+(\.(?:jpg|png))$`)

// sizes gives the attributes by which a browser chooses among the widths of a
// picture of ours; nothing where there is one width only, or none is known.
func (s *Site) sizes(ctx context.Context, src string) string {
	m := ownPicture.FindStringSubmatch(src)
	if m == nil {
		return ""
	}
	medium, err := s.store.Medium(ctx, m[1])
	if err != nil && !fault.Is(err, fault.NotFound) { // the picture shows without them
		s.log.Error("the widths of a picture cannot be read", "picture", src, "error", err)
	}
	if err != nil || len(medium.Files) < 2 {
		return ""
	}
	var set []string
	for _, f := range medium.Files {
		w := strconv.Itoa(f.Width)
		set = append(set, "/media/"+m[1]+"/"+w+m[2]+" "+w+"w")
	}
	return ` srcset="` + strings.Join(set, ", ") + `" sizes="` + column + `"`
}

// pictures shows pictures that lie on other servers as links: a page of ours
// asks no third party for anything until its reader does. Those of ours get
// the attributes that sizes gives for their address.
func pictures(body string, sizes func(src string) string) string {
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
				raw = picture(raw, t, links > 0, sizes)
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

func picture(raw string, t html.Token, inLink bool, sizes func(src string) string) string {
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
		return "<img" + sizes(src) + raw[len("<img"):]
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
