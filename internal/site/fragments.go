package site

import (
	"html/template"
	"strconv"
	"strings"

	"shanyraq/internal/web"
)

// The two things that stand on a page thirty times, a card and an entry, are
// written here and not in templates: a register costs half of what it does
// through html/template, and their words come out of Go as HTML anyway. Every
// text goes through esc, every address too.

func esc(b *strings.Builder, s string) { template.HTMLEscape(b, []byte(s)) }

// attr writes an attribute, nothing for an empty value.
func attr(b *strings.Builder, name, value string) {
	if value != "" {
		b.WriteString(" " + name + `="`)
		esc(b, value)
		b.WriteByte('"')
	}
}

func link(b *strings.Builder, href, label string) {
	b.WriteString("<a")
	attr(b, "href", href)
	b.WriteByte('>')
	esc(b, label)
	b.WriteString("</a>")
}

// HTML shows the card: picture, kicker, headline, lead, day.
func (c Card) HTML() template.HTML {
	var b strings.Builder
	b.Grow(1024)
	b.WriteString(`<article class="card"`)
	attr(&b, "lang", c.Lang)
	attr(&b, "dir", c.Dir)
	b.WriteByte('>')
	if c.Shot != nil {
		c.Shot.write(&b, c.Href, cardWide, false)
	}
	if c.Section.Label != "" {
		b.WriteString(`<p class="kicker">`)
		link(&b, c.Section.Href, c.Section.Label)
		b.WriteString("</p>")
	}
	b.WriteString("<h3>")
	link(&b, c.Href, c.Title)
	b.WriteString("</h3>")
	if c.Lead != "" {
		b.WriteString(`<p class="lead">`)
		esc(&b, c.Lead)
		b.WriteString("</p>")
	}
	if c.Day != "" {
		b.WriteString(`<p class="meta"><time`)
		attr(&b, "datetime", c.ISODay)
		b.WriteByte('>')
		esc(&b, c.Day)
		b.WriteString("</time></p>")
	}
	b.WriteString("</article>")
	return template.HTML(b.String())
}

// LeadShot shows the picture of the card as the one that leads the page.
func (c Card) LeadShot() template.HTML {
	var b strings.Builder
	if c.Shot != nil {
		c.Shot.write(&b, c.Href, leadWide, true)
	}
	return template.HTML(b.String())
}

// HTML shows the entry: what is said, the words that say it, the article.
func (e Entry) HTML() template.HTML {
	var b strings.Builder
	b.Grow(2048)
	b.WriteString(`<article class="entry fact-` + e.Kind + `" id="f` + strconv.FormatInt(e.ID, 10) + `"><div class="says">`)
	if e.Label != "" || e.Day != "" {
		b.WriteString(`<p class="label">`)
		esc(&b, e.Label)
		if e.Label != "" && e.Day != "" {
			b.WriteString(dot)
		}
		esc(&b, e.Day)
		b.WriteString("</p>")
	}
	if e.Words != "" {
		b.WriteString(`<p class="words">`)
		b.WriteString(string(e.Words)) // HTML of our own making, see wording.go
		b.WriteString("</p>")
	}
	if e.Verdict != nil {
		b.WriteString(string(e.Verdict.HTML()))
	}
	b.WriteString(`</div><div class="shows"><blockquote`)
	attr(&b, "lang", e.Lang)
	attr(&b, "dir", e.Dir)
	b.WriteString("><p>")
	link(&b, e.Anchor, e.Quote)
	b.WriteString(`</p></blockquote><p class="meta">`)
	b.WriteString("<a")
	attr(&b, "href", e.Article.Href)
	attr(&b, "lang", e.Lang)
	attr(&b, "dir", e.Dir) // a title in letters of another direction stands apart from the line
	b.WriteByte('>')
	esc(&b, e.Article.Label)
	b.WriteString("</a>")
	if e.Published != "" {
		b.WriteString(dot)
		esc(&b, e.Published)
	}
	if e.Note != "" {
		b.WriteString(dot + `<span class="machine">`)
		esc(&b, e.Note)
		b.WriteString("</span>")
	}
	for _, l := range []web.Link{e.Differ, e.Cite} {
		if l.Href != "" {
			b.WriteString(dot)
			link(&b, l.Href, l.Label)
		}
	}
	b.WriteString("</p></div></article>\n")
	return template.HTML(b.String())
}

// HTML shows the verdict with its arithmetic, which is in figures and English.
func (v *Verdict) HTML() template.HTML {
	var b strings.Builder
	b.WriteString(`<p class="verdict ` + v.Class + `"><b>`)
	esc(&b, v.Words)
	b.WriteString("</b>")
	for _, s := range []struct{ class, text string }{{"", v.Arithmetic}, {"soft", v.Observed}} {
		if s.text != "" {
			b.WriteString(dot + "<span")
			attr(&b, "class", s.class)
			b.WriteString(` lang="en" dir="ltr">`)
			esc(&b, s.text)
			b.WriteString("</span>")
		}
	}
	if v.Series.Href != "" {
		b.WriteString(dot)
		link(&b, v.Series.Href, v.Series.Label)
	}
	b.WriteString("</p>")
	return template.HTML(b.String())
}

// HTML shows the question with its field: forty choices are soon together.
func (f Filter) HTML() template.HTML {
	var b strings.Builder
	b.Grow(2048)
	b.WriteString("<div")
	if f.Narrow {
		b.WriteString(` class="narrow"`)
	}
	b.WriteString("><label")
	attr(&b, "for", f.Name)
	b.WriteByte('>')
	esc(&b, f.Label)
	b.WriteString("</label>")
	if len(f.Choices) == 0 {
		b.WriteString("<input")
		attr(&b, "id", f.Name)
		attr(&b, "name", f.Name)
		attr(&b, "value", f.Value)
		if f.Day {
			b.WriteString(` type="date"></div>`)
			return template.HTML(b.String())
		}
		b.WriteString(` maxlength="100" autocomplete="off"`)
		if f.Numeric {
			b.WriteString(` inputmode="numeric" pattern="[0-9]{4}(-[0-9]{2}){0,2}"></div>`)
		} else {
			b.WriteString(` dir="auto"></div>`)
		}
		return template.HTML(b.String())
	}
	b.WriteString("<select")
	attr(&b, "id", f.Name)
	attr(&b, "name", f.Name)
	b.WriteByte('>')
	for _, c := range f.Choices {
		b.WriteString(`<option value="`)
		esc(&b, c.Value)
		b.WriteByte('"')
		if c.Chosen {
			b.WriteString(" selected")
		}
		if c.Lang != "" {
			attr(&b, "lang", c.Lang)
		}
		b.WriteByte('>')
		esc(&b, c.Label)
		b.WriteString("</option>")
	}
	b.WriteString("</select></div>")
	return template.HTML(b.String())
}
