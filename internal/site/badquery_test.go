package site

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"shanyraq/internal/web"
)

// TestBadQueries asks a running server what nobody would ask in earnest: each
// answer is a whole page in the language of its address that shows the query
// back as text, and comes to nothing worse.
func TestBadQueries(t *testing.T) {
	f := newFixture(t, 1<<20)
	server := httptest.NewServer(f)
	defer server.Close()
	for name, q := range map[string]string{
		"ten thousand letters":   strings.Repeat("қ", 10_000),
		"ten thousand words":     strings.Repeat("жол ", 2_500),
		"punctuation":            `!?.,;:—–-…()[]{}<>«»“”"'*&^%$#@~|\/`,
		"open quotation":         `"хаттама`,
		"three quotation marks":  `"хат" "тама`,
		"quotation marks only":   `""""`,
		"minus signs":            `- -- ---`,
		"only an exception":      `-хаттама`,
		"bidi controls":          "\u202eхаттама\u202c \u2066\u200f\u061c",
		"bidi controls only":     "\u202e\u202d\u2067\u2069",
		"zero bytes":             "хат\x00тама",
		"broken letters":         "\xff\xfe\xd0 хаттама \xc3\x28",
		"operators of the index": `хаттама AND NEAR(x, 2) OR title: ^x* NOT`,
		"markup":                 `<script>alert(1)</script><b>"`,
		"statements":             `'; DROP TABLE articles; --`,
		"emoji and Han":          "👩‍🌾🏽 边界 ﷺ",
		"an empty key":           "lang: section: from: kind:",
		"an impossible day":      "хаттама from:2026-02-31",
		"a million zeros":        "from:" + strings.Repeat("0", 1_000),
	} {
		for _, tag := range []string{"kk", "kk-Arab", "en"} {
			for _, page := range []string{"", "&page=2", "&page=1000", "&language=all&kind=agreement"} {
				res, err := http.Get(server.URL + "/" + tag + "/search?q=" + url.QueryEscape(q) + page)
				must(t, err)
				b, err := io.ReadAll(res.Body)
				must(t, err)
				res.Body.Close()
				body := string(b)
				if res.StatusCode != 200 {
					t.Errorf("%s in %s%s: status %d", name, tag, page, res.StatusCode)
					continue
				}
				if want, _ := web.TagOf(tag); !strings.Contains(body, `<html lang="`+tag+`" dir="`+want.Dir+`">`) || !strings.Contains(body, `class="found"`) && strings.TrimSpace(q) != "" {
					t.Errorf("%s in %s%s: no whole page: %.400s", name, tag, page, body)
				}
				if strings.Contains(body, "<script>alert") || strings.Contains(body, "\x00") || len(body) > 100_000 {
					t.Errorf("%s in %s%s: the page has what was typed as markup, or %d bytes", name, tag, page, len(body))
				}
				if strings.ToValidUTF8(body, "") != body {
					t.Errorf("%s in %s%s: the page is no UTF-8", name, tag, page)
				}
			}
		}
	}
}
