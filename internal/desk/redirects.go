package desk

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

const (
	redirectLines = 100  // redirects that one page lists
	maxAddress    = 2000 // bytes of an address
)

// RedirectsPage lists the old addresses of the site with where each leads.
type RedirectsPage struct {
	Base
	Rows        []RedirectRow
	First, Next string // addresses of pages of the list; empty for none
}

// RedirectRow is a redirect. Target is empty where its article is not public,
// Moved where people wrote it by hand.
type RedirectRow struct {
	Path, Target string
	Moved        bool
}

// redirects lists them in order of their paths, those after ?after=.
func (d *Desk) redirects(a *answer, q *request) error {
	page := RedirectsPage{Base: q.base(q.T("redirects.title"), "redirects")}
	after := q.URL.Query().Get("after")
	list, err := d.store.Redirects(q.Context(), after, redirectLines+1)
	if err != nil {
		return err
	}
	if after != "" {
		page.First = Prefix + "redirects"
	}
	if len(list) > redirectLines {
		list = list[:redirectLines]
		page.Next = Prefix + "redirects?" + url.Values{"after": {list[redirectLines-1].Path}}.Encode()
	}
	for _, r := range list {
		page.Rows = append(page.Rows, RedirectRow{r.Path, r.Target, r.Article != 0})
	}
	return show(a, d.views.redirects, page)
}

// redirectSent adds one.
func (d *Desk) redirectSent(a *answer, q *request) error {
	from, err := oldPath(q.field("path"), q.origin())
	if err != nil {
		return blame(err, "path")
	}
	to, err := redirectTarget(q.field("target"), q.origin())
	if err != nil {
		return blame(err, "target")
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := redirectFits(q, tx, from, to); err != nil {
			return err
		}
		if err := tx.SaveRedirect(store.Redirect{Path: from, Target: to}); err != nil {
			return err
		}
		return q.audit(tx, "redirect-added", from, to)
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"redirects", "redirect-added"))
	return nil
}

// redirectDrop takes one away.
func (d *Desk) redirectDrop(a *answer, q *request) error {
	from := q.PostFormValue("path")
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.DropRedirect(from); err != nil {
			return err
		}
		return q.audit(tx, "redirect-ended", from, "")
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"redirects", "redirect-ended"))
	return nil
}

// oldPath reads a path of this site, with or without the site's own scheme and
// host, as the site looks it up: decoded, the query as it stands, an article's
// address in its language as written.
func oldPath(s, origin string) (string, error) {
	s = onSite(s, origin)
	u, err := url.Parse(s)
	if err != nil || len(s) > maxAddress || !strings.HasPrefix(s, "/") || u.Host != "" || strings.Contains(s, "#") || !plain(u.Path) {
		return "", fault.New(fault.Invalid, "%q is no path of this site", s).Hint("begin with / and leave out what stands behind #: /news/123")
	}
	if u.Path == "/" && u.RawQuery == "" {
		return "", fault.New(fault.Invalid, "the front page leads nowhere else")
	}
	if u.Path == "/desk" || strings.HasPrefix(u.Path, Prefix) {
		return "", fault.New(fault.Invalid, "%q belongs to the desk", u.Path).Hint("give a path of the public site")
	}
	p := asWritten(u.Path)
	if u.RawQuery != "" {
		p += "?" + u.RawQuery
	}
	return p, nil
}

// onSite takes the site's own scheme and host from an address.
func onSite(s, origin string) string {
	if rest, own := strings.CutPrefix(s, origin); own && strings.HasPrefix(rest, "/") {
		return rest
	}
	return s
}

// plain reports a path that browsers and servers leave as it is: no control
// character, no broken text, no backslash, no empty or dotted step.
func plain(p string) bool {
	clean := path.Clean(p)
	return !strings.ContainsFunc(p, func(c rune) bool { return unicode.IsControl(c) || c == '\\' || c == unicode.ReplacementChar }) && (p == clean || p == clean+"/")
}

// asWritten gives an article's address in a script variant as that of its
// language, which is what the site asks for: "/kk-Latn/a" is "/kk/a".
func asWritten(p string) string {
	name, slug, _ := strings.Cut(strings.TrimPrefix(p, "/"), "/")
	if t, ok := web.TagOf(name); ok && t.Variant() && slug != "" && !strings.Contains(slug, "/") {
		return "/" + t.Language + "/" + slug
	}
	return p
}

// redirectTarget reads where a redirect leads: a path of this site, or an
// address elsewhere.
func redirectTarget(s, origin string) (string, error) {
	s = onSite(s, origin)
	u, err := url.Parse(s)
	wrong := err != nil || len(s) > maxAddress || !plain(u.Path)
	switch {
	case !wrong && strings.HasPrefix(s, "/") && u.Host == "":
		if u.Path == "/desk" || strings.HasPrefix(u.Path, Prefix) {
			return "", fault.New(fault.Invalid, "%q belongs to the desk", u.Path).Hint("give a path of the public site")
		}
		return s, nil
	case !wrong && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil:
		return u.String(), nil
	}
	return "", fault.New(fault.Invalid, "%q is nowhere to lead to", s).Hint("give a path of this site such as /en/news, or a whole address that begins with https://")
}

// redirectFits refuses a redirect that would never lead on, or never end.
func redirectFits(q *request, tx *store.Tx, from, to string) error {
	ctx := q.Context()
	if language, slug, ok := strings.Cut(strings.TrimPrefix(from, "/"), "/"); ok {
		card, err := tx.Article(ctx, language, slug)
		switch {
		case err == nil && card.State.Public():
			return fault.New(fault.Exists, "an article stands at %s, so nothing would lead on from there", from).In("path").Hint("give the article another address first; its old one leads on by itself")
		case err != nil && !fault.Is(err, fault.NotFound):
			return err
		}
	}
	at, err := tx.Redirect(ctx, from)
	switch {
	case err == nil:
		return fault.New(fault.Exists, "%s leads to %s already", from, at).In("path").Hint("remove that redirect first")
	case !fault.Is(err, fault.NotFound):
		return err
	}
	seen := map[string]bool{from: true}
	for next := to; strings.HasPrefix(next, "/"); {
		key, err := oldPath(withoutFragment(next), "")
		if err != nil {
			return nil // the front page, which no redirect starts from
		}
		if seen[key] {
			return fault.New(fault.Invalid, "%s leads back to %s, round and round", to, key).In("target").Hint("give the address where the reader is to arrive")
		}
		seen[key] = true
		if next, err = tx.Redirect(ctx, key); fault.Is(err, fault.NotFound) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

func withoutFragment(s string) string {
	s, _, _ = strings.Cut(s, "#")
	return s
}
