package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// personIndex knows the persons of a text by the words of their names, and
// its other entities by name and id.
type personIndex struct {
	list   []knownPerson
	named  map[string]int // by kind and folded name or alias, see nameKey
	ids    map[named]int  // by known id → entity
	bodies []int          // entities that are bodies, in order

	key              []byte // made last, of these
	keyKind, keyName string
}

// window is how many persons or bodies back a short name is looked for, so
// that the time stays linear in a text of any length.
const window = 400

// named is what an entity is looked for by: its kind and its id.
type named struct{ kind, name string }

// nameKey gives what an entity is looked for by: its kind and the folded name.
// It is good until the next call.
func (x *personIndex) nameKey(kind, name string) []byte {
	if name != x.keyName || kind != x.keyKind || len(x.key) == 0 {
		x.keyKind, x.keyName = kind, name
		x.key = lang.AppendFold(append(append(x.key[:0], kind...), 0), name)
	}
	return x.key
}

// folded gives the folded name, which is part of what an entity is looked for by.
func (x *personIndex) folded(kind, name string) string {
	return string(x.nameKey(kind, name)[len(kind)+1:])
}

// byName gives the entity of a kind that has a name.
func (x *personIndex) byName(kind, name string) (int, bool) {
	i, ok := x.named[string(x.nameKey(kind, name))]
	return i, ok
}

// knownPerson is a person the document has named, by the words of his name.
type knownPerson struct {
	entity  int
	words   []nameWord
	eastern bool // of three words, the surname first: Пак Чун Гю
}

// nameWord is one word of a name, folded.
type nameWord struct {
	fold    string
	initial bool
}

// personIndex gives the index of the persons the document has named, made when it is
// first asked for.
func (d *doc) personIndex() *personIndex {
	if d.people == nil {
		d.people = &personIndex{named: map[string]int{}, ids: map[named]int{}}
	}
	return d.people
}

// emptied gives the memory of the index for the next text, without what it holds.
func (x *personIndex) emptied() *personIndex {
	if x == nil || len(x.named)+len(x.ids) > mostKept {
		return nil
	}
	clear(x.named)
	clear(x.ids)
	clear(x.list)
	*x = personIndex{list: x.list[:0], named: x.named, ids: x.ids, bodies: x.bodies[:0], key: x.key[:0]}
	return x
}

// entityOf gives the entity a kept candidate means, made on first mention.
func (n *nameFinder) entityOf(c candidate) int {
	switch c.class {
	case lang.PersonChunk:
		return n.personOf(c)
	case lang.GroupChunk:
		if c.known == "" {
			return n.namedOf(read.Group, c)
		}
		return n.p.doc.byID(read.Group, c.known, c.name)
	case lang.PlaceChunk:
		if c.known != "" {
			return n.p.doc.byID(read.Place, c.known, c.name)
		}
		return n.namedOf(read.Place, c)
	}
	if c.known != "" {
		if i, ok := n.people.byName(read.Organization, n.l.Slice(c.start, c.end)); ok {
			return i
		}
		if n.tag == "ru" {
			if i, ok := n.spelledOut(c.name); ok { // ЦИК of the state the text is about
				n.p.doc.rename(i, c.name)
				return i
			}
			if i, ok := n.withoutState(c, c.name); ok {
				return i
			}
		}
		if n.tag == "kk" && strings.Contains(c.name, " ") {
			if i, ok := n.longerOrShorter(lang.Fold(c.name), false); ok {
				n.p.doc.rename(i, c.name)
				return i
			}
		}
		e := n.p.doc.byID(read.Organization, c.known, c.name)
		n.p.doc.alias(e, c.alias)
		if b := n.people.bodies; n.tag == "kk" && !slices.Contains(b[max(0, len(b)-window):], e) {
			n.people.bodies = append(b, e)
		}
		return e
	}
	return n.namedOf(read.Organization, c)
}

// byID gives the entity of a known id; of several names of it in the text
// the longest is its name, the others are aliases.
func (d *doc) byID(kind, id, name string) int {
	x := d.personIndex()
	if i, ok := x.ids[named{kind, id}]; ok {
		d.rename(i, name)
		return i
	}
	i := d.entity(kind, name, id)
	x.ids[named{kind, id}] = i
	d.note(i, name)
	return i
}

// note remembers a name of an entity; the entity that had it first keeps it.
func (d *doc) note(i int, name string) {
	x := d.personIndex()
	k := x.nameKey(d.entities[i].kind, name)
	if _, ok := x.named[string(k)]; !ok {
		key, e := string(k), &d.entities[i]
		x.named[key] = i
		if e.name == name {
			e.fold, e.foldOf = key[len(e.kind)+1:], name
		}
	}
}

// rename gives an entity one more name: the longer becomes its name.
func (d *doc) rename(i int, name string) {
	e := &d.entities[i]
	if name == e.name || name == "" || lang.Fold(name) == e.folded() {
		return
	}
	d.note(i, name)
	if utf8.RuneCountInString(name) > utf8.RuneCountInString(e.name) {
		name, e.name = e.name, name
		e.aliases = slices.DeleteFunc(e.aliases, func(a string) bool { return a == e.name })
	}
	d.alias(i, name)
}

// alias notes another name of entity i, which later mentions may go by.
func (d *doc) alias(i int, name string) {
	e := &d.entities[i]
	if name != "" && name != e.name && !slices.Contains(e.aliases, name) && len(e.aliases) < 16 {
		e.aliases = append(e.aliases, name)
		if e.kind != read.Person {
			d.note(i, name)
		}
	}
}

// namedOf gives the entity of a name without an id: one whose name or alias is the same,
// or, for bodies, whose name goes on where this one ends or the other way.
func (n *nameFinder) namedOf(kind string, c candidate) int {
	d := n.p.doc
	name := c.name
	if name == "" {
		name = n.nominative(c)
	}
	if i, ok := n.ofTerrain(kind, c, name); ok {
		return i
	}
	i, same := n.people.byName(kind, name)
	if !same && c.alias != "" {
		i, same = n.people.byName(kind, c.alias)
	}
	if !same && kind == read.Organization {
		_, own := n.ownWords[name]
		i, same = n.longerOrShorter(n.people.folded(kind, name), own)
		same = same && !n.pairedWith(i, c)
	}
	key := ""
	if kind == read.Organization && n.tag == "ru" {
		if key = n.underState(c, name); !same && key != "" {
			i, same = n.people.byName(kind, key)
		}
		if !same {
			i, same = n.spelledOut(name)
		}
		if !same {
			i, same = n.withoutState(c, name)
		}
	}
	if kind == read.Organization && n.tag == "kk" {
		if key = n.ofStateKeyKK(c, name); !same && key != "" {
			i, same = n.people.byName(kind, key)
		}
	}
	if same {
		d.rename(i, name)
		d.alias(i, c.alias)
		if key != "" {
			d.note(i, key)
		}
		return i
	}
	i = d.entity(kind, name, c.known)
	d.note(i, name)
	if key != "" {
		d.note(i, key)
	}
	d.alias(i, c.alias)
	if kind == read.Organization {
		n.people.bodies = append(n.people.bodies, i)
	}
	if kind == read.Place {
		if short := n.bare(c); short != "" {
			n.noteBare(i, short, c)
		}
	}
	return i
}

// noteBare remembers a place by its name without its noun. In English what nature made is
// meant so only behind an article: "the Isfara" is the Isfara River, "Isfara" a town.
func (n *nameFinder) noteBare(i int, short string, c candidate) {
	if n.tag == "en" && n.l.Plays(c.end-1, n.r.terrain) {
		n.p.doc.note(i, "the "+short)
		return
	}
	n.p.doc.alias(i, short)
}

// ofTerrain finds the English place that an article and its name without its noun mean,
// see noteBare.
func (n *nameFinder) ofTerrain(kind string, c candidate, name string) (int, bool) {
	if n.tag != "en" || kind != read.Place || c.start == 0 || !n.l.Plays(c.start-1, n.r.the) {
		return 0, false
	}
	i, ok := n.people.byName(kind, "the "+name)
	if e := &n.p.doc.entities; ok && !slices.Contains((*e)[i].aliases, name) {
		(*e)[i].aliases = append((*e)[i].aliases, name)
	}
	return i, ok
}

// longerOrShorter gives the body whose name begins as this one does and goes
// on, or the other way; in Kazakh, where the head stands last, whose name ends
// so. own tells that the name is one word that names nothing but a firm.
func (n *nameFinder) longerOrShorter(folded string, own bool) (int, bool) {
	bodies, head := n.people.bodies, ""
	if n.tag == "kk" {
		head = headKK(folded)
	}
	for _, i := range bodies[max(0, len(bodies)-window):] {
		e := &n.p.doc.entities[i]
		long, short := e.folded(), folded
		if own && begins(long, short) { // Haneul of Haneul Foods
			return i, true
		}
		if len(long) < len(short) {
			long, short = short, long
		}
		if n.tag != "kk" {
			if begins(long, short) && strings.Contains(short, " ") && !n.partOfBody(long, short) {
				return i, true
			}
		} else if e.headKK() == head && (len(folded) < len(e.folded()) && chamberOf(long, short) || ends(long, short) && strings.Contains(short, " ") || subsequence(long, short)) { // the same last word
			return i, true
		}
	}
	return 0, false
}

// partOfBody reports whether the longer of two English names is that of a part of the
// body that the shorter names: the Reef Bank Council is not the Reef Bank.
func (n *nameFinder) partOfBody(long, short string) bool {
	lastWord := func(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
	return n.tag == "en" && n.p.know.endings.bodyNoun.whole(lastWord(long)) && n.p.know.endings.bodyNoun.whole(lastWord(short))
}

// begins reports whether a name goes on behind the words of a shorter one.
func begins(long, short string) bool {
	return len(long) > len(short) && long[len(short)] == ' ' && long[:len(short)] == short
}

// ends reports whether the words of a shorter name are the last of a name.
func ends(long, short string) bool {
	k := len(long) - len(short)
	return k > 0 && long[k-1] == ' ' && long[k:] == short
}

// bare gives the name of a place without the noun that heads it.
func (n *nameFinder) bare(c candidate) string {
	last := c.end - 1
	for k := c.start + 1; k < c.end; k++ {
		if n.placeHead != 0 && n.l.Has(k, n.placeHead) || n.placeLow != 0 && n.l.Has(k, n.placeLow) {
			last = k
			break
		}
	}
	if last == c.end-1 && !(n.placeHead != 0 && n.l.Has(last, n.placeHead) || n.placeLow != 0 && n.l.Has(last, n.placeLow)) || last <= c.start || n.tag == "ru" || n.tag == "en" && last == c.start+1 && n.natAdj != 0 && n.l.Has(c.start, n.natAdj) {
		return ""
	}
	return n.l.Slice(c.start, last)
}

// nominative gives the name of a body or place in the nominative.
func (n *nameFinder) nominative(c candidate) string {
	text := n.l.Slice(c.start, c.end)
	switch n.tag {
	case "kk":
		last := n.l.Slice(c.end-1, c.end)
		if !n.l.Is(c.end-1, lang.Word) {
			return text
		}
		if c.class == lang.PlaceChunk && n.nominativePlace(c.end-1) {
			return text // Нарын is no case of Нары
		}
		if b := kazakhBody(last); b != last {
			return text[:len(text)-len(last)] + b
		}
		if c.class == lang.OrgChunk && c.end > c.start+1 && n.l.Is(c.end-1, lang.Lower) && genitiveKK(n.l.Fold(c.end-1)) {
			return text[:len(text)-len(last)] + n.p.withoutCase(last) // Парламентаралық кеңестің
		}
		if b := n.bareHead(c.end-1, last); b != last && c.class == lang.OrgChunk {
			return text[:len(text)-len(last)] + b
		}
		if c.class == lang.PlaceChunk {
			return text[:len(text)-len(last)] + n.kazakhPlace(c.end-1, last)
		}
		if c.end == c.start+1 {
			return text[:len(text)-len(last)] + n.p.kazakhNominative(last, false)
		}
	case "ru":
		if name := n.placeGoverned(c); name != "" {
			return name
		}
		return n.russianHead(c.start, c.end)
	}
	return text
}

// spelt counts the words of a name that are written out: "J. R. Orrell" has one.
func spelt(words []nameWord) (k int) {
	for _, w := range words {
		if !w.initial {
			k++
		}
	}
	return k
}

// find gives the person a name means, the one named last first.
func (x *personIndex) find(words []nameWord) (int, bool) {
	for i := len(x.list) - 1; i >= max(0, len(x.list)-window); i-- {
		if samePerson(words, x.list[i].words) {
			return i, true
		}
	}
	return 0, false
}

// samePerson compares the words of two names within one text: every word of
// the shorter has its word in the longer (an initial stands for any name that
// begins with it), and they share a whole word.
func samePerson(a, b []nameWord) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	var used [8]bool
	whole := false
	for _, w := range a {
		hit := false
		for j, v := range b {
			if j >= len(used) || used[j] {
				continue
			}
			switch {
			case !w.initial && !v.initial:
				hit = w.fold == v.fold || len(a) == 1 && len(b) > 1 && strings.HasSuffix(v.fold, w.fold) && strings.HasSuffix(v.fold[:len(v.fold)-len(w.fold)], "-") // Arroyo of Macapagal-Arroyo
				whole = whole || hit
			default:
				hit = firstRune(w.fold) == firstRune(v.fold)
			}
			if hit {
				used[j] = true
				break
			}
		}
		if !hit {
			return false
		}
	}
	return whole
}

// firstRune gives the first letter of a string.
func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
