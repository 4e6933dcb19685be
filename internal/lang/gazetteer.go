package lang

import (
	"slices"
	"strings"

	"shanyraq/internal/facts"
)

// gazetteer makes word lists of the known places, bodies and peoples in one
// language. Their classes are gazplace, gazbody and gazgroup; an entry's
// value is its name in the language, Known its id; see also worldwide.
func gazetteer(tag string) []list {
	stem := tag != "en"
	place := list{file: listFile{name: "facts/places.csv"}, class: "gazplace", stem: stem, cap: true}
	place.entries = make([]Entry, 0, len(facts.Places()))
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
		forms := alternatives("", slices.Concat(g.Forms[tag], g.Alt[tag]))
		if tag == "en" {
			forms = append(forms, plurals(g.Alt[tag])...)
		}
		if len(forms) > 0 {
			group.entries = append(group.entries, Entry{Forms: forms, Value: forms[0], Known: g.ID})
		}
	}
	return append([]list{place, body, group}, worldwide(tag)...)
}

// worldwide makes the lists of what every language of a reader writes alike: the codes of
// money, of the class unit, and in Latin letters the legal forms of firms, of the class
// orgend. A form that is an English word, too, is in none for English.
func worldwide(tag string) []list {
	if tag != "en" && tag != "ru" && tag != "kk" {
		return nil
	}
	stem, exact := tag != "en", ""
	if stem {
		exact = "=" // no endings
	}
	money := list{file: listFile{name: "facts/currencies.csv"}, class: "unit", stem: stem}
	for _, code := range facts.Currencies() {
		money.entries = append(money.entries, Entry{Forms: []string{exact + code}, Value: code})
	}
	firms := list{file: listFile{name: "facts/legalforms.csv"}, class: "orgend", stem: stem}
	for _, f := range facts.LegalForms() {
		if !f.Word || tag != "en" {
			firms.entries = append(firms.entries, Entry{Forms: []string{exact + f.Form}, Value: f.Form})
		}
	}
	return []list{money, firms}
}

// plurals gives the plurals of English names of peoples that are spelled otherwise: Uighurs.
func plurals(names []string) (out []string) {
	for _, name := range names {
		if name = strings.TrimSpace(name); name != "" && !strings.ContainsAny(name, " (") && !strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "sh") {
			out = append(out, name+"s")
		}
	}
	return out
}

// citizens are the entries of the fact tables that name the citizens of a state
// beside its peoples: «казахстанцы» are counted as no people.
var citizens = map[string]bool{"kazakhstani": true, "uzbekistani": true, "kyrgyzstani": true, "tajikistani": true, "turkmenistani": true, "rossiyanin": true}

func alternatives(main string, more []string) []string {
	out := make([]string, 0, 2+len(more)) // and one that the caller may add
	if main = strings.TrimSpace(main); main != "" {
		out = append(out, main)
	}
	for _, s := range more {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
