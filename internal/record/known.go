package record

import (
	"cmp"
	"slices"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// KnownNames gives the names that package facts has for a known place, body
// or group: those of today first, then older ones and abbreviations as
// aliases.
func KnownNames(kind, id string) []Name {
	return slices.Clone(knownNames()[kind+" "+id])
}

// languages in the order in which an entity lists its names.
var languages = []string{"en", "ru", "kk", "uz", "ky", "tg", "tk"}

var knownNames = sync.OnceValue(func() map[string][]Name {
	out := map[string][]Name{}
	put := func(kind, id, language, text string, alias bool) {
		k := kind + " " + id
		if text == "" || slices.ContainsFunc(out[k], func(n Name) bool { return n.Text == text && n.Language == language }) {
			return
		}
		alias = alias || slices.ContainsFunc(out[k], func(n Name) bool { return n.Language == language && !n.Alias })
		out[k] = append(out[k], Name{Text: text, Language: language, Script: scriptOf(text), Alias: alias})
	}
	all := func(kind, id string, names map[string]string, alias bool) {
		for _, l := range languages {
			put(kind, id, l, names[l], alias)
		}
	}
	// Rows without an end are today's and give the canonical names.
	places := slices.Clone(facts.Places())
	slices.SortStableFunc(places, func(a, b facts.Place) int {
		return cmp.Compare(ended(a.ValidTo.IsZero()), ended(b.ValidTo.IsZero()))
	})
	for _, p := range places {
		all(read.Place, p.ID, p.Names, false)
		for _, l := range languages {
			for _, alt := range p.Alt[l] {
				put(read.Place, p.ID, l, alt, true)
			}
		}
	}
	bodies := slices.Clone(facts.Bodies())
	slices.SortStableFunc(bodies, func(a, b facts.Body) int {
		return cmp.Compare(ended(a.ValidTo.IsZero()), ended(b.ValidTo.IsZero()))
	})
	for _, b := range bodies {
		all(read.Organization, b.ID, b.Names, false)
		all(read.Organization, b.ID, b.Abbr, true)
		for _, l := range languages {
			for _, alt := range b.Alt[l] {
				put(read.Organization, b.ID, l, alt, true)
			}
		}
	}
	for _, g := range facts.Groups() {
		for _, l := range languages {
			forms := g.Forms[l]
			// The plural names a people: English and Kazakh give it second,
			// Russian third.
			at := 1
			if l == "ru" {
				at = 2
			}
			if len(forms) > at {
				put(read.Group, g.ID, l, forms[at], false)
			}
		}
	}
	return out
})

// CountryOf gives the country that a known place lies in, itself for a
// country; empty where none is known.
func CountryOf(id string) string { return countries()[id] }

var countries = sync.OnceValue(func() map[string]string {
	type row struct{ kind, parent string }
	rows := map[string]row{}
	for _, p := range facts.Places() {
		rows[p.ID] = row{p.Kind, p.Parent}
	}
	out := map[string]string{}
	for id := range rows {
		for at, hops := id, 0; hops < 6; hops++ {
			r, ok := rows[at]
			if ok && r.kind == "country" {
				out[id] = at
			}
			if !ok || r.kind == "country" {
				break
			}
			at = r.parent
		}
	}
	return out
})

func ended(open bool) int {
	if open {
		return 0
	}
	return 1
}

// NameThen gives the name that a known place had on the days of a date, in a
// language, where that is not its name of today; empty else, and where the
// date does not say which.
func NameThen(known string, d value.Date, language string) string {
	lo, hi := d.Bounds()
	if d.IsZero() || hi < lo || hi-lo > 3660 {
		return ""
	}
	then, now := "", ""
	for _, p := range facts.Places() {
		if p.ID != known {
			continue
		}
		name := p.Names[language]
		if name == "" {
			name = p.Names["en"]
		}
		if p.ValidTo.IsZero() {
			now = name
		}
		from, _ := p.ValidFrom.Bounds()
		to, _ := p.ValidTo.Bounds()
		if (p.ValidFrom.IsZero() || lo >= from) && (p.ValidTo.IsZero() || hi < to) {
			then = name
		}
	}
	if then == now {
		return ""
	}
	return then
}
