package intake

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// words hold what filters like to break: SQL, angle brackets, apostrophes of
// every kind, marks of direction, spaces that are none, letters that look
// alike, characters beyond the basic plane.
const words = "SELECT name FROM list WHERE a<b AND c>d; union of drop and insert — O‘zbek, oʻg‘il, Shu’, it's «мост» „ja“ “yes” … " +
	"\u200fخبر\u200e \u2067x\u2069 a\u00a0b\u202fc\u2009d co\u00adop e\u0301 й и\u0306 Қәңғө ə i ﷲ 𝒜 👩‍🌾 ½ № ₸ 100\u00a0% &amp; &lt;b&gt; -- ... (c) :) http://x.example/?a=1&b=2"

// No importer changes a word of a text: what stands in the source is what is
// read, to the byte.
func TestTextIsUnaltered(t *testing.T) {
	escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(words)
	inJSON, _ := json.Marshal(words)
	inHTML, _ := json.Marshal("<p>" + escaped + "</p>")
	feed := `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>f</title><item><title>T</title><guid>1</guid><pubDate>2019-11-15</pubDate><content:encoded><![CDATA[<p>` + escaped + `</p>]]></content:encoded></item></channel></rss>`
	atom := `<feed xmlns="http://www.w3.org/2005/Atom"><title>f</title><entry><title>T</title><id>1</id><updated>2019-11-15T00:00:00Z</updated><content type="html">` +
		strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace("<p>"+escaped+"</p>") + `</content></entry></feed>`
	for name, source := range map[string]string{
		"text.txt":       "T\n\n" + words + "\n",
		"text.jsonl":     fmt.Sprintf(`{"id":"1","title":"T","text":%s}`, inJSON),
		"html.jsonl":     fmt.Sprintf(`{"id":"1","title":"T","html":%s}`, inHTML),
		"feed.rss":       feed,
		"feed.atom":      atom,
		"page.html":      "<!doctype html><meta charset=utf-8><title>T</title><h1>T</h1><article itemprop=articleBody><p>" + escaped + "</p></article>",
		"read.html":      "<!doctype html><meta charset=utf-8><title>T</title><h1>T</h1><nav><a href=a>menu</a></nav><div class=post><p>" + escaped + "</p><p>" + strings.Repeat("More words, so that this is a text. ", 20) + "</p></div>",
		"wordpress.xml":  wxr(post("T", escaped, "")),
		"blocks.xml":     wxr(post("T", "<!-- wp:paragraph -->\n<p>"+escaped+"</p>\n<!-- /wp:paragraph -->", "")),
		"markdown.md":    "# T\n\n" + strings.NewReplacer("<", `\<`, "&", `\&`, "*", `\*`, "_", `\_`, ">", `\>`, "#", `\#`).Replace(words) + "\n",
		"withmatter.md":  "---\ntitle: T\n---\n<p>" + escaped + "</p>\n",
		"windows.jsonl":  fmt.Sprintf("{\"id\":\"1\",\"title\":\"T\",\"text\":%s}\r\n", inJSON),
		"documents.json": fmt.Sprintf(`[{"id":"1","title":"T","text":%s}]`, inJSON),
	} {
		list, errs := items(t, Options{}, write(t, name, source))
		if len(errs) > 0 || len(list) != 1 {
			t.Errorf("%s: %d items, %v", name, len(list), errs)
			continue
		}
		if got, _, _ := strings.Cut(list[0].Revision.Plain, "\n\nMore words"); got != words {
			t.Errorf("%s:\n got %q\nwant %q", name, got, words)
		}
		for _, d := range list[0].Damage {
			if d.Kind != DoubledEntity {
				t.Errorf("%s: whole text is taken for damage: %v", name, d)
			}
		}
	}
}
