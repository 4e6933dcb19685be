package web

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// Refused is a form that was sent and not taken.
type Refused struct {
	Page    string     // path of the page the form stands on
	Action  string     // path it was sent to
	Values  url.Values // what was sent
	Field   string     // name of the field that is wrong; empty where none is to blame
	Message string     // what is wrong and what to try
}

// Refill gives a page with the form that was refused as it was sent, the
// message beside its field and the focus there; at the top of the form where
// no field is to blame. What is hidden in the form, and passwords, stay as the
// page has them. ok is false where the page has no such form.
//
// It works on any page that html/template made: no page need know of it.
func Refill(page []byte, r Refused) (out []byte, ok bool) {
	tokens := scan(page)
	form, ok := r.find(tokens)
	if !ok {
		return page, false
	}
	f := filler{Refused: r, tokens: tokens, form: form, seen: map[string]int{}, at: -1}
	f.blame()
	return []byte(f.write()), true
}

// piece is a token of a page with its source.
type piece struct {
	html.Token
	raw string
}

func scan(page []byte) (out []piece) {
	z := html.NewTokenizer(strings.NewReader(string(page)))
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		out = append(out, piece{z.Token(), raw})
	}
	return out
}

func (p piece) starts(names ...string) bool {
	if p.Type != html.StartTagToken && p.Type != html.SelfClosingTagToken {
		return false
	}
	for _, n := range names {
		if p.Data == n {
			return true
		}
	}
	return false
}

func (p piece) ends(name string) bool { return p.Type == html.EndTagToken && p.Data == name }

func (p piece) get(name string) (string, bool) {
	for _, a := range p.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func (p piece) is(name string) bool { _, has := p.get(name); return has }

// span is the place of a form among the tokens, both ends in it.
type span struct{ from, to int }

// find gives the form that was sent: of those with its action, the one that
// shares most with it, as several forms of a page may go to one address.
func (r Refused) find(tokens []piece) (best span, ok bool) {
	most := -1
	for i, p := range tokens {
		if !p.starts("form") {
			continue
		}
		method, _ := p.get("method")
		action, _ := p.get("action")
		action, _, _ = strings.Cut(action, "?")
		if action == "" {
			action = r.Page
		}
		if !strings.EqualFold(method, "post") || action != r.Action {
			continue
		}
		score, end := 0, i
		for end = i; end < len(tokens) && !tokens[end].ends("form"); end++ {
			name, _ := tokens[end].get("name")
			value, _ := tokens[end].get("value")
			kind, _ := tokens[end].get("type")
			switch sent, has := r.Values[name]; {
			case name == "" || !tokens[end].starts("input", "textarea", "select", "button"):
			case kind == "hidden" && has && sent[0] == value:
				score += 3
			case kind == "hidden":
				score--
			case has:
				score++
			}
		}
		if score > most || !ok {
			best, most, ok = span{i, min(end, len(tokens)-1)}, score, true
		}
	}
	return best, ok
}

// filler writes the page anew.
type filler struct {
	Refused
	tokens []piece
	form   span
	seen   map[string]int // fields of a name so far
	at     int            // token of the field that is wrong; -1 for none
	behind int            // token behind which the message stands
}

// blame looks for the field that is wrong, and for the place of its message:
// behind it, or behind the label it stands in.
func (f *filler) blame() {
	label := -1
	for i := f.form.from; i <= f.form.to && f.Field != ""; i++ {
		p := f.tokens[i]
		kind, _ := p.get("type")
		name, _ := p.get("name")
		switch {
		case p.starts("label"):
			label = i
		case p.ends("label"):
			label = -1
		case f.at < 0 && name == f.Field && kind != "hidden" && p.starts("input", "textarea", "select"):
			f.at, f.behind = i, i
			end := p.Data
			if label >= 0 {
				end = "label"
			}
			for end != "input" && f.behind < f.form.to && !f.tokens[f.behind].ends(end) {
				f.behind++
			}
		}
	}
}

const refusedID = "refused"

func (f *filler) write() string {
	var b strings.Builder
	for i := 0; i < len(f.tokens); i++ {
		p := f.tokens[i]
		switch {
		case i < f.form.from && p.starts("details") && f.holds(i) && !p.is("open"):
			b.WriteString(p.with(html.Attribute{Key: "open"}))
		case i < f.form.from || i > f.form.to:
			b.WriteString(p.without("autofocus"))
		case p.starts("details") && f.at >= 0 && !p.is("open"):
			b.WriteString(p.with(html.Attribute{Key: "open"}))
		case p.starts("input"):
			b.WriteString(f.input(i, p))
		case p.starts("textarea"):
			b.WriteString(f.marked(i, p))
			if v, ok := f.next(p); ok {
				b.WriteString("\n" + html.EscapeString(v)) // a browser takes the first line break away
				for i+1 <= f.form.to && !f.tokens[i+1].ends("textarea") {
					i++
				}
			}
		case p.starts("select"):
			b.WriteString(f.marked(i, p))
			v, ok := f.next(p)
			for i+1 <= f.form.to && !f.tokens[i+1].ends("select") {
				i++
				b.WriteString(f.option(i, v, ok))
			}
		default:
			b.WriteString(p.without("autofocus"))
		}
		if i == f.form.from && f.at < 0 {
			b.WriteString(`<p class="wrong" id="` + refusedID + `" role="alert" tabindex="-1" autofocus>` + html.EscapeString(f.Message) + `</p>`)
		}
		if f.at >= 0 && i == f.behind {
			b.WriteString(`<span class="field-wrong" id="` + refusedID + `">` + html.EscapeString(f.Message) + `</span>`)
		}
	}
	return b.String()
}

// holds reports whether the details that open at a token hold the form.
func (f *filler) holds(at int) bool {
	depth := 0
	for _, p := range f.tokens[at:f.form.from] {
		if p.starts("details") {
			depth++
		} else if p.ends("details") {
			if depth--; depth == 0 {
				return false
			}
		}
	}
	return depth > 0
}

// next gives what was sent in a field; of several with one name, in turn.
func (f *filler) next(p piece) (string, bool) {
	name, _ := p.get("name")
	n := f.seen[name]
	f.seen[name]++
	sent := f.Values[name]
	if name == "" || n >= len(sent) {
		return "", false
	}
	return strings.ReplaceAll(sent[n], "\r\n", "\n"), true
}

func (f *filler) input(i int, p piece) string {
	kind, _ := p.get("type")
	name, _ := p.get("name")
	switch strings.ToLower(kind) {
	case "hidden", "submit", "button", "image", "reset", "password", "file":
		return f.marked(i, p)
	case "checkbox", "radio":
		value, has := p.get("value")
		if !has {
			value = "on"
		}
		p = p.drop("checked")
		for _, v := range f.Values[name] {
			if v == value {
				p.Attr = append(p.Attr, html.Attribute{Key: "checked"})
				break
			}
		}
		return f.marked(i, p)
	}
	if v, ok := f.next(p); ok {
		p = p.drop("value")
		p.Attr = append(p.Attr, html.Attribute{Key: "value", Val: v})
	}
	return f.marked(i, p)
}

// option writes a token within a select; the option that was sent is chosen.
func (f *filler) option(i int, sent string, known bool) string {
	p := f.tokens[i]
	if !known || !p.starts("option") {
		return p.raw
	}
	value, has := p.get("value")
	if !has && i+1 < len(f.tokens) {
		value = strings.TrimSpace(f.tokens[i+1].Data)
	}
	p = p.drop("selected")
	if value == sent {
		p.Attr = append(p.Attr, html.Attribute{Key: "selected"})
	}
	return p.String()
}

// marked writes a field, with the mark of what is wrong where it is that one.
func (f *filler) marked(i int, p piece) string {
	p = p.drop("autofocus")
	if i == f.at {
		described, _ := p.get("aria-describedby")
		p = p.drop("aria-describedby").drop("aria-invalid")
		p.Attr = append(p.Attr, html.Attribute{Key: "aria-invalid", Val: "true"}, html.Attribute{Key: "aria-describedby", Val: strings.TrimSpace(refusedID + " " + described)}, html.Attribute{Key: "autofocus"})
	}
	return p.String()
}

func (p piece) drop(name string) piece {
	attrs := make([]html.Attribute, 0, len(p.Attr)+2)
	for _, a := range p.Attr {
		if a.Key != name {
			attrs = append(attrs, a)
		}
	}
	p.Attr = attrs
	return p
}

func (p piece) with(a html.Attribute) string {
	p = p.drop(a.Key)
	p.Attr = append(p.Attr, a)
	return p.String()
}

// without gives the source of a token, less an attribute.
func (p piece) without(name string) string {
	if (p.Type == html.StartTagToken || p.Type == html.SelfClosingTagToken) && p.is(name) {
		return p.drop(name).String()
	}
	return p.raw
}
