package article

import "strings"

var (
	linkSchemes  = []string{"http", "https", "mailto", "tel"}
	imageSchemes = []string{"http", "https"}
)

// address gives a link or picture address that is safe to write into a page:
// without a scheme (relative to the site) or with one of those named. Any
// other is refused with an entry in the report.
func (p *parser) address(s string, schemes []string) string {
	// Browsers ignore these when they look for the scheme, so must we.
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
	s = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(s)
	if s == "" || strings.HasPrefix(s, "#") { // ids of a text do not outlive the import
		return ""
	}
	if i := strings.IndexAny(s, ":/?#"); i >= 0 && s[i] == ':' {
		scheme := strings.ToLower(s[:i])
		for _, ok := range schemes {
			if scheme == ok {
				return s
			}
		}
		p.report.drop("address", clip(s, 200))
		return ""
	}
	return s
}
