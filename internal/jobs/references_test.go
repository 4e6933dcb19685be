package jobs

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"shanyraq/internal/article"
)

// Titles of sources are not read; every other word is, and none moves.
func TestOwnText(t *testing.T) {
	body, _, err := article.Parse(`<p>Kazakhstan and Uzbekistan <a href="https://example.org/x">signed a protocol</a>.</p>
		<ul><li><a href="https://example.org/a">News of the Region: the treaty 🙂</a></li>
		<li><a href="https://example.org/b">Second title</a>, and a word of ours</li>
		<li><a href="/en/own">A page of this site</a></li></ul>
		<p><a href="https://example.org/c">A paragraph that is a link</a></p>`)
	if err != nil {
		t.Fatal(err)
	}
	rev := article.NewRevision("T", "The lead", body, "t", time.Time{})
	got := ownText(rev)
	if utf8.RuneCountInString(got) != utf8.RuneCountInString(rev.Plain) {
		t.Errorf("letters moved: %q", got)
	}
	if strings.Contains(got, "News of the Region") || strings.Contains(got, "treaty") {
		t.Errorf("the title of a source is read: %q", got)
	}
	for _, kept := range []string{"The lead", "signed a protocol", "Second title, and a word of ours", "A page of this site", "A paragraph that is a link"} {
		if i, j := strings.Index(got, kept), strings.Index(rev.Plain, kept); i < 0 || utf8.RuneCountInString(got[:i]) != utf8.RuneCountInString(rev.Plain[:j]) {
			t.Errorf("%q: %q", kept, got)
		}
	}
}
