package intake

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

var (
	shortcodeTag  = regexp.MustCompile(`\[(/?)([a-zA-Z][\w-]*)((?:\s+[^\[\]<>]*)?)(/?)\]`)
	shortcodeAttr = regexp.MustCompile(`([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))`)
)

// wrappers are shortcodes of page builders that only lay out what stands
// between them. Their words stay.
var wrappers = []string{"vc_", "et_pb_", "fusion_", "av_", "cs_", "x_", "mk_", "ux_", "row", "col", "column", "section", "one_half", "one_third", "two_third", "one_fourth", "three_fourth"}

// shortcodes replaces the shortcodes that stand for something by what they
// stand for. Brackets that are none, such as [sic], stay as they are.
func (b *wpBody) shortcodes(s string) string {
	if !strings.Contains(s, "[") {
		return s
	}
	var out strings.Builder
	for s != "" {
		m := shortcodeTag.FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		whole, closing, name, attrs := s[m[0]:m[1]], m[3] > m[2], strings.ToLower(s[m[4]:m[5]]), shortcodeAttrs(s[m[6]:m[7]])
		out.WriteString(s[:m[0]])
		before, after := m[0] > 0 && s[m[0]-1] == '[', m[1] < len(s) && s[m[1]] == ']'
		s = s[m[1]:]
		if before && after { // [[name]] is how an author writes about a shortcode
			out.WriteString(whole)
			continue
		}
		switch name {
		case "caption", "wp_caption":
			inner, rest, ok := strings.Cut(s, "[/"+name+"]")
			if closing || !ok {
				continue
			}
			s = rest
			out.WriteString(captioned(inner, attrs["caption"]))
		case "gallery", "playlist":
			out.WriteString(b.gallery(attrs["ids"]))
		case "embed", "video", "audio", "youtube", "vimeo":
			address := attrs["src"]
			if address == "" {
				address = attrs["mp4"] + attrs["mp3"] + attrs["url"]
			}
			if inner, rest, ok := strings.Cut(s, "[/"+name+"]"); ok && !closing && !strings.Contains(inner, "[") {
				s = rest
				if address == "" {
					address = strings.TrimSpace(inner)
				}
			}
			if u := cleanURL(html.UnescapeString(address)); u != "" && !closing {
				u = html.EscapeString(u)
				out.WriteString(`<p><a href="` + u + `">` + u + "</a></p>\n")
			}
		case "vc_custom_heading":
			if text := attrs["text"]; text != "" {
				out.WriteString("<h2>" + text + "</h2>\n")
			}
		default:
			if !isWrapper(name) {
				if attrs != nil || closing || strings.Contains(s, "[/"+name+"]") {
					b.note("the shortcode [" + name + "] was left in the text")
				}
				out.WriteString(whole)
				continue
			}
			out.WriteString("\n\n")
		}
	}
	out.WriteString(s)
	return out.String()
}

func isWrapper(name string) bool {
	for _, w := range wrappers {
		if name == w || strings.HasSuffix(w, "_") && strings.HasPrefix(name, w) {
			return true
		}
	}
	return false
}

func shortcodeAttrs(s string) map[string]string {
	var m map[string]string
	for _, a := range shortcodeAttr.FindAllStringSubmatch(s, -1) {
		if m == nil {
			m = map[string]string{}
		}
		m[strings.ToLower(a[1])] = a[2] + a[3] + a[4]
	}
	return m
}

var firstImage = regexp.MustCompile(`(?s)^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)$`)

// captioned makes a figure of a picture and the words behind it.
func captioned(inner, caption string) string {
	m := firstImage.FindStringSubmatch(inner)
	if m == nil {
		return inner
	}
	if text := strings.TrimSpace(m[2]); text != "" {
		caption = text
	}
	if caption != "" {
		caption = "<figcaption>" + caption + "</figcaption>"
	}
	return "<figure>" + m[1] + caption + "</figure>\n"
}

func (b *wpBody) gallery(ids string) string {
	var out strings.Builder
	for _, id := range strings.FieldsFunc(ids, func(r rune) bool { return r == ',' || r == ' ' }) {
		if b.site == nil {
			break
		}
		im, ok := b.site.pictures[id]
		if !ok {
			b.note("picture " + id + " of a gallery is not in the export")
			continue
		}
		out.WriteString(`<figure><img src="` + html.EscapeString(im.URL) + `" alt="` + html.EscapeString(im.Alt) + `">`)
		if im.Caption != "" {
			out.WriteString("<figcaption>" + html.EscapeString(im.Caption) + "</figcaption>")
		}
		out.WriteString("</figure>\n")
	}
	return out.String()
}

var languageTag = regexp.MustCompile(`\[:([a-z]{2})?\]|<!--:([a-z]{2})?-->`)

// taggedLanguages lists the languages of a text that keeps several in one
// field: "[:en]News[:ru]Новости[:]" or "<!--:en-->News<!--:-->".
func taggedLanguages(s string) []string {
	var out []string
	for _, m := range languageTag.FindAllStringSubmatch(s, -1) {
		if tag := m[1] + m[2]; tag != "" && !slices.Contains(out, tag) {
			out = append(out, tag)
		}
	}
	return out
}

// inLanguage gives one language of such a text; text outside all tags
// belongs to every language.
func inLanguage(s, tag string) string {
	var out strings.Builder
	current, last := "", 0
	for _, m := range languageTag.FindAllStringSubmatchIndex(s, -1) {
		if current == "" || current == tag {
			out.WriteString(s[last:m[0]])
		}
		current = ""
		if m[2] >= 0 {
			current = s[m[2]:m[3]]
		} else if m[4] >= 0 {
			current = s[m[4]:m[5]]
		}
		last = m[1]
	}
	if current == "" || current == tag {
		out.WriteString(s[last:])
	}
	return out.String()
}
