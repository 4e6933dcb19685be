package desk

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/jobs"
	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
	"shanyraq/internal/value"
)

// readArticle saves an article, has it read, and gives it back with what was
// read of it.
func (f *fixture) readArticle(t testing.TB, slug, text string) (store.Card, []store.Statement) {
	t.Helper()
	doc, _, err := article.Parse("<p>" + strings.ReplaceAll(text, "\n\n", "</p><p>") + "</p>")
	must(t, err)
	day := time.Date(2019, 5, 6, 7, 0, 0, 0, time.UTC)
	it := &store.Item{Article: article.Article{Language: "en", Script: "Latn", Slug: slug, State: article.Published, Published: day, Section: "news"}, Revision: article.NewRevision("About "+slug, "", doc, "test", day)}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		return jobs.Enqueue(tx, it.Article.ID)
	}))
	_, err = jobs.New().Drain(t.Context(), f.store, nil)
	must(t, err)
	card, err := f.store.ArticleByID(t.Context(), it.Article.ID)
	must(t, err)
	list, err := f.store.ArticleStatements(t.Context(), card.ID, true)
	must(t, err)
	return card, list
}

const signed = "Kazakhstan and Uzbekistan signed a protocol on border crossings in Tashkent on 10 November 2017. About 290,000 Uyghurs live in Kazakhstan. “We are glad,” said Aigerim Sample, director of the Sample Museum."

func (f *fixture) statement(t testing.TB, id int64) store.Statement {
	t.Helper()
	s, err := f.store.StatementByID(t.Context(), id)
	must(t, err)
	return s
}

func ofKind(t testing.TB, list []store.Statement, kind string) store.Statement {
	t.Helper()
	for _, s := range list {
		if s.Said.Kind == kind {
			return s
		}
	}
	t.Fatalf("no %s was read", kind)
	return store.Statement{}
}

// Everything works with plain forms.
func TestReviewWithoutScript(t *testing.T) {
	f := newFixture(t)
	card, list := f.readArticle(t, "signing", signed)
	editor := f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	other := f.client(t, testkit.User(t, f.store, "other", people.Editor))
	at := reviewHref(card.ID)
	if body := editor.want(200, "GET", Prefix+"review", nil); !strings.Contains(body, "About signing") {
		t.Errorf("the queue has no article:\n%s", body)
	}
	body := editor.want(200, "GET", at, nil)
	for _, s := range list {
		if !strings.Contains(body, `id="st`+strconv.FormatInt(s.ID, 10)+`"`) {
			t.Errorf("statement %d is not shown", s.ID)
		}
	}
	// The other sees who is at it, and the queue leads him elsewhere.
	if body := other.want(200, "GET", at, nil); !strings.Contains(body, "editor is at work") {
		t.Error("the other does not see that somebody is at it")
	}
	if _, to, _ := other.get(Prefix + "review/next"); !strings.HasPrefix(to, Prefix+"review?said=review-empty") {
		t.Errorf("the next article is %s", to)
	}

	// Accept, prefer, deprecate; what was changed meanwhile is not overwritten.
	a := ofKind(t, list, read.Agreement)
	id := strconv.FormatInt(a.ID, 10)
	editor.want(303, "POST", at, url.Values{"statement": {id}, "do": {"accept"}, "seen": {"suggested"}})
	editor.want(303, "POST", at, url.Values{"statement": {id}, "do": {"accept"}, "seen": {"suggested"}}) // pressed twice
	other.want(409, "POST", at, url.Values{"statement": {id}, "do": {"prefer"}, "seen": {"suggested"}})
	other.want(400, "POST", at, url.Values{"statement": {id}, "do": {"deprecate"}, "seen": {"accepted"}})
	other.want(303, "POST", at, url.Values{"statement": {id}, "do": {"deprecate"}, "seen": {"accepted"}, "reason": {"planned"}, "words": {"see the end"}})
	if s := f.statement(t, a.ID); s.Rank != record.Deprecated || s.Reason != "It was only planned or imagined: see the end" {
		t.Errorf("deprecated: %s %q", s.Rank, s.Reason)
	}
	// Undone by the other's later session.
	again := f.client(t, people.User{ID: mustUser(t, f, "other").ID})
	again.want(303, "POST", at+"/undo", url.Values{})
	if s := f.statement(t, a.ID); s.Rank != record.Accepted {
		t.Errorf("undone: %s", s.Rank)
	}

	// Correct: a bad date, an unknown name, then rightly.
	form := func(change ...string) url.Values {
		v := url.Values{"instrument": {"protocol on crossings"}, "party": {"Kazakhstan", "Uzbekistan", ""}, "date": {"2017-11"}, "status": {"signed"}, "seen": {"accepted"}}
		for i := 0; i+1 < len(change); i += 2 {
			v[change[i]] = []string{change[i+1]}
		}
		return v
	}
	edit := at + "/statement/" + id
	editor.want(200, "GET", edit, nil)
	if body := editor.want(400, "POST", edit, form("date", "10 November")); !strings.Contains(body, "2016-11-07") {
		t.Errorf("a bad date is refused without saying how to write one:\n%s", body)
	}
	editor.want(400, "POST", edit, form("date", "2017-02-30"))
	editor.want(404, "POST", edit, form("place", "Atlantis"))
	editor.want(400, "POST", edit, form("status", "dreamt"))
	editor.want(409, "POST", edit, form("seen", "suggested"))
	editor.want(303, "POST", edit, form("place", "Atlantis", "create", "1"))
	s := f.statement(t, a.ID)
	if s.Said.Instrument != "protocol on crossings" || s.Said.Date != "2017-11" || len(s.Entities(record.RoleParty)) != 2 || len(s.Entities(record.RolePlace)) != 1 || s.Rank != record.Accepted || s.Original == nil {
		t.Errorf("corrected: %+v", s.Statement)
	}
	if body := editor.want(200, "GET", edit, nil); !strings.Contains(body, "corrected") || !strings.Contains(body, "Kazakhstan #") {
		t.Error("the history or the fields of the correction are not shown")
	}

	// A figure that was corrected is set beside the statistics anew.
	figure := ofKind(t, list, read.Figure)
	editor.want(303, "POST", at+"/statement/"+strconv.FormatInt(figure.ID, 10), url.Values{"value": {"291 000"}, "counted": {"Uyghurs"}, "unit": {"person"}, "place": {"Kazakhstan"}})
	if s := f.statement(t, figure.ID); *s.Said.Value != 291000 {
		t.Errorf("the number is %v", *s.Said.Value)
	}

	// What a figure says of all others, and a change that goes on, are kept.
	change := func(more ...string) url.Values {
		v := url.Values{"counted": {"Uyghurs"}, "place": {"Kazakhstan"}, "change": {"fall"}, "date": {"2009"}, "only": {"1"}, "since": {"1"}}
		for i := 0; i+1 < len(more); i += 2 {
			v[more[i]] = []string{more[i+1]}
		}
		return v
	}
	figureAt := at + "/statement/" + strconv.FormatInt(figure.ID, 10)
	if body := editor.want(400, "POST", figureAt, change("change", "")); !strings.Contains(body, "hoose rise or fall") {
		t.Error("the only one of no change is refused without saying what to choose")
	}
	editor.want(400, "POST", figureAt, change("date", ""))
	editor.want(303, "POST", figureAt, change())
	if s := f.statement(t, figure.ID).Said; !s.Only || !s.Since || s.Change != "fall" || s.Value != nil {
		t.Errorf("the change is %+v", s)
	}
	body = editor.want(200, "GET", figureAt, nil)
	for _, name := range []string{"only", "since"} {
		if !strings.Contains(body, `name="`+name+`" value="1" checked`) {
			t.Errorf("the form forgets %q", name)
		}
	}
	editor.want(303, "POST", figureAt, url.Values{"value": {"291 000"}, "counted": {"Uyghurs"}, "unit": {"person"}, "place": {"Kazakhstan"}})
	if s := f.statement(t, figure.ID).Said; s.Only || s.Since {
		t.Errorf("what was not ticked stands: %+v", s)
	}

	// Add what was missed: the words must stand in the text, exactly and once.
	add := func(quote string) url.Values {
		return url.Values{"quote": {quote}, "kind": {read.Event}, "event": {"meeting"}, "date": {"2017-11-10"}}
	}
	editor.want(404, "POST", at+"/add", add("words that are not there"))
	editor.want(409, "POST", at+"/add", add("Kazakhstan"))
	editor.want(200, "GET", at+"/add?"+url.Values{"quote": {"signed a protocol"}}.Encode(), nil)
	editor.want(303, "POST", at+"/add", add("signed a protocol"))
	rev, err := f.store.Revision(t.Context(), card.Revision)
	must(t, err)
	now, err := f.store.ArticleStatements(t.Context(), card.ID, true)
	must(t, err)
	found := false
	for _, s := range now {
		if s.Said.Rule == record.ByHand && s.Said.Kind == read.Event {
			found = true
			if got := string([]rune(rev.Plain)[s.Evidence.Start:s.Evidence.End]); got != "signed a protocol" || s.Quote != got || s.Hash != rev.Hash {
				t.Errorf("added on %q, quote %q", got, s.Quote)
			}
		}
	}
	if !found {
		t.Error("nothing was added")
	}
	editor.want(409, "POST", at+"/add", url.Values{"start": {"0"}, "end": {"4"}, "revision": {"1"}, "kind": {read.Event}, "event": {"meeting"}})

	// Accept all above a confidence: one act, undone at once.
	rank := func(r record.Rank) (n int) {
		list, err := f.store.ArticleStatements(t.Context(), card.ID, true)
		must(t, err)
		for _, s := range list {
			if s.Rank == r {
				n++
			}
		}
		return n
	}
	waiting := rank(record.Suggested)
	editor.want(400, "POST", at+"/all", url.Values{"threshold": {"many"}})
	editor.want(303, "POST", at+"/all", url.Values{"threshold": {"0"}})
	if waiting == 0 || rank(record.Suggested) != 0 {
		t.Errorf("%d waited, %d wait", waiting, rank(record.Suggested))
	}
	if body := editor.want(200, "GET", Prefix+"review", nil); strings.Contains(body, "About signing") {
		t.Error("an article of which all is decided is in the queue")
	}
	editor.want(303, "POST", at+"/undo", url.Values{})
	if rank(record.Suggested) != waiting {
		t.Errorf("undone, %d of %d wait", rank(record.Suggested), waiting)
	}
	if n, err := f.store.CheckAudit(t.Context()); err != nil || n != 10 {
		t.Errorf("the audit log has %d lines, %v", n, err)
	}
}

func mustUser(t testing.TB, f *fixture, name string) people.User {
	t.Helper()
	u, err := f.store.UserByEmail(t.Context(), name+"@example.org")
	must(t, err)
	return u
}

// An editor of one language decides in that language only.
func TestReviewKeepsToItsScope(t *testing.T) {
	f := newFixture(t)
	card, list := f.readArticle(t, "signing", signed)
	u := people.User{Name: "Kazakh Editor", Email: "kk@example.org", Language: "en", Roles: []people.Assignment{{Role: people.Editor, Languages: []string{"kk"}}}}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveUser(&u) }))
	c := f.client(t, u)
	if body := c.want(200, "GET", Prefix+"review", nil); strings.Contains(body, "About signing") || !strings.Contains(body, "0 articles") {
		t.Error("the queue shows what the editor may not decide")
	}
	at := reviewHref(card.ID)
	id := strconv.FormatInt(list[0].ID, 10)
	c.want(403, "GET", at, nil)
	for _, path := range []string{at, at + "/all", at + "/undo", at + "/add", at + "/name", at + "/statement/" + id} {
		c.want(403, "POST", path, url.Values{"statement": {id}, "do": {"accept"}, "threshold": {"0"}, "quote": {"signed"}})
	}
	if f.statement(t, list[0].ID).Rank != record.Suggested {
		t.Error("it was decided all the same")
	}
}

func TestNamesAreDecided(t *testing.T) {
	f := newFixture(t)
	card, _ := f.readArticle(t, "signing", signed)
	f.readArticle(t, "again", "Aigerim Sample, director of the Sample Museum, opened an exhibition in Almaty on 3 March 2018.")
	c := f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	find := func(name string) store.Entity {
		t.Helper()
		l, err := f.store.Suggest(t.Context(), name, 5)
		must(t, err)
		if len(l) == 0 {
			t.Fatalf("nobody is named %s", name)
		}
		return l[0]
	}
	e := find("Aigerim Sample")
	at := entityHref(e.ID)
	c.want(200, "GET", at, nil)
	c.want(303, "POST", at, url.Values{"do": {"accept"}})
	if find("Aigerim Sample").Rank != record.Accepted {
		t.Error("the name is not accepted")
	}
	c.want(400, "POST", at, url.Values{"do": {"names"}, "names": {"Aigerim"}})
	c.want(303, "POST", at, url.Values{"do": {"names"}, "names": {"en Latn Aigerim B. Sample\r\nru Cyrl Айгерим Сэмпл\r\n~ en Latn Aigerim Sample\r\n"}})
	if got := find("Aigerim Sample"); got.Name("en") != "Aigerim B. Sample" || got.Name("ru") != "Айгерим Сэмпл" || len(got.Names) != 3 {
		t.Errorf("names: %+v", got.Names)
	}
	// Words mean somebody else, or nobody.
	name := reviewHref(card.ID) + "/name"
	c.want(404, "POST", name, url.Values{"quote": {"Aigerim Sample"}, "who": {"Nobody Known"}})
	c.want(303, "POST", name, url.Values{"quote": {"Aigerim Sample"}, "who": {"Bolat Sample"}, "kind": {read.Person}, "create": {"1"}})
	if b := find("Bolat Sample"); b.Articles != 1 || b.Rank != record.Accepted {
		t.Errorf("the words name %+v", b)
	}
	c.want(303, "POST", reviewHref(card.ID)+"/undo", url.Values{})
	if got := find("Aigerim B. Sample"); got.Articles != 2 {
		t.Errorf("undone, %d articles name her", got.Articles)
	}

	// Two offices at different times: a merge is asked about again.
	year := func(who int64, date string) {
		t.Helper()
		it := testkit.Item("en", "office-"+date, "Office", "Text of the office.", time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC))
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
			if _, err := tx.Save(it); err != nil {
				return err
			}
			body := record.Entity{Kind: read.Organization, Names: []record.Name{{Text: "Office Body", Language: "en", Script: "Latn"}}}
			if l, _ := tx.EntitiesByKeys(read.Organization, []string{"office body"}); len(l) > 0 {
				body = l[0]
			} else if err := tx.SaveEntity(&body, []string{"office body"}); err != nil {
				return err
			}
			s := record.Statement{Fact: "o" + date, Evidence: value.Span{Start: 0, End: 4}, Quote: "Text", Refs: []record.Ref{{Role: record.RolePerson, Entity: who}, {Role: record.RoleOrganization, Entity: body.ID}},
				Said: read.Statement{Kind: read.Office, Title: "chair", Person: "e1", Organization: "e2", Date: date, Rule: "test"}}
			return tx.SaveReading(&store.Reading{Article: it.Card(), Hash: it.Revision.Hash, Version: "test", Statements: []record.Statement{s}, Mentions: []store.Mention{{Entity: who, Spans: []value.Span{{Start: 0, End: 4}}}}})
		}))
	}
	twin := record.Entity{Kind: read.Person, Names: []record.Name{{Text: "A. Twin", Language: "en", Script: "Latn"}}}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveEntity(&twin, []string{"twin"}) }))
	year(e.ID, "1990")
	year(twin.ID, "2005")
	into := url.Values{"do": {"merge"}, "into": {"x #" + strconv.FormatInt(e.ID, 10)}}
	if body := c.want(409, "POST", entityHref(twin.ID), into); !strings.Contains(body, "different dates: 2005 and 1990") && !strings.Contains(body, "different dates: 1990 and 2005") {
		t.Errorf("no reason is given:\n%s", body)
	}
	into.Set("sure", "1")
	c.want(303, "POST", entityHref(twin.ID), into)
	c.want(303, "POST", entityHref(twin.ID), url.Values{"do": {"split"}})
	if got, _ := f.store.EntityByID(t.Context(), twin.ID); got.Into != 0 || got.Articles != 1 {
		t.Errorf("split: %+v", got)
	}
	c.want(303, "POST", at, url.Values{"do": {"part"}, "article": {strconv.FormatInt(card.ID, 10)}, "name": {"Aigerim Sample the younger"}})
	if got := find("Aigerim Sample the younger"); got.Articles != 1 {
		t.Errorf("parted: %+v", got)
	}
}

func TestQuestionsAreAnswered(t *testing.T) {
	f := newFixture(t)
	card, _ := f.readArticle(t, "signing", signed)
	c := f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	other := f.client(t, testkit.User(t, f.store, "other", people.Editor))
	var ids [3]int64
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		for i := range ids {
			e := record.Entity{Kind: read.Person, Names: []record.Name{{Text: "Person " + strconv.Itoa(i), Language: "en", Script: "Latn"}}}
			if err := tx.SaveEntity(&e, nil); err != nil {
				return err
			}
			ids[i] = e.ID
		}
		if err := tx.Ask(store.Question{Entity: ids[1], Article: card.ID, Candidates: []int64{ids[0]}, Reasons: []string{"one name"}}); err != nil {
			return err
		}
		return tx.Ask(store.Question{Entity: ids[2], Article: card.ID, Candidates: []int64{ids[0]}, Reasons: []string{"one name"}})
	}))
	q := func(id int64) string { return Prefix + "questions/" + strconv.FormatInt(id, 10) }
	c.want(303, "POST", q(ids[1]), url.Values{"do": {"lease"}})
	if body := other.want(200, "GET", Prefix+"questions", nil); !strings.Contains(body, "editor is on this one") || !strings.Contains(body, "Person 2") {
		t.Errorf("the questions:\n%s", body)
	}
	c.want(400, "POST", q(ids[1]), url.Values{"answer": {"same " + strconv.FormatInt(ids[2], 10)}})
	c.want(303, "POST", q(ids[1]), url.Values{"answer": {"same " + strconv.FormatInt(ids[0], 10)}})
	other.want(409, "POST", q(ids[1]), url.Values{"answer": {"apart"}})
	other.want(303, "POST", q(ids[2]), url.Values{"answer": {"apart"}})
	if e, _ := f.store.EntityByID(t.Context(), ids[1]); e.Into != ids[0] {
		t.Errorf("merged: %+v", e)
	}
	if body := c.want(200, "GET", Prefix+"questions", nil); strings.Contains(body, "Person 2") {
		t.Error("an answered question is asked")
	}
}

func TestPolicyIsChosen(t *testing.T) {
	f := newFixture(t)
	c := f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	checked := regexp.MustCompile(`value="(all|accepted)" checked`)
	for _, v := range []string{"accepted", "all"} {
		c.want(303, "POST", Prefix+"policy", url.Values{"publish": {v}})
		if m := checked.FindStringSubmatch(c.want(200, "GET", Prefix+"policy", nil)); m == nil || m[1] != v {
			t.Errorf("chosen %s, shown %v", v, m)
		}
	}
	c.want(400, "POST", Prefix+"policy", url.Values{"publish": {"some"}})
}
