package site

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/bidi"

	"shanyraq/internal/web"
)

// seen gives a text as the Unicode Bidirectional Algorithm sets it on a line
// that runs from right to left, read from left to right.
func seen(t *testing.T, s string) string {
	t.Helper()
	var p bidi.Paragraph
	if _, err := p.SetString(s, bidi.DefaultDirection(bidi.RightToLeft)); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := order.NumRuns() - 1; i >= 0; i-- { // the package has them in the order of the text
		run := order.Run(i)
		words := strings.NewReplacer(leftToRight, "", rightToLeft, "", "\u00a0", " ").Replace(run.String())
		if run.Direction() == bidi.RightToLeft {
			words = bidi.ReverseString(words)
		}
		b.WriteString(words)
	}
	return b.String()
}

// What a reader of a line from right to left must find in one piece, in its
// own order, or in the order of the line.
func TestRightToLeftKeepsOrder(t *testing.T) {
	for _, c := range []struct{ text, piece string }{
		{"باعا 3 600 000 تەڭگە", "3 600 000"},
		{"حالىق 20 000 000-نان استى", "20 000 000"},
		{"بايلانىس: +7 (7172) 74-00-00، تاعى", "+7 (7172) 74-00-00"},
		{"بايلانىس: (7172) 74-00-00 تاعى", "(7172) 74-00-00"},
		{"تۇندە -5 گرادۋس", "-5"},
		{"مىندا https://example.org/kk/ بار", "https://example.org/kk/"},
		{"پوشتا info@assembly.example، تاعى", "info@assembly.example"},
		{"ساعات 10:30-دا", "10:30"},
		{"كۇنى 14.06.2027 بولدى", "14.06.2027"},
		{"ولار NATO، UNESCO كەلدى", "UNESCO ،NATO"}, // the first on the right
		{"ولار NATO؛ UNESCO؛ WWF كەلدى", "WWF ؛UNESCO ؛NATO"},
		{"پوشتا: +7 701 000 00 00، info@assembly.example", "info@assembly.example ،+7 701 000 00 00"},
		{"شامامەن 12,5 % بولدى", "% 12,5"},
	} {
		marked := rtlMarks(c.text)
		if got := seen(t, marked); !strings.Contains(got, c.piece) {
			t.Errorf("%q is seen as %q, in which %q is not", c.text, got, c.piece)
		}
		if rtlMarks(marked) != marked {
			t.Errorf("%q is marked twice: %+q", c.text, rtlMarks(marked))
		}
	}
	for _, plain := range []string{"قازاقستان", "2020–2027 جىلدار", "قازاقستان، وزبەكستان", "We open three crossings, said Alia."} {
		if got := rtlMarks(plain); got != plain {
			t.Errorf("%q needs no mark and became %+q", plain, got)
		}
	}
}

// Blocks that are all in another direction, and elements in other languages,
// have their own; the others have that of the page.
func TestDirectionsInArabicBody(t *testing.T) {
	tag, _ := web.TagOf("kk-Arab")
	in := `<p>Хаттама.</p><p>We open three crossings this year.</p><blockquote><p>The Office opens three crossings.</p></blockquote><ul><li>NATO</li><li>Іс</li></ul>` +
		`<p>Ол «<i lang="en">open it</i>» деді, <span lang="ar">مرحبا</span>.</p><p dir="ltr">жол</p><p>2027</p><pre>a = 1</pre><p><code>x</code></p>`
	got := inScript{tag: tag}.body("kk", in)
	for _, want := range []string{`<p>حاتتاما.</p>`, `<p dir="ltr">We open`, `<blockquote dir="ltr"><p dir="ltr">The Office`, `<li dir="ltr">NATO`, `<li>ءىس`, `<i lang="en" dir="ltr">`, `<span lang="ar" dir="rtl">`,
		`<p dir="rtl">`, `<p>2027</p>`, `<pre dir="ltr">`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if doc, err := html.Parse(strings.NewReader(got)); err != nil || doc == nil {
		t.Error(err)
	}
	latin, _ := web.TagOf("kk-Latn")
	if got := (inScript{tag: latin}).body("kk", in); strings.Contains(got, `dir="ltr">We`) || strings.Contains(got, "\u200e") {
		t.Errorf("a page from left to right has marks: %s", got)
	}
}
