package desk

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// sample shows a page with values made up for it.
type sample struct {
	name, page string
	show       func(d *Desk, a *answer, q *request) error
}

// samples lists at least one for every page; shanyraq pages shows them under
// /desk/.
var samples = slices.Concat(frameSamples, siteSamples, rightsSamples, hookSamples)

var frameSamples = []sample{
	{"desk-sign-in", "signin", func(d *Desk, a *answer, q *request) error {
		q.user = people.User{}
		return show(a, d.views.signin, SignInPage{Base: q.base(q.T("signin.title"), ""), Email: "sample@example.org", Wrong: true})
	}},
	{"desk-enter", "signin", func(d *Desk, a *answer, q *request) error {
		q.user = people.User{}
		return show(a, d.views.signin, SignInPage{Base: q.base(q.T("signin.enter"), ""), Email: "sample@example.org", Entering: true})
	}},
	{"desk-code", "step", func(d *Desk, a *answer, q *request) error {
		q.user = people.User{}
		return show(a, d.views.step, StepPage{Base: q.base(q.T("step.title"), ""), To: Prefix})
	}},
	{"desk-enrol", "step", func(d *Desk, a *answer, q *request) error {
		q.user = people.User{}
		path, size, err := qrPath(people.CodeURI("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", q.siteName(), "sample@example.org"))
		if err != nil {
			return err
		}
		return show(a, d.views.step, StepPage{Base: q.base(q.T("step.enrol"), ""), To: Prefix, Secret: grouped("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), QR: path, QRSize: size})
	}},
	{"desk-account", "account", func(d *Desk, a *answer, q *request) error {
		day := q.moment(sampleDay)
		return show(a, d.views.account, AccountPage{Base: q.base(q.T("account.title"), ""), Name: q.user.Name, Email: q.user.Email, Language: q.tag.Name, Languages: d.spoken(), HasCode: true,
			Passkeys: []KeyRow{{"k", "Chrome, Android", day, day}}, Sessions: []SessionRow{{"s", "Firefox, Linux", "192.0.2.1", day, true}, {"t", "Safari, iOS", "192.0.2.2", day, false}}})
	}},
	{"desk-users", "users", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.users, UsersPage{Base: q.base(q.T("users.title"), "users"), Users: []UserRow{
			{Href: Prefix + "users/1", Name: "Alia Sample", Email: "alia@example.org", Roles: q.T("role.administrator"), Seen: q.moment(sampleDay)},
			{Href: Prefix + "users/2", Name: "Жанар Үлгі", Email: "zhanar@example.org", Roles: q.T("role.translator") + " (kk)", Seen: q.T("account.never"), State: q.T("users.disabled")}}})
	}},
	{"desk-user", "user", func(d *Desk, a *answer, q *request) error {
		page := UserPage{Base: q.base("Жанар Үлгі", "users"), ID: 2, Name: "Жанар Үлгі", Email: "zhanar@example.org", Language: "kk", Languages: d.spoken(), SignsIn: q.T("users.by.passkey"),
			Link: "https://example.org/desk/enter/sample-of-a-link", Log: []LogRow{{ID: 1, At: q.moment(sampleDay), What: "sign-in", About: "user 2", Detail: "passkey"}}}
		for i, role := range people.Roles() {
			page.Roles = append(page.Roles, RoleRow{Role: string(role), Name: q.T("role." + string(role)), About: q.T("role." + string(role) + ".about"), Has: i == 0, Languages: "kk"})
		}
		return show(a, d.views.user, page)
	}},
	{"desk-log", "log", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.log, LogPage{Base: q.base(q.T("log.title"), "log"), Kinds: logKinds, Checked: q.T("log.whole", 2), Rows: []LogRow{
			{2, q.moment(sampleDay), "Alia Sample", "user-added", "user 2", "zhanar@example.org: translator kk", "192.0.2.1"},
			{1, q.moment(sampleDay), "Alia Sample", "sign-in", "user 1", "passkey", "192.0.2.1"}}})
	}},
	{"desk-audience", "audience", func(d *Desk, a *answer, q *request) error {
		var days []store.Count
		for i := range int64(30) {
			days = append(days, store.Count{ID: 20000 + i, N: int(100 + 37*i%90)})
		}
		return show(a, d.views.audience, AudiencePage{Base: q.base(q.T("audience.title"), "audience"), Days: 30, Periods: periods, Languages: d.spoken(), SectionList: []string{"news", "culture"}, Sum: q.T("audience.sum", 4321),
			Chart: dayChart(q.m, days, 20000, 20029), CSV: Prefix + "audience.csv", Tables: []CountTable{
				{Head: q.T("audience.articles"), Rows: []CountRow{{"Өткізу бекеттері туралы хаттама", "kk", Prefix + "audience?article=1", "1 200", 100}, {"A protocol on border crossings", "en", Prefix + "audience?article=2", "300", 25}}},
				{Head: q.T("audience.referrers"), Rows: []CountRow{{Name: q.T("audience.direct"), N: "900", Share: 100}}}, {Head: q.T("audience.sections")}}})
	}},
	{"desk-redirects", "redirects", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.redirects, RedirectsPage{Base: q.base(q.T("redirects.title"), "redirects"), First: "#", Next: "#", Rows: []RedirectRow{
			{"/?p=12", "/en/a-protocol", true}, {"/en/withdrawn", "", true}, {"/қазақша/жаңалықтар/2019/ұзақ-мекенжай", "https://archive.example/2019", false}}})
	}},
	{"desk-subscribers", "subscribers", func(d *Desk, a *answer, q *request) error {
		tables, active := q.subscriberTables([]store.SubscriberCount{{State: "active", Tag: "kk", Often: "daily", N: 812}, {State: "active", Tag: "kk-Arab", Often: "once", N: 40}, {State: "active", Tag: "ru", Often: "weekly", N: 633}, {State: "suspended", Tag: "en", Often: "daily", N: 9}})
		tables = append(tables, CountTable{Head: q.T("subscribers.topics"), Rows: []CountRow{{Name: q.T("subscribers.all"), N: "900", Share: 100}, {Name: "list:agreements?kind=signed", N: "14", Share: 2}}})
		return show(a, d.views.subscribers, SubscribersPage{Base: q.base(q.T("subscribers.title"), "subscribers"), Sum: q.T("subscribers.sum", active), Tables: tables, Next: "#", Letters: []LetterRow{
			{31, "Өткізу бекеттері туралы хаттама", "kk", q.T("subscribers.letter.sent"), q.moment(sampleDay), ""},
			{17, "A protocol on border crossings", "en", q.T("subscribers.letter.failed"), q.moment(sampleDay), "the mail server refuses the letter for good (code 550)"}}, Rows: []SubscriberRow{
			{31, "aliya@example.org", "Қазақша", q.T("subscribers.often.daily"), q.T("subscribers.all") + " · news/culture", q.T("subscribers.state.active"), "", q.moment(sampleDay), 12},
			{17, "a.very.long.address.of.somebody@mail.example.org", "English", q.T("subscribers.often.once"), "list:agreements?kind=signed", q.T("subscribers.state.suspended"), "the mail server refuses the letter for good (code 550)", q.moment(sampleDay), 3}}})
	}},
	{"desk-home", "home", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.home, HomePage{Base: q.base(q.T("home.title"), "home"), Tasks: []Task{{Prefix + "review", q.T("review.task"), "79"}, {Prefix + "articles?show=unsaved", q.T("articles.task.unsaved"), "1"}, {Prefix + "articles?state=scheduled", q.T("articles.task.scheduled"), "99+"}},
			MayWrite: true, Lists: []HomeList{{q.T("home.yours"), sampleRows(q)}, {q.T("home.next"), sampleRows(q)[:1]}}})
	}},
	{"desk-home-new", "home", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.home, HomePage{Base: q.base(q.T("home.title"), "home"), Setup: []Task{{Href: "#", Name: q.T("home.setup.name")}, {Href: "#", Name: q.T("home.setup.sections")}}})
	}},
	{"desk-failed", "failed", func(d *Desk, a *answer, q *request) error {
		what, try := q.words(fault.New(fault.NotFound, "there is no such page").Hint("go back to the desk's front page"))
		return show(a, d.views.failed, FailedPage{Base: q.base(q.T("desk.failed.404"), ""), What: what, Try: try, Typed: []Typed{{"note", "What somebody had typed (invented)."}}})
	}},

	{"desk-review", "review", sampleReview},
	{"desk-review-article", "reviewarticle", sampleReviewArticle},
	{"desk-statement", "statement", sampleStatement},
	{"desk-entity", "entity", sampleEntity},
	{"desk-questions", "questions", sampleQuestions},
	{"desk-policy", "policy", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.policy, PolicyPage{Base: q.base(q.T("policy.title"), "review"), Waiting: 1204})
	}},
}

// sampleDay is the moment of every sample.
var sampleDay = time.Date(2027, 3, 1, 9, 30, 0, 0, time.UTC)

// sampleRequest is a request of an invented administrator.
func (d *Desk) sampleRequest(language string) *request {
	r := httptest.NewRequest(http.MethodGet, Prefix, nil)
	q := &request{Request: r, desk: d, user: people.User{ID: 1, Name: "Alia Sample", Email: "alia@example.org", Language: language, Demo: true, Roles: []people.Assignment{{Role: people.Administrator}}}}
	q.speak()
	return q
}

// Storybook serves every page of the desk with sample values: SampleNames
// lists them, /desk/{tag}/{sample} shows one.
func Storybook(dev bool) (http.Handler, error) {
	d, err := New(Config{Dev: dev, Name: map[string]string{"en": "Sample Assembly", "ru": "Ассамблея-образец", "kk": "Үлгі Ассамблеясы"}})
	if err != nil {
		return nil, err
	}
	m := http.NewServeMux()
	m.Handle("GET "+Prefix+"assets/{file}", d.assets)
	m.HandleFunc("GET "+Prefix+"{tag}/{sample}", func(w http.ResponseWriter, r *http.Request) {
		for _, s := range samples {
			if s.name != r.PathValue("sample") || d.messages[r.PathValue("tag")] == nil {
				continue
			}
			secure(w.Header())
			a := &answer{header: w.Header()}
			q := d.sampleRequest(r.PathValue("tag"))
			if err := s.show(d, a, q); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write(a.body.Bytes())
			return
		}
		http.NotFound(w, r)
	})
	return m, nil
}

// SampleNames lists the samples and the languages of the desk.
func SampleNames() (names []string, languages []web.Tag) {
	for _, s := range samples {
		names = append(names, s.name)
	}
	for _, t := range web.Tags() {
		if matches, _ := files.ReadDir("locale/" + t.Name); len(matches) > 0 {
			languages = append(languages, t)
		}
	}
	return names, languages
}
