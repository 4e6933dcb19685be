package record

import (
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// Rank is what people have decided about an entity or a statement.
type Rank string

// Suggested is the machine's word only. Deprecated is kept, with its reason.
const (
	Suggested  Rank = "suggested"
	Accepted   Rank = "accepted"
	Preferred  Rank = "preferred"
	Deprecated Rank = "deprecated"
)

// Valid reports whether r is one of the ranks.
func (r Rank) Valid() bool {
	return r == Suggested || r == Accepted || r == Preferred || r == Deprecated
}

// Entity is a person, organization, place or group (a people) meant by
// articles of any language.
type Entity struct {
	ID    int64
	Kind  string // read.Person, read.Organization, read.Place, read.Group
	Known string // id of a place, body or group of package facts; empty otherwise
	Names []Name // the canonical name of each language first
	Rank  Rank
	// Into is the entity this one was merged into; 0 while it stands. A
	// merged entity keeps its names, so that a split loses nothing.
	Into int64
}

// Name is one name of an entity as written in one language.
type Name struct {
	Text     string
	Language string // BCP 47
	Script   string // ISO 15924
	Alias    bool   // a short form, an abbreviation or another spelling
}

// Name gives the canonical name in the language, else in English, else the
// first there is.
func (e Entity) Name(language string) string {
	best := ""
	for _, n := range e.Names {
		switch {
		case n.Alias && best != "":
		case n.Language == language && !n.Alias:
			return n.Text
		case best == "" || n.Language == "en" && !n.Alias:
			best = n.Text
		}
	}
	return best
}

// Roles an entity has in a statement.
const (
	RolePerson       = "person"
	RoleOrganization = "organization"
	RoleGroup        = "group"
	RoleSpeaker      = "speaker"
	RoleParty        = "party"
	RoleParticipant  = "participant"
	RoleOrganizer    = "organizer"
	RolePlace        = "place"
)

// Ref says that an entity has a role in a statement.
type Ref struct {
	Role   string
	Entity int64
}

// Statement is one fact as one revision of one article tells it. Statements
// that tell the same fact share Fact.
type Statement struct {
	ID       int64
	Article  int64
	Revision int64
	Hash     string // of the revision
	Evidence value.Span
	Quote    string // the words of the evidence, as they stand in the revision's plain text

	// Said holds what the reader said. The entity fields of Said still hold
	// the ids of that reading ("e1"); Refs holds the record's entities.
	Said read.Statement
	Refs []Ref

	// Fact is the same for all statements that tell one fact: the same
	// signing told in five articles is five statements of one fact.
	Fact string
	// Keys are what a later statement of the same fact is looked up by.
	Keys []string

	ReaderVersion string
	Rank          Rank
	Reason        string // why it has this rank; always there when deprecated
	// Touched is set once a person has decided or edited: such a statement is
	// never replaced by a machine.
	Touched bool
	// Original is what the reader said where a person has corrected it: what
	// later readings say again, and what the correction teaches.
	Original *Telling
	// Orphaned is set when an edit of the text left no exact place for the
	// evidence; an editor must look.
	Orphaned bool
}

// Entities gives the ids that have the role.
func (s Statement) Entities(role string) (ids []int64) {
	for _, r := range s.Refs {
		if r.Role == role {
			ids = append(ids, r.Entity)
		}
	}
	return ids
}

// Change is one signed and dated decision on a statement or an entity.
type Change struct {
	Who    string
	When   time.Time
	What   string // "rank", "edit", "add", "place", "merge", "split", "part", "names", "apart", "mention", "stand", "move"
	From   string
	To     string
	Reason string

	Article int64 // in whose review it was made; 0 elsewhere
	Batch   int64 // the same for all decisions of one act; 0 for one by itself
	Undoes  int64 // the decision that this one takes back; 0 for none
}

// Telling is what was read from some words.
type Telling struct {
	Said     read.Statement
	Refs     []Ref
	Evidence value.Span
}

// ByHand is the rule of a statement that a person added or corrected.
const ByHand = "by-hand"

// Conflict is a pair of statements that cannot both be right in one field.
// Both sides are shown, never averaged.
type Conflict struct {
	A, B  int64  // statement ids
	Field string // "date", "parties", "value", "title", "place"
	Why   string // both sides in one English sentence
}
