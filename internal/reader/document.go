package reader

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// doc is one text on its way to a reading.
type doc struct {
	text       string
	opt        Options
	language   string
	parts      []*part
	entities   []entity
	statements []statement
	fired      map[string]bool
	people     *personIndex // made by the finder of names
}

// part is a block of the text in one language, as tokens.
type part struct {
	doc     *doc
	know    *knowledge
	lat     *lang.Lattice
	base    int // byte offset of the block in the text
	sents   []lang.Sentence
	mens    []mention
	index   mentionIndex // of mens
	numbers []number
	paras   []int // tokens that begin a paragraph, made on demand
	// The last date laid and the token behind it: a day named without its year
	// takes it from there, in one sentence.
	lastDate value.Date
	lastEnd  int
	matcher  *pattern.Matcher
	memory   *memory // nil: nothing is remembered
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
}

// statement is a fact with the tokens it rests on; entities in it are refs.
type statement struct {
	read.Statement
	part        *part
	first, last int // tokens, half-open
}

func (d *doc) reset(text string, o Options) {
	*d = doc{text: text, opt: o, language: "und", parts: d.parts[:0], entities: d.entities[:0], statements: d.statements[:0]}
}

// part gives the next part of the text, with the memory of one that an
// earlier text used.
func (d *doc) part() *part {
	n := len(d.parts)
	if n < cap(d.parts) {
		d.parts = d.parts[:n+1]
		if p := d.parts[n]; p != nil {
			if cap(p.mens) > maxKept || cap(p.cover) > maxKept {
				*p = part{}
				return p
			}
			index := p.index
			for i := range index.lists {
				index.lists[i], index.unsorted[i] = index.lists[i][:0], false
			}
			*p = part{mens: p.mens[:0], numbers: p.numbers[:0], sents: p.sents[:0], cover: p.cover[:0], index: index}
			return p
		}
		d.parts = d.parts[:n]
	}
	d.parts = append(d.parts, &part{})
	return d.parts[n]
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
	c, ok := p.lat.Chunk(i, class)
	if !ok {
		return nil, false
	}
	return &p.mens[c.Ref], true
}

// state adds a statement that rests on the tokens [first, last).
func (p *part) state(s read.Statement, rule string, first, last int) {
	s.Rule = rule
	s.Confidence = confidenceOf(p.know.pack.Tag, s.Kind, rule)
	p.doc.statements = append(p.doc.statements, statement{s, p, first, last})
}

// scan runs the rules of a finder over one sentence.
func (p *part) scan(set *pattern.Set, s lang.Sentence, yield func(*pattern.Match) bool) {
	p.matcher.Scan(set, p.lat, s.First, s.Last, func(m *pattern.Match) bool {
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

// paragraphOf gives the token that begins the paragraph of token i.
func (p *part) paragraphOf(i int) int {
	if p.paras == nil {
		for k := range p.lat.Toks {
			if p.lat.Toks[k].Para {
				p.paras = append(p.paras, k)
			}
		}
	}
	k := sort.SearchInts(p.paras, i+1)
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

// reading makes the published values: code points, ids in order of first
// mention, everything in order of the text.
func (d *doc) reading() read.Reading {
	ri := newRuneIndex(d.text)
	out := read.Reading{Language: d.language, Published: d.opt.Published.String(),
		Sentences: []value.Span{}, Mentions: []read.Mention{}, Entities: []read.Entity{}, Statements: []read.Statement{}}
	ids := make([]string, len(d.entities))
	sents, mens := 0, 0
	for _, p := range d.parts {
		sents, mens = sents+len(p.sents), mens+len(p.mens)
	}
	out.Sentences = make([]value.Span, 0, sents)
	out.Mentions = make([]read.Mention, 0, mens)
	out.Entities = make([]read.Entity, 0, len(d.entities))
	for _, p := range d.parts {
		for _, s := range p.sents {
			out.Sentences = append(out.Sentences, p.span(ri, s.First, s.Last))
		}
		slices.SortStableFunc(p.mens, func(a, b mention) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.class, b.class))
		})
		for i := range p.mens {
			m := &p.mens[i]
			kind := kindOf(m.class)
			if kind == "" {
				continue
			}
			if m.entity >= 0 && ids[m.entity] == "" {
				e := &d.entities[m.entity]
				ids[m.entity] = "e" + strconv.Itoa(len(out.Entities)+1)
				out.Entities = append(out.Entities, read.Entity{ID: ids[m.entity], Kind: e.kind, Name: e.name, Aliases: e.aliases, Known: e.known})
			}
			span := p.span(ri, m.start, m.end)
			rm := read.Mention{Kind: kind, Text: p.lat.Slice(m.start, m.end), Start: span.Start, End: span.End, Value: m.date.String()}
			if m.entity >= 0 {
				rm.Entity = ids[m.entity]
			}
			out.Mentions = append(out.Mentions, rm)
		}
	}
	order := d.evidence(ri)
	out.Statements = make([]read.Statement, len(order))
	for k := range order {
		st := &out.Statements[k]
		*st = d.statements[order[k].at].Statement
		st.Evidence = order[k].span
		for _, f := range []*string{&st.Person, &st.Organization, &st.Group, &st.Place, &st.Speaker, &st.Organizer} {
			*f = resolve(ids, *f)
		}
		st.Parties = resolveAll(ids, st.Parties)
		st.Participants = resolveAll(ids, st.Participants)
	}
	return out
}

// placed is a statement with its evidence: statements are long, so their
// order is made without moving them.
type placed struct {
	at   int
	span value.Span
}

// evidence gives the statements in order of the text.
func (d *doc) evidence(ri *runeIndex) []placed {
	order := make([]placed, len(d.statements))
	for i := range d.statements {
		s := &d.statements[i]
		order[i] = placed{i, s.part.span(ri, s.first, s.last)}
	}
	slices.SortStableFunc(order, func(a, b placed) int {
		if c := cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End)); c != 0 {
			return c
		}
		return cmp.Compare(d.statements[a.at].Kind, d.statements[b.at].Kind)
	})
	return order
}

// resolve turns a ref into an id; other text stays as it is.
func resolve(ids []string, s string) string {
	if n, ok := entityOf(s); ok && n < len(ids) {
		return ids[n]
	}
	return s
}

func resolveAll(ids []string, list []string) []string {
	var out []string
	for _, s := range list {
		if id := resolve(ids, s); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// span gives the tokens [first, last) in code points of the whole text.
func (p *part) span(ri *runeIndex, first, last int) value.Span {
	return value.Span{Start: ri.at(p.base + int(p.lat.Toks[first].Start)), End: ri.at(p.base + int(p.lat.Toks[last-1].End))}
}

// runeIndex turns byte offsets into code point offsets. A byte that belongs
// to no character counts as one, as it does in a Go string.
type runeIndex struct {
	text  string
	valid bool
	marks []int32 // code points before byte stride*i; in invalid text before byte i
}

func newRuneIndex(text string) *runeIndex {
	ri := &runeIndex{text: text, valid: utf8.ValidString(text)}
	n := int32(0)
	if !ri.valid {
		ri.marks = make([]int32, len(text)+1)
		for i := 0; i < len(text); {
			_, size := utf8.DecodeRuneInString(text[i:])
			for k := range size {
				ri.marks[i+k] = n
			}
			i += size
			n++
		}
		ri.marks[len(text)] = n
		return ri
	}
	ri.marks = make([]int32, 0, len(text)/stride+1)
	for i := 0; i < len(text); i += stride {
		ri.marks = append(ri.marks, n)
		n += beginnings(text[i:min(i+stride, len(text))])
	}
	return ri
}

func (ri *runeIndex) at(b int) int {
	if !ri.valid {
		return int(ri.marks[b])
	}
	if b == 0 {
		return 0
	}
	k := (b - 1) / stride
	return int(ri.marks[k] + beginnings(ri.text[k*stride:b]))
}

// stride is how far apart the marks of a runeIndex are.
const stride = 64

// beginnings counts the bytes of valid text that begin a character.
func beginnings(s string) (n int32) {
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		goesOn := x & ^(x << 1) & 0x8080808080808080 // bytes 10xxxxxx
		n += int32(8 - bits.OnesCount64(goesOn))
	}
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// entityOf gives the entity a ref in a statement stands for.
func entityOf(s string) (int, bool) {
	if !strings.HasPrefix(s, "#") {
		return 0, false
	}
	n, err := strconv.Atoi(s[1:])
	return n, err == nil
}
