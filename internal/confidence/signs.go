package confidence

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// signs are what shows at a statement, beside its rule, and says how likely it is to be
// right: a bit each. They are taken from the reading alone, and none of them from
// paragraphs that have nothing to do with the statement's.
type signs uint64

// "Here" is in the sentence of the evidence; the key of a statement is the word that says
// what it is: title, instrument, event, what is counted.
const (
	evidenceLong signs = 1 << iota
	evidenceShort
	evidenceClause // less than half of its sentence
	evidenceSpread // over several sentences
	kindTwice      // two statements of the kind here
	kindOften      // three and more
	toldTwice      // another statement has the same key and who takes part in it
	nobodyHere     // nobody and nothing is named here
	dateNone
	dateDay  // to the day
	dateHere // told here
	datesHere
	placeNone
	placeHere
	placesHere
	keyNone
	keyWord // one word
	keyLong // five words and more
	keyCapitals
	whoNone // nobody takes part, no body, no speaker
	whoOne
	whoMany     // three and more
	whoAway     // one of them is not named here
	whoUnlisted // one of them has a name of one word that no list knows
	person1     // words in the name of the person who holds or speaks
	person2
	person3
	personNames // the text has several names for that person
	bodyNone
	bodyHere
	bodyListed
	bodySpeaks // the speaker is no person
	speechShort
	speechFew
	speechSome
	speechLong
	speechMarks
	named // an event with a name
	edition
	planned
	unusual // neither current nor past nor signed
	noMeasure
	ofPeople // counts a people
	ranked   // a rank, or times as many
	ranged
	changed
)

// signNames are the names of the signs in weights.txt, by bit.
var signNames = [...]string{
	"evidence.long", "evidence.short", "evidence.clause", "evidence.spread", "kind.twice", "kind.often", "told.twice", "nobody.here",
	"date.none", "date.day", "date.here", "dates.here", "place.none", "place.here", "places.here",
	"key.none", "key.word", "key.long", "key.capitals", "who.none", "who.one", "who.many", "who.away", "who.unlisted",
	"person.1", "person.2", "person.3", "person.names", "body.none", "body.here", "body.listed", "body.speaks",
	"speech.short", "speech.few", "speech.some", "speech.long", "speech.marks", "named", "edition", "planned", "unusual",
	"measure.none", "people", "ranked", "ranged", "changed",
}

// Lengths of evidence in code points: about a line of type and four.
const (
	shortEvidence = 70
	longEvidence  = 260
)

// signsOf gives the signs of each statement of a reading.
func signsOf(r *read.Reading) []signs {
	out := make([]signs, len(r.Statements))
	s := signReader{r: r}
	for i := range r.Statements {
		out[i] = s.of(&r.Statements[i])
		s.again(out, i)
	}
	s.together(out)
	return out
}

// signReader reads the signs of a reading's statements in turn.
type signReader struct {
	r        *read.Reading
	sentence int               // of the statement at hand
	mentions []read.Mention    // in it
	told     map[telling]int32 // the first statement that told so, from 1
}

// telling is the key of a statement and one who takes part.
type telling struct{ kind, key, who string }

// of gives the signs of a statement that its fields and its sentence show.
func (s *signReader) of(st *read.Statement) (out signs) {
	span := s.here(st.Evidence)
	size := st.Evidence.End - st.Evidence.Start
	out.set(evidenceLong, size > longEvidence)
	out.set(evidenceShort, size < shortEvidence)
	out.set(evidenceClause, 2*size < span.End-span.Start)
	out.set(evidenceSpread, st.Evidence.End > span.End)
	out |= s.around(st)
	out.set(dateDay, len(st.Date) == len("2006-01-02"))
	key := keyOf(st)
	out |= byWords(key, keyNone, keyWord, 0, 0, keyLong)
	switch st.Kind {
	case read.Office:
		out |= s.person(st.Person) | s.body(st.Organization)
		out.set(unusual, st.Tenure != "")
	case read.Quote:
		out |= s.person(st.Speaker) | speech(st)
	case read.Figure:
		out |= measure(st)
	case read.Agreement:
		out |= s.who(st.Parties)
		out.set(planned, st.Status == "planned")
		out.set(unusual, st.Status == "other")
		out.set(keyCapitals, strings.IndexFunc(key, unicode.IsUpper) >= 0)
	case read.Event:
		out |= s.who(st.Participants)
		out.set(named, st.Name != "")
		out.set(edition, st.Edition != 0)
		out.set(planned, st.Time == "planned")
		out.set(unusual, st.Time == "hypothetical" || st.Time == "denied")
	}
	return out
}

// set adds a sign where it shows.
func (s *signs) set(sign signs, shows bool) {
	if shows {
		*s |= sign
	}
}

// byWords gives the sign for the words of a phrase: none, one, two, three or four, more.
func byWords(phrase string, none, one, two, few, more signs) signs {
	switch n := len(strings.Fields(phrase)); {
	case n == 0:
		return none
	case n == 1:
		return one
	case n == 2:
		return two
	case n < 5:
		return few
	}
	return more
}

// keyOf gives the words that say what a statement is.
func keyOf(st *read.Statement) string {
	switch st.Kind {
	case read.Office:
		return st.Title
	case read.Figure:
		return st.Counted
	case read.Agreement:
		return st.Instrument
	case read.Event:
		return st.Event
	}
	return ""
}

// here goes to the sentence in which an evidence begins and gives its span.
func (s *signReader) here(evidence value.Span) value.Span {
	list := s.r.Sentences
	s.sentence = max(0, sort.Search(len(list), func(i int) bool { return list[i].Start > evidence.Start })-1)
	if len(list) == 0 {
		return evidence
	}
	span := list[s.sentence]
	ms, end := s.r.Mentions, max(span.End, evidence.End)
	from := sort.Search(len(ms), func(i int) bool { return ms[i].Start >= span.Start })
	to := from + sort.Search(len(ms)-from, func(i int) bool { return ms[from+i].Start >= end })
	s.mentions = ms[from:to]
	return span
}

// around gives the signs of what is named in the sentence of a statement.
func (s *signReader) around(st *read.Statement) (out signs) {
	dates, places, others := 0, 0, 0
	for i := range s.mentions {
		switch m := &s.mentions[i]; m.Kind {
		case read.DateKind:
			dates++
			out.set(dateHere, st.Date != "" && m.Value == st.Date)
		case read.Place:
			places++
			out.set(placeHere, m.Entity != "" && m.Entity == st.Place)
		case read.Person, read.Organization, read.Group:
			others++
		}
	}
	out.set(dateNone, st.Date == "")
	out.set(datesHere, dates > 1)
	out.set(placeNone, st.Place == "")
	out.set(placesHere, places > 1)
	out.set(nobodyHere, places+others == 0)
	return out
}

// isHere reports whether an entity is named in the sentence at hand.
func (s *signReader) isHere(id string) bool {
	for i := range s.mentions {
		if s.mentions[i].Entity == id {
			return true
		}
	}
	return false
}

// entity gives the entity of an id; nil where the word is none.
func (s *signReader) entity(id string) *read.Entity {
	if len(id) < 2 || id[0] != 'e' {
		return nil
	}
	n, err := strconv.Atoi(id[1:])
	if err != nil || n < 1 || n > len(s.r.Entities) {
		return nil
	}
	return &s.r.Entities[n-1]
}

// who gives the signs of those who take part.
func (s *signReader) who(ids []string) (out signs) {
	switch n := len(ids); {
	case n == 0:
		return whoNone
	case n == 1:
		out = whoOne
	case n > 2:
		out = whoMany
	}
	for _, id := range ids {
		out |= s.oneOf(id)
	}
	return out
}

// oneOf gives the signs of one who takes part, speaks or holds an office.
func (s *signReader) oneOf(id string) (out signs) {
	e := s.entity(id)
	if e == nil {
		return 0
	}
	out.set(whoAway, !s.isHere(id))
	out.set(whoUnlisted, e.Known == "" && !strings.Contains(e.Name, " "))
	return out
}

// person gives the signs of a holder or speaker.
func (s *signReader) person(id string) (out signs) {
	e := s.entity(id)
	switch {
	case id == "":
		return whoNone
	case e == nil:
		return 0
	}
	out = s.oneOf(id)
	out.set(personNames, len(e.Aliases) > 0)
	if e.Kind != read.Person {
		return out | bodySpeaks
	}
	return out | byWords(e.Name, 0, person1, person2, person3, person3)
}

// body gives the signs of the body of an office.
func (s *signReader) body(id string) (out signs) {
	e := s.entity(id)
	if e == nil {
		return bodyNone
	}
	out.set(bodyHere, s.isHere(id))
	out.set(bodyListed, e.Known != "")
	return out
}

// speech gives the signs of the words of a quote.
func speech(st *read.Statement) (out signs) {
	out.set(speechMarks, st.Direct != nil && *st.Direct)
	switch n := len(st.Text); {
	case n < 20:
		return out | speechShort
	case n < 50:
		return out | speechFew
	case n < 100:
		return out | speechSome
	}
	return out | speechLong
}

// measure gives the signs of a figure.
func measure(st *read.Statement) (out signs) {
	out.set(noMeasure, st.Unit == "")
	out.set(ofPeople, st.Group != "")
	out.set(ranked, st.Rank != 0 || st.Times != 0)
	out.set(ranged, st.High != nil)
	out.set(changed, st.Change != "")
	return out
}

// again marks the statement i and one before it that say the same of the same.
func (s *signReader) again(out []signs, i int) {
	st := &s.r.Statements[i]
	tell := func(key, who string) {
		if who == "" {
			return
		}
		t := telling{st.Kind, key, who}
		if first := s.told[t]; first > 0 {
			out[i] |= toldTwice
			out[first-1] |= toldTwice
			return
		}
		if s.told == nil {
			s.told = map[telling]int32{}
		}
		s.told[t] = int32(i) + 1
	}
	switch st.Kind {
	case read.Office:
		tell("", st.Person) // somebody has two offices
	case read.Agreement:
		for _, id := range st.Parties {
			tell(st.Instrument, id)
		}
	case read.Event:
		tell(st.Event, st.Place)
		for _, id := range st.Participants {
			tell(st.Event, id)
		}
	}
}

// together marks statements of one kind in one sentence.
func (s *signReader) together(out []signs) {
	list := s.r.Statements
	for from := 0; from < len(list); {
		s.here(list[from].Evidence)
		sentence, to := s.sentence, from
		var count [len(kinds)]int
		for to < len(list) && s.inSentence(sentence, list[to].Evidence.Start) {
			count[kindIndex(list[to].Kind)]++
			to++
		}
		to = max(to, from+1) // a reading without sentences
		for i := from; i < to; i++ {
			n := count[kindIndex(list[i].Kind)]
			out[i].set(kindTwice, n == 2)
			out[i].set(kindOften, n > 2)
		}
		from = to
	}
}

// inSentence reports whether a place in the text is before the end of a sentence.
func (s *signReader) inSentence(sentence, at int) bool {
	return sentence+1 >= len(s.r.Sentences) || at < s.r.Sentences[sentence+1].Start
}

// kinds are the kinds of statement; the last stands for one that is none of them.
var kinds = [...]string{read.Office, read.Figure, read.Quote, read.Agreement, read.Event, ""}

func kindIndex(kind string) int {
	if i := slices.Index(kinds[:], kind); i >= 0 {
		return i
	}
	return len(kinds) - 1
}
