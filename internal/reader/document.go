package reader

import (
	"cmp"
	"slices"
	"sort"
	"strconv"

	"shanyraq/internal/confidence"
	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// doc is one text on its way to a reading.
type doc struct {
	text     string
	opt      Options
	day      value.Date // relative dates count from it: of the dateline, else of publication
	language string
	entities []entity
	fired    map[string]bool
	people   *personIndex // made by the finder of names
	tokens   int          // of all parts

	part       part        // the one being read
	statements []statement // of that part

	// What earlier parts gave: the reading as far as it goes, the ids that
	// entities have got (empty until their first mention), and the statements
	// that speak of one that had none yet.
	runes   runeIndex
	out     read.Reading
	ids     []string
	pending []int
	bodyOf  [2]map[int]int // person → body, state that an office ties them to
	placed  []placed       // room for the statements of a part in order

	currencies map[string]string // the code each name that states share last had, see ownCurrency
	toldFirst  map[string]string // that of the state told first, see firstTold
	bareDollar string            // what a dollar sign without letters is, see bareDollar
}

// part is a block of the text in one language, or a window of a long one, as
// tokens.
type part struct {
	doc      *doc
	know     *knowledge
	lat      *lang.Lattice
	base     int // byte offset of the part in the text
	sents    []lang.Sentence
	has      []sentenceHas // what each of them has
	hasAll   sentenceHas   // what the part has
	mens     []mention
	index    mentionIndex // of mens
	numbers  []number
	paras    []int     // tokens that begin a paragraph
	lines    []int32   // tokens that begin a line
	symbols  bool      // it has symbols that documents are filed by
	caps     []int32   // tokens with a capital
	capMarks []capMark // room for what is asked of them

	// The last date laid and the token behind it: a day named without its year
	// takes it from there, in one sentence.
	lastDate value.Date
	lastEnd  int
	dates    dateRoom
	order    []int32        // room for the mentions in order, and for candidates
	keys     []uint64       // room for inOrderByKeys
	kept     []candidate    // room for those that are laid
	named    []nameSentence // room for the finder of names
	asides   []aside        // between subjects and verbs, in English
	asks     []nameAsk
	runs     nameRuns
	taken    []bool // room for the finder of names
	matcher  *pattern.Matcher
	seen     *pattern.Seen // by the matcher
	memory   *memory       // nil: nothing is remembered
	rooms    rooms
	finder   any     // the one at work, see passes
	cover    []int32 // see ground.cover; made by the first finder that asks
	// Whether a word sets a sentence in the time to come, for the sentence
	// that was asked about last.
	futureFor lang.Sentence
	futureIs  bool
	// Whether a date in figures shows that days stand before months: 25/12;
	// 0 not looked for yet, 1 no, 2 yes.
	daysFirst int
}

// mention is a run of tokens that names something.
type mention struct {
	class      lang.Class // PersonChunk, DateChunk…
	start, end int        // tokens of the part
	entity     int        // index into doc.entities, -1 none
	date       value.Date
}

// entity is what mentions mean. Names are as the text gives them.
type entity struct {
	kind    string
	name    string
	aliases []string
	known   string
	gender  byte // 'm', 'f', 0 unknown: for pronouns, never published

	fold, foldOf string // the folded name and the name it is of, see folded
	head, headOf string // the last word of the folded name, see headKK
}

// folded is the folded name; every name of a body met is compared with it.
func (e *entity) folded() string {
	if e.foldOf != e.name {
		e.fold, e.foldOf = lang.Fold(e.name), e.name
	}
	return e.fold
}

// headKK is headKK of the folded name.
func (e *entity) headKK() string {
	if f := e.folded(); e.headOf != f || f == "" {
		e.head, e.headOf = headKK(f), f
	}
	return e.head
}

// statement is a fact with the tokens it rests on; entities in it are refs.
type statement struct {
	read.Statement
	first, last int // tokens, half-open
}

// reset makes the document ready for another text; room that a long text needed is given
// back.
func (d *doc) reset(text string, o Options) {
	clear(d.entities) // they hold words of the text before
	*d = doc{text: text, opt: o, day: o.Published, language: "und", part: d.part, entities: d.entities[:0], statements: d.statements[:0], ids: d.ids[:0], people: d.people.emptied(), pending: d.pending[:0], runes: d.runes, placed: d.placed[:0]}
	if cap(d.part.mens) > maxKept || cap(d.part.cover) > maxKept || cap(d.part.taken) > maxKept || cap(d.part.asks) > maxKept || cap(d.part.dates.found) > maxKept || cap(d.part.named) > maxKept || cap(d.entities) > maxKept || cap(d.runes.marks) > maxKept {
		d.part, d.entities, d.statements, d.ids, d.placed, d.runes = part{}, nil, nil, nil, nil, runeIndex{}
	}
	d.runes.reset(text)
	d.out = read.Reading{Published: o.Published.String(), Sentences: []value.Span{}, Mentions: []read.Mention{}, Entities: []read.Entity{}, Statements: []read.Statement{}}
}

// begin gives the next part of the text, in the memory of the one before.
func (d *doc) begin() *part {
	d.tieOffices()
	p := &d.part
	index := p.index
	for i := range index.lists {
		index.lists[i], index.unsorted[i] = index.lists[i][:0], false
	}
	*p = part{doc: d, mens: p.mens[:0], numbers: p.numbers[:0], sents: p.sents[:0], has: p.has, cover: p.cover[:0], order: p.order[:0], kept: p.kept, keys: p.keys, named: p.named, asks: p.asks, runs: p.runs, taken: p.taken, caps: p.caps, capMarks: p.capMarks, lines: p.lines, index: index, dates: p.dates, paras: p.paras[:0], rooms: p.rooms}
	clear(d.statements)
	d.statements = d.statements[:0]
	return p
}

// maxKept bounds the mentions and tokens whose memory is kept for the next
// text.
const maxKept = 1 << 16

// entity makes a new entity and gives its index.
func (d *doc) entity(kind, name, known string) int {
	d.entities = append(d.entities, entity{kind: kind, name: name, known: known})
	return len(d.entities) - 1
}

// mention lays a mention over the tokens [start, end) and gives its index in
// p.mens. entity is -1 for dates, titles and the like.
func (p *part) mention(class lang.Class, start, end, entity int) int {
	p.mens = append(p.mens, mention{class: class, start: start, end: end, entity: entity})
	id := len(p.mens) - 1
	p.index.enter(p, id)
	p.lat.Add(class, start, end, id)
	return id
}

// mentionAt gives the mention of a class that begins at token i.
func (p *part) mentionAt(i int, class lang.Class) (*mention, bool) {
	if !p.lat.Has(i, class) { // most tokens
		return nil, false
	}
	return p.mentionOf(i, class), true
}

// mentionOf is mentionAt of a token of which it is known that one begins there.
func (p *part) mentionOf(i int, class lang.Class) *mention {
	c, _ := p.lat.Chunk(i, class)
	return &p.mens[c.Ref]
}

// state adds a statement that rests on the tokens [first, last).
func (p *part) state(s read.Statement, rule string, first, last int) {
	d, n := p.doc, len(p.doc.statements)
	d.statements = slices.Grow(d.statements, 1)[:n+1]
	st := &d.statements[n] // it is long, so it is copied once
	st.Statement, st.first, st.last = s, first, last
	st.Rule = rule
}

// scan runs the rules of a finder over one sentence.
func (p *part) scan(set *pattern.Set, s lang.Sentence, yield func(*pattern.Match) bool) {
	p.matcher.Scan(set, p.lat, p.seen, s.First, s.Last, func(m *pattern.Match) bool {
		if p.doc.fired != nil {
			p.doc.fired[m.Rule.Name] = true
		}
		return yield(m)
	})
}

// sentenceOf gives the sentence that holds token i.
func (p *part) sentenceOf(i int) lang.Sentence {
	k := sort.Search(len(p.sents), func(k int) bool { return p.sents[k].Last > i })
	if k == len(p.sents) {
		return lang.Sentence{}
	}
	return p.sents[k]
}

// paragraphs gives the tokens that begin a paragraph, in order.
func (p *part) paragraphs() []int { return p.paras }

// paragraphOf gives the token that begins the paragraph of token i.
func (p *part) paragraphOf(i int) int {
	k := sort.SearchInts(p.paragraphs(), i+1)
	if k == 0 {
		return 0
	}
	return p.paras[k-1]
}

// kindOf gives the published name of a mention's class.
func kindOf(c lang.Class) string {
	switch c {
	case lang.PersonChunk:
		return read.Person
	case lang.OrgChunk:
		return read.Organization
	case lang.PlaceChunk:
		return read.Place
	case lang.GroupChunk:
		return read.Group
	case lang.DateChunk:
		return read.DateKind
	case lang.TitleChunk:
		return read.Title
	case lang.EventChunk:
		return read.EventKind
	case lang.InstrumentChunk:
		return read.Instrument
	}
	return ""
}

// settle makes the published values of a part that all finders have seen: code
// points, ids in order of first mention, everything in order of the text.
// Parts are settled in that order too.
func (d *doc) settle(p *part) {
	out, ri := &d.out, &d.runes
	for len(d.ids) < len(d.entities) {
		d.ids = append(d.ids, "")
	}
	out.Sentences = slices.Grow(out.Sentences, len(p.sents))
	for _, s := range p.sents {
		out.Sentences = append(out.Sentences, p.span(ri, s.First, s.Last))
	}
	out.Mentions = slices.Grow(out.Mentions, len(p.mens))
	out.Entities = slices.Grow(out.Entities, len(d.entities)-len(out.Entities))
	for _, i := range p.inOrder() {
		m := &p.mens[i]
		kind := kindOf(m.class)
		if kind == "" {
			continue
		}
		span := p.span(ri, m.start, m.end)
		rm := read.Mention{Kind: kind, Text: p.lat.Slice(m.start, m.end), Start: span.Start, End: span.End, Value: m.date.String()}
		if m.entity >= 0 {
			if d.ids[m.entity] == "" {
				d.ids[m.entity] = numbered('e', len(out.Entities)+1)
				out.Entities = append(out.Entities, read.Entity{ID: d.ids[m.entity]})
			}
			rm.Entity = d.ids[m.entity]
		}
		out.Mentions = append(out.Mentions, rm)
	}
	order := d.evidence(p)
	out.Statements = slices.Grow(out.Statements, len(order))
	for _, o := range order {
		st := &d.statements[o.at]
		st.Evidence = o.span
		if !d.resolveAll(&st.Statement, false) {
			d.pending = append(d.pending, len(out.Statements))
		}
		out.Statements = append(out.Statements, st.Statement)
	}
}

// inOrder gives the mentions of a part in order of the text.
func (p *part) inOrder() []int32 {
	order := p.order[:0]
	sorted := true
	for i := range p.mens {
		order = append(order, int32(i))
		sorted = sorted && (i == 0 || p.mens[i-1].start < p.mens[i].start)
	}
	p.order = order
	if sorted || p.inOrderByKeys(order) {
		return order
	}
	slices.SortFunc(order, func(i, k int32) int {
		a, b := &p.mens[i], &p.mens[k]
		switch {
		case a.start != b.start:
			return a.start - b.start
		case a.end != b.end:
			return b.end - a.end
		case a.class != b.class:
			return int(a.class) - int(b.class)
		}
		return int(i - k)
	})
	return order
}

// inOrderByKeys does so by one number for each mention; false where they are too many
// or one is too long for that.
func (p *part) inOrderByKeys(order []int32) bool {
	if len(p.lat.Toks) >= 1<<24 || len(p.mens) >= 1<<20 {
		return false
	}
	keys := p.keys[:0]
	for i := range p.mens {
		m := &p.mens[i]
		length := m.end - m.start
		if length >= 1<<12 {
			return false
		}
		keys = append(keys, uint64(m.start)<<40|uint64(1<<12-1-length)<<28|uint64(m.class)<<20|uint64(i))
	}
	slices.Sort(keys)
	for k, key := range keys {
		order[k] = int32(key & (1<<20 - 1))
	}
	p.keys = keys
	return true
}

// reading gives the published values of the whole text.
func (d *doc) reading() read.Reading {
	out := d.out
	out.Language = d.language
	for i, id := range d.ids {
		if id == "" {
			continue
		}
		n, _ := strconv.Atoi(id[1:])
		e := &d.entities[i]
		out.Entities[n-1] = read.Entity{ID: id, Kind: e.kind, Name: e.name, Aliases: e.aliases, Known: e.known}
	}
	for _, k := range d.pending {
		d.resolveAll(&out.Statements[k], true)
	}
	confidence.Weigh(&out)
	d.out, d.runes.text, d.text = read.Reading{}, "", ""
	return out
}

// placed is a statement with its evidence: statements are long, so their
// order is made without moving them.
type placed struct {
	at   int
	span value.Span
}

// evidence gives the statements of a part in order of the text.
func (d *doc) evidence(p *part) []placed {
	order := d.placed[:0]
	for i := range d.statements {
		s := &d.statements[i]
		order = append(order, placed{i, p.span(&d.runes, s.first, s.last)})
	}
	d.placed = order
	slices.SortStableFunc(order, func(a, b placed) int {
		switch {
		case a.span.Start != b.span.Start:
			return a.span.Start - b.span.Start
		case a.span.End != b.span.End:
			return a.span.End - b.span.End
		}
		return cmp.Compare(d.statements[a.at].Kind, d.statements[b.at].Kind)
	})
	return order
}

// resolveAll turns the refs of a statement into ids. Of an entity without a
// mention it leaves the ref and reports false; at the end of the text, when no
// mention can come, it is left out.
func (d *doc) resolveAll(st *read.Statement, end bool) bool {
	whole := true
	id := func(s string) string {
		n, ok := entityOf(s)
		switch {
		case !ok || n >= len(d.ids):
			return s // a word as it stands
		case d.ids[n] == "" && !end:
			whole = false
			return s
		}
		return d.ids[n]
	}
	for _, f := range [...]*string{&st.Person, &st.Organization, &st.Group, &st.Place, &st.Speaker, &st.Organizer} {
		if *f != "" {
			*f = id(*f)
		}
	}
	for _, f := range [...]*[]string{&st.Parties, &st.Participants} {
		if len(*f) == 0 {
			*f = nil
			continue
		}
		out := make([]string, 0, len(*f))
		for _, s := range *f {
			if s = id(s); s != "" && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
		*f = out
	}
	return whole
}

// span gives the tokens [first, last) in code points of the whole text.
func (p *part) span(ri *runeIndex, first, last int) value.Span {
	return value.Span{Start: ri.at(p.base + int(p.lat.Toks[first].Start)), End: ri.at(p.base + int(p.lat.Toks[last-1].End))}
}

// entityOf gives the entity a ref in a statement stands for.
func entityOf(s string) (int, bool) {
	if len(s) == 0 || s[0] != '#' {
		return 0, false
	}
	n, err := strconv.Atoi(s[1:])
	return n, err == nil
}
