package desk

import "shanyraq/internal/web"

// Base is what every page of the desk has.
type Base struct {
	web.Base
	User string // name of who is signed in; empty for nobody
	Nav  []web.Link
	Demo bool   // the demo's editor: a banner says so
	Said string // what the page before did
	// Script is the page's own script beside desk.js, an asset's name.
	Script string
}

// views holds the view of every page; a test checks that each page folder has
// its view and its sample.
type views struct {
	failed *web.View[FailedPage]
	home   *web.View[HomePage]
	signin *web.View[SignInPage]

	step    *web.View[StepPage]
	account *web.View[AccountPage]
	users   *web.View[UsersPage]
	user    *web.View[UserPage]
	log     *web.View[LogPage]

	review        *web.View[ReviewPage]
	reviewarticle *web.View[ReviewArticlePage]
	statement     *web.View[StatementPage]
	entity        *web.View[EntityPage]
	questions     *web.View[QuestionsPage]
	policy        *web.View[PolicyPage]
	audience      *web.View[AudiencePage]
	redirects     *web.View[RedirectsPage]
	site          *web.View[SitePage]
	section       *web.View[SectionPage]
	subscribers   *web.View[SubscribersPage]
	hooks         *web.View[HooksPage]
	hook          *web.View[HookPage]

	rights       *web.View[RightsPage]
	request      *web.View[RequestPage]
	letter       *web.View[LetterPage]
	grants       *web.View[GrantsPage]
	terms        *web.View[TermsPage]
	sightings    *web.View[SightingsPage]
	articles     *web.View[ArticlesPage]
	newarticle   *web.View[NewArticlePage]
	edit         *web.View[EditPage]
	merge        *web.View[MergePage]
	revisions    *web.View[RevisionsPage]
	compare      *web.View[ComparePage]
	translations *web.View[TranslationsPage]
	group        *web.View[GroupPage]
	preview      *web.View[PreviewPage]
	variant      *web.View[VariantPage]
}

func newViews(v *web.Views) (vs views, err error) {
	view(&vs.failed, v, "failed", &err)
	view(&vs.home, v, "home", &err)
	view(&vs.signin, v, "signin", &err)
	view(&vs.rights, v, "rights", &err)
	view(&vs.request, v, "request", &err)
	view(&vs.letter, v, "letter", &err)
	view(&vs.grants, v, "grants", &err)
	view(&vs.terms, v, "terms", &err)
	view(&vs.sightings, v, "sightings", &err)
	view(&vs.step, v, "step", &err)
	view(&vs.account, v, "account", &err)
	view(&vs.users, v, "users", &err)
	view(&vs.user, v, "user", &err)
	view(&vs.log, v, "log", &err)

	view(&vs.review, v, "review", &err)
	view(&vs.reviewarticle, v, "reviewarticle", &err)
	view(&vs.statement, v, "statement", &err)
	view(&vs.entity, v, "entity", &err)
	view(&vs.questions, v, "questions", &err)
	view(&vs.policy, v, "policy", &err)
	view(&vs.audience, v, "audience", &err)
	view(&vs.redirects, v, "redirects", &err)
	view(&vs.site, v, "site", &err)
	view(&vs.section, v, "section", &err)
	view(&vs.subscribers, v, "subscribers", &err)
	view(&vs.hooks, v, "hooks", &err)
	view(&vs.hook, v, "hook", &err)

	view(&vs.articles, v, "articles", &err)
	view(&vs.newarticle, v, "newarticle", &err)
	view(&vs.edit, v, "edit", &err)
	view(&vs.merge, v, "merge", &err)
	view(&vs.revisions, v, "revisions", &err)
	view(&vs.compare, v, "compare", &err)
	view(&vs.translations, v, "translations", &err)
	view(&vs.group, v, "group", &err)
	view(&vs.preview, v, "preview", &err)
	view(&vs.variant, v, "variant", &err)
	return vs, err
}

// view makes one view unless another failed before.
func view[T any](to **web.View[T], v *web.Views, name string, err *error) {
	if *err == nil {
		*to, *err = web.NewView[T](v, name)
	}
}

// SignInPage asks for address and password, or for a new password (Entering).
type SignInPage struct {
	Base
	Email, To string
	Wrong     bool
	Entering  bool
	Provider  string // name of the institution's own sign-in; empty for none
}

// StepPage asks for a one-time code; with a Secret it also shows how to set
// codes up, and offers a passkey instead.
type StepPage struct {
	Base
	To     string
	Wrong  bool
	Secret string // in groups of four
	QR     string // path of the picture, QRSize squares wide
	QRSize int
}

// AccountPage is what a user can change of his own.
type AccountPage struct {
	Base
	Name, Email string
	Languages   []web.Tag
	Language    string
	HasCode     bool
	Passkeys    []KeyRow
	Sessions    []SessionRow
}

// KeyRow is a passkey, SessionRow a browser where somebody is signed in.
type (
	KeyRow     struct{ ID, Name, Created, Used string }
	SessionRow struct {
		ID, Agent, Address, Seen string
		Here                     bool
	}
)

// UsersPage lists the users; UserPage is one, or a new one.
type UsersPage struct {
	Base
	Users []UserRow
}

// UserRow is a user in the list.
type UserRow struct {
	Href, Name, Email, Roles, Seen, State string
}

// UserPage is a user as an administrator sees him.
type UserPage struct {
	Base
	ID               int64
	Name, Email      string
	Language         string
	Languages        []web.Tag
	Roles            []RoleRow
	Disabled, New    bool
	Link             string // a one-time link, shown once
	Log              []LogRow
	SectionList      []string
	ContentLanguages []web.Tag
	SignsIn          string
}

// RoleRow is a role of a user with where it holds.
type RoleRow struct {
	Role, Name, About   string
	Has                 bool
	Sections, Languages string // parted by spaces; empty for all
}

// LogPage is the audit log.
type LogPage struct {
	Base
	Rows            []LogRow
	Older           string
	What            string
	Kinds           []string
	Checked, Broken string
}

// LogRow is a line of the audit log.
type LogRow struct {
	ID                                     int64
	At, Name, What, About, Detail, Address string
}

// HomePage is what somebody sees first: what waits, and what was done last.
type HomePage struct {
	Base
	Setup    []Task // what a site has still to be given, for whoever may; Count is empty
	Tasks    []Task
	Lists    []HomeList
	MayWrite bool
}

// HomeList is a short list of articles under a heading.
type HomeList struct {
	Name string
	Rows []ArticleRow
}

// Task is something that waits for somebody, with its number.
type Task struct {
	Href, Name, Count string
}

// FailedPage says what went wrong and what to try.
type FailedPage struct {
	Base
	What, Try string
	Typed     []Typed // what was sent, where no page can show it in its form
}

// Typed is a field as somebody filled it in.
type Typed struct{ Name, Value string }

// AudiencePage says how much is read.
type AudiencePage struct {
	Base
	Days        int
	Periods     []int
	Language    string
	Languages   []web.Tag
	Section     string
	SectionList []string
	Article     string // title, where the page is about one
	Sum         string
	Chart       DayChart
	Tables      []CountTable
	CSV         string
}

// DayChart is views by day, as a picture and as rows.
type DayChart struct {
	Width             int
	Path              string
	Most, First, Last string
	Rows              []DayRow
}

// DayRow is a day and its number.
type DayRow struct{ Name, N string }

// CountTable is views in groups of one sort.
type CountTable struct {
	Head string
	Rows []CountRow
}

// CountRow is one group, its number, and its share of the largest in percent.
type CountRow struct {
	Name, Lang, Href, N string
	Share               int
}
