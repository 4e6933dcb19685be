package site

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
)

// classes are the coarse kinds of known places and bodies that registers
// filter by, in the order in which they are offered, each with the kinds that
// package facts gives. Bodies that it does not know are told by words of their
// names, see bodykinds.txt; other places are of no kind.
var classes = map[string][]struct {
	class string
	kinds []string
}{
	read.Place: {
		{"country", []string{"country"}},
		{"region", []string{"region", "macroregion", "continent", "union", "world"}},
		{"city", []string{"city", "town", "resort"}},
		{"nature", []string{"river", "lake", "sea", "mountains", "peak", "desert", "valley", "plateau", "peninsula"}},
		{"site", []string{"site", "historical-state", "historical-region"}},
	},
	read.Organization: {
		{"international", []string{"international", "treaty-body", "union", "forum"}},
		{"parliament", []string{"parliament", "chamber", "consultative"}},
		{"government", []string{"government", "ministry", "agency", "office", "head-of-state", "court", "statistics", "central-bank"}},
		{"science", nil},
		{"culture", nil},
		{"business", []string{"company", "news-agency", "financial-centre"}},
		{"party", []string{"party"}},
	},
}

//go:embed bodykinds.txt
var bodyKindsFile string

// bodyWords gives the beginnings of words that tell a class of body, in the
// letters in which names are compared.
var bodyWords = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(bodyKindsFile) {
		class, list, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		class = strings.TrimSpace(class)
		for word := range strings.SplitSeq(list, "|") {
			if k := search.Key(word); !slices.Contains(out[class], k) {
				out[class] = append(out[class], k)
			}
		}
	}
	return out
})

// classOf gives the class and the country of an entity; empty where unknown.
func classOf(e record.Entity) known {
	if e.Known != "" || e.Kind != read.Organization {
		return knownThings()[e.Kind][e.Known]
	}
	for _, c := range classes[e.Kind] {
		for _, n := range e.Names {
			if search.Begins(n.Text, bodyWords()[c.class]) {
				return known{class: c.class}
			}
		}
	}
	return known{}
}

// known is what package facts says of a known thing.
type known struct{ class, country string }

// knownThings gives, by kind of entity and id, what is known.
var knownThings = sync.OnceValue(func() map[string]map[string]known {
	out := map[string]map[string]known{read.Place: {}, read.Organization: {}, read.Group: {}}
	class := func(entity, kind string) string {
		for _, c := range classes[entity] {
			if slices.Contains(c.kinds, kind) {
				return c.class
			}
		}
		return ""
	}
	// A place lies in the country at the end of its parents. Rows of former
	// names have the kind of their time; today's row stands.
	place := map[string]facts.Place{}
	for _, p := range facts.Places() {
		if old, ok := place[p.ID]; !ok || !old.ValidTo.IsZero() {
			place[p.ID] = p
		}
	}
	for id, p := range place {
		k := known{class: class(read.Place, p.Kind)}
		for at, steps := p, 0; steps < 8; steps++ {
			if at.Kind == "country" {
				k.country = at.ID
				break
			}
			next, ok := place[at.Parent]
			if !ok {
				break
			}
			at = next
		}
		out[read.Place][id] = k
	}
	for _, b := range facts.Bodies() {
		out[read.Organization][b.ID] = known{class(read.Organization, b.Kind), b.Country}
	}
	for _, g := range facts.Groups() {
		country := g.Homeland
		if p, ok := place[country]; ok && p.Kind != "country" {
			country = out[read.Place][country].country
		}
		out[read.Group][g.ID] = known{country: country}
	}
	return out
})

// countriesOf are the countries that a register may be narrowed to: those that
// more is known in than themselves.
var countriesOf = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for kind, things := range knownThings() {
		for id, k := range things {
			if k.country != "" && k.country != id && !slices.Contains(out[kind], k.country) {
				out[kind] = append(out[kind], k.country)
			}
		}
		slices.Sort(out[kind])
	}
	return out
})

// knownAs gives the ids of the known things of a kind that are of a class and
// in a country; empty asks for any. nil where neither is asked.
func knownAs(kind, class, country string) []string {
	if class == "" && country == "" {
		return nil
	}
	out := []string{}
	for id, k := range knownThings()[kind] {
		if (class == "" || k.class == class) && (country == "" || k.country == country) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

func classNames(kind string) (out []string) {
	for _, c := range classes[kind] {
		out = append(out, c.class)
	}
	return out
}
