package reader

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// Version names this reader in every statement it makes. It changes whenever
// any reading may.
const Version = "21"

// Options say what is known of a text beside its words.
type Options struct {
	Language  string     // BCP 47; detected where empty
	Published value.Date // the day relative dates count from
	Title     string     // read for names and context; no span lies in it
}

// Read reads a text. It never fails: of a language without a pack it says
// what shows by shape alone. It is safe for concurrent use.
func Read(text string, o Options) read.Reading {
	r := readers.Get().(*Reader)
	defer readers.Put(r)
	return r.Read(text, o)
}

var readers = sync.Pool{New: func() any { return New() }}

// Tokens counts the tokens of a text as the reader of a language cuts it.
func Tokens(language, text string) int {
	var l lang.Lattice
	l.Reset(knowledgeOf(language).pack, text)
	return len(l.Toks)
}

// Reader holds the memory of reading; it is used again from text to text, by
// one goroutine at a time.
type Reader struct {
	slots    []*slot
	words    map[string]*lang.Words // by pack
	memories map[*knowledge]*memory
	matcher  pattern.Matcher
	window   int // windowSize, less in tests
}

// slot is the room in which one text is read.
type slot struct {
	lattices map[string]*lang.Lattice // by pack
	seen     pattern.Seen
	doc      doc
}

// New makes a Reader.
func New() *Reader {
	return &Reader{words: map[string]*lang.Words{}, memories: map[*knowledge]*memory{}, window: windowSize}
}

// Read reads one text.
func (r *Reader) Read(text string, o Options) read.Reading {
	t := prepare(text, o)
	return t.given(r.read(t.text, o, nil).reading())
}

// prepared is a text as the finders see it, with what was done to make it so.
type prepared struct {
	text      string
	steps     []*repaired // before the text was converted
	converted *converted  // from another script; nil for most
	capitals  *repaired   // capitals given to a converted text; nil for most
}

// prepare mends a text, gives it capitals where it has none and converts it to
// the script of its language's pack.
func prepare(text string, o Options) (t prepared) {
	t.text, t.steps = text, repair(text)
	if n := len(t.steps); n > 0 {
		t.text = t.steps[n-1].text
	}
	if step := recase(t.text, o); step != nil {
		t.steps, t.text = append(t.steps, step), step.text
	}
	if c, ok := inMainScript(t.text, o); ok {
		t.converted, t.text = &c, c.text
		if t.capitals = c.recased(o); t.capitals != nil {
			t.text = t.capitals.text
		}
	}
	return t
}

// given puts a reading of the prepared text back to the text as it was given.
func (t *prepared) given(out read.Reading) read.Reading {
	if t.capitals != nil {
		out = t.capitals.back(out)
	}
	if t.converted != nil {
		out = t.converted.back(out)
	}
	for _, step := range slices.Backward(t.steps) {
		out = step.back(out)
	}
	return out
}

// read runs the finders; fired, where not nil, learns the names of the rules
// that matched. A long text is read window by window: what a window holds is
// settled before the next is cut into tokens, so that memory beyond the
// reading itself does not grow with the text.
func (r *Reader) read(text string, o Options, fired map[string]bool) *doc {
	k := r.slot(0)
	list := k.open(text, o)
	k.doc.fired = fired
	for _, b := range list {
		l := r.lattice(k, knowledgeOf(b.language).pack)
		for from := b.span.Start; from < b.span.End; {
			r.rest()
			to := windowEnd(l, text, from, b.span.End, r.window)
			r.find(k, b.language, value.Span{Start: from, End: to})
			from = to
		}
	}
	return &k.doc
}

// open begins a text and gives its blocks.
func (k *slot) open(text string, o Options) []block {
	k.doc.reset(text, o)
	list, language := blocks(text, o.Language)
	k.doc.language = language
	return list
}

// find runs the finders over the bytes of a text that span tells.
func (r *Reader) find(k *slot, language string, span value.Span) {
	p := r.part(k, language, span)
	if p == nil {
		return
	}
	for _, pass := range p.finders() {
		pass(p)
	}
	k.doc.settle(p)
}

// part lays the bytes of a text that span tells in a slot; nil where they have no token.
func (r *Reader) part(k *slot, language string, span value.Span) *part {
	know := knowledgeOf(language)
	l := r.lattice(k, know.pack)
	l.Reset(know.pack, k.doc.text[span.Start:span.End])
	k.doc.tokens += len(l.Toks)
	if len(l.Toks) == 0 {
		return nil
	}
	p := k.doc.begin()
	p.know, p.lat, p.base, p.memory = know, l, span.Start, r.memory(know)
	p.matcher, p.seen = &r.matcher, &k.seen
	p.sents = p.agenciesApart(l.Sentences(p.sents))
	p.gather()
	return p
}

// rest lets what is remembered of words be forgotten where it is too much;
// what lies in the slots is lost with them.
func (r *Reader) rest() {
	for _, w := range r.words {
		w.Rest()
	}
}

// slot gives the slot of a number, counted from 0.
func (r *Reader) slot(n int) *slot {
	for len(r.slots) <= n {
		r.slots = append(r.slots, &slot{lattices: map[string]*lang.Lattice{}})
	}
	return r.slots[n]
}

// memory gives what the reader remembers of the words of a language.
func (r *Reader) memory(k *knowledge) *memory {
	m := r.memories[k]
	if m == nil {
		m = &memory{}
		r.memories[k] = m
	}
	return m
}

// lattice gives the lattice of a slot for a pack; those of all slots share what
// they remember of words.
func (r *Reader) lattice(k *slot, p *lang.Pack) *lang.Lattice {
	l := k.lattices[p.Tag]
	if l == nil {
		if r.words[p.Tag] == nil {
			r.words[p.Tag] = lang.NewWords(p)
		}
		l = lang.NewLattice(r.words[p.Tag])
		k.lattices[p.Tag] = l
	}
	return l
}

// knowledge is a pack with the rules of every finder compiled.
type knowledge struct {
	pack    *lang.Pack
	sets    map[string]*pattern.Set
	lists   wordLists
	endings endingLists
	roles   wordRoles
	names   nameClasses
	// headLast: phrases end with their head and sentences with their verb.
	headLast bool
	// russian: words take endings of case and gender as in Russian, of which
	// much is in Go (the files *_ru.go).
	russian bool
	framed  framedSets
}

// rules gives the compiled rules-<finder>.txt of the pack; a pack without
// that file has an empty set.
func (k *knowledge) rules(finder string) *pattern.Set {
	if s, ok := k.sets[finder]; ok {
		return s
	}
	return emptySet
}

var (
	emptySet      = &pattern.Set{}
	knowledgeMu   sync.Mutex
	knowledgeByID = map[string]*knowledge{}
)

// Knows reports whether the reader has rules for a language (BCP 47); of a text
// in another it reads what its shape tells: dates in digits, figures.
func Knows(tag string) bool {
	base, _, _ := strings.Cut(tag, "-")
	return knowledgeOf(base).pack.Tag == base
}

// knowledgeOf loads a language once. Packs are part of the program, so a
// broken one is a bug: it panics with file and line.
func knowledgeOf(tag string) *knowledge {
	base, _, _ := strings.Cut(tag, "-")
	knowledgeMu.Lock()
	defer knowledgeMu.Unlock()
	if k, ok := knowledgeByID[base]; ok {
		return k
	}
	p, err := lang.Load(base)
	if err != nil && slices.Contains(lang.Tags(), base) {
		panic(err)
	}
	if err != nil || len(p.Rules) == 0 { // no pack, or one that only knows how to stem
		knowledgeMu.Unlock()
		k := knowledgeOf("und")
		knowledgeMu.Lock()
		knowledgeByID[base] = k
		return k
	}
	k := &knowledge{pack: p, sets: rulesOf(p), lists: listsOf(p), endings: endingsOf(p), roles: rolesOf(p), names: nameClassesOf(p), headLast: p.Settings["head"] == "last", russian: p.Tag == "ru"}
	if k.headLast {
		k.framed = framedSetsOf(p, &k.lists)
	}
	knowledgeByID[base] = k
	return k
}

// rulesOf compiles the rules of a pack by finder, the files side by side.
func rulesOf(p *lang.Pack) map[string]*pattern.Set {
	sets, errs := make([]*pattern.Set, len(p.Rules)), make([]error, len(p.Rules))
	files := slices.Sorted(maps.Keys(p.Rules))
	var all sync.WaitGroup
	for i, file := range files {
		all.Go(func() { sets[i], errs[i] = pattern.Parse(p, file, p.Rules[file]) })
	}
	all.Wait()
	out := map[string]*pattern.Set{}
	for i, file := range files {
		if errs[i] != nil {
			panic(errs[i])
		}
		finder := strings.TrimSuffix(file[strings.Index(file, "rules-")+len("rules-"):], ".txt")
		out[finder] = sets[i]
		sets[i].Passing = finder == "offices" || finder == "agreements" || finder == "events"
	}
	return out
}

// ref is a placeholder for an entity in a statement until ids are given.
func ref(entity int) string { return numbered('#', entity) }

// numbered writes a number behind a mark; small numbers are written once.
func numbered(mark byte, n int) string {
	if uint(n) < uint(len(smallRefs)) {
		if mark == 'e' {
			return smallIDs[n]
		}
		return smallRefs[n]
	}
	return string(mark) + strconv.Itoa(n)
}

var smallRefs, smallIDs = func() (refs, ids [256]string) {
	for n := range refs {
		refs[n], ids[n] = "#"+strconv.Itoa(n), "e"+strconv.Itoa(n)
	}
	return refs, ids
}()
