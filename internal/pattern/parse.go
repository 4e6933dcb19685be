package pattern

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/fault"
	"shanyraq/internal/lang"
)

// Rule is one named pattern with its alternatives.
type Rule struct {
	Name     string
	Attr     map[string]string
	File     string
	Line     int
	Examples []Example

	alts  int // its patterns
	attrs []attr
	with  []thing // of the attribute with: one that matches hold
}

// attr is one of Rule.Attr. Rules have few, so that one is found sooner in a list
// than in a map.
type attr struct{ key, value string }

// Get is Attr[key] in a tenth of the time: for what is asked of every match.
func (r *Rule) Get(key string) string {
	for i := range r.attrs {
		if a := &r.attrs[i]; a.key == key {
			return a.value
		}
	}
	return ""
}

// Example is a sentence a rule must match, or must not.
type Example struct {
	Text  string
	Match bool
	Line  int
}

// Set is the rules of one file, indexed by what they may begin with.
type Set struct {
	Pack  *lang.Pack
	Rules []*Rule
	// What a text tells in passing is passed over where it stands between what a
	// rule takes; see lang.Aside.
	Passing bool

	programs   []*program
	wants      []want       // of the programs
	others     []uint16     // the conditions of wants that are none of the first 64
	firsts     []beginnings // of programs
	watch      watch
	hopes      []places // of the conditions: what is met most readily
	conditions []condition
	byClass    [256]list
	byForm     firsts
	byStem     firsts
	always     list // begin with a prefix or any token

	*making // nil when the rules are read
}

// making is what a set is made with.
type making struct {
	weights     [256]uint16       // of things, by class
	needed      [][]uint16        // the conditions of each program
	conditionOf map[string]uint16 // their numbers
	letNeeds    [][]need          // what each let pattern takes
	needs       []need            // room, as are those below
	key         []byte
	draft       draft
	index       indexer

	room struct {
		programs slab[program]
		things   slab[thing]
		numbers  slab[uint16]
		places   slab[places]
	}
}

// prepare makes room for the patterns of so many lines: half of them have one, and
// what it takes and begins with is seldom more than is here counted for each.
func (s *Set) prepare(lines int) {
	s.programs, s.wants = make([]*program, 0, lines), make([]want, 0, lines)
	s.needed, s.conditions = make([][]uint16, 0, lines), make([]condition, 0, lines)
	s.firsts = make([]beginnings, 0, lines/2)
	s.index.watched, s.index.forms = make([]filed, 0, 3*lines), make([]filed, 0, 5*lines)
}

// Parse reads a rules file for a pack.
func Parse(p *lang.Pack, file string, src string) (*Set, error) {
	s := &Set{Pack: p, making: &making{conditionOf: map[string]uint16{}, index: indexer{numberOf: map[beginnings]uint16{}}}}
	s.prepare(strings.Count(src, "\n"))
	s.weigh()
	ps, lets := &parser{pack: p, lets: map[string]node{}}, 0
	var rule *Rule
	n := 0
	for line := range strings.Lines(src) {
		n++
		where := func(err error) error {
			if e, ok := err.(*fault.Error); ok {
				return e.At("%s:%d", file, n)
			}
			return err
		}
		text := strings.TrimSpace(line)
		if text == "" || text[0] == '#' {
			continue
		}
		indented := line[0] == ' ' || line[0] == '\t'
		switch {
		case !indented && strings.HasPrefix(text, "let "):
			name, body, ok := strings.Cut(text[4:], "=")
			if !ok {
				return nil, where(fault.New(fault.Invalid, "a let is written: let name = pattern"))
			}
			nd, err := ps.parse(body)
			if err != nil {
				return nil, where(err)
			}
			lets++
			nd.let = lets
			ps.lets[strings.TrimSpace(name)] = nd
		case !indented && strings.HasPrefix(text, "rule "):
			fields := strings.Fields(text[5:])
			if len(fields) == 0 {
				return nil, where(fault.New(fault.Invalid, "a rule has a name"))
			}
			rule = &Rule{Name: fields[0], File: file, Line: n}
			if len(fields) > 1 { // to look into no map costs nothing
				rule.Attr = map[string]string{}
			}
			for _, f := range fields[1:] {
				k, v, ok := strings.Cut(f, "=")
				if !ok {
					return nil, where(fault.New(fault.Invalid, "%q is not an attribute: write key=value", f))
				}
				rule.Attr[k] = v
				rule.attrs = append(rule.attrs, attr{k, v})
			}
			if class := rule.Get("with"); class != "" {
				c, ok := p.FindClass(strings.TrimPrefix(class, "@"))
				if !ok {
					return nil, where(fault.New(fault.Invalid, "the pack %s has no list %q", p.Tag, class))
				}
				rule.with = []thing{{uint16(c), s.weights[c]}}
			}
			s.Rules = append(s.Rules, rule)
		case indented && rule != nil && (text[0] == '>' || text[0] == '<'):
			rule.Examples = append(rule.Examples, Example{strings.TrimSpace(text[1:]), text[0] == '>', n})
		case indented && rule != nil:
			before := ps.nodes
			nd, err := ps.parse(text)
			if err != nil {
				return nil, where(err)
			}
			if size(&nd) > maxProgram {
				return nil, where(fault.New(fault.TooLarge, "the pattern has more than %d steps when its repeats are written out", maxProgram))
			}
			s.add(&nd, rule)
			ps.nodes.back(&before)
			rule.alts++
		default:
			return nil, where(fault.New(fault.Invalid, "the line is neither a let, a rule, nor an indented part of one"))
		}
	}
	for _, r := range s.Rules {
		if r.alts == 0 {
			return nil, fault.New(fault.Invalid, "the rule %q has no pattern", r.Name).At("%s:%d", file, r.Line)
		}
	}
	s.end()
	return s, nil
}

// node is a parsed pattern.
type node struct {
	op       byte // 't'est, 'c'oncat, '|', 'r'epeat, '=' capture, '!' negation
	min, max int8
	let      int // of a let pattern: its number, from 1
	test     test
	kids     []node
}

// test decides on one token or chunk.
type test struct {
	kind byte // 'c'lass, 'w'ord, 's'tem, 'p'refix, '_' any, '^', '$'
	cls  lang.Class
	id   int32  // of the form or stem
	word string // folded; of a capture its name
}

// maxProgram bounds the steps of one pattern, with repeats written out.
const maxProgram = 2000

// size counts the steps a pattern compiles to, as far as maxProgram.
func size(nd *node) int {
	n := 1
	for i := range nd.kids {
		if n += size(&nd.kids[i]); n > maxProgram {
			return n
		}
	}
	if nd.op == 'r' {
		n *= max(int(nd.max), 1)
	}
	return n
}

type parser struct {
	pack  *lang.Pack
	lets  map[string]node
	src   string
	pos   int
	nodes slab[node] // where kids lie
	open  []node     // the elements so far of what is not closed yet
}

func (ps *parser) parse(src string) (node, error) {
	ps.src, ps.pos, ps.open = src, 0, ps.open[:0]
	nd, err := ps.alternatives()
	if err == nil && ps.skip() != 0 {
		err = fault.New(fault.Invalid, "%q stands where the pattern should have ended", ps.src[ps.pos:])
	}
	return nd, err
}

// skip passes white space and gives the next byte, 0 at the end.
func (ps *parser) skip() byte {
	for ps.pos < len(ps.src) && (ps.src[ps.pos] == ' ' || ps.src[ps.pos] == '\t') {
		ps.pos++
	}
	if ps.pos < len(ps.src) {
		return ps.src[ps.pos]
	}
	return 0
}

func (ps *parser) alternatives() (node, error) {
	first := len(ps.open)
	for {
		from := len(ps.open)
		for c := ps.skip(); c != 0 && c != '|' && c != ')'; c = ps.skip() {
			nd, err := ps.element()
			if err != nil {
				return nd, err
			}
			ps.open = append(ps.open, nd)
		}
		ps.open = append(ps.open, ps.join('c', from))
		if ps.skip() != '|' {
			return ps.join('|', first), nil
		}
		ps.pos++
	}
}

// join makes one node of those that are open from a place on.
func (ps *parser) join(op byte, from int) node {
	kids := ps.open[from:]
	ps.open = ps.open[:from]
	if len(kids) == 1 {
		return kids[0]
	}
	return node{op: op, kids: ps.nodes.keep(kids)}
}

// over makes a node with one kid.
func (ps *parser) over(nd, kid node) node {
	nd.kids = ps.nodes.take(1)
	nd.kids[0] = kid
	return nd
}

func (ps *parser) element() (nd node, err error) {
	if ps.skip() == 0 {
		return nd, fault.New(fault.Invalid, "the pattern ends where an element should stand")
	}
	switch c := ps.src[ps.pos]; c {
	case '(':
		ps.pos++
		if nd, err = ps.alternatives(); err != nil {
			return nd, err
		}
		if ps.skip() != ')' {
			return nd, fault.New(fault.Invalid, "a bracket is not closed")
		}
		ps.pos++
	case '!':
		ps.pos++
		kid, err := ps.element()
		if err != nil {
			return nd, err
		}
		if !oneToken(&kid) {
			return nd, fault.New(fault.Invalid, "\"!\" looks at one token only: write what stands there, or several with \"|\" between them")
		}
		return ps.over(node{op: '!'}, kid), nil
	case '"':
		end := strings.IndexByte(ps.src[ps.pos+1:], '"')
		if end < 0 {
			return nd, fault.New(fault.Invalid, "a quotation mark is not closed")
		}
		text := ps.src[ps.pos+1 : ps.pos+1+end]
		ps.pos += end + 2
		nd = ps.literal(text)
	case '^', '$', '_':
		if c == '$' && ps.pos+1 < len(ps.src) && isName(rune(ps.src[ps.pos+1])) {
			ps.pos++
			name := ps.name()
			let, ok := ps.lets[name]
			if !ok {
				return nd, fault.New(fault.Invalid, "there is no let %q above this line", name)
			}
			nd = let
			break
		}
		ps.pos++
		nd = node{op: 't', test: test{kind: c}}
	case '@':
		ps.pos++
		name := ps.name()
		cls, ok := ps.pack.FindClass(name)
		if !ok {
			return nd, fault.New(fault.Invalid, "the pack %s has no list %q", ps.pack.Tag, name)
		}
		nd = node{op: 't', test: test{kind: 'c', cls: cls}}
	default:
		name := ps.name()
		if name == "" {
			_, n := utf8.DecodeRuneInString(ps.src[ps.pos:])
			return nd, fault.New(fault.Invalid, "%q is no element", ps.src[ps.pos:ps.pos+n]).Hint("put marks in quotation marks")
		}
		switch next := ps.peek(); next {
		case '=':
			ps.pos++
			if ps.skip() == 0 {
				return nd, fault.New(fault.Invalid, "the capture %q holds nothing", name)
			}
			kid, err := ps.element()
			if err != nil {
				return nd, err
			}
			return ps.over(node{op: '=', test: test{word: name}}, kid), nil
		case '~', '*':
			ps.pos++
			kind := byte('s')
			if next == '*' {
				kind = 'p'
			}
			nd = ps.literal(name)
			last := &nd
			if nd.op == 'c' {
				last = &nd.kids[len(nd.kids)-1]
			}
			last.test.kind = kind
			if kind == 's' {
				last.test.id = ps.pack.StemID(last.test.word)
			}
		default:
			nd = ps.literal(name)
		}
	}
	return ps.repeats(nd)
}

// repeats reads ? and {m,n} behind an element.
func (ps *parser) repeats(nd node) (node, error) {
	switch ps.peek() {
	case '?':
		ps.pos++
		return ps.over(node{op: 'r', max: 1}, nd), nil
	case '{':
		end := strings.IndexByte(ps.src[ps.pos:], '}')
		if end < 0 {
			return nd, fault.New(fault.Invalid, "a brace is not closed")
		}
		lo, hi, ok := strings.Cut(ps.src[ps.pos+1:ps.pos+end], ",")
		min, err1 := strconv.Atoi(lo)
		max, err2 := strconv.Atoi(hi)
		if !ok || err1 != nil || err2 != nil || min < 0 || min > max || max > 40 {
			return nd, fault.New(fault.Invalid, "a repeat is written {m,n} with n at most 40")
		}
		ps.pos += end + 1
		return ps.over(node{op: 'r', min: int8(min), max: int8(max)}, nd), nil
	}
	return nd, nil
}

func (ps *parser) peek() byte {
	if ps.pos < len(ps.src) {
		return ps.src[ps.pos]
	}
	return 0
}

// literal makes the tests of words and marks.
func (ps *parser) literal(text string) node {
	from := len(ps.open)
	ps.pack.Cut(text, func(folded string, form int32) {
		ps.open = append(ps.open, node{op: 't', test: test{kind: 'w', id: form, word: folded}})
	})
	return ps.join('c', from)
}

func (ps *parser) name() string {
	start := ps.pos
	for ps.pos < len(ps.src) {
		r, n := utf8.DecodeRuneInString(ps.src[ps.pos:])
		if !isName(r) {
			break
		}
		ps.pos += n
	}
	return ps.src[start:ps.pos]
}

func isName(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '\'' || r == '.' || r == 'ʻ'
}

// oneToken reports whether a pattern asks for no more than one token.
func oneToken(nd *node) bool {
	switch nd.op {
	case 't':
		return true
	case '|', 'c':
		if nd.op == 'c' && len(nd.kids) > 1 {
			return false
		}
		for i := range nd.kids {
			if !oneToken(&nd.kids[i]) {
				return false
			}
		}
		return true
	}
	return false
}
