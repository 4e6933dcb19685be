package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/facts"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
)

// crowd is some entities of a kind, named the more often the earlier they
// stand (Zipf's law), as in every archive.
type crowd struct {
	list []record.Entity
	s    float64 // exponent; 0 is even
}

// pick takes one; the first is taken some hundred times as often as the
// hundredth where s is 1.
func (c crowd) pick(r *rand.Rand) *record.Entity {
	n := float64(len(c.list))
	u := r.Float64()
	at := 0.0
	switch c.s {
	case 0:
		at = u * n
	case 1:
		at = math.Pow(n+1, u) - 1
	default: // the inverse of the integral of x^-s from 1 to n+1
		e := 1 - c.s
		at = math.Pow(u*(math.Pow(n+1, e)-1)+1, 1/e) - 1
	}
	return &c.list[min(int(at), len(c.list)-1)]
}

// word invents one from syllables, the same for the same number.
func word(n, syllables int) string {
	list := strings.Fields("ba ko ri ten mar su la dor gi ven pa lo shi ram tu kel nor za mi fen")
	var b strings.Builder
	for range syllables {
		b.WriteString(list[n%len(list)])
		n /= len(list)
	}
	s := b.String()
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}

// invented makes people, bodies and places. Surnames and given names follow
// Zipf's law too, so that many people have one name: of 120,000 some twenty
// thousand share theirs with another, the commonest with scores.
func invented(r *rand.Rand, n int) (people, bodies, places []record.Entity) {
	surnames, given := 6000, 300
	zipf := func(n int) int { return min(int(math.Pow(float64(n)+1, r.Float64()))-1, n-1) }
	name := func(text string) []record.Name { return []record.Name{{Text: text, Language: "en", Script: "Latn"}} }
	for i := range n * 6 / 10 {
		full := word(zipf(given)*7, 2) + " " + word(zipf(surnames)*3, 3) + "ov"
		switch i % 5 {
		case 0: // with a patronymic
			full = word(zipf(given)*7, 2) + " " + word(zipf(given)*7, 2) + "ovich " + word(zipf(surnames)*3, 3) + "ov"
		case 1:
			full = word(zipf(given)*7, 2)[:1] + ". " + word(zipf(surnames)*3, 3) + "ov"
		}
		people = append(people, record.Entity{Kind: read.Person, Names: name(full), Rank: record.Suggested})
	}
	kinds := strings.Fields("Institute Ministry Centre Fund Union Committee University Bank Company Theatre")
	for i := range n * 3 / 10 {
		bodies = append(bodies, record.Entity{Kind: read.Organization, Names: name(kinds[r.IntN(len(kinds))] + " of " + word(i*11, 3) + " " + word(r.IntN(8000), 3)), Rank: record.Suggested})
	}
	for i := range n / 10 {
		places = append(places, record.Entity{Kind: read.Place, Names: name(word(i*13, 4) + "abad"), Rank: record.Suggested})
	}
	return people, bodies, places
}

// known makes the entities of the project's lists; countries come first among
// places, those of Central Asia before the others.
func known() (places, bodies, groups []record.Entity) {
	put := func(list *[]record.Entity, kind, id string) {
		if !slices.ContainsFunc(*list, func(e record.Entity) bool { return e.Known == id }) {
			*list = append(*list, record.Entity{Kind: kind, Known: id, Names: record.KnownNames(kind, id), Rank: record.Suggested})
		}
	}
	for _, code := range []string{"KZ", "UZ", "KG", "TJ", "TM", "RU", "CN"} {
		for _, p := range facts.Places() {
			if p.ISO == code && p.Kind == "country" {
				put(&places, read.Place, p.ID)
			}
		}
	}
	for _, p := range facts.Places() {
		put(&places, read.Place, p.ID)
	}
	for _, b := range facts.Bodies() {
		put(&bodies, read.Organization, b.ID)
	}
	for _, g := range facts.Groups() {
		put(&groups, read.Group, g.ID)
	}
	return places, bodies, groups
}

// localID names an entity within one reading.
func localID(n int) string { return "e" + strconv.Itoa(n+1) }
