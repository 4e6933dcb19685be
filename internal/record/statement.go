package record

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// Text is what a reading was made of.
type Text struct {
	Article, Revision int64
	Hash              string // of the revision
	Plain             string // the text read, Revision.Plain
	Language, Script  string
	Published         time.Time
	Reader            string // version of the reader
}

// Statements gives the statements of a reading with the entities of the
// record in their roles; ids maps the reading's entities to them. They are
// suggested, each is its own fact until Join finds it told before.
func Statements(r read.Reading, t Text, ids map[string]int64) []Statement {
	runes := []rune(t.Plain)
	out := make([]Statement, 0, len(r.Statements))
	for i, said := range r.Statements {
		ev := said.Evidence
		if ev.Start < 0 || ev.End > len(runes) || ev.Empty() {
			continue // no fact without its sentence
		}
		s := Statement{Article: t.Article, Revision: t.Revision, Hash: t.Hash, Evidence: ev, Quote: string(runes[ev.Start:ev.End]),
			Said: said, Refs: refs(said, ids), ReaderVersion: t.Reader, Rank: Suggested}
		s.Keys = FactKeys(s)
		sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %s %d", t.Hash, t.Article, said.Kind, i))
		s.Fact = hex.EncodeToString(sum[:8])
		out = append(out, s)
	}
	return out
}

func refs(s read.Statement, ids map[string]int64) (out []Ref) {
	add := func(role string, list ...string) {
		for _, e := range list {
			if id := ids[e]; e != "" && id != 0 && !slices.Contains(out, Ref{role, id}) {
				out = append(out, Ref{role, id})
			}
		}
	}
	add(RolePerson, s.Person)
	add(RoleOrganization, s.Organization)
	add(RoleGroup, s.Group)
	add(RoleSpeaker, s.Speaker)
	add(RoleParty, s.Parties...)
	add(RoleParticipant, s.Participants...)
	add(RoleOrganizer, s.Organizer)
	add(RolePlace, s.Place)
	return out
}

// FactKeys gives what another telling of the same fact shares with this one:
// for an agreement its kind with each pair of parties and with its day, for an event its kind
// with its day, name or edition, for an office the person and the body, for a
// figure what is counted where, for a quotation its speaker and first words.
// Sharing a key is no proof; Join compares.
func FactKeys(s Statement) (keys []string) {
	add := func(format string, args ...any) { keys = append(keys, fmt.Sprintf(format, args...)) }
	said := s.Said
	switch said.Kind {
	case read.Agreement:
		kind, parties := InstrumentKind(said.Instrument), s.Entities(RoleParty)
		slices.Sort(parties)
		for i, a := range parties {
			for _, b := range parties[i+1:] {
				if len(keys) < 15 {
					add("a %s %d %d", kind, a, b)
				}
			}
		}
		if len(said.Date) == len("2006-01-02") {
			add("a %s %s", kind, said.Date)
		}
		if len(parties) < 2 {
			add("a %s %s %s", kind, strings.Join(ids(parties), ""), year(said.Date))
		}
	case read.Event:
		if len(said.Date) == len("2006-01-02") || len(said.Date) == len("2006-01-02/2006-01-03") {
			add("e %s %s", said.Event, said.Date)
		}
		if ownName(said.Name) {
			add("e %s %s %s", said.Event, fold(said.Name), year(said.Date))
		}
		for _, p := range s.Entities(RolePlace) {
			add("e %s at %d %s", said.Event, p, year(said.Date))
		}
	case read.Office:
		for _, p := range s.Entities(RolePerson) {
			add("o %d %s", p, strings.Join(ids(s.Entities(RoleOrganization)), ""))
		}
	case read.Figure:
		counted := strings.Join(ids(s.Entities(RoleGroup)), " ")
		if counted == "" {
			counted = fold(said.Counted)
		}
		if counted != "" {
			add("f %s at %s in %s %s", counted, strings.Join(ids(s.Entities(RolePlace)), ""), year(said.Date), said.Unit)
		}
	case read.Quote:
		words := strings.Fields(fold(said.Text))
		for _, p := range s.Entities(RoleSpeaker) {
			add("q %d %s", p, strings.Join(words[:min(len(words), 5)], " "))
		}
	}
	return keys
}

func ids(list []int64) (out []string) {
	for _, id := range list {
		out = append(out, strconv.FormatInt(id, 10))
	}
	return out
}

func year(date string) string {
	d, err := value.ParseDate(date)
	if lo, ok := d.First(); err == nil && ok {
		return strconv.Itoa(lo.Year())
	}
	return ""
}

// fold makes words comparable: small letters, digits and spaces.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), " ")
}

//go:embed instruments.txt
var instrumentsFile string

type instrument struct {
	kind, begin string
	whole       bool
}

// general is the line of instruments.txt with words that are no kind and no
// subject either.
const general = "general"

var instruments = sync.OnceValue(func() (out []instrument) {
	for _, in := range instrumentLines() {
		if in.kind != general {
			out = append(out, in)
		}
	}
	return out
})

// noSubjects are the words of instruments.txt one by one, those of a kind
// named by several words with them: "joint", "road", "map".
var noSubjects = sync.OnceValue(func() (out []instrument) {
	for _, in := range instrumentLines() {
		for w := range strings.FieldsSeq(in.begin) {
			if len([]rune(w)) > 2 {
				out = append(out, instrument{in.kind, w, in.whole})
			}
		}
	}
	for _, about := range headLast {
		for w := range strings.FieldsSeq(about) {
			out = append(out, instrument{general, w, true})
		}
	}
	return out
})

func isSubject(word string) bool {
	return !slices.ContainsFunc(noSubjects(), func(in instrument) bool {
		return word == in.begin || !in.whole && strings.HasPrefix(word, in.begin)
	})
}

var instrumentLines = sync.OnceValue(func() (out []instrument) {
	for line := range strings.Lines(instrumentsFile) {
		kind, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		for begin := range strings.SplitSeq(list, "|") {
			begin = strings.TrimSpace(begin)
			out = append(out, instrument{kind, fold(begin), strings.HasSuffix(begin, "=")})
		}
	}
	return out
})

// headLast are the words after which the Turkic languages name the kind:
// "шекара туралы шарт". Elsewhere the kind comes first.
var headLast = []string{" туралы ", " жөніндегі ", " тууралуу ", " жөнүндө ", " haqida ", " haqidagi ", " toʻgʻrisida ", " to g risida ", " to g risidagi "}

// InstrumentKind gives the kind of an instrument from its name in any
// language: "protocol", "treaty"; "other" where the name has none of the
// words of instruments.txt.
func InstrumentKind(name string) string {
	if kind, ok := kindsOfNames.Load(name); ok {
		return kind.(string)
	}
	kind := instrumentKind(name)
	if countOfNames.Add(1) > 20000 { // an archive has few, a hostile one many
		kindsOfNames.Clear()
		countOfNames.Store(0)
	}
	kindsOfNames.Store(name, kind)
	return kind
}

// kindsOfNames remembers: joining compares one name with those of many others.
var (
	kindsOfNames sync.Map
	countOfNames atomic.Int64
)

func instrumentKind(name string) string {
	text := " " + fold(name) + " "
	last := slices.ContainsFunc(headLast, func(w string) bool { return strings.Contains(text, w) })
	kind, at := "other", -1
	for _, in := range instruments() {
		word := " " + in.begin
		if in.whole {
			word += " "
		}
		i := strings.Index(text, word)
		if last {
			i = strings.LastIndex(text, word)
		}
		if i >= 0 && (at < 0 || !last && i < at || last && i > at) {
			kind, at = in.kind, i
		}
	}
	return kind
}
