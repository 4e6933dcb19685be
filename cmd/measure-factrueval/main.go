// Command measure-factrueval reads a folder of factRuEval-2016 documents with
// the reader and scores names (person, organization, place) and occupations.
// It only measures: nothing of the corpus enters the program.
//
//	go run ./cmd/measure-factrueval devset
//	cmd/measure-factrueval/halves devset      # each half by a model of the other
//
// A name counts as found where a mention of its class shares six tenths of its
// letters with all words of the object, or with its proper words; pairs are
// made one to one, the closest first. Objects that are adjectives of a place
// or jobs only are left out, and so are persons and places without a proper
// word. LocOrg is a place.
//
// Beside that stands the published measure of the first track (scripts/dialent
// of factRuEval-2016): bodies that are only described, names within names of
// bodies and places, and descriptions beside a name are neither right nor
// wrong, and a name with words too much or too few is right in part. Pairs are
// made the closest first, not by trying all.
//
// An occupation counts as found where an office names the same person (a
// shared word of the name) and the position and our title share half their
// words, or one holds all the words of the other.
package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/alecthomas/kong"

	"shanyraq/internal/read"
	"shanyraq/internal/reader"
)

type cli struct {
	Dir  string `arg:"" help:"Folder of documents: .txt, .tokens, .spans, .objects, .facts."`
	Show string `enum:",person,organization,place,occupation" default:"" help:"Print misses (-) and extras (+) of one class: person, organization, place, occupation."`
}

func main() {
	var c cli
	ctx := kong.Parse(&c, kong.Description("Score the reader on factRuEval-2016 documents."))
	ctx.FatalIfErrorf(c.run(os.Stdout, func(text string) read.Reading {
		return reader.Read(text, reader.Options{Language: "ru"})
	}))
}

var classes = [...]string{"all", "person", "place", "organization", "occupation"}

// run scores what reading finds in the documents and writes the table to out.
func (c *cli) run(out io.Writer, reading func(text string) read.Reading) error {
	docs, err := load(c.Dir)
	if err != nil {
		return err
	}
	total := map[string]*counts{}
	for _, class := range classes {
		total[class] = &counts{}
	}
	official := map[string]*score{}
	for _, class := range classes[:4] {
		official[class] = &score{}
	}
	for _, d := range docs {
		r := reading(d.text)
		found := namesOf(r)
		for _, class := range []string{"person", "place", "organization"} {
			want, got := ofClass(d.names, class), ofClass(found, class)
			right := pair(want, got, func(w, g name) float64 { return w.closeness(g) }, 0.6)
			c.show(out, d.id, class, right, len(want), len(got), func(i int) string { return d.words(want[i]) }, func(i int) string { return d.words(got[i]) })
			total[class].add(len(right), len(want), len(got))
			total["all"].add(len(right), len(want), len(got))
		}
		d.published(d.objectsOf(r), official)
		jobs := jobsOf(r)
		right := pair(d.jobs, jobs, func(w, g job) float64 { return w.closeness(g) }, 0.5)
		c.show(out, d.id, "occupation", right, len(d.jobs), len(jobs), func(i int) string { return d.jobs[i].String() }, func(i int) string { return jobs[i].String() })
		total["occupation"].add(len(right), len(d.jobs), len(jobs))
	}
	fmt.Fprintf(out, "%d documents\n", len(docs))
	for _, class := range classes {
		fmt.Fprintln(out, total[class].line(class))
	}
	fmt.Fprintln(out, "by the published measure of names")
	for _, class := range classes[:4] {
		fmt.Fprintln(out, official[class].line(class))
	}
	return nil
}

// show prints what of one class in one document was missed and what was too much.
func (c *cli) show(out io.Writer, id, class string, right []match, want, got int, wanted, found func(int) string) {
	if c.Show != class {
		return
	}
	for i := range want {
		if !slices.ContainsFunc(right, func(m match) bool { return m.want == i }) {
			fmt.Fprintf(out, "%s\t- %s\n", id, wanted(i))
		}
	}
	for i := range got {
		if !slices.ContainsFunc(right, func(m match) bool { return m.got == i }) {
			fmt.Fprintf(out, "%s\t+ %s\n", id, found(i))
		}
	}
}

type counts struct{ right, wanted, found int }

func (c *counts) add(right, wanted, found int) {
	c.right, c.wanted, c.found = c.right+right, c.wanted+wanted, c.found+found
}

func (c *counts) line(class string) string {
	p, r, f := 0.0, 0.0, 0.0
	if c.right > 0 {
		p, r = float64(c.right)/float64(c.found), float64(c.right)/float64(c.wanted)
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("%-14s P %.3f  R %.3f  F1 %.3f  (%d)", class, p, r, f, c.wanted)
}

// match pairs an item wanted with one found.
type match struct{ want, got int }

// pair matches one to one, the closest first, what is at least as close as least.
func pair[W, G any](want []W, got []G, close func(W, G) float64, least float64) (out []match) {
	type edge struct {
		match
		score float64
	}
	var edges []edge
	for i := range want {
		for j := range got {
			if s := close(want[i], got[j]); s >= least {
				edges = append(edges, edge{match{i, j}, s})
			}
		}
	}
	slices.SortStableFunc(edges, func(a, b edge) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	usedWant, usedGot := make([]bool, len(want)), make([]bool, len(got))
	for _, e := range edges {
		if !usedWant[e.want] && !usedGot[e.got] {
			usedWant[e.want], usedGot[e.got] = true, true
			out = append(out, e.match)
		}
	}
	return out
}
