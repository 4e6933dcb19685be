package record

import (
	"math"
	"slices"
	"unicode/utf8"

	"shanyraq/internal/read"
)

// How far apart in their texts, as a share of the length, two statements may
// stand: a translation moves sentences little. What is told apart by its place
// alone (which of the speaker's words, which of two small numbers) must stand closer.
const (
	farApart  = 0.12
	closeEach = 0.05
)

// maxAligned bounds the work for one kind of statement in two articles; what
// stands beyond it is joined by its words alone.
const maxAligned = 400

// Align pairs the statements of an article, by their indexes, with those that
// a translation of the article makes in the same place; each stands in one
// pair at most.
//
// A translation says the same in the same order, so for each kind the longest
// common order of statements that can be one is looked for: figures of one
// number, quotations of one speaker, offices of one person, agreements and
// events of one kind whose dates and places do not contradict each other.
func Align(mine, told []Statement) (pairs [][2]int) {
	size, toldSize := extent(mine), extent(told)
	for _, kind := range [...]string{read.Office, read.Figure, read.Quote, read.Agreement, read.Event} {
		pairs = append(pairs, commonOrder(ofKind(mine, kind), ofKind(told, kind), func(i, j int) int {
			a, b := &mine[i], &told[j]
			apart := math.Abs(float64(a.Evidence.Start)/size - float64(b.Evidence.Start)/toldSize)
			if n := translated(a, b); apart <= closeEach || n > 1 && apart <= farApart {
				return n
			}
			return 0
		})...)
	}
	return pairs
}

// extent is where the last statement ends: the length of the text as far as
// it states anything.
func extent(list []Statement) float64 {
	end := 1
	for i := range list {
		end = max(end, list[i].Evidence.End)
	}
	return float64(end)
}

// ofKind gives the indexes of what may be aligned, in the order of the text.
func ofKind(list []Statement, kind string) (out []int) {
	for i := range list {
		if s := &list[i]; s.Said.Kind == kind && s.Rank != Deprecated && !s.Orphaned && len(out) < maxAligned {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(i, j int) int { return list[i].Evidence.Start - list[j].Evidence.Start })
	return out
}

// commonOrder gives the pairs of the order that agrees best, by dynamic
// programming over the two lists.
func commonOrder(a, b []int, agree func(i, j int) int) (pairs [][2]int) {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	width := len(b) + 1
	best := make([]int, (len(a)+1)*width) // of what stands behind i and j
	score := make([]int, len(a)*len(b))
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			s := agree(a[i], b[j])
			score[i*len(b)+j] = s
			n := max(best[(i+1)*width+j], best[i*width+j+1])
			if s > 0 {
				n = max(n, s+best[(i+1)*width+j+1])
			}
			best[i*width+j] = n
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch s := score[i*len(b)+j]; {
		case s > 0 && best[i*width+j] == s+best[(i+1)*width+j+1]:
			pairs = append(pairs, [2]int{a[i], b[j]})
			i, j = i+1, j+1
		case best[i*width+j] == best[(i+1)*width+j]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// translated compares two statements of one kind in translations of one
// article: 0 when they cannot be one, 1 when nothing but their place says that
// they are, more the more they share.
func translated(a, b *Statement) int {
	when := compareDates(a.Said.Date, b.Said.Date)
	if when == near || when == apart {
		return 0
	}
	n := 1
	if when == sameDay || when == overlapping {
		n++
	}
	switch a.Said.Kind {
	case read.Office:
		if !equal(a, b, RolePerson) || len(a.Entities(RolePerson)) == 0 || former(a) != former(b) || contradict(a, b, RoleOrganization) {
			return 0
		}
		return n + 1 + shared(a, b, RoleOrganization)
	case read.Figure:
		x, y := a.Said, b.Said
		if x.Unit != y.Unit || x.Rank != y.Rank || x.Change != y.Change || x.Times != y.Times || !sameNumber(x, y) || (x.High == nil) != (y.High == nil) {
			return 0
		}
		if contradict(a, b, RoleGroup) || contradict(a, b, RolePlace) {
			return 0
		}
		if x.Unit != "" || x.Value != nil && *x.Value >= 100 {
			n++ // few numbers stand twice in a text
		}
		return n + shared(a, b, RoleGroup) + shared(a, b, RolePlace)
	case read.Quote:
		if !equal(a, b, RoleSpeaker) || len(a.Entities(RoleSpeaker)) == 0 || isDirect(a) != isDirect(b) {
			return 0
		}
		x, y := utf8.RuneCountInString(a.Said.Text), utf8.RuneCountInString(b.Said.Text)
		if 2*min(x, y) < max(x, y) {
			return 0 // no translation is half as long
		}
		return n
	case read.Agreement:
		if InstrumentKind(a.Said.Instrument) != InstrumentKind(b.Said.Instrument) || a.Said.Action != b.Said.Action && a.Said.Action != "" && b.Said.Action != "" {
			return 0
		}
		if contradict(a, b, RoleParty) || contradict(a, b, RolePlace) {
			return 0
		}
		return n + shared(a, b, RoleParty) + shared(a, b, RolePlace)
	case read.Event:
		if a.Said.Event != b.Said.Event || unreal(a) != unreal(b) || a.Said.Edition != b.Said.Edition && a.Said.Edition != 0 && b.Said.Edition != 0 {
			return 0
		}
		if contradict(a, b, RolePlace) {
			return 0
		}
		return n + shared(a, b, RolePlace) + shared(a, b, RoleParticipant) + shared(a, b, RoleOrganizer)
	}
	return 0
}

// contradict reports that both name somebody in the role, and nobody that the
// other names.
func contradict(a, b *Statement, role string) bool {
	return len(a.Entities(role)) > 0 && len(b.Entities(role)) > 0 && shared(a, b, role) == 0
}

func isDirect(s *Statement) bool { return s.Said.Direct != nil && *s.Said.Direct }
