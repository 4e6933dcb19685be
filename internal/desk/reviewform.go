package desk

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// Field is one question of the form of a statement.
type Field struct {
	Name, Label string
	As          string // "text", "long", "number", "date", "choice", "check", "entity"
	Values      []string
	Choices     []Choice
}

// shape is a field as a kind of statement has it. Entities are those of the
// kinds that may stand there.
type shape struct {
	name, as string
	choices  []string // of a choice; kinds of an entity
	many     bool
}

var (
	anybody  = []string{read.Person, read.Organization, read.Place, read.Group}
	someBody = []string{read.Organization, read.Place}
	inPlace  = []string{read.Place}
)

// shapes are the fields of each kind, as the contract of readings has them.
var shapes = map[string][]shape{
	read.Office: {
		{"person", "entity", []string{read.Person}, false}, {"title", "text", nil, false}, {"organization", "entity", []string{read.Organization}, false},
		{"tenure", "choice", []string{"", "former", "acting", "first", "appointed", "relieved"}, false}, {"date", "date", nil, false}, {"place", "entity", inPlace, false},
	},
	read.Figure: {
		{"value", "number", nil, false}, {"high", "number", nil, false}, {"qualifier", "choice", []string{"", "exact", "about", "under", "over"}, false}, {"unit", "text", nil, false},
		{"counted", "text", nil, false}, {"group", "entity", []string{read.Group}, false}, {"place", "entity", inPlace, false}, {"date", "date", nil, false},
		{"rank", "number", nil, false}, {"times", "number", nil, false}, {"change", "choice", []string{"", "rise", "fall"}, false},
		{"only", "check", nil, false}, {"since", "check", nil, false},
	},
	read.Quote: {
		{"speaker", "entity", []string{read.Person, read.Organization}, false}, {"text", "long", nil, false}, {"direct", "check", nil, false}, {"language", "text", nil, false}, {"date", "date", nil, false},
	},
	read.Agreement: {
		{"instrument", "text", nil, false}, {"party", "entity", someBody, true}, {"date", "date", nil, false}, {"status", "choice", []string{"signed", "adopted", "planned", "other"}, false},
		{"action", "text", nil, false}, {"place", "entity", inPlace, false},
	},
	read.Event: {
		{"event", "choice", []string{"conference", "meeting", "session", "visit", "festival", "exhibition", "ceremony", "appointment", "competition", "anniversary", "camp", "concert", "year", "other"}, false},
		{"name", "text", nil, false}, {"date", "date", nil, false}, {"place", "entity", inPlace, false}, {"participant", "entity", anybody, true}, {"organizer", "entity", someBody, false},
		{"edition", "number", nil, false}, {"time", "choice", []string{"", "past", "planned", "hypothetical", "denied"}, false}, {"recurring", "check", nil, false},
	},
}

// texts gives where a statement keeps a field of words.
func texts(s *read.Statement) map[string]*string {
	return map[string]*string{"title": &s.Title, "tenure": &s.Tenure, "qualifier": &s.Qualifier, "unit": &s.Unit, "counted": &s.Counted, "change": &s.Change, "text": &s.Text, "language": &s.Language,
		"instrument": &s.Instrument, "status": &s.Status, "action": &s.Action, "event": &s.Event, "name": &s.Name, "time": &s.Time, "date": &s.Date}
}

// ticked reports whether a statement says yes to a field of yes and no.
func ticked(s *read.Statement, name string) bool {
	switch name {
	case "direct":
		return s.Direct != nil && *s.Direct
	case "recurring":
		return s.Recurring != nil && *s.Recurring
	case "only":
		return s.Only
	case "since":
		return s.Since
	}
	return false
}

// fields asks what a statement says.
func (q *request) fields(s record.Statement, t told) (out []Field) {
	words := texts(&s.Said)
	number := func(v float64) []string {
		if v == 0 {
			return []string{""}
		}
		return []string{strconv.FormatFloat(v, 'f', -1, 64)}
	}
	for _, sh := range shapes[s.Said.Kind] {
		f := Field{Name: sh.name, Label: q.T("review.field." + sh.name), As: sh.as, Values: []string{""}}
		switch {
		case sh.as == "entity":
			f.Values = nil
			for _, id := range s.Entities(sh.name) {
				f.Values = append(f.Values, entityText(t.entities[id], q.tag.Language))
			}
			if len(f.Values) == 0 || sh.many {
				f.Values = append(f.Values, "")
			}
		case words[sh.name] != nil:
			f.Values = []string{*words[sh.name]}
		case sh.name == "value" && s.Said.Value != nil:
			f.Values = []string{strconv.FormatFloat(*s.Said.Value, 'f', -1, 64)}
		case sh.name == "high" && s.Said.High != nil:
			f.Values = []string{strconv.FormatFloat(*s.Said.High, 'f', -1, 64)}
		case sh.name == "rank":
			f.Values = number(float64(s.Said.Rank))
		case sh.name == "times":
			f.Values = number(s.Said.Times)
		case sh.name == "edition":
			f.Values = number(float64(s.Said.Edition))
		case sh.as == "check" && ticked(&s.Said, sh.name):
			f.Values = []string{"1"}
		}
		if sh.as == "choice" {
			for _, c := range sh.choices {
				label := "—"
				if c != "" {
					label = q.T("review.choice." + c)
				}
				f.Choices = append(f.Choices, Choice{c, label, c == f.Values[0]})
			}
		}
		out = append(out, f)
	}
	return out
}

// entityText is how a form names an entity: nobody has to choose again.
func entityText(e store.Entity, language string) string {
	return e.Name(language) + " #" + strconv.FormatInt(e.ID, 10)
}

// filled reads the form of a statement. Where a name has to be made, the form
// must say so.
func (q *request) filled(tx *store.Tx, kind, language, script string) (s read.Statement, refs []record.Ref, err error) {
	s.Kind = kind
	words := texts(&s)
	for _, sh := range shapes[kind] {
		text := q.field(sh.name)
		bad := func(hint string) error {
			return fault.New(fault.Invalid, "%s: %q cannot be read", q.T("review.field."+sh.name), text).In(sh.name).Hint("%s", hint)
		}
		switch {
		case sh.as == "entity":
			for _, name := range q.PostForm[sh.name] {
				if name = strings.TrimSpace(name); name == "" {
					continue
				}
				id, err := q.entityOf(tx, name, sh.choices, language, script)
				if err != nil {
					return s, nil, err
				}
				if ref := (record.Ref{Role: sh.name, Entity: id}); !slices.Contains(refs, ref) {
					refs = append(refs, ref)
				}
			}
		case sh.as == "date":
			if _, err := value.ParseDate(text); err != nil && text != "" {
				return s, nil, bad(q.T("review.hint.date"))
			}
			*words[sh.name] = text
		case sh.as == "choice":
			if text != "" && !slices.Contains(sh.choices, text) {
				return s, nil, bad(q.T("review.hint.choice"))
			}
			*words[sh.name] = text
		case sh.as == "check":
			yes := text != ""
			switch sh.name {
			case "direct":
				s.Direct = &yes
			case "recurring":
				s.Recurring = &yes
			case "only":
				s.Only = yes
			case "since":
				s.Since = yes
			}
		case sh.as == "number":
			if text == "" {
				continue
			}
			n, err := strconv.ParseFloat(strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".").Replace(text), 64)
			if err != nil || n != n || n > 1e18 || n < -1e18 || (sh.name == "rank" || sh.name == "edition") && (n < 1 || n != float64(int(n))) {
				return s, nil, bad(q.T("review.hint.number"))
			}
			switch sh.name {
			case "value":
				s.Value = &n
			case "high":
				s.High = &n
			case "rank":
				s.Rank = int(n)
			case "times":
				s.Times = n
			case "edition":
				s.Edition = int(n)
			}
		default:
			*words[sh.name] = text
		}
	}
	if empty := s.Title == "" && s.Value == nil && s.Rank == 0 && s.Times == 0 && s.Text == "" && s.Instrument == "" && s.Event == "" && !s.Only; empty {
		return s, nil, fault.New(fault.Invalid, "the statement says nothing").Hint("fill in what the sentence states")
	}
	if s.Only && s.Change == "" {
		return s, nil, fault.New(fault.Invalid, "%s: it says of whom alone a number rose or fell", q.T("review.field.only")).In("change").Hint("%s", q.T("review.hint.change"))
	}
	if s.Since && s.Date == "" {
		return s, nil, fault.New(fault.Invalid, "%s: there is no date", q.T("review.field.since")).In("date").Hint("%s", q.T("review.hint.date"))
	}
	restate(&s, refs)
	return s, refs, nil
}

// restate writes the entities of the record into the fields that a reading
// has for its own, so that a statement by itself says that somebody is meant.
func restate(s *read.Statement, refs []record.Ref) {
	s.Parties, s.Participants = nil, nil
	for _, r := range refs {
		id := "r" + strconv.FormatInt(r.Entity, 10)
		switch r.Role {
		case record.RolePerson:
			s.Person = id
		case record.RoleOrganization:
			s.Organization = id
		case record.RoleGroup:
			s.Group = id
		case record.RoleSpeaker:
			s.Speaker = id
		case record.RoleParty:
			s.Parties = append(s.Parties, id)
		case record.RoleParticipant:
			s.Participants = append(s.Participants, id)
		case record.RoleOrganizer:
			s.Organizer = id
		case record.RolePlace:
			s.Place = id
		}
	}
}

// entityOf finds the entity that a form names: "Name #12" by its number, else
// by its whole name in any script. Of several it asks which.
func (q *request) entityOf(tx *store.Tx, text string, kinds []string, language, script string) (int64, error) {
	if _, number, ok := strings.Cut(text, "#"); ok {
		if id, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64); err == nil {
			e, err := tx.EntityByID(tx.Context(), id)
			if err != nil {
				return 0, err
			}
			if e.Into != 0 {
				id = e.Into
			}
			if !slices.Contains(kinds, e.Kind) {
				return 0, fault.New(fault.Invalid, "%q is a %s, which cannot stand here", text, q.T("review.entity."+e.Kind)).Hint("choose another name")
			}
			return id, nil
		}
	}
	list, err := q.entitiesNamed(tx.Queries, text, kinds)
	if err != nil {
		return 0, err
	}
	switch {
	case len(list) == 1:
		return list[0].ID, nil
	case len(list) > 1:
		var names []string
		for _, e := range list {
			names = append(names, e.Name(q.tag.Language)+" #"+strconv.FormatInt(e.ID, 10))
		}
		return 0, fault.New(fault.Conflict, "several are named %q", text).Hint("write one of: %s", strings.Join(names, "; "))
	case q.field("create") == "":
		return 0, fault.New(fault.NotFound, "the record knows nobody and nothing named %q", text).Hint("correct the name, or tick “%s”", q.T("review.create"))
	}
	return makeEntity(tx, kinds[0], text, language, script)
}

// makeEntity makes an entity that a person has named.
func makeEntity(tx *store.Tx, kind, name, language, script string) (int64, error) {
	e := record.Entity{Kind: kind, Names: []record.Name{{Text: name, Language: language, Script: script}}, Rank: record.Accepted}
	err := tx.SaveEntity(&e, record.Matcher{}.Keys(e))
	return e.ID, err
}

// entitiesNamed gives the entities of some kinds with just this name.
func (q *request) entitiesNamed(from store.Queries, text string, kinds []string) (out []store.Entity, err error) {
	list, err := from.Suggest(q.Context(), text, 12)
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		if slices.Contains(kinds, e.Kind) && slices.ContainsFunc(e.Names, func(n record.Name) bool { return strings.EqualFold(n.Text, text) }) {
			out = append(out, e)
		}
	}
	return out, nil
}
