package web

import (
	"slices"
	"strings"
)

// Tag is a language in a script: what stands in an address, in lang= and in
// hreflang=.
type Tag struct {
	Name     string // BCP 47, as in addresses: "kk-Latn"
	Language string // the language its texts are written in: "kk"
	Script   string // ISO 15924: "Cyrl"
	Dir      string // "ltr" or "rtl"
	Autonym  string // the language's name in itself, in this script
	Short    string // two or three letters for narrow places
	// From and To name the transliteration that makes this variant from the
	// texts of Language; both are empty where texts are shown as written.
	From, To string
}

// Variant reports whether the tag shows texts transliterated.
func (t Tag) Variant() bool { return t.To != "" }

// Comma parts the things of a list in the tag's letters.
func (t Tag) Comma() string {
	if t.Script == "Arab" {
		return "، "
	}
	return ", "
}

// tags are all the languages the interface speaks, in the order in which a
// page offers them.
var tags = []Tag{
	{Name: "kk", Language: "kk", Script: "Cyrl", Dir: "ltr", Autonym: "Қазақша", Short: "Қаз"},
	{Name: "kk-Latn", Language: "kk", Script: "Latn", Dir: "ltr", Autonym: "Qazaqşa", Short: "Qaz", From: "kk-Cyrl", To: "kk-Latn"},
	{Name: "kk-Arab", Language: "kk", Script: "Arab", Dir: "rtl", Autonym: "قازاقشا", Short: "قاز", From: "kk-Cyrl", To: "kk-Arab"},
	{Name: "ru", Language: "ru", Script: "Cyrl", Dir: "ltr", Autonym: "Русский", Short: "Рус"},
	{Name: "en", Language: "en", Script: "Latn", Dir: "ltr", Autonym: "English", Short: "Eng"},
	{Name: "uz", Language: "uz", Script: "Latn", Dir: "ltr", Autonym: "Oʻzbekcha", Short: "Oʻz"},
	{Name: "uz-Cyrl", Language: "uz", Script: "Cyrl", Dir: "ltr", Autonym: "Ўзбекча", Short: "Ўзб", From: "uz-Latn", To: "uz-Cyrl"},
	{Name: "ky", Language: "ky", Script: "Cyrl", Dir: "ltr", Autonym: "Кыргызча", Short: "Кыр"},
	{Name: "tg", Language: "tg", Script: "Cyrl", Dir: "ltr", Autonym: "Тоҷикӣ", Short: "Тоҷ"},
	{Name: "tk", Language: "tk", Script: "Latn", Dir: "ltr", Autonym: "Türkmençe", Short: "Tkm"},
}

// Tags gives all languages the interface speaks, in order of display.
func Tags() []Tag { return slices.Clone(tags) }

// TagOf finds a tag by its name as it stands in an address.
func TagOf(name string) (Tag, bool) {
	for _, t := range tags {
		if t.Name == name {
			return t, true
		}
	}
	return Tag{}, false
}

// Negotiate picks one of the offered tags for an Accept-Language header
// (RFC 9110, section 12.5.4): the highest weight wins, then the order of the
// header, then the order of the offer. It returns the first offered tag where
// nothing matches, and "" where nothing is offered.
func Negotiate(header string, offered []string) string {
	if len(offered) == 0 {
		return ""
	}
	best, bestQ := "", 0
	for item := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(item), ";")
		q := quality(params)
		if q <= bestQ {
			continue
		}
		if m := match(strings.TrimSpace(name), offered); m != "" {
			best, bestQ = m, q
		}
	}
	if best == "" {
		return offered[0]
	}
	return best
}

// match finds an offered tag for a language range: itself, then shorter and
// shorter prefixes of it (RFC 4647 look-up).
func match(want string, offered []string) string {
	for want != "" && want != "*" {
		for _, o := range offered {
			if strings.EqualFold(o, want) {
				return o
			}
		}
		i := strings.LastIndexByte(want, '-')
		if i < 0 {
			break
		}
		want = want[:i]
	}
	return ""
}

// quality reads "q=0.8" in thousandths; 1000 where there is none, 0 where it
// cannot be read.
func quality(params string) int {
	for p := range strings.SplitSeq(params, ";") {
		v, ok := strings.CutPrefix(strings.TrimSpace(strings.ToLower(p)), "q=")
		if !ok {
			continue
		}
		whole, frac, _ := strings.Cut(v, ".")
		if whole == "1" {
			return 1000
		}
		if whole != "0" || len(frac) > 3 {
			return 0
		}
		q := 0
		for _, c := range (frac + "000")[:3] {
			if c < '0' || c > '9' {
				return 0
			}
			q = q*10 + int(c-'0')
		}
		return q
	}
	return 1000
}
