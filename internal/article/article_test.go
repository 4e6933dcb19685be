package article

import (
	"strings"
	"testing"
	"time"

	"shanyraq/internal/value"
)

func TestRevision(t *testing.T) {
	body, _, err := Parse("<p>One <a href='/x'>link</a>.</p>")
	if err != nil {
		t.Fatal(err)
	}
	when := time.Date(2020, 3, 1, 12, 0, 0, 0, time.FixedZone("", 5*3600))
	r := NewRevision("Title", "The lead & more.", body, "editor", when)
	if want := "The lead & more.\n\nOne link."; r.Plain != want {
		t.Errorf("plain %q, want %q", r.Plain, want)
	}
	if r.Created.Location() != time.UTC || !r.Created.Equal(when) {
		t.Errorf("created %v", r.Created)
	}
	doc, err := r.Doc()
	if err != nil || doc.Plain().Text != r.Plain {
		t.Errorf("%v: the tree reads %q, the revision %q", err, doc.Plain().Text, r.Plain)
	}
	if want := `<p class="lead">The lead &amp; more.</p>` + "\n" + `<p>One <a href="/x">link</a>.</p>`; doc.HTML() != want {
		t.Errorf("%s, want %s", doc.HTML(), want)
	}
	if got, err := doc.Marked([]Mark{{ID: "m", Span: value.Span{Start: 4, End: 8}}}); err != nil || !strings.Contains(got, `<mark id="m">lead</mark>`) {
		t.Errorf("%v %s", err, got)
	}
}

func TestHashCoversEveryWord(t *testing.T) {
	r := NewRevision("ab", "c", FromText("d"), "x", time.Time{})
	for name, other := range map[string]Revision{
		"title": NewRevision("a", "bc", FromText("d"), "x", time.Time{}),
		"lead":  NewRevision("ab", "", FromText("c\n\nd"), "x", time.Time{}),
		"body":  NewRevision("ab", "c", FromText("D"), "x", time.Time{}),
	} {
		if other.Hash == r.Hash {
			t.Errorf("another %s has the same hash", name)
		}
	}
	if same := NewRevision("ab", "c", FromText("d"), "somebody else", time.Now()); same.Hash != r.Hash {
		t.Error("the same words by another author have another hash")
	}
	if r.Sum() != r.Hash || len(r.Hash) != 64 {
		t.Errorf("hash %q", r.Hash)
	}
}

// sample is HTML of about 600 words with what news has in it.
func sample() string {
	var b strings.Builder
	b.WriteString(`<h2>Meeting of the two commissions</h2>`)
	for i := range 12 {
		b.WriteString(`<p>The chairman of the <a href="/en/bodies/7">water commission</a> said on 14 March that "the level of the sea rose by <strong>twelve per cent</strong>", and that both sides will measure it anew. `)
		b.WriteString(`The <em>memorandum</em> on monitoring was signed by five&nbsp;states &mdash; it covers the years 2021 to 2030.</p>`)
		if i%4 == 3 {
			b.WriteString(`<ul><li>one station in the north</li><li>two in the <b>south</b></li></ul><table><tr><th>Year</th><td>2021</td></tr></table>`)
		}
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	in := sample()
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Parse(in); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlain(b *testing.B) {
	doc, _, _ := Parse(sample())
	b.ReportAllocs()
	for b.Loop() {
		doc.Plain()
	}
}

func BenchmarkHTML(b *testing.B) {
	doc, _, _ := Parse(sample())
	b.ReportAllocs()
	for b.Loop() {
		doc.HTML()
	}
}

// BenchmarkMarked marks thirty statements that overlap.
func BenchmarkMarked(b *testing.B) {
	doc, _, _ := Parse(sample())
	n := len([]rune(doc.Plain().Text))
	var marks []Mark
	for i := range 30 {
		at := i * n / 31
		marks = append(marks, Mark{ID: strings.Repeat("x", i+1), Span: value.Span{Start: at, End: min(n, at+150)}, Ref: "#f"})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := doc.Marked(marks); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMoveSpans(b *testing.B) {
	doc, _, _ := Parse(sample())
	text := doc.Plain().Text
	now := strings.Replace(text, "14 March", "15 March", 3)
	var spans []value.Span
	for i := range 100 {
		spans = append(spans, value.Span{Start: i * 30, End: i*30 + 12})
	}
	b.ReportAllocs()
	for b.Loop() {
		MoveSpans(text, now, spans)
	}
}
