package intake

import (
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/article"
)

// Slug makes the last part of an address from a title.
func Slug(title string) string { return article.Slug(title) }

// slugOf gives the last part of an address's path, percent-decoded and
// without a file name's extension; empty where that tells nothing.
func slugOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	last := path.Base(u.Path)
	for _, ext := range []string{".html", ".htm", ".php", ".aspx", ".shtml"} {
		last = strings.TrimSuffix(last, ext)
	}
	last = Slug(last)
	if last == "index" || !utf8.ValidString(last) || !strings.ContainsFunc(last, unicode.IsLetter) {
		return "" // a number says less than the title will
	}
	return last
}

// cleanURL gives an absolute http or https address in one spelling: host in
// lower case, no default port, no fragment, no campaign parameters. Anything
// else gives "".
func cleanURL(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" {
		return ""
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Host = strings.ToLower(u.Host)
	u.Host = strings.TrimSuffix(strings.TrimSuffix(u.Host, ":443"), ":80")
	u.Fragment, u.User = "", nil
	if !strings.Contains(strings.ToLower(u.RawPath), "%2f") {
		u.RawPath = "" // one spelling of percent-encoding: "%d0" and "%D0" are one address
	}
	if u.Path == "" {
		u.Path = "/"
	}
	if strings.Contains(u.RawQuery, "utm_") || strings.Contains(u.RawQuery, "fbclid") || strings.Contains(u.RawQuery, "yclid") {
		q := u.Query()
		for k := range q {
			if strings.HasPrefix(k, "utm_") || k == "fbclid" || k == "yclid" {
				q.Del(k)
			}
		}
		u.RawQuery = q.Encode()
	}
	return u.String()
}

// readable shows an address to a person: with its letters, not their codes.
func readable(address string) string {
	if s, err := url.PathUnescape(address); err == nil && utf8.ValidString(s) {
		return s
	}
	return address
}

// resolve gives ref as an absolute address, seen from base.
func resolve(base, ref string) string {
	b, err := url.Parse(base)
	if err != nil {
		return cleanURL(ref)
	}
	r, err := b.Parse(strings.TrimSpace(ref))
	if err != nil {
		return ""
	}
	return cleanURL(r.String())
}
