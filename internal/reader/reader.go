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
const Version = "12"

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
	lattices map[string]*lang.Lattice // by pack
	matcher  pattern.Matcher
	memories map[*knowledge]*memory
	doc      doc
	window   int // windowSize, less in tests
}

// New makes a Reader.
func New() *Reader {
	return &Reader{lattices: map[string]*lang.Lattice{}, memories: map[*knowledge]*memory{}, window: windowSize}
}

// Read reads one text.
func (r *Reader) Read(text string, o Options) read.Reading {
	steps := repair(text)
	if n := len(steps); n > 0 {
		text = steps[n-1].text
	}
	if step := recase(text, o); step != nil {
		steps, text = append(steps, step), step.text
	}
	var out read.Reading
	if c, ok := inMainScript(text, o); ok {
		if step := c.recased(o); step != nil {
			out = c.back(step.back(r.read(step.text, o, nil).reading()))
		} else {
			out = c.back(r.read(c.text, o, nil).reading())
		}
	} else {
		out = r.read(text, o, nil).reading()
	}
	for _, step := range slices.Backward(steps) {
		out = step.back(out)
	}
	return out
}

// read runs the finders; fired, where not nil, learns the names of the rules
// that matched. A long text is read window by window: what a window holds is
// settled before the next is cut into tokens, so that memory beyond the
// reading itself does not grow with the text.
func (r *Reader) read(text string, o Options, fired map[string]bool) *doc {
	d := &r.doc
	d.reset(text, o)
	d.fired = fired
	list, language := blocks(text, o.Language)
	d.language = language
	for _, b := range list {
		k := knowledgeOf(b.language)
		l := r.lattice(k.pack)
		for from := b.span.Start; from < b.span.End; {
			to := windowEnd(l, k.pack, text, from, b.span.End, r.window)
			l.Reset(k.pack, text[from:to])
			d.tokens += len(l.Toks)
			if len(l.Toks) > 0 {
				p := d.begin()
				p.know, p.lat, p.base, p.matcher, p.memory = k, l, from, &r.matcher, r.memory(k)
				p.sents = l.Sentences(p.sents)
				for _, find := range finders {
					find(p)
				}
				d.settle(p)
			}
			from = to
		}
	}
	return d
}

func (r *Reader) memory(k *knowledge) *memory {
	m := r.memories[k]
	if m == nil {
		m = &memory{}
		r.memories[k] = m
	}
	return m
}

// lattice gives the lattice of a pack.
func (r *Reader) lattice(p *lang.Pack) *lang.Lattice {
	l := r.lattices[p.Tag]
	if l == nil {
		l = &lang.Lattice{}
		r.lattices[p.Tag] = l
	}
	return l
}

// finders run in this order over each part.
var finders = []func(*part){
	findNumbers,
	findDates,
	findNames,
	findOffices,
	findFigures,
	findQuotes,
	findAgreements,
	findEvents,
}

// knowledge is a pack with the rules of every finder compiled.
type knowledge struct {
	pack *lang.Pack
	sets map[string]*pattern.Set
	// endings are the lists of word endings, by class.
	endings     *[256]*endingList
	endingNames endingMemo
	roles       wordRoles
	names       nameClasses
	// headLast: phrases end with their head and sentences with their verb.
	headLast bool
	// russian: words take endings of case and gender as in Russian, of which
	// much is in Go (the files *_ru.go).
	russian bool
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
	k := &knowledge{pack: p, sets: rulesOf(p), endings: endingsOf(p), roles: rolesOf(p), names: nameClassesOf(p), headLast: p.Settings["head"] == "last", russian: p.Tag == "ru"}
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
		out[strings.TrimSuffix(file[strings.Index(file, "rules-")+len("rules-"):], ".txt")] = sets[i]
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
