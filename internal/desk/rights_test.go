package desk

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/mail"
	"shanyraq/internal/people"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// withRequest is a desk with an article and a request about it that waits,
// from somebody who reads Kazakh, and a rights officer.
func withRequest(t *testing.T) (f *fixture, c *client, r rights.Request) {
	t.Helper()
	f = newFixture(t, func(c *Config) { c.Name["kk"] = "Үлгі" })
	it := testkit.Item("kk", "saparlar", "Сапарлар", "Мәтін.", testkit.Now)
	r = rights.Request{Language: "kk", Name: "Sara Asker", Email: "sara@example.com", Organisation: "The <Reader>", Purpose: "To print it", Where: "The Reader", Until: "", State: rights.Waiting}
	r.Until = f.cfg.Now().AddDate(0, 2, 0).Format(time.DateOnly)
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		r.Article = it.Article.ID
		if err := tx.SaveTerms(rights.Placed{Place: rights.Site, Terms: rights.Terms{Reuse: rights.Ask, Contact: rights.Contact{Email: "rights@example.org"}}}, "officer"); err != nil {
			return err
		}
		return tx.SaveRequest(&r)
	}))
	return f, f.client(t, testkit.User(t, f.store, "officer", people.RightsOfficer)), r
}

// sent gives the letters of the outbox and empties it.
func (f *fixture) sent(t *testing.T) (list []mail.Letter) {
	t.Helper()
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		queue, err := tx.Claim(store.MailJob, 100, time.Minute)
		for _, j := range queue {
			var id int64
			for _, c := range j.Key {
				id = id*10 + int64(c-'0')
			}
			l, err := tx.Letter(t.Context(), id)
			must(t, err)
			list = append(list, l)
			must(t, tx.Finish(j))
		}
		return err
	}))
	return list
}

var fieldRE = regexp.MustCompile(`(?s)<(?:input type="hidden"|input id="subject") name="([^"]+)" value="([^"]*)"|<textarea id="letter" name="letter"[^>]*>(.*?)</textarea>`)

// letterForm reads the page of a letter as a browser would send it back.
func letterForm(body string) url.Values {
	v := url.Values{}
	unescape := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&")
	for _, m := range fieldRE.FindAllStringSubmatch(body, -1) {
		if m[1] == "" {
			v.Set("letter", strings.ReplaceAll(unescape.Replace(m[3]), "\n", "\r\n"))
			continue
		}
		v.Set(m[1], unescape.Replace(m[2]))
	}
	return v
}

// The officer sees who waits, writes a grant, changes the letter in the
// asker's language, and sends it; a second answer is refused.
func TestOfficerGrants(t *testing.T) {
	f, c, r := withRequest(t)
	if body := c.want(200, "GET", Prefix, nil); !strings.Contains(body, `href="/desk/rights/"`) {
		t.Error("nothing waits on the front page")
	}
	path := rights.DeskPath + key(r.ID)
	if body := c.want(200, "GET", Prefix+"rights/", nil); !strings.Contains(body, path) || !strings.Contains(body, "The &lt;Reader&gt;") {
		t.Errorf("the queue: %s", body)
	}
	body := c.want(200, "GET", path, nil)
	for _, want := range []string{"sara@example.com", "To print it", "Мәтінді дереккөзін көрсетіп", `lang="kk"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the request lacks %q", want)
		}
	}
	form := url.Values{"act": {"grant"}, "wording": {"Бір рет басып шығару."}, "terms": {"Өзгертпей."}, "until": {r.Until}, "giver": {"B. Officer"}}
	body = c.want(200, "POST", path, form)
	if len(f.sent(t)) != 0 || !strings.Contains(body, "{number}") || !strings.Contains(body, "Бір рет басып шығару.") || !strings.Contains(body, "Өзгертпей.") {
		t.Errorf("the letter is shown and not sent: %s", body)
	}
	form = letterForm(body)
	form.Set("letter", form.Get("letter")+"\r\nДостық сәлем!")
	c.want(303, "POST", path, form)
	c.want(409, "POST", path, form)
	sent := f.sent(t)
	grants, err := f.store.Grants(t.Context(), store.GrantFilter{Request: r.ID})
	must(t, err)
	if len(grants) != 1 || len(sent) != 1 {
		t.Fatalf("%d grants, %d letters", len(grants), len(sent))
	}
	g, l := grants[0], sent[0]
	if g.Wording != "Бір рет басып шығару." || g.Until != r.Until || g.Oral || g.Giver != "B. Officer" || g.Officer != "officer" || g.To != "The <Reader>" || g.Language != "kk" {
		t.Errorf("%+v", g)
	}
	if l.To.Email != "sara@example.com" || l.ReplyTo != "rights@example.org" || l.Language != "kk" || !strings.Contains(l.Subject, g.Number) || !strings.Contains(l.Text, f.server.URL+"/kk/grant/"+g.Number) ||
		!strings.Contains(l.Text, "Достық сәлем!") || strings.Contains(l.Text, "{") || strings.Contains(l.Text, "\r") {
		t.Errorf("%+v", l)
	}
	if due, err := f.store.NextDue(t.Context(), jobs.ReminderJob); err != nil || due.IsZero() {
		t.Errorf("no reminder of its end: %v", err)
	}
	if body := c.want(200, "GET", Prefix+"rights/grants", nil); !strings.Contains(body, g.Number) {
		t.Error("the list of grants lacks it")
	}
	c.want(400, "POST", Prefix+"rights/grants/"+key(g.ID), url.Values{"act": {"revoke"}})
	c.want(303, "POST", Prefix+"rights/grants/"+key(g.ID), url.Values{"act": {"revoke"}, "why": {"The text was not ours."}})
	c.want(409, "POST", Prefix+"rights/grants/"+key(g.ID), url.Values{"act": {"revoke"}, "why": {"again"}})
	if due, err := f.store.NextDue(t.Context(), jobs.ReminderJob); err != nil || !due.IsZero() {
		t.Errorf("a reminder of what was taken back: %v %v", due, err)
	}
	if n, err := f.store.CheckAudit(t.Context()); n < 2 || err != nil {
		t.Errorf("the log has %d lines, %v", n, err)
	}
}

func TestOfficerAsksBackAndRefuses(t *testing.T) {
	f, c, r := withRequest(t)
	path := rights.DeskPath + key(r.ID)
	c.want(400, "POST", path, url.Values{"act": {"ask"}, "question": {" "}})
	c.want(400, "POST", path, url.Values{"act": {"refuse"}, "ready": {""}, "reason": {""}})
	c.want(400, "POST", path, url.Values{"act": {"grant"}, "wording": {""}, "giver": {"B"}})
	c.want(400, "POST", path, url.Values{"act": {"grant"}, "wording": {"w"}, "giver": {"B"}, "oral": {"1"}})
	form := letterForm(c.want(200, "POST", path, url.Values{"act": {"ask"}, "question": {"Неше дана?"}}))
	c.want(303, "POST", path, form)
	if notes, err := f.store.Notes(t.Context(), r.ID); err != nil || len(notes) != 1 || notes[0].Text != "Неше дана?" || notes[0].Officer != "officer" {
		t.Errorf("%+v %v", notes, err)
	}
	if now, err := f.store.Request(t.Context(), r.ID); err != nil || now.State != rights.Waiting {
		t.Errorf("asked back about, it waits on: %+v %v", now, err)
	}
	form = letterForm(c.want(200, "POST", path, url.Values{"act": {"refuse"}, "ready": {"Мәтін түзетілуде."}, "reason": {"Айнұр"}}))
	form.Set("subject", "a\r\nBcc: x@example.org")
	c.want(303, "POST", path, form)
	sent := f.sent(t)
	if len(sent) != 2 || !strings.Contains(sent[0].Text, "Неше дана?") || !strings.Contains(sent[0].Text, f.server.URL+"/kk/request/") || !strings.Contains(sent[1].Text, "Мәтін түзетілуде.\nАйнұр") || strings.ContainsAny(sent[1].Subject, "\r\n") {
		t.Errorf("%+v", sent)
	}
	if now, err := f.store.Request(t.Context(), r.ID); err != nil || now.State != rights.Refused || now.Reason != "Мәтін түзетілуде.\nАйнұр" || now.By != "officer" {
		t.Errorf("%+v %v", now, err)
	}
	if body := c.want(200, "GET", Prefix+"rights/?state=refused", nil); !strings.Contains(body, path) {
		t.Error("it is not among the refused")
	}
	c.want(404, "GET", Prefix+"rights/?state=lost", nil)
}

func TestOralPermissionTermsAndSightings(t *testing.T) {
	f, c, r := withRequest(t)
	today := f.cfg.Now().UTC().Format(time.DateOnly)
	oral := url.Values{"text": {"https://news.example.org/kk-Latn/saparlar?x=1"}, "to": {"A reader"}, "wording": {"To read it aloud."}, "giver": {"B. Officer"}, "said": {today}}
	c.want(303, "POST", Prefix+"rights/grants", oral)
	grants, err := f.store.Grants(t.Context(), store.GrantFilter{})
	must(t, err)
	if len(grants) != 1 || !grants[0].Oral || grants[0].Said != today || grants[0].Article != r.Article || grants[0].Request != 0 {
		t.Fatalf("%+v", grants)
	}
	oral.Set("said", "2999-01-01")
	c.want(400, "POST", Prefix+"rights/grants", oral)
	oral.Set("text", "https://news.example.org/kk/none")
	c.want(404, "POST", Prefix+"rights/grants", oral)

	place := rights.Article + key(r.Article)
	if status, to, _ := c.get(Prefix + "rights/terms/edit?text=" + url.QueryEscape("/kk/saparlar")); status != 303 || !strings.HasSuffix(to, "place="+place) {
		t.Errorf("%d %s", status, to)
	}
	if body := c.want(200, "GET", Prefix+"rights/terms/edit?place="+place, nil); !strings.Contains(body, `placeholder="rights@example.org"`) {
		t.Error("what is inherited is not shown")
	}
	c.want(303, "POST", Prefix+"rights/terms/edit", url.Values{"place": {place}, "mining": {"no"}, "credit.kk": {"«{title}»"}})
	terms, err := f.store.ResolveTerms(t.Context(), "", r.Article)
	must(t, err)
	if terms.Mining != rights.No || terms.Reuse != rights.Ask || terms.Credit["kk"] != "«{title}»" || terms.Contact.Email != "rights@example.org" {
		t.Errorf("%+v", terms)
	}
	if body := c.want(200, "GET", Prefix+"rights/terms", nil); !strings.Contains(body, "Сапарлар") {
		t.Error("the article with terms of its own is not listed")
	}
	c.want(400, "POST", Prefix+"rights/terms/edit", url.Values{"place": {rights.Site}, "reuse": {"yes"}}) // the contact would be lost
	c.want(400, "POST", Prefix+"rights/terms/edit", url.Values{"place": {place}, "reuse": {"perhaps"}})
	c.want(404, "GET", Prefix+"rights/terms/edit?place=section/none", nil)

	copied := url.Values{"address": {"https://copy.example/a#top"}, "text": {"/kk/saparlar"}, "note": {"whole"}}
	c.want(303, "POST", Prefix+"rights/sightings", copied)
	c.want(409, "POST", Prefix+"rights/sightings", copied)
	for _, bad := range []string{"javascript:alert(1)", "copy.example", ""} {
		copied.Set("address", bad)
		c.want(400, "POST", Prefix+"rights/sightings", copied)
	}
	list, err := f.store.Sightings(t.Context(), 0)
	must(t, err)
	if due, _ := f.store.NextDue(t.Context(), jobs.SightingJob); len(list) != 1 || list[0].Address != "https://copy.example/a" || due.IsZero() {
		t.Fatalf("%+v %v", list, due)
	}
	c.want(303, "POST", Prefix+"rights/sightings/"+key(list[0].ID), url.Values{"act": {"settle"}})
	if body := c.want(200, "GET", Prefix+"rights/sightings", nil); !strings.Contains(body, "copy.example") || strings.Contains(body, `value="settle"`) {
		t.Errorf("%s", body)
	}
}
