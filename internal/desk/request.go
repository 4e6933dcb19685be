package desk

import (
	"cmp"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// request is one question to the desk, with who asks.
type request struct {
	*http.Request
	desk    *Desk
	tag     web.Tag
	m       *web.Messages
	user    people.User // zero where nobody is signed in
	session store.Session
	page    func(*answer) error // shows the page of the form that was sent; nil for the one it came from
}

// signedIn reports whether somebody is.
func (q *request) signedIn() bool { return q.user.ID != 0 }

// may reports whether the user may do the action in the scope.
func (q *request) may(what people.Action, section, language string) bool {
	return q.user.May(what, people.Scope{Section: section, Language: language})
}

// must is may as an error that says what is missing.
func (q *request) must(what people.Action, section, language string) error {
	if q.may(what, section, language) {
		return nil
	}
	return fault.New(fault.Forbidden, "your roles do not allow this here").Hint("ask an administrator for the role, in this section and language")
}

// audit writes a line of the audit log in the transaction of what was done.
func (q *request) audit(tx *store.Tx, what, about, detail string) error {
	return tx.Audit(q.user, what, about, detail, q.address())
}

// address is the network address of whoever asks.
func (q *request) address() string {
	host := q.RemoteAddr
	if i := strings.LastIndexByte(host, ':'); i >= 0 {
		host = host[:i]
	}
	return strings.Trim(host, "[]")
}

// id reads a number from the address: "{id}".
func (q *request) id(name string) (int64, error) {
	n, err := strconv.ParseInt(q.PathValue(name), 10, 64)
	if err != nil || n <= 0 {
		return 0, fault.New(fault.NotFound, "there is no such page")
	}
	return n, nil
}

// field gives a form's field without white space around it.
func (q *request) field(name string) string { return strings.TrimSpace(q.PostFormValue(name)) }

// origin is the scheme and host of the site.
func (q *request) origin() string {
	if q.desk.cfg.Origin != "" {
		return q.desk.cfg.Origin
	}
	if q.TLS != nil {
		return "https://" + q.Host
	}
	return "http://" + q.Host
}

// speak chooses the desk's language: the user's, else the browser's.
func (q *request) speak() {
	name := q.user.Language
	if q.desk.messages[name] == nil {
		name = web.Negotiate(q.Header.Get("Accept-Language"), q.desk.languages)
	}
	q.tag, _ = web.TagOf(name)
	q.m = q.desk.messages[name]
}

// base fills what every page has. place is the entry of the navigation that
// the page stands under.
func (q *request) base(title, place string) Base {
	b := Base{Base: web.Base{Messages: q.m, Title: title, SiteName: q.siteName(), Origin: q.origin(), Path: q.URL.Path, Home: Prefix, Class: "desk in-" + q.tag.Script, NoIndex: true, Assets: q.desk.assets},
		User: q.user.Name, Demo: q.user.Demo, Said: q.said()}
	if !q.signedIn() {
		return b
	}
	for _, n := range navigation {
		if !q.may(n.may, "", "") {
			continue
		}
		l := web.Link{Href: Prefix + n.path, Label: q.m.T(n.label)}
		if n.place == place {
			l.Current = "true"
		}
		b.Nav = append(b.Nav, l)
	}
	return b
}

// navigation lists the parts of the desk, with the action that shows each.
var navigation = []struct {
	place, path, label string
	may                people.Action
}{
	{"home", "", "desk.nav.home", people.See},
	{"articles", "articles", "desk.nav.articles", people.Write},
	{"translations", "translations", "desk.nav.translations", people.Write},
	{"review", "review", "desk.nav.review", people.Decide},
	{"questions", "questions", "desk.nav.questions", people.Decide},
	{"rights", "rights/", "desk.nav.rights", people.License},
	{"redirects", "redirects", "desk.nav.redirects", people.Publish},
	{"audience", "audience", "desk.nav.audience", people.Measure},
	{"subscribers", "subscribers", "desk.nav.subscribers", people.Manage},
	{"hooks", "hooks", "desk.nav.hooks", people.Manage},
	{"site", "site", "desk.nav.site", people.Manage},
	{"users", "users", "desk.nav.users", people.Manage},
	{"log", "log", "desk.nav.log", people.Manage},
}

// siteNames gives the site's names by language: those of the configuration,
// then those kept in the store.
func (q *request) siteNames() map[string]string {
	names := map[string]string{}
	if q.desk.store != nil {
		kept, err := q.desk.store.Called(q.Context())
		if err != nil {
			q.desk.log.Error("the site's name cannot be read", "error", err)
		}
		maps.Copy(names, kept)
	}
	maps.Copy(names, q.desk.cfg.Name)
	return names
}

func (q *request) siteName() string {
	name, _ := rights.In(q.siteNames(), q.tag.Language)
	return cmp.Or(name, "Shanyraq") // nobody has named it
}

// said is the notice that the page before left: ?said=key, a key of said.*.
func (q *request) said() string {
	key := q.URL.Query().Get("said")
	if key == "" || !q.m.Has("said."+key) {
		return ""
	}
	return q.m.T("said." + key)
}

// saying adds a notice to an address of the desk.
func saying(path, key string) string {
	sep := "?"
	if strings.Contains(path, "?") {
		sep = "&"
	}
	return path + sep + "said=" + url.QueryEscape(key)
}
