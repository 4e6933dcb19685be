package reader

import (
	"strings"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// ground is what the finders of agreements and events see of a part: which
// mention covers each token, which verbs are done with what, and how noun
// phrases run in the language.
type ground struct {
	p     *part
	l     *lang.Lattice
	cover []int32 // mention over each token and 1; the longest one, bodies before places inside them
	deeds []deed  // of the sentence looked at

	npstop, stop, article, mod, topic, poss, in, officenoun, clause, notVerb lang.Class
	headLast                                                                 bool
}

// deed is a verb group found by a rule.
type deed struct {
	start, end int
	rule       *pattern.Rule
	mood, side string
	value      string // of the verb's entry in its list
	event      string // of the event that the rule tells of its own
	// Captures of a rule that tells an event of its own; empty runs where
	// they took no part.
	name, place, who, date, num [2]int
	yields                      bool // a noun behind it tells the event better
	firm                        bool // of a rule with the attribute agent: who acts is named
	bound                       int  // first token and 1 of the phrase that a participle belongs to, 0 for any
}

// own reports whether the rule tells an event without a noun of its own.
func (d *deed) own() bool { return !d.yields && d.event != "" }

// newGround prepares what agreements and events ask of a part: its classes, and which
// mention lies over each token.
func newGround(p *part) *ground {
	g := &ground{p: p, l: p.lat, npstop: p.know.lists.npStop, stop: p.know.lists.phraseStop,
		article: p.know.lists.phraseArticle, mod: p.know.lists.phraseMod, topic: p.know.lists.topicPrep,
		poss: p.know.lists.possessive, in: p.know.lists.eventIn, officenoun: p.know.lists.officeNoun, clause: p.know.lists.clauseWord, notVerb: p.know.lists.notVerb, headLast: p.know.headLast}
	if len(p.cover) > 0 { // instruments and titles laid since cover nothing
		g.cover = p.cover
		return g
	}
	if n := len(p.lat.Toks) + 1; cap(p.cover) < n {
		p.cover = make([]int32, n, n+n/4)
	} else {
		p.cover = p.cover[:n]
		clear(p.cover)
	}
	g.cover = p.cover
	for i := range p.mens {
		m := &p.mens[i]
		switch m.class {
		case lang.PersonChunk, lang.OrgChunk, lang.PlaceChunk, lang.GroupChunk, lang.DateChunk:
		default:
			continue
		}
		if p.lat.InVoidAside(m.start) { // who tells of something does not do it
			continue
		}
		for k := m.start; k < m.end; k++ {
			if c := g.cover[k]; c == 0 || p.mens[c-1].end-p.mens[c-1].start < m.end-m.start {
				g.cover[k] = int32(i + 1)
			}
		}
	}
	return g
}

// at gives the mention over token i, nil where there is none.
func (g *ground) at(i int) *mention {
	if i < 0 || i >= len(g.cover) || g.cover[i] == 0 {
		return nil
	}
	return &g.p.mens[g.cover[i]-1]
}

// nextNamed gives the first mention over one of the tokens [i, to), nil where there is none.
// So a step goes over all that is named in a sentence, each once:
//
//	for m := g.nextNamed(s.First, s.Last); m != nil; m = g.nextNamed(m.end, s.Last) {
func (g *ground) nextNamed(i, to int) *mention {
	for ; i < to; i++ {
		if m := g.at(i); m != nil {
			return m
		}
	}
	return nil
}

// is reports whether token i lies in a mention of a class.
func (g *ground) is(i int, c lang.Class) bool {
	m := g.at(i)
	return m != nil && m.class == c
}

// findAll collects the verb groups of all sentences by the rules of a finder, one
// sentence after the other, so that the code which runs the rules stays in the
// cache; ends, which is empty, gets where the groups of each end.
func (g *ground) findAll(set *pattern.Set, ends []int) []int {
	g.deeds = g.deeds[:0]
	for _, s := range g.p.sents {
		g.findMore(set, s)
		ends = append(ends, len(g.deeds))
	}
	return ends
}

// findMore adds the verb groups of a sentence. Of groups that overlap the
// longest stays; of equally long ones that of the rule which stands first in its
// file.
func (g *ground) findMore(set *pattern.Set, s lang.Sentence) {
	from := len(g.deeds)
	g.p.scan(set, s, func(m *pattern.Match) bool {
		d := deed{start: m.Start, end: m.End, rule: m.Rule, mood: m.Rule.Get("mood"), side: m.Rule.Get("side"), value: m.Rule.Get("value"), event: m.Rule.Get("event")}
		if a, b, ok := m.Capture("v"); ok {
			d.value = g.verbValue(a, b)
		}
		if g.saidSo(&d, s) || g.became(&d) || g.notBehind(m.Rule.Get("behind"), &d, s) {
			return true
		}
		if d.event == "ceremony" && g.english() && (g.onlyDevoted(&d) || g.opensEvent(&d, s)) {
			return true
		}
		if m.Rule.Get("behind") == "headline" && !g.headlineDeed(&d, s) {
			return true
		}
		if m.Rule.Get("behind") == "headline-to" && !g.p.headlineTo(d.start, s) {
			return true
		}
		if m.Rule.Get("ahead") == "instrument" && !g.l.Has(d.end, g.p.know.lists.instrumentNoun) { // reached | agreement on fishing
			return true
		}
		if m.Rule.Get("agent") != "" {
			firm, ok := g.acts(&d, s)
			if d.firm = firm; !ok {
				return true
			}
		}
		if d.own() {
			if (d.event == "meeting" || d.event == "visit") && g.english() && g.eventBefore(&d, s) {
				return true
			}
			for _, c := range [...]struct {
				name string
				run  *[2]int
			}{{"name", &d.name}, {"place", &d.place}, {"who", &d.who}, {"date", &d.date}, {"num", &d.num}} {
				if a, b, ok := m.Capture(c.name); ok {
					*c.run = [2]int{a, b}
				}
			}
		}
		for k := from; k < len(g.deeds); k++ {
			o := &g.deeds[k]
			if o.end <= d.start || d.end <= o.start || g.inRelative(&d, o) || g.inRelative(o, &d) {
				continue
			}
			if n, x := d.end-d.start, o.end-o.start; n > x || n == x && d.rule.Line < o.rule.Line {
				g.deeds = append(g.deeds[:k], g.deeds[k+1:]...)
				k--
				continue
			}
			return true
		}
		g.deeds = append(g.deeds, d)
		return true
	})
	if len(g.deeds) > from {
		g.denials(s)
	}
}

// verbValue gives the value of the list entry over the tokens [a, b).
func (g *ground) verbValue(a, b int) (v string) {
	l := &g.p.know.lists
	for _, c := range [...]lang.Class{l.dealDone, l.dealBase, l.eventDone, l.eventBase} {
		if c == lang.NoClass {
			continue
		}
		if ch, ok := g.l.Chunk(a, c); ok && int(ch.End) == b {
			return g.l.Entry(ch).Value
		}
	}
	return ""
}

// deedAt reports whether a verb group begins at or covers token i.
func (g *ground) deedAt(i int) bool {
	for k := range g.deeds {
		if g.deeds[k].start <= i && i < g.deeds[k].end {
			return true
		}
	}
	return false
}

// nearest gives the verb group that a phrase [from, to) belongs to, nil where
// none fits. Words inside other phrases (skip) do not count as distance, so
// that all members of a list reach their verb.
func (g *ground) nearest(s lang.Sentence, from, to int, skip func(int) bool, limit int) *deed {
	var best *deed
	cost := limit
	for k := range g.deeds {
		d := &g.deeds[k]
		if !g.mayGovern(d, from, to) {
			continue
		}
		c := g.distance(d, from, to, skip, cost)
		if c < cost || c == cost && best != nil && d.side != "both" && best.side == "both" {
			best, cost = d, c
		}
	}
	if best != nil {
		return g.mainVerb(best, to, s)
	}
	return nil
}

// mayGovern reports whether a phrase [from, to) stands on a side of a verb group on
// which its phrases stand.
func (g *ground) mayGovern(d *deed, from, to int) bool {
	if d.own() || d.mood == "elsewhere" || d.bound > 0 && d.bound != from+1 {
		return false
	}
	if d.start >= to { // the verb stands right of the phrase
		return d.side != "right" && !g.holds(d)
	}
	return d.end <= from && d.side != "left"
}

// distance weighs what stands between a verb group and a phrase; it stops where
// it is more than the limit.
func (g *ground) distance(d *deed, from, to int, skip func(int) bool, limit int) int {
	c, a, b := 0, d.end, from
	if d.rule.Get("weak") != "" { // "next" says less than a verb
		c = 6
	}
	right := d.start >= to
	if right {
		a, b = to, d.start
		if end := g.asideEnd(g.behindPlace(to), d.start); end > a { // "the seminar, held jointly by X and Y, closed"
			a, c = end, c+3
		}
	}
	for i := a; i < b; i++ {
		if to := g.l.BehindAside(i); to > 0 && to <= b {
			i = to - 1
			continue
		}
		if skip(i) {
			continue
		}
		c++
		if r := g.l.Rune(i); r == ',' && !g.clauseAt(i) && (i == to || i == from-1 || i > 0 && skip(i-1) || skip(i+1)) { // between members of a list
			c++
		} else if r == ':' && !right && g.russian() && g.verbOfItsOwn(to) {
			c += 12
		} else {
			c += g.stepCost(d, i, to)
		}
		if i+1 < b && g.at(i) != nil && g.at(i) == g.at(i+1) { // a mention is one step
			c--
		}
		if c > limit { // it only grows
			break
		}
	}
	return c
}

// stepCost gives what a mark, a clause or another verb at token i adds to the way
// from a verb group to a phrase that ends at token to.
func (g *ground) stepCost(d *deed, i, to int) int {
	right := d.start >= to
	switch r := g.l.Rune(i); {
	case r == ';' || r == ':' && right && !g.ofClock(i):
		return 20
	case g.clauseAt(i):
		return 8
	case r == ',':
		if right && d.side != "left" && !g.headLast {
			return 6
		}
		return 3
	case g.l.Has(i, g.clause) && (!right || i > to+1): // "sign nothing until the treaty …", but "the treaty which they signed"
		if !right {
			return 16
		}
		return 8
	case isDash(r) && !g.l.Is(i, lang.Glued):
		return 1
	case g.deedAt(i):
		return 4
	}
	return 0
}

// ofClock reports whether the colon at token i parts the minutes from the hour: 11:00.
func (g *ground) ofClock(i int) bool {
	return i > 0 && i+1 < len(g.l.Toks) && g.l.Is(i, lang.Glued) && g.l.Is(i-1, lang.Number) && g.l.Is(i+1, lang.Number) && g.l.Is(i+1, lang.Glued)
}

// mainVerb gives the verb of the sentence where d is only a participle in
// commas right behind the phrase: «соглашение, парафированное в октябре, будет
// подписано весной» tells what comes of the agreement, not what was.
func (g *ground) mainVerb(d *deed, to int, s lang.Sentence) *deed {
	if !g.russian() || d.start <= to || d.start > to+2 || g.l.Rune(to) != ',' || !g.p.know.endings.participleEnd.end(g.l.Fold(d.start), 4) {
		return d
	}
	end := d.end
	for end < s.Last && g.l.Rune(end) != ',' {
		end++
	}
	for k := range g.deeds {
		if m := &g.deeds[k]; m.start > end && m.start <= end+4 && !m.own() && !g.p.know.endings.participleEnd.end(g.l.Fold(m.start), 4) {
			return m
		}
	}
	return d
}

// holds reports whether a verb has what it holds behind it, so that the
// phrase before it is its subject: "the Forum will hold a meeting", but "a
// meeting held in Geneva".
func (g *ground) holds(d *deed) bool {
	if !g.english() || d.side != "both" || d.value != "host" || d.end >= len(g.l.Toks) {
		return false
	}
	if g.passive(d) {
		return false // "will be held from 3 to 6 May"
	}
	k := d.end
	if strings.HasSuffix(g.l.Fold(k), "ly") && k+1 < len(g.l.Toks) { // organised jointly by
		k++
	}
	t := &g.l.Toks[k]
	if g.english() && g.l.Has(k, g.npstop) && !g.l.Has(k, g.article) && !g.l.Has(k, g.p.know.lists.phraseOne) && !g.l.Has(k, g.poss) {
		return false // "a ceremony held under a tent"
	}
	return t.Is(lang.Word) && !g.l.Has(k, g.in) && !g.l.Has(k, g.p.know.lists.partyBy) && !g.l.Has(k, g.topic) &&
		!g.is(k, lang.DateChunk) && !g.l.Has(k, g.p.know.lists.eventAfter)
}

// behindPlace gives the token behind the place that an English phrase ending at
// token i goes on with: "visit | to Seoul, the first in nine years, ended".
func (g *ground) behindPlace(i int) int {
	if !g.english() || i+1 >= len(g.l.Toks) {
		return i
	}
	if g.l.Plays(i, g.p.know.roles.ofPlaceOrOne) {
		if m := g.at(i + 1); m != nil && m.start == i+1 && m.class != lang.DateChunk {
			return m.end
		}
	}
	return i
}

// passive reports whether a form of "be" stands before the English verb that a
// group ends with, an adverb between them at most.
func (g *ground) passive(d *deed) bool {
	for k := d.end - 2; k >= d.start && k >= d.end-3; k-- {
		if g.l.Plays(k, g.p.know.roles.beVerb) {
			return true
		}
	}
	return false
}

// namesakes gives the states of the towns that are called as they are in a language:
// Singapore, Luxembourg; in Russian and Kazakh Алжир and Тунис too.
func namesakes(tag string) map[string]string { return townsAsStates()[tag] }

var townsAsStates = sync.OnceValue(func() map[string]map[string]string {
	states, out := map[string]facts.Place{}, map[string]map[string]string{}
	for _, p := range facts.Places() {
		if p.Kind == "country" {
			states[p.ID] = p
		}
	}
	for _, tag := range [...]string{"en", "ru", "kk"} {
		out[tag] = map[string]string{}
		for _, p := range facts.Places() {
			if name := states[p.Parent].Names[tag]; p.Kind == "city" && name != "" && name == p.Names[tag] {
				out[tag][p.ID] = p.Parent
			}
		}
	}
	return out
})

// notBehind reports whether a verb does not stand right behind an instrument, in the
// ablative where its rule says so, and its rule wants that.
func (g *ground) notBehind(what string, d *deed, s lang.Sentence) bool {
	if what == "concert" {
		return !g.concertBeforeKK(d.start, s)
	}
	if what != "instrument" && what != "left" {
		return false
	}
	if d.start == s.First || !g.l.Has(d.start-1, g.p.know.lists.instrumentNoun) {
		return true
	}
	return what == "left" && !ablativeKK(g.l.Fold(d.start-1))
}

// isCountry reports whether an entity is a state, by its id or as a town that is called
// like its state: Singapore.
func (g *ground) isCountry(entity int) bool {
	e := &g.p.doc.entities[entity]
	return len(e.known) == 2 || e.known != "" && namesakes(g.p.know.pack.Tag)[e.known] != ""
}
