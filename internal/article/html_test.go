package article

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

type htmlCase struct{ name, in, out, plain string }

// htmlCases reads cases/html.txt.
func htmlCases(t testing.TB) (cases []htmlCase) {
	t.Helper()
	data, err := os.ReadFile("cases/html.txt")
	if err != nil {
		t.Fatal(err)
	}
	signs := strings.NewReplacer("⏎", "\n", "⇥", "\t", "⍽", "\u00a0")
	for chunk := range strings.SplitSeq(string(data), "\n\n") {
		var c htmlCase
		for line := range strings.Lines(chunk) {
			line = strings.TrimSuffix(line, "\n")
			switch {
			case strings.HasPrefix(line, "< "):
				c.in = signs.Replace(line[2:])
			case strings.HasPrefix(line, "> "):
				c.out = signs.Replace(line[2:])
			case strings.HasPrefix(line, "= "):
				c.plain = signs.Replace(line[2:])
			case !strings.HasPrefix(line, "#"):
				c.name = line
			}
		}
		if c.in != "" {
			cases = append(cases, c)
		}
	}
	if len(cases) < 20 {
		t.Fatalf("only %d cases read", len(cases))
	}
	return cases
}

func TestHTMLCases(t *testing.T) {
	for _, c := range htmlCases(t) {
		t.Run(c.name, func(t *testing.T) {
			doc, _, err := Parse(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if got := doc.HTML(); got != c.out {
				t.Errorf("HTML\n got %q\nwant %q", got, c.out)
			}
			if got := doc.Plain().Text; got != c.plain {
				t.Errorf("plain\n got %q\nwant %q", got, c.plain)
			}
			htmlLaws(t, c.in)
		})
	}
}

func TestReportNamesWhatIsLost(t *testing.T) {
	_, r, err := Parse(`<p onclick="x()">a</p><script src="/s.js"></script><iframe src="https://v.example/1"></iframe>` +
		`<a href="javascript:alert(1)">b</a><button>Send it</button><button>Send it</button><svg><text>drawn words</text></svg>`)
	if err != nil {
		t.Fatal(err)
	}
	want := []Dropped{{"onclick", "", 1}, {"<script>", "/s.js", 1}, {"<iframe>", "https://v.example/1", 1},
		{"address", "javascript:alert(1)", 1}, {"<button>", "Send it", 2}, {"<svg>", "drawn words", 1}}
	if !slices.Equal(r.Dropped, want) {
		t.Errorf("report %v, want %v", r.Dropped, want)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"windows-1251": "\xcf\xf0\xe8\xe2\xe5\xf2",
		"too deep":     strings.Repeat("<div>", 600),
		"too large":    strings.Repeat("x", MaxBytes+1),
	} {
		if _, _, err := Parse(in); err == nil {
			t.Errorf("%s was taken", name)
		} else if !strings.Contains(err.Error(), ";") {
			t.Errorf("%s: %q does not say what to try", name, err)
		}
	}
}

func TestFromText(t *testing.T) {
	d := FromText("One <line>\r\nnext\n \t\n\nTwo & three\n")
	if got, want := d.HTML(), "<p>One &lt;line&gt;<br>next</p>\n<p>Two &amp; three</p>"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// leftOut are the elements whose words do not enter the tree.
var leftOut = strings.Fields(`script style template iframe object embed video audio canvas map input select textarea
	button head title meta link base noframes noembed frameset frame applet progress meter datalist`)

// words gives the letters that a parser independent of our tree finds in
// HTML, sorted: their order may change where a picture leaves its paragraph.
func words(n *html.Node) (out []rune) {
	if n.Type == html.ElementNode && (n.Namespace != "" || slices.Contains(leftOut, n.Data)) {
		return nil
	}
	if n.Type == html.TextNode {
		for _, r := range n.Data {
			if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
				out = append(out, r)
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out = append(out, words(c)...)
	}
	return out
}

func fragment(t testing.TB, s string) *html.Node {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragmentWithOptions(strings.NewReader(s), body, html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	root := &html.Node{Type: html.DocumentNode}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root
}

// htmlLaws holds what must be so for every input that Parse takes.
func htmlLaws(t *testing.T, in string) {
	doc, _, err := Parse(in)
	if err != nil {
		return
	}
	out := doc.HTML()
	again, report, err := Parse(out)
	if err != nil {
		t.Fatalf("the canonical HTML does not parse: %v\n%q", err, out)
	}
	if again.HTML() != out {
		t.Errorf("not idempotent\n in %q\n 1. %q\n 2. %q", in, out, again.HTML())
	}
	if len(report.Dropped) > 0 {
		t.Errorf("canonical HTML %q reports %v", out, report.Dropped)
	}
	plain := doc.Plain()
	if again.Plain().Text != plain.Text {
		t.Errorf("plain text changed\n 1. %q\n 2. %q", plain.Text, again.Plain().Text)
	}
	before, after := words(fragment(t, in)), words(fragment(t, out))
	slices.Sort(before)
	slices.Sort(after)
	if !slices.Equal(before, after) {
		t.Errorf("letters changed\n in %q\nout %q", in, out)
	}
	runes := []rune(plain.Text)
	end := 0
	for i, p := range plain.Parts {
		if p.Span.Empty() || p.Span.Start < end || p.Span.End > len(runes) {
			t.Fatalf("part %d %v of a text of %d", i, p, len(runes))
		}
		if between := string(runes[end:p.Span.Start]); strings.Trim(between, "\n\t") != "" || i > 0 && between == "" {
			t.Errorf("%q stands between parts", between)
		}
		end = p.Span.End
	}
	if end != len(runes) {
		t.Errorf("the last part ends at %d of %d", end, len(runes))
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range htmlCases(f) {
		f.Add(c.in)
	}
	f.Add("<table><td><ul><li><table><td>x<td><h2>y")
	f.Add("<a href=x><table><td><a href=y>z<p></a>q")
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) || len(in) > 1<<12 {
			return
		}
		htmlLaws(t, in)
	})
}
