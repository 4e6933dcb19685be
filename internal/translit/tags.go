package translit

import (
	"slices"
	"strings"

	"shanyraq/internal/fault"
)

// usual is the script a bare language tag means.
var usual = map[string]string{"kk": "Cyrl", "ky": "Cyrl", "tg": "Cyrl", "uz": "Latn", "tk": "Latn"}

// sameAs lists other names of an alphabet.
var sameAs = map[string]string{
	"kk-Latn-x-2021": "kk-Latn", "uz-Latn-x-1995": "uz-Latn", "tk-Latn-x-1999": "tk-Latn",
	"kk-Latn-x-qazaqparat": "kk-Latn-x-aqparat", "kk-Latn-x-qazaqaqparat": "kk-Latn-x-aqparat",
	"ky-Latn-x-bgn": "ky-Latn", "tg-Latn-x-bgn": "tg-Latn",
}

// canonical gives a tag as the schemes spell it: "KK_latn" is "kk-Latn".
func canonical(tag string) string {
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"), "-")
	for i, p := range parts {
		p = strings.ToLower(p)
		if i > 0 && len(p) == 4 && parts[i-1] != "x" {
			p = strings.ToUpper(p[:1]) + p[1:]
		}
		parts[i] = p
	}
	if sc := usual[parts[0]]; sc != "" && (len(parts) == 1 || len(parts[1]) != 4) {
		parts = slices.Insert(parts, 1, sc)
	}
	t := strings.Join(parts, "-")
	if s, ok := sameAs[t]; ok {
		return s
	}
	return t
}

// route gives the schemes that lead from one tag to another: one, or two by
// way of Cyrillic.
func route(from, to string) ([]*scheme, error) {
	f, t := canonical(from), canonical(to)
	if f == "kk-Arab-x-u0674" { // either hamza is read
		f = "kk-Arab"
	}
	if f == t {
		return nil, nil
	}
	if s := all()[f+" "+t]; s != nil {
		return []*scheme{s}, nil
	}
	lang, _, _ := strings.Cut(f, "-")
	mid := lang + "-Cyrl"
	a, b := all()[f+" "+mid], all()[mid+" "+t]
	if a != nil && b != nil {
		return []*scheme{a, b}, nil
	}
	var there []string
	for _, s := range Schemes() {
		if s.From == f {
			there = append(there, s.To)
		}
	}
	err := fault.New(fault.Unsupported, "there is no conversion from %s to %s", from, to)
	if len(there) > 0 {
		return nil, err.Hint("from %s there are: %s", f, strings.Join(there, ", "))
	}
	var known []string
	for _, s := range Schemes() {
		if !slices.Contains(known, s.From) {
			known = append(known, s.From)
		}
	}
	return nil, err.Hint("convert from one of: %s", strings.Join(known, ", "))
}
