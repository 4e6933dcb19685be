package reader

import (
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
const Version = "3"

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
	lattices map[string][]*lang.Lattice // by pack, one for each block of a text
	matcher  pattern.Matcher
	memories map[*knowledge]*memory
	doc      doc
}

// New makes a Reader.
func New() *Reader {
	return &Reader{lattices: map[string][]*lang.Lattice{}, memories: map[*knowledge]*memory{}}
}

// Read reads one text.
func (r *Reader) Read(text string, o Options) read.Reading {
	if c, ok := inMainScript(text, o); ok {
		return c.back(r.read(c.text, o, nil).reading())
	}
	d := r.read(text, o, nil)
	return d.reading()
}

// read runs the finders; fired, where not nil, learns the names of the rules
// that matched.
func (r *Reader) read(text string, o Options, fired map[string]bool) *doc {
	d := &r.doc
	d.reset(text, o)
	d.fired = fired
	list, language := blocks(text, o.Language)
	d.language = language
	used := map[string]int{}
	for _, b := range list {
		k := knowledgeOf(b.language)
		l := r.lattice(k.pack.Tag, used)
		l.Reset(k.pack, text[b.span.Start:b.span.End])
		p := d.part()
		p.doc, p.know, p.lat, p.base, p.matcher, p.memory = d, k, l, b.span.Start, &r.matcher, r.memory(k)
		p.sents = l.Sentences(p.sents)
	}
	for _, p := range d.parts {
		for _, find := range finders {
			find(p)
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

// maxLattices bounds the lattices of a pack that are kept for the next text.
const maxLattices = 4

// lattice gives the next lattice of a pack that this text does not use yet: a
// block keeps its own tokens until the reading is made.
func (r *Reader) lattice(tag string, used map[string]int) *lang.Lattice {
	n := used[tag]
	used[tag]++
	if n < len(r.lattices[tag]) {
		return r.lattices[tag][n]
	}
	l := &lang.Lattice{}
	if n < maxLattices {
		r.lattices[tag] = append(r.lattices[tag], l)
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
	// endings are the lists of word endings, by name.
	endings map[string]*endingList
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
	if err != nil || len(p.Rules) == 0 { // some packs only know how to stem
		if base == "und" {
			panic(err)
		}
		knowledgeMu.Unlock()
		k := knowledgeOf("und")
		knowledgeMu.Lock()
		knowledgeByID[base] = k
		return k
	}
	k := &knowledge{pack: p, sets: map[string]*pattern.Set{}, endings: endingsOf(p)}
	for file, src := range p.Rules {
		s, err := pattern.Parse(p, file, src)
		if err != nil {
			panic(err)
		}
		name := strings.TrimSuffix(file[strings.Index(file, "rules-")+len("rules-"):], ".txt")
		k.sets[name] = s
	}
	knowledgeByID[base] = k
	return k
}

// ref is a placeholder for an entity in a statement until ids are given.
func ref(entity int) string { return "#" + strconv.Itoa(entity) }
