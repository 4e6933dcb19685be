package main

import (
	"embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/store"
)

//go:embed *.txt
var files embed.FS

// generator writes articles of invented people and bodies: the same flags and
// number give the same article, on every machine.
type generator struct {
	seed       uint64
	paragraphs int                 // of some 56 words each
	words      map[string][]string // "en noun"
	sentences  map[string][]string
}

func newGenerator(seed uint64) *generator {
	g := &generator{seed: seed, paragraphs: max(1, (*words+28)/56), words: map[string][]string{}, sentences: map[string][]string{}}
	for line := range lines("words.txt") {
		class, list, _ := strings.Cut(line, ": ")
		g.words[class] = strings.Split(list, ", ")
	}
	for _, l := range languages {
		for line := range lines(l + ".txt") {
			class := l
			if stateNothing(line) {
				class += " plain"
			}
			g.sentences[class] = append(g.sentences[class], line)
		}
	}
	return g
}

var languages = []string{"en", "ru", "kk"}

func lines(name string) func(func(string) bool) {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return func(yield func(string) bool) {
		for line := range strings.Lines(string(b)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

var (
	scripts  = map[string]string{"en": "Latn", "ru": "Cyrl", "kk": "Cyrl"}
	sections = []string{"news", "news/culture", "news/economy", "events", "documents/agreements"}
	months   = map[string][]string{
		"en": strings.Fields("January February March April May June July August September October November December"),
		"ru": strings.Fields("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
		"kk": strings.Fields("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
	}
	syllables = map[string][]string{
		"en": strings.Fields("ba ko ri ten mar su la dor gi ven pa lo shi ram tu kel nor za mi fen"),
		"ru": strings.Fields("ба ко ри тен мар су ла дор ги вен па ло ши рам ту кел нор за ми фен"),
		"kk": strings.Fields("ба қо рі тең мар сү ла дор ғи бен па лө ше рам тұ кел нұр за мі жан"),
	}
)

// item gives article number i of 25 years. They come about in the order of
// their days, as a site exports them, within a fortnight; or shuffled.
func (g *generator) item(i int) *store.Item {
	r := rand.New(rand.NewPCG(g.seed, uint64(i)))
	l := languages[i%len(languages)]
	const hours = 25 * 365 * 24
	hour := r.Int64N(hours)
	if !*shuffled {
		hour = int64(i)*hours/int64(*n) + hour%(14*24)
	}
	day := time.Date(2001, 1, 1, 6, 0, 0, 0, time.UTC).Add(time.Duration(hour) * time.Hour)
	title := strings.TrimSuffix(g.sentence(r, l, day), ".")
	if n := strings.Fields(title); len(n) > 9 {
		title = strings.Join(n[:9], " ")
	}
	var paragraphs []string
	for range g.paragraphs {
		var s []string
		for range 4 + r.IntN(3) {
			s = append(s, g.sentence(r, l, day))
		}
		paragraphs = append(paragraphs, strings.Join(s, " "))
	}
	rev := article.NewRevision(title, "", article.FromText(strings.Join(paragraphs, "\n\n")), "generated", day)
	return &store.Item{
		Article: article.Article{Language: l, Script: scripts[l], Section: sections[r.IntN(len(sections))], Slug: "g" + strconv.Itoa(i),
			State: article.Published, Published: day},
		Revision: rev, Key: "generated " + strconv.Itoa(i), Seen: rev.Hash,
	}
}

func (g *generator) sentence(r *rand.Rand, l string, day time.Time) string {
	list := g.sentences[l]
	if r.IntN(2) == 0 { // half of a text tells nothing that a record keeps
		list = g.sentences[l+" plain"]
	}
	text := list[r.IntN(len(list))]
	var b strings.Builder
	for {
		head, rest, ok := strings.Cut(text, "{")
		b.WriteString(head)
		if !ok {
			break
		}
		slot, tail, _ := strings.Cut(rest, "}")
		b.WriteString(g.fill(r, l, slot, day))
		text = tail
	}
	s := b.String()
	return strings.ToUpper(s[:firstLen(s)]) + s[firstLen(s):]
}

func firstLen(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

// stateNothing tells the sentences that have words in their slots, and no
// name, day or number.
func stateNothing(line string) bool {
	for _, slot := range []string{"{noun}", "{adj}"} {
		line = strings.ReplaceAll(line, slot, "")
	}
	return !strings.Contains(line, "{")
}

func (g *generator) fill(r *rand.Rand, l, slot string, day time.Time) string {
	switch slot {
	case "person":
		given := g.words[l+" given"]
		return given[r.IntN(len(given))] + " " + g.surname(r, l)
	case "word": // a rare word: the long tail of every archive
		return g.rare(r, l, 3)
	case "date":
		d := day.AddDate(0, 0, -r.IntN(400))
		m := months[l][d.Month()-1]
		switch l {
		case "en":
			return fmt.Sprintf("%d %s %d", d.Day(), m, d.Year())
		case "ru":
			return fmt.Sprintf("%d %s %d года", d.Day(), m, d.Year())
		}
		return fmt.Sprintf("%d жылғы %d %s", d.Year(), d.Day(), m)
	case "year":
		return strconv.Itoa(day.Year() - r.IntN(12))
	case "n":
		return strconv.Itoa((1 + r.IntN(900)) * 100)
	case "n2":
		return strconv.Itoa(2 + r.IntN(98))
	case "pct":
		return strconv.Itoa(1 + r.IntN(60))
	}
	list := g.words[l+" "+slot]
	if len(list) == 0 {
		panic("no words for " + l + " " + slot)
	}
	// Common words come often, as in any language.
	return list[min(r.IntN(len(list)), r.IntN(len(list)))]
}

// surname takes one of some 4,000 invented ones.
func (g *generator) surname(r *rand.Rand, l string) string {
	s := g.rare(r, l, 2)
	ending := map[string]string{"en": "ov", "ru": "ов", "kk": "ов"}[l]
	return strings.ToUpper(s[:firstLen(s)]) + s[firstLen(s):] + ending
}

func (g *generator) rare(r *rand.Rand, l string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(syllables[l][r.IntN(len(syllables[l]))])
	}
	return b.String()
}
