package lang

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"shanyraq/internal/fault"
)

//go:embed packs
var embedded embed.FS

// Entry is one line of a word list.
type Entry struct {
	Class Class
	Value string // what stands after "="; the first form where nothing does
	Forms []string
	// Known is the id in package facts for places, bodies and peoples.
	Known string
	// Guessed: no list has it (see Lattice.Guess).
	Guessed bool

	later     *later
	at        int32  // where its line begins in the file
	file      uint16 // among those of the pack
	cap       bool   // laid only over a word that begins with a capital
	low       bool   // laid only over a word that does not
	small     bool
	noExample bool // that of its line is of another
}

// listFile is a file of a pack that lists words, or one of facts, without its text.
type listFile struct{ name, text string }

// Where gives the file and the line of an entry.
func (p *Pack) Where(e *Entry) (name string, line int) {
	f := &p.files[e.file]
	return f.name, 1 + strings.Count(f.text[:e.at], "\n")
}

func (p *Pack) line(e *Entry) int {
	_, line := p.Where(e)
	return line
}

// Example gives a sentence that holds the entry, from its file; "" where that has
// none.
func (p *Pack) Example(e *Entry) string {
	if e.noExample {
		return ""
	}
	line, _, _ := strings.Cut(p.files[e.file].text[e.at:], "\n")
	_, example, _ := cutTrim(line, ">")
	return example
}

// later is what is made of an entry when it is first asked for.
type later struct{ folded atomic.Pointer[[]string] }

// Small reports whether the first form of the entry begins with a small letter.
func (e *Entry) Small() bool { return e.small }

// Folded gives the folded forms of the entry, without the mark of exact ones.
// The caller must not change them.
func (e *Entry) Folded() []string {
	if f := e.later.folded.Load(); f != nil {
		return *f
	}
	out := make([]string, len(e.Forms))
	for i, f := range e.Forms {
		out[i] = Fold(strings.TrimPrefix(f, "="))
	}
	e.later.folded.Store(&out)
	return out
}

// Pack is all that is known of one language.
type Pack struct {
	Tag     string
	Entries []Entry
	Rules   map[string]string // contents of rules-*.txt by file name
	// Settings are the lines "key value" of pack.txt: scripts, decimal.
	Settings map[string]string

	stemmer stemmer
	classes map[string]Class
	places  []namePlace // classes by their names, see FindClass
	names   []string
	forms   wordTable
	stems   wordTable
	// ruleForms and ruleStems are the numbers behind those of the words of
	// rules, which come first; 0 where rules have none.
	ruleForms, ruleStems int32
	often                often
	// knownStems lets the stems pass, once all lists are there.
	knownStems sieve
	files      []listFile
	byForm     trie
	byStem     trie
	roles      roles
	listed     [maxClasses]int // forms, by class
	suffix     *suffixes       // Turkic languages
	decl       *declension     // Russian
}

var packs sync.Map // tag → func() (*Pack, error)

// Load gives the pack of a language ("en", "ru", "kk"), made once. A broken
// pack file is an error that names file and line.
func Load(tag string) (*Pack, error) {
	f, _ := packs.LoadOrStore(tag, sync.OnceValues(func() (*Pack, error) {
		dir, err := fs.Sub(embedded, path.Join("packs", tag))
		if err != nil {
			return nil, err
		}
		return LoadFS(tag, dir)
	}))
	return f.(func() (*Pack, error))()
}

// Tags lists the languages that have a pack.
func Tags() []string {
	dirs, _ := embedded.ReadDir("packs")
	var out []string
	for _, d := range dirs {
		out = append(out, d.Name())
	}
	return out
}

// readText reads a file by way of a piece of memory, which is less to clear away
// than a copy.
func readText(dir fs.FS, name string, room []byte) (string, error) {
	f, err := dir.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	for {
		n, err := f.Read(room)
		b.Write(room[:n])
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
	}
}

// LoadFS makes a pack from the files of one folder.
func LoadFS(tag string, dir fs.FS) (*Pack, error) {
	names, err := fs.Glob(dir, "*.txt")
	if err != nil || len(names) == 0 {
		return nil, fault.New(fault.NotFound, "there is no language pack for %q", tag).Hint("packs: %s", strings.Join(Tags(), ", "))
	}
	sort.Strings(names)
	p := &Pack{Tag: tag, Rules: map[string]string{}, Settings: map[string]string{}, classes: map[string]Class{}, names: make([]string, firstList)}
	for name, c := range fixedClasses {
		p.classes[name] = c
		p.names[c] = name
	}
	if p.stemmer, err = newStemmer(p, dir); err != nil {
		return nil, err
	}
	// The facts are read beside the rules, the lists beside each other, all in the
	// order of their files.
	var beside sync.WaitGroup
	var known []list
	beside.Go(func() { known = gazetteer(tag) })
	room := make([]byte, 1<<14)
	for _, name := range names { // the words of rules have the first numbers
		if strings.HasPrefix(name, "rules-") {
			src, err := readText(dir, name, room)
			if err != nil {
				return nil, err
			}
			p.Rules[tag+"/"+name] = src
			p.internRuleWords(src)
		}
	}
	var lists []list
	var played []listFile
	for _, name := range names {
		file := tag + "/" + name
		switch name {
		case "suffixes.txt", "declension.txt", "stem.txt", "stemirregular.txt":
			continue
		}
		if strings.HasPrefix(name, "rules-") {
			continue
		}
		src, err := readText(dir, name, room)
		if err != nil {
			return nil, err
		}
		switch {
		case strings.HasPrefix(name, "roles-"):
			played = append(played, listFile{file, src})
		case name == "pack.txt":
			for line := range strings.Lines(src) {
				if k, v, ok := cutTrim(line, " "); ok {
					p.Settings[k] = v
				}
			}
		case name == oftenFile:
			if p.often, err = parseOften(file, src); err != nil {
				return nil, err
			}
		default:
			lists = append(lists, list{file: listFile{file, src}, class: strings.TrimSuffix(name, ".txt"), stem: tag != "en"})
		}
	}
	p.roomForRoles(played)
	for _, f := range played {
		if err := p.addRoles(f); err != nil {
			return nil, err
		}
	}
	beside.Wait()
	if err := p.addLists(append(lists, known...)); err != nil {
		return nil, err
	}
	for _, t := range [...]*trie{&p.byForm, &p.byStem} {
		if err := t.seal(p); err != nil {
			return nil, err
		}
	}
	p.placeNames()
	p.knownStems = sieveOf(&p.stems)
	return p, nil
}

// Class gives the class of a name; it panics on a name the pack does not
// have, because the names stand in our own code and rules.
func (p *Pack) Class(name string) Class {
	c, ok := p.classes[name]
	if !ok {
		panic(fmt.Sprintf("lang: pack %s has no list %q", p.Tag, name))
	}
	return c
}

// FindClass is Class for a name that may be missing. Finders ask for classes
// by name in their inmost loops, so a name is found by its bytes as numbers.
func (p *Pack) FindClass(name string) (Class, bool) {
	if p.places == nil {
		c, ok := p.classes[name]
		return c, ok
	}
	k := nameKeyOf(name)
	for i := k.slot(); ; i++ {
		n := &p.places[i%nameSlots]
		if n.class == NoClass {
			return NoClass, false
		}
		if n.key == k && (len(name) <= keyBytes || p.names[n.class] == name) {
			return n.class, true
		}
	}
}

// nameSlots is a power of two, several times as many as there are classes.
const nameSlots = 1 << 10

// nameKey is the first and last bytes of a name and its length: all of it up to
// keyBytes.
type nameKey struct {
	head, tail uint64
	len        uint32
}

type namePlace struct {
	key   nameKey
	class Class
}

func nameKeyOf(name string) nameKey {
	n := len(name)
	k := nameKey{len: uint32(n)}
	switch {
	case n >= 8:
		k.head, k.tail = le64(name), le64(name[n-8:])
	case n >= 4:
		k.head, k.tail = le32(name), le32(name[n-4:])
	case n > 0:
		k.head = uint64(name[0]) | uint64(name[n/2])<<8 | uint64(name[n-1])<<16
	}
	return k
}

// slot is where the search for a name begins.
func (k *nameKey) slot() uint64 {
	return ((k.head*31+k.tail)*31 + uint64(k.len)) * 0x9E3779B97F4A7C15 >> 54
}

func le32(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

// placeNames makes the table of FindClass; no class is added afterwards.
func (p *Pack) placeNames() {
	p.places = make([]namePlace, nameSlots)
	for name, c := range p.classes {
		k := nameKeyOf(name)
		i := k.slot()
		for p.places[i%nameSlots].class != NoClass {
			i++
		}
		p.places[i%nameSlots] = namePlace{k, c}
	}
}

// ClassName is the name of a class.
func (p *Pack) ClassName(c Class) string {
	if int(c) < len(p.names) {
		return p.names[c]
	}
	return ""
}

func (p *Pack) addClass(name string) (Class, error) {
	if c, ok := p.classes[name]; ok {
		return c, nil
	}
	if len(p.names) >= maxClasses {
		return 0, fault.New(fault.TooLarge, "pack %s has more than %d classes", p.Tag, maxClasses)
	}
	c := Class(len(p.names))
	p.names = append(p.names, name)
	p.classes[name] = c
	return c, nil
}

// internRuleWords gives ids to the words of a rules file, so that patterns
// compare numbers. Names of rules get ids too, which does no harm.
func (p *Pack) internRuleWords(src string) {
	var toks []Token
	for line := range strings.Lines(src) {
		if t := strings.TrimSpace(line); t == "" || t[0] == '#' || t[0] == '>' || t[0] == '<' {
			continue
		}
		toks = tokenize(line, toks[:0])
		for _, t := range toks {
			word := line[t.Start:t.End]
			p.forms.internFolded(word)
			if t.Is(Word) && strings.HasPrefix(line[t.End:], "~") { // word~, but not the mark "~" itself
				p.internStem(word)
				p.ruleStems = int32(p.stems.len())
			}
		}
	}
	p.ruleForms = int32(p.forms.len())
}

// RuleWords gives bounds of the numbers of forms and of stems: those of words
// that stand in rules lie below them, those of all others do not.
func (p *Pack) RuleWords() (forms, stems int32) { return p.ruleForms, p.ruleStems }

// Cut calls yield with the words and marks of a piece of text, folded, and the
// numbers of their forms as FormID gives them.
func (p *Pack) Cut(text string, yield func(folded string, form int32)) {
	var room [8]Token
	for _, t := range tokenize(text, room[:0]) {
		word := Fold(text[t.Start:t.End])
		yield(word, p.FormID(word))
	}
}

// Listed gives how many forms the entries of a class have.
func (p *Pack) Listed(c Class) int { return p.listed[c] }

// FormID gives the number of a folded form among the words of the pack's
// lists and rules, 0 where they do not have it.
func (p *Pack) FormID(folded string) int32 { return p.forms.of(folded) }

// StemID gives the number of the stem of a folded word, 0 where no list or
// rule has it.
func (p *Pack) StemID(folded string) int32 {
	var room [3]int32
	if ids := p.stemIDs(folded, room[:0]); len(ids) > 0 {
		return ids[0]
	}
	return 0
}
