package article

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"shanyraq/internal/value"
)

// at gives the span of the n-th occurrence (from 0) of a part of the text.
func at(t *testing.T, text, part string, n int) value.Span {
	t.Helper()
	from := 0
	for ; ; n-- {
		i := strings.Index(text[from:], part)
		if i < 0 {
			t.Fatalf("%q is not in %q", part, text)
		}
		if n == 0 {
			start := utf8.RuneCountInString(text[:from+i])
			return value.Span{Start: start, End: start + utf8.RuneCountInString(part)}
		}
		from += i + len(part)
	}
}

func TestMarked(t *testing.T) {
	for _, c := range []struct {
		name, in string
		parts    []string // marks m0, m1…
		want     string
	}{
		{"a mark goes around whole links and emphasis",
			`<p>The <a href="/x">two <em>sides</em></a> met. Then.</p>`, []string{"The two sides met."},
			`<p><mark id="m0">The <a href="/x">two <em>sides</em></a> met.</mark> Then.</p>`},
		{"a mark inside a link",
			`<p>The <a href="/x">two sides</a> met.</p>`, []string{"sides"},
			`<p>The <a href="/x">two <mark id="m0">sides</mark></a> met.</p>`},
		{"a mark across the border of a link is in pieces, the link is not",
			`<p>The <a href="/x">two sides</a> met.</p>`, []string{"sides met"},
			`<p>The <a href="/x">two <mark id="m0">sides</mark></a><mark data-of="m0"> met</mark>.</p>`},
		{"a mark inside a mark",
			`<p>one two three</p>`, []string{"one two three", "two"},
			`<p><mark id="m0">one <mark id="m1">two</mark> three</mark></p>`},
		{"the longer of two that begin together stands outside",
			`<p>one two three</p>`, []string{"one", "one two"},
			`<p><mark id="m1"><mark id="m0">one</mark> two</mark> three</p>`},
		{"two marks that overlap",
			`<p>one two three</p>`, []string{"one two", "two three"},
			`<p><mark id="m0">one <mark id="m1">two</mark></mark><mark data-of="m1"> three</mark></p>`},
		{"a mark over two paragraphs, code points and not bytes",
			`<p>Қазақ &amp; «тіл»</p><p>Ән</p>`, []string{"«тіл»\n\nӘн"},
			`<p>Қазақ &amp; <mark id="m0">«тіл»</mark></p>` + "\n" + `<p><mark data-of="m0">Ән</mark></p>`},
		{"cells, items, captions",
			`<table><tr><td>a<td>b</table><ul><li>c</ul><figure><img src=x><figcaption>d <small>e</small></figcaption></figure>`, []string{"b\n\nc", "d"},
			`<table><tbody><tr><td>a</td><td><mark id="m0">b</mark></td></tr></tbody></table>` + "\n" + `<ul><li><mark data-of="m0">c</mark></li></ul>` + "\n" +
				`<figure><img src="x" alt=""><figcaption><mark id="m1">d</mark><small class="credit"> e</small></figcaption></figure>`},
		{"a line break is inside the mark",
			`<p>one<br>two</p>`, []string{"one\ntwo"},
			`<p><mark id="m0">one<br>two</mark></p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _, err := Parse(c.in)
			if err != nil {
				t.Fatal(err)
			}
			text := doc.Plain().Text
			var marks []Mark
			for i, p := range c.parts {
				marks = append(marks, Mark{ID: fmt.Sprint("m", i), Span: at(t, text, p, 0)})
			}
			got, err := doc.Marked(marks)
			if err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
			markLaws(t, doc, marks)
		})
	}
}

func TestMarkedLinksStandOutsideLinks(t *testing.T) {
	doc, _, _ := Parse(`<p>The <a href="/x">two sides</a> met.</p>`)
	got, err := doc.Marked([]Mark{
		{ID: "a", Span: value.Span{Start: 4, End: 7}, Ref: "#f1", Label: `fact "1"`, Class: "quote"},
		{ID: "b", Span: value.Span{Start: 0, End: 13}, Ref: "#f2"},
	})
	want := `<p><mark id="b">The <a href="/x"><mark id="a" class="quote">two</mark> sides</a><a class="ref" href="#f1" aria-label="fact &#34;1&#34;"></a></mark>` +
		`<a class="ref" href="#f2"></a> met.</p>`
	if err != nil || got != want {
		t.Errorf("%v\n got %s\nwant %s", err, got, want)
	}
}

func TestMarkedRefuses(t *testing.T) {
	doc, _, _ := Parse(`<p>one</p><p>two</p>`)
	for _, s := range []value.Span{{Start: -1, End: 2}, {Start: 2, End: 2}, {Start: 3, End: 5}, {Start: 6, End: 9}, {Start: 8, End: 9}} {
		if out, err := doc.Marked([]Mark{{ID: "a", Span: s}}); err == nil {
			t.Errorf("%v was taken: %s", s, out)
		}
	}
	if _, err := doc.Marked([]Mark{{ID: "a", Span: value.Span{End: 1}}, {ID: "a", Span: value.Span{End: 2}}}); err == nil {
		t.Error("two marks of one id were taken")
	}
}

var markup = regexp.MustCompile(`</?mark[^>]*>|<a class="ref"[^>]*></a>`)

// markLaws holds what must be so for any marks over any Doc.
func markLaws(t *testing.T, doc Doc, marks []Mark) {
	t.Helper()
	got, err := doc.Marked(marks)
	if err != nil {
		t.Fatal(err)
	}
	if markup.ReplaceAllString(got, "") != doc.HTML() {
		t.Errorf("marking changed more than marks\n%s", got)
	}
	if again, _, err := Parse(got); err != nil || again.HTML() != doc.HTML() {
		t.Errorf("a browser would see another tree: %v\n%s\n%s", err, again.HTML(), doc.HTML())
	}
	// The pieces of a mark, as another parser sees them, hold exactly the
	// letters of its span.
	pieces := map[string]string{}
	ids := map[string]int{}
	var walk func(n *html.Node, open []string)
	walk = func(n *html.Node, open []string) {
		if n.Type == html.ElementNode && n.Data == "mark" {
			id := attr(n, "data-of")
			if id == "" {
				id = attr(n, "id")
				ids[id]++
			}
			open = append(open[:len(open):len(open)], id)
		}
		text := n.Data
		if n.Type == html.ElementNode && n.Data == "br" {
			text = "\n"
		} else if n.Type != html.TextNode {
			text = ""
		}
		for _, id := range open {
			pieces[id] += text
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, open)
		}
	}
	walk(fragment(t, got), nil)
	runes := []rune(doc.Plain().Text)
	for _, m := range marks {
		want := ""
		for _, p := range doc.Plain().Parts {
			if s, e := max(p.Span.Start, m.Span.Start), min(p.Span.End, m.Span.End); s < e {
				want += string(runes[s:e])
			}
		}
		if pieces[m.ID] != want || ids[m.ID] != 1 {
			t.Errorf("mark %s %v holds %q in %d first pieces, want %q\n%s", m.ID, m.Span, pieces[m.ID], ids[m.ID], want, got)
		}
		if m.Ref != "" && strings.Count(got, `href="`+m.Ref+`"`) != 1 {
			t.Errorf("mark %s has %d links\n%s", m.ID, strings.Count(got, `href="`+m.Ref+`"`), got)
		}
	}
}

// FuzzMarked places random marks over any document.
func FuzzMarked(f *testing.F) {
	for i, c := range htmlCases(f) {
		f.Add(c.in, uint64(i))
	}
	f.Fuzz(func(t *testing.T, in string, seed uint64) {
		if !utf8.ValidString(in) || len(in) > 1<<11 {
			return
		}
		doc, _, err := Parse(in)
		if err != nil || doc.Plain().Text == "" {
			return
		}
		parts := doc.Plain().Parts
		rnd := rand.New(rand.NewPCG(seed, 1))
		var marks []Mark
		for i := range rnd.IntN(8) {
			a, b := parts[rnd.IntN(len(parts))].Span, parts[rnd.IntN(len(parts))].Span
			s := value.Span{Start: a.Start + rnd.IntN(a.Len()), End: b.Start + 1 + rnd.IntN(b.Len())}
			if s.Start >= s.End {
				s = a
			}
			m := Mark{ID: fmt.Sprint("m", i), Span: s}
			if i%2 == 0 {
				m.Ref = fmt.Sprintf("#ref-%d-%d", seed, i)
			}
			marks = append(marks, m)
		}
		markLaws(t, doc, marks)
	})
}
