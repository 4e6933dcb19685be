package lang

import (
	"strings"

	"shanyraq/internal/facts"
)

// gazetteer makes word lists of the known places, bodies and peoples in one
// language. Their classes are gazplace, gazbody and gazgroup; an entry's
// value is its name of today in the language, Known its id.
func gazetteer(tag string) []list {
	stem := tag != "en"
	place := list{file: listFile{name: "facts/places.csv"}, class: "gazplace", stem: stem, cap: true}
	today := map[string]string{}
	for _, p := range facts.Places() {
		if p.ValidTo.IsZero() {
			today[p.ID] = p.Names[tag]
		}
	}
	for _, p := range facts.Places() {
		forms := alternatives(p.Names[tag], p.Alt[tag])
		if tag == "en" && strings.Contains(p.Names[tag], " & ") {
			forms = append(forms, strings.ReplaceAll(p.Names[tag], " & ", " and ")) // Bosnia and Herzegovina
		}
		if len(forms) > 0 {
			place.entries = append(place.entries, Entry{Forms: forms, Value: p.Names[tag], Known: p.ID})
		}
	}
	body := list{file: listFile{name: "facts/bodies.csv"}, class: "gazbody", stem: stem, cap: true}
	for _, b := range facts.Bodies() {
		forms := alternatives(b.Names[tag], b.Alt[tag])
		if a := b.Abbr[tag]; a != "" {
			forms = append(forms, "="+a)
		}
		if len(forms) > 0 {
			body.entries = append(body.entries, Entry{Forms: forms, Value: b.Names[tag], Known: b.ID})
		}
	}
	group := list{file: listFile{name: "facts/groups.csv"}, class: "gazgroup", stem: stem}
	for _, g := range facts.Groups() {
		if citizens[g.ID] {
			continue
		}
		forms := alternatives("", append(g.Forms[tag], g.Alt[tag]...))
		if len(forms) > 0 {
			group.entries = append(group.entries, Entry{Forms: forms, Value: forms[0], Known: g.ID})
		}
	}
	return []list{place, body, group}
}

// citizens are the entries of the fact tables that name the citizens of a state
// beside its peoples: «казахстанцы» are counted as no people.
var citizens = map[string]bool{"kazakhstani": true, "uzbekistani": true, "kyrgyzstani": true, "tajikistani": true, "turkmenistani": true, "rossiyanin": true}

func alternatives(main string, more []string) (out []string) {
	for _, s := range append([]string{main}, more...) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
