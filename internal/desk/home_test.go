package desk

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/testkit"
)

// The first page shows a writer the texts the writer was at, what goes out
// next, the soonest first, and what was changed last.
func TestHome(t *testing.T) {
	f := newFixture(t)
	writer := f.client(t, testkit.User(t, f.store, "writer", people.Writer))
	editor := f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	if body := writer.want(200, "GET", Prefix, nil); strings.Contains(body, `class="row"`) || !strings.Contains(body, `href="/desk/articles/new"`) {
		t.Errorf("an empty desk shows articles, or no way to write one:\n%s", body)
	}
	writer.want(303, "POST", Prefix+"articles/new", url.Values{"title": {"A text of the writer"}, "language": {"en"}})
	for _, days := range []int{3, 1, 2} {
		title := []string{"", "Tomorrow", "The day after", "Last of the three"}[days]
		card := f.made(t, "en", title, "<p>First.</p>", article.Draft)
		at := time.Now().AddDate(0, 0, days).UTC().Format("2006-01-02T15:04")
		editor.want(303, "POST", articlePath(card.ID, "state"), url.Values{"to": {string(article.Scheduled)}, "at": {at}, "number": {"1"}})
	}
	body := writer.want(200, "GET", Prefix, nil)
	lists := strings.Split(body, "<h2>")[1:]
	if len(lists) != 3 {
		t.Fatalf("%d lists:\n%s", len(lists), body)
	}
	if !strings.Contains(lists[0], "A text of the writer") || strings.Contains(lists[0], "Tomorrow") {
		t.Errorf("the writer's texts:\n%s", lists[0])
	}
	order := []int{strings.Index(lists[1], "Tomorrow"), strings.Index(lists[1], "The day after"), strings.Index(lists[1], "Last of the three")}
	if order[0] < 0 || !slices.IsSorted(order) {
		t.Errorf("what goes out next stands at %v:\n%s", order, lists[1])
	}
	if body := editor.want(200, "GET", Prefix, nil); strings.Count(body, "A text of the writer") != 1 {
		t.Errorf("somebody else's text is to be named once, as changed last:\n%s", body)
	}
}
