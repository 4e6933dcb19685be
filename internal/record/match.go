package record

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/names"
	"shanyraq/internal/read"
)

// Source is what the record knows already. Package store answers it; the
// reading of one article asks it a few times for each entity.
type Source interface {
	// Entities gives the entities of a kind that have one of the keys, also
	// those merged into another.
	Entities(kind string, keys []string) ([]Entity, error)
	// Entity gives one by its id.
	Entity(id int64) (Entity, error)
	// Statements gives up to n statements about an entity, newest first.
	Statements(entity int64, n int) ([]Statement, error)
	// Companions gives the entities that are named in the newest articles that
	// name this one.
	Companions(entity int64) ([]int64, error)
	// Mentioned gives the entities that the article named when it was read
	// before; none at its first reading.
	Mentioned(article int64) ([]Entity, error)
	// Asked gives the others of whom a person is still to say whether the
	// entity is one of them; none where nothing is asked.
	Asked(entity int64) ([]int64, error)
	// Undecided reports whether nobody has decided anything about the entity,
	// only the article and its translations name it, and none of them names
	// beside too.
	Undecided(entity, beside, article int64) (bool, error)
	// Translations gives the entities that the translations of the article
	// name, and their statements.
	Translations(article int64) ([]Entity, []Statement, error)
}

// Verdict is what matching says of one entity of a reading.
type Verdict string

// Question means: a new entity for now, and a person should look whether it
// is one of Candidates. Of Same with Candidates, the person should look
// whether these are one with the entity too.
const (
	Same     Verdict = "same"
	New      Verdict = "new"
	Question Verdict = "question"
)

// Decision is the answer for one entity of a reading.
type Decision struct {
	Read    string // id in the reading: "e1"
	Verdict Verdict
	// Entity is the one it is, with the names this reading adds, or the new
	// one with ID 0. It is to be saved when Changed.
	Entity     Entity
	Changed    bool
	Keys       []string // what the entity is looked up by
	Reasons    []string // English, for the editor
	Candidates []int64  // of a Question, most likely first
	// Settles are entities of translations that were asked about and turn out
	// to be this one.
	Settles []int64
	House   bool // it is the institution whose site it is
}

// Namer compares names of people across scripts and spellings. Package names
// is one.
type Namer interface {
	Same(a, b string) names.Result
	Key(name string) []string
	Latin(name string) string
}

// Matcher decides which entity of the record an entity of a reading is.
type Matcher struct {
	Source Source
	Names  Namer // nil for package names
	// House are the names of the institution whose site it is, in all its
	// languages: an organization that has one of them is it.
	House []Name
}

type realNames struct{}

func (realNames) Same(a, b string) names.Result { return names.Same(a, b) }
func (realNames) Key(s string) []string         { return names.Key(s) }
func (realNames) Latin(s string) string         { return names.Latin(s) }

func (m Matcher) names() Namer {
	if m.Names != nil {
		return m.Names
	}
	return realNames{}
}

// matching is one reading being matched.
type matching struct {
	Matcher
	read read.Reading
	text Text
	out  []Decision
	ids  map[string]int64 // entities of the reading that the record has
	told *translations    // nil until it is asked for

	named map[int64]bool // by this article before; nil until it is asked for

	// alone is, by id in the reading, the one person of the record with a name
	// like this one; 0 where there is none or more. Each is asked for once,
	// not once for everybody else of the text.
	alone map[string]int64
	likes map[likeness]likest
}

// Match answers for every entity of a reading, in its order. What is known by
// id comes first, then bodies and places by their full names, then people,
// who need more than a name: see person.
func (m Matcher) Match(r read.Reading, t Text) ([]Decision, error) {
	g := &matching{Matcher: m, read: r, text: t, out: make([]Decision, len(r.Entities)), ids: map[string]int64{}}
	// Places help to tell bodies apart, bodies people, and people each other:
	// the second look at people knows those found by the first.
	for pass := range 4 {
		for i, e := range r.Entities {
			if turnOf(e.Kind) != min(pass, 2) || g.out[i].Verdict == Same {
				continue
			}
			d, err := g.one(e)
			if err != nil {
				return nil, err
			}
			g.set(i, d)
		}
	}
	if err := g.bodiesByTranslation(); err != nil {
		return nil, err
	}
	return g.out, g.settle()
}

func (g *matching) set(i int, d Decision) {
	d.Read = g.read.Entities[i].ID
	g.out[i] = d
	if d.Verdict == Same {
		g.ids[d.Read] = d.Entity.ID
	}
}

// turnOf orders the kinds by what they need to know of the others.
func turnOf(kind string) int {
	switch kind {
	case read.Place, read.Group:
		return 0
	case read.Person:
		return 2
	}
	return 1
}

func (m *matching) one(e read.Entity) (Decision, error) {
	asked := m.asked(e, m.text)
	keys := m.Keys(asked)
	list, err := m.Source.Entities(e.Kind, keys)
	if err != nil {
		return Decision{}, err
	}
	found, err := m.standing(list)
	if err != nil {
		return Decision{}, err
	}
	if m.ofHouse(e) {
		d, err := m.house(list)
		return m.finish(d, asked), err
	}
	if d, ok, err := m.before(e, found); err != nil || ok {
		return m.finish(d, asked), err
	}
	var d Decision
	switch {
	case e.Known != "":
		d = known(e, found)
	case e.Kind == read.Person:
		d, err = m.person(e, found)
	default:
		d, err = m.body(e, found)
	}
	if err != nil {
		return d, err
	}
	return m.finish(d, asked), nil
}

// before finds the entity that this article named so when it was read before:
// reading it again must not make a second one, however little is known.
func (m *matching) before(e read.Entity, found []candidate) (d Decision, ok bool, err error) {
	if e.Known != "" || len(found) == 0 {
		return d, false, nil
	}
	if _, err := m.namedBefore(); err != nil {
		return d, false, err
	}
	for _, f := range found {
		taken := slices.ContainsFunc(m.out, func(d Decision) bool { return d.Verdict == Same && d.Entity.ID == f.ID })
		if m.named[f.ID] && !taken && f.Known == "" && slices.ContainsFunc(f.Names, func(n Name) bool { return n.Text == e.Name }) {
			return Decision{Verdict: Same, Entity: f.Entity, Reasons: []string{"this article named it so when it was read before"}}, true, nil
		}
	}
	return d, false, nil
}

// namedBefore gives the entities that the article named when it was read
// before.
func (m *matching) namedBefore() (map[int64]bool, error) {
	if m.named == nil {
		list, err := m.Source.Mentioned(m.text.Article)
		if err != nil {
			return nil, err
		}
		m.named = map[int64]bool{}
		for _, n := range list {
			m.named[n.ID] = true
		}
	}
	return m.named, nil
}

// finish fills in what the entity becomes by a decision.
func (m *matching) finish(d Decision, asked Entity) Decision {
	if d.Verdict == Same {
		d.Changed = d.Entity.add(asked.Names)
	} else {
		d.Entity, d.Changed = asked, true
	}
	d.Keys = m.Keys(d.Entity)
	return d
}

// asked makes the entity that the reading's would be if it is new.
func (m Matcher) asked(e read.Entity, t Text) Entity {
	a := Entity{Kind: e.Kind, Known: e.Known, Rank: Suggested}
	if e.Known != "" {
		a.Names = KnownNames(e.Kind, e.Known)
	}
	list := []Name{{Text: e.Name, Language: t.Language, Script: t.Script}}
	for _, alias := range e.Aliases {
		list = append(list, Name{Text: alias, Language: t.Language, Script: t.Script, Alias: true})
	}
	a.add(list)
	if m.ofHouse(e) {
		a.add(m.House)
	}
	return a
}

// add takes names that the entity lacks. The first name of a language is its
// canonical one, later ones are aliases.
func (e *Entity) add(list []Name) (changed bool) {
	for _, n := range list {
		if n.Text == "" || slices.ContainsFunc(e.Names, func(o Name) bool { return o.Text == n.Text && o.Language == n.Language }) {
			continue
		}
		if slices.ContainsFunc(e.Names, func(o Name) bool { return o.Language == n.Language && !o.Alias }) {
			n.Alias = true
		}
		e.Names = append(e.Names, n)
		changed = true
	}
	return changed
}

// candidate is an entity that stands, with all names that lead to it: its own
// and those of entities merged into it, which keep them for a split.
type candidate struct {
	Entity
	all []Name
}

// standing follows merges to the entities that stand, each once.
func (m Matcher) standing(list []Entity) (out []candidate, err error) {
	out = make([]candidate, 0, len(list))
	for _, e := range list {
		names := e.Names
		for hops := 0; e.Into != 0 && hops < 8; hops++ {
			if e, err = m.Source.Entity(e.Into); err != nil {
				return nil, err
			}
			names = append(slices.Clone(e.Names), names...)
		}
		if i := slices.IndexFunc(out, func(o candidate) bool { return o.ID == e.ID }); i >= 0 {
			out[i].all = append(out[i].all, names...)
		} else {
			out = append(out, candidate{e, slices.Clip(names)})
		}
	}
	return out, nil
}

// known: an id of the project's lists is decisive either way.
func known(e read.Entity, found []candidate) Decision {
	for _, f := range found {
		if f.Known == e.Known {
			return Decision{Verdict: Same, Entity: f.Entity, Reasons: []string{fmt.Sprintf("known as %q", e.Known)}}
		}
	}
	return Decision{Verdict: New, Reasons: []string{fmt.Sprintf("the first of %q", e.Known)}}
}

// enough is how many statements about an entity are looked through for the
// company it keeps.
const enough = 60

// first and few are how many of them are looked through before the others
// where they may say it all; few at least of each of many bearers of one name;
// many is how many of all bearers together.
const (
	first = 4
	few   = 12
	many  = 4 * enough
)

// decide turns sure and unsure candidates into an answer.
func decide(sure, unsure []candidate, reason string, why []string) Decision {
	switch {
	case len(sure) == 1:
		return Decision{Verdict: Same, Entity: sure[0].Entity, Reasons: []string{reason}}
	case len(sure)+len(unsure) > 0:
		d := Decision{Verdict: Question, Reasons: why}
		if len(sure) > 1 {
			d.Reasons = append(d.Reasons, fmt.Sprintf("%d entities have this name", len(sure)))
		}
		for _, e := range append(sure, unsure...) {
			d.Candidates = append(d.Candidates, e.ID)
		}
		return d
	}
	return Decision{Verdict: New, Reasons: []string{"no entity of the record has this name"}}
}

// Keys gives what an entity is looked up by: its known id, and its names
// folded across scripts.
func (m Matcher) Keys(e Entity) (keys []string) {
	add := func(k string) {
		if k != "" && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	if e.Known != "" {
		add("known:" + e.Known)
	}
	for _, n := range e.Names {
		if e.Kind == read.Person {
			for _, k := range m.names().Key(n.Text) {
				add(k)
			}
			continue
		}
		add(m.names().Latin(n.Text))
	}
	return keys
}

// words cuts a name into its parts, and tells how many are initials.
func words(name string) (full []string, initials int) {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '.' }) {
		if utf8.RuneCountInString(w) == 1 {
			initials++
		} else {
			full = append(full, w)
		}
	}
	return full, initials
}
