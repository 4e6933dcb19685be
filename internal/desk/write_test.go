package desk

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/jobs"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// hostile is a text that other systems have been seen to alter.
const hostile = "It's selected FROM users; -- «қазақ» \u202eabc\u202c oʻzbek 1 < 2 & <b>"

func (c *client) send(path string, v any) (int, map[string]any) {
	c.t.Helper()
	b, err := json.Marshal(v)
	must(c.t, err)
	r, err := http.NewRequestWithContext(c.t.Context(), "POST", c.f.server.URL+path, strings.NewReader(string(b)))
	must(c.t, err)
	r.Header.Set("Accept", "application/json")
	resp, err := c.http.Do(r)
	must(c.t, err)
	defer resp.Body.Close()
	var out map[string]any
	must(c.t, json.NewDecoder(resp.Body).Decode(&out))
	return resp.StatusCode, out
}

func TestWriteWithoutScript(t *testing.T) {
	f := newFixture(t)
	u := testkit.User(t, f.store, "writer", people.Writer)
	c := f.client(t, u)
	_, to, _ := c.post(Prefix+"articles/new", url.Values{"title": {"A sample " + hostile}, "language": {"en"}})
	id, err := strconv.ParseInt(to[strings.LastIndexByte(to, '/')+1:], 10, 64)
	must(t, err)
	form := url.Values{"base": {"1"}, "pen": {newPen()}, "title": {hostile}, "lead": {"two\r\nlines"}, "body": {"<p>It's selected FROM <em>users</em> &lt;b&gt;</p>\r\n<p>qan</p>"}}
	c.want(303, "POST", articlePath(id, ""), form)
	r := f.newest(t, id)
	if r.Title != hostile || r.Lead != "two\nlines" || r.Body != "<p>It's selected FROM <em>users</em> &lt;b&gt;</p>\n<p>qan</p>" || r.Author != "writer" || r.Number != 2 {
		t.Errorf("saved %+v", r)
	}
	if due, err := f.store.NextDue(t.Context(), jobs.ReadJob); err != nil || due.IsZero() {
		t.Error("nobody will read what was saved")
	}
	// What an article cannot hold is shown first, and nothing is saved.
	form.Set("base", "2")
	form.Set("body", `<p>text</p><iframe src="https://example.org/film"></iframe>`)
	if body := c.want(422, "POST", articlePath(id, ""), form); !strings.Contains(body, "https://example.org/film") {
		t.Error("what would be lost is not shown")
	}
	if f.newest(t, id).Number != 2 {
		t.Error("it was saved without being asked")
	}
	form.Set("sure", "1")
	c.want(303, "POST", articlePath(id, ""), form)
	if r := f.newest(t, id); r.Number != 3 || r.Body != "<p>text</p>" {
		t.Errorf("saved %+v", r)
	}
	// A form cut off half way saves nothing.
	form.Set("base", "3")
	form.Set("body", strings.Repeat("<p>many words here</p>", 1_300_000))
	if body := c.want(413, "POST", articlePath(id, ""), form); !strings.Contains(body, "too large") {
		t.Errorf("too large: %.300s", body)
	}
	if f.newest(t, id).Number != 3 {
		t.Error("half a text was saved")
	}
	for _, page := range []string{"revisions", "compare?from=1&to=3", "translations", "preview"} {
		c.want(200, "GET", articlePath(id, page), nil)
	}
	c.want(303, "POST", articlePath(id, "restore"), url.Values{"number": {"2"}})
	if r := f.newest(t, id); r.Number != 4 || r.Title != hostile {
		t.Errorf("restored %+v", r)
	}
	if body := c.want(200, "GET", Prefix+"articles?q=sel%C3%A9cted&mine=1", nil); strings.Contains(body, "<script>alert") {
		t.Error("a title became markup")
	}
	if n, err := f.store.CheckAudit(t.Context()); n < 4 || err != nil {
		t.Errorf("the log: %d, %v", n, err)
	}
}

// Two people save from one base: the second text is kept, set beside the
// first, and joined with it without losing a word.
func TestTwoPeopleSave(t *testing.T) {
	f := newFixture(t)
	one, two := testkit.User(t, f.store, "one", people.Writer), testkit.User(t, f.store, "two", people.Writer)
	card := f.made(t, "en", "A sample", "<p>First.</p><p>Second.</p><p>Third.</p>", article.Draft)
	a, b := f.client(t, one), f.client(t, two)
	status, _ := a.send(articlePath(card.ID, ""), typed{Pen: newPen(), Base: 1, Title: "A sample", Body: "<p>First of one.</p><p>Second.</p><p>Third.</p>"})
	if status != 200 {
		t.Fatal(status)
	}
	pen := newPen()
	if status, out := b.send(articlePath(card.ID, "draft"), typed{Pen: pen, Base: 1, Title: "A sample", Body: "<p>First.</p>"}); status != 200 || out["number"].(float64) != 2 || out["by"] != "one" {
		t.Errorf("an open editor is not told of a newer revision: %d %v", status, out)
	}
	status, out := b.send(articlePath(card.ID, ""), typed{Pen: pen, Base: 1, Title: "A sample", Body: "<p>First.</p><p>Second.</p><p>Third of two.</p>"})
	if status != http.StatusConflict || out["merge"] == nil {
		t.Fatalf("the second save: %d %v", status, out)
	}
	if f.newest(t, card.ID).Number != 2 {
		t.Error("the loser wrote over the winner")
	}
	page := b.want(200, "GET", out["merge"].(string), nil)
	for _, want := range []string{"of one", "of two"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not show %q", want)
		}
	}
	drafts, err := f.store.Drafts(t.Context(), card.ID)
	must(t, err)
	if len(drafts) != 1 || drafts[0].Kind != store.Kept {
		t.Fatalf("drafts: %+v", drafts)
	}
	_, to, _ := b.post(articlePath(card.ID, "merge"), url.Values{"pen": {drafts[0].Pen}, "by": {strconv.FormatInt(two.ID, 10)}, "how": {"join"}})
	if body := b.want(200, "GET", to, nil); !strings.Contains(body, "<p>First of one.</p>\n<p>Second.</p>\n<p>Third of two.</p>") {
		t.Errorf("joined:\n%.3000s", body)
	}
}

// A writer's change to a public text waits for an editor.
func TestProposal(t *testing.T) {
	f := newFixture(t)
	writer, editor := testkit.User(t, f.store, "writer", people.Writer), testkit.User(t, f.store, "editor", people.Editor)
	card := f.made(t, "en", "A sample", "<p>First.</p>", article.Published)
	f.client(t, writer).want(303, "POST", articlePath(card.ID, ""), url.Values{"base": {"1"}, "pen": {newPen()}, "title": {"A sample"}, "body": {"<p>Changed.</p>"}})
	if f.newest(t, card.ID).Number != 1 {
		t.Fatal("a writer changed a public text")
	}
	c := f.client(t, editor)
	if body := c.want(200, "GET", Prefix+"articles?show=proposed", nil); !strings.Contains(body, "A sample") {
		t.Error("the proposal is in no list")
	}
	c.want(303, "POST", articlePath(card.ID, ""), url.Values{"base": {"1"}, "pen": {newPen()}, "title": {"A sample"}, "body": {"<p>Changed.</p>"}, "correction": {"The word was wrong."}})
	after, err := f.store.ArticleByID(t.Context(), card.ID)
	must(t, err)
	notes, err := f.store.Told(t.Context(), card.ID)
	must(t, err)
	if after.State != article.Corrected || len(notes) != 1 || notes[0].Words != "The word was wrong." {
		t.Errorf("corrected: %s %+v", after.State, notes)
	}
}

func TestStates(t *testing.T) {
	f := newFixture(t)
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	f.store.Now = func() time.Time { return now }
	writer, editor := testkit.User(t, f.store, "writer", people.Writer), testkit.User(t, f.store, "editor", people.Editor)
	card := f.made(t, "en", "A sample", "<p>First.</p>", article.Draft)
	w, e := f.client(t, writer), f.client(t, editor)
	state := func(want article.State) {
		t.Helper()
		c, err := f.store.ArticleByID(t.Context(), card.ID)
		must(t, err)
		if c.State != want {
			t.Fatalf("the article is %s, want %s", c.State, want)
		}
	}
	to := func(c *client, status int, s article.State, more ...string) {
		t.Helper()
		form := url.Values{"to": {string(s)}, "number": {"1"}}
		for i := 0; i+1 < len(more); i += 2 {
			form.Set(more[i], more[i+1])
		}
		c.want(status, "POST", articlePath(card.ID, "state"), form)
	}
	to(w, 303, article.Review)
	state(article.Review)
	to(w, 403, article.Published)
	to(w, 403, article.Scheduled, "at", "2027-03-02T10:00:05", "zone", "UTC")
	to(e, 400, article.Scheduled, "at", "2027-02-28T10:00:05", "zone", "UTC") // over
	to(e, 303, article.Scheduled, "at", "2027-03-01T15:00:05", "zone", "Asia/Almaty")
	state(article.Scheduled)
	worker := jobs.NewWorker(jobs.Publish())
	drain := func() {
		t.Helper()
		_, err := worker.Drain(t.Context(), f.store)
		must(t, err)
	}
	now = time.Date(2027, 3, 1, 10, 0, 4, 0, time.UTC)
	drain()
	state(article.Scheduled)
	to(e, 303, article.Scheduled, "at", "2027-03-01T10:00:07", "zone", "UTC") // moved
	now = now.Add(2 * time.Second)
	drain()
	state(article.Scheduled)
	now = now.Add(time.Second)
	drain()
	state(article.Published)
	to(e, 303, article.Published) // somebody was faster: no error, no change
	to(e, 409, article.Review)
	to(e, 400, article.Corrected)
	to(e, 303, article.Corrected, "note", "A number was wrong.")
	state(article.Corrected)
	to(w, 403, article.Withdrawn, "note", "x")
	to(e, 303, article.Withdrawn, "note", "It was not ours.")
	state(article.Withdrawn)
	to(e, 303, article.Published)
	c, err := f.store.ArticleByID(t.Context(), card.ID)
	must(t, err)
	if want := time.Date(2027, 3, 1, 10, 0, 7, 0, time.UTC); !c.Published.Equal(want) {
		t.Errorf("published at %s, want %s", c.Published, want)
	}
	// Another revision came between looking and pressing.
	other := f.made(t, "en", "Another sample", "<p>First.</p>", article.Draft)
	w.want(303, "POST", articlePath(other.ID, ""), url.Values{"base": {"1"}, "pen": {newPen()}, "title": {"Another sample"}, "body": {"<p>Second.</p>"}})
	e.want(409, "POST", articlePath(other.ID, "state"), url.Values{"to": {"published"}, "number": {"1"}})
	e.want(303, "POST", articlePath(other.ID, "place"), url.Values{"slug": {"new-place"}})
	e.want(409, "POST", articlePath(other.ID, "place"), url.Values{"slug": {card.Slug}})
	for _, slug := range []string{"", "search", "Two Words", "a/b", "../x"} {
		e.want(400, "POST", articlePath(other.ID, "place"), url.Values{"slug": {slug}})
	}
}

func TestTranslate(t *testing.T) {
	f := newFixture(t)
	kk := people.User{Name: "translator", Email: "t@example.org", Language: "kk", Roles: []people.Assignment{{Role: people.Translator, Languages: []string{"kk"}}}}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveUser(&kk) }))
	editor := testkit.User(t, f.store, "editor", people.Editor)
	card := f.made(t, "en", "A sample", "<p>First.</p>", article.Published)
	c := f.client(t, kk)
	c.want(403, "GET", articlePath(card.ID, ""), nil)
	c.want(200, "GET", articlePath(card.ID, "translations"), nil)
	c.want(403, "POST", articlePath(card.ID, "translate"), url.Values{"language": {"ru"}})
	_, to, _ := c.post(articlePath(card.ID, "translate"), url.Values{"language": {"kk"}, "title": {"Үлгі"}})
	c.want(409, "POST", articlePath(card.ID, "translate"), url.Values{"language": {"kk"}})
	c.want(200, "GET", to, nil)
	f.client(t, editor).want(303, "POST", articlePath(card.ID, ""), url.Values{"base": {"1"}, "pen": {newPen()}, "title": {"A sample"}, "body": {"<p>First and more.</p>"}})
	if body := c.want(200, "GET", to, nil); !strings.Contains(body, "and more") || !strings.Contains(body, "matched") {
		t.Error("the translator does not see what changed in the source")
	}
	if body := c.want(200, "GET", Prefix+"translations?language=kk", nil); !strings.Contains(body, "Үлгі") {
		t.Error("the outdated translation is in no list")
	}
	c.want(303, "POST", to+"/matched", url.Values{"number": {"2"}})
	if body := c.want(200, "GET", Prefix+"translations?language=kk", nil); strings.Contains(body, ">Үлгі<") {
		t.Error("a matched translation is outdated")
	}
	if r := f.newest(t, card.ID); r.Body != "<p>First and more.</p>" {
		t.Errorf("the source is %s", r.Body)
	}
}
