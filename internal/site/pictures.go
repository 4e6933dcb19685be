package site

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// How wide a picture is shown, for browsers to choose among its widths: in
// the text of an article (--text of the style), on the card that leads the
// front page, on other cards.
const (
	column   = "(max-width: 40rem) 100vw, 38rem"
	leadWide = "(max-width: 46rem) 100vw, (max-width: 70rem) 92vw, 32rem"
	cardWide = "(max-width: 40rem) 100vw, 20rem"
)

// ownPicture is the address of a picture of ours: its hash.
var ownPicture = regexp.MustCompile(`^/media/([0-9a-f]{32})/[0-9]+\.(?:jpg|png)$`)

// medium gives what is kept of a picture of ours by its address; false for
// one elsewhere, and for one that nothing is kept of, which shows without.
func (s *Site) medium(ctx context.Context, src string) (store.Medium, bool) {
	m := ownPicture.FindStringSubmatch(src)
	if m == nil {
		return store.Medium{}, false
	}
	medium, err := s.media.get(m[1], s.store.Version(), func() (store.Medium, error) {
		found, err := s.store.Medium(ctx, m[1])
		if fault.Is(err, fault.NotFound) {
			return store.Medium{}, nil
		}
		return found, err
	})
	if err != nil {
		s.log.Error("what is kept of a picture cannot be read", "picture", src, "error", err)
	}
	return medium, err == nil && medium.Hash != ""
}

// endings of the files of a picture by their type.
var endings = map[string]string{"jpeg": ".jpg", "png": ".png", "webp": ".webp"}

// widthsOf gives the addresses of a picture in the types, each with its
// width, as srcset wants them; empty for fewer than least.
func widthsOf(m store.Medium, least int, types ...string) string {
	var set []string
	for _, t := range types {
		for _, f := range m.Files {
			if f.Type == t {
				w := strconv.Itoa(f.Width)
				set = append(set, "/media/"+m.Hash+"/"+w+endings[t]+" "+w+"w")
			}
		}
	}
	if len(set) < least {
		return ""
	}
	return strings.Join(set, ", ")
}

// inForms puts the <img> of a picture of ours, of which img is what stands
// behind "<img", among the forms and widths a browser may choose.
func inForms(m store.Medium, sizes, img string) string {
	var b strings.Builder
	webp := widthsOf(m, 1, "webp")
	if webp != "" {
		b.WriteString(`<picture><source type="image/webp" srcset="` + webp + `" sizes="` + sizes + `">`)
	}
	b.WriteString("<img")
	if set := widthsOf(m, 2, "jpeg", "png"); set != "" {
		b.WriteString(` srcset="` + set + `" sizes="` + sizes + `"`)
	}
	b.WriteString(img)
	if webp != "" {
		b.WriteString("</picture>")
	}
	return b.String()
}

// Shot is a picture on a card, cut to its frame around what must stay in
// sight. Its headline says what is seen: it has no words of its own.
type Shot struct {
	medium store.Medium
	src    string
}

// shot is the picture of an article in a list; nil for none of ours.
func (q *request) shot(im store.Image) *Shot {
	m, ok := q.site.medium(q.Context(), im.Address)
	if !ok || m.Width < 320 {
		return nil
	}
	return &Shot{m, im.Address}
}

// write writes the picture as a link to href, which screen readers and the
// Tab key pass over: the headline beside it is the same link.
func (s *Shot) write(b *strings.Builder, href, sizes string, first bool) {
	b.WriteString(`<a class="shot"`)
	attr(b, "href", href)
	b.WriteString(` tabindex="-1" aria-hidden="true">`)
	img := ` src="` + s.src + `" alt="" width="3" height="2" class="at-` + tenth(s.medium.FocusX) + ` from-` + tenth(s.medium.FocusY) + `"`
	if first {
		img += ` fetchpriority="high">`
	} else {
		img += ` loading="lazy" decoding="async">`
	}
	b.WriteString(inForms(s.medium, sizes, img))
	b.WriteString("</a>")
}

// tenth rounds per cent to the tenths for which the style has a class: the
// policy of the site leaves no room for styles in a page.
func tenth(percent int) string { return strconv.Itoa(min(10, max(0, (percent+5)/10))) }

// pictures shows pictures that lie on other servers as links: a page of ours
// asks no third party for anything until its reader does. Those of ours come
// in all their widths; those behind the first when they are near.
func pictures(body string, known func(src string) (store.Medium, bool)) string {
	if !strings.Contains(body, "<img") {
		return body
	}
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(body))
	links, n := 0, 0
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
				raw = picture(raw, t, links > 0, n > 0, known)
				n++
			}
			out.WriteString(raw)
		case html.EndTagToken:
			out.Write(z.Raw())
			name, _ := z.TagName()
			if string(name) == "a" {
				links--
			}
		default:
			out.Write(z.Raw())
		}
	}
}

func picture(raw string, t html.Token, inLink, later bool, known func(src string) (store.Medium, bool)) string {
	var src, alt, width string
	for _, a := range t.Attr {
		switch a.Key {
		case "src":
			src = a.Val
		case "alt":
			alt = a.Val
		case "width":
			width = a.Val
		}
	}
	if !strings.Contains(src, "//") {
		more := ""
		if later {
			more = ` loading="lazy" decoding="async"`
		}
		m, ok := known(src)
		if !ok {
			return "<img" + more + raw[len("<img"):]
		}
		if width == "" {
			more += ` width="` + strconv.Itoa(m.Width) + `" height="` + strconv.Itoa(m.Height) + `"`
		}
		return inForms(m, column, more+raw[len("<img"):])
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
