package main

import (
	"encoding/json"
	"fmt"
	"os"

	"shanyraq/internal/confidence"
	"shanyraq/internal/eval"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/value"
)

type evalCmd struct {
	Dir      string `arg:"" help:"Folder of gold documents (*.json), read with its subfolders."`
	JSON     bool   `help:"Print JSON."`
	Show     bool   `help:"Print misses (-), extras (+) and half-right items (~) of each document. Held-out documents are left out."`
	Kind     string `enum:",dates,people,organizations,places,groups,offices,figures,quotes,agreements,events" default:"" placeholder:"KIND" help:"With --show, one kind only: dates, people, organizations, places, groups, offices, figures, quotes, agreements, events."`
	Language string `placeholder:"TAG" help:"Only documents in this language."`
	Part     string `enum:",dev,held" default:"" placeholder:"PART" help:"Only documents below a folder dev or held."`
	Fields   bool   `help:"Print which share of what gold tells of a statement (its day, its sides …) is told right."`
	Rules    bool   `help:"Print how often each rule was right."`

	Confidence bool `help:"Print internal/confidence/weights.txt: how much each sign of a statement makes it surer, fitted to these documents."`
}

func (*evalCmd) Help() string {
	return `Reads each gold document and prints precision, recall and F1 by kind and language, and macro F1 over the kinds. How gold and found are compared stands in the documentation of internal/eval; the shape of a document in internal/eval/gold/README.md. A reading as ` + "`shanyraq read`" + ` prints it, with its "text", is a gold document too.

Examples:
  shanyraq eval internal/eval/gold
  shanyraq eval internal/eval/gold --language kk --part dev --show --kind offices
  shanyraq eval internal/eval/gold --part held --fields
  shanyraq eval my-gold --json`
}

func (c *evalCmd) Run() error {
	docs, bad := eval.Load(c.Dir)
	for _, err := range bad {
		fmt.Fprintf(os.Stderr, "shanyraq: %v\n", err)
	}
	var chosen []eval.Document
	for _, d := range docs {
		if (c.Language == "" || d.Language == c.Language) && (c.Part == "" || d.Part == c.Part) {
			chosen = append(chosen, d)
		}
	}
	if len(chosen) == 0 {
		if len(bad) > 0 {
			return errPartly
		}
		return fault.New(fault.NotFound, "no document below %q is in language %q and part %q", c.Dir, c.Language, c.Part).Hint("leave out --language or --part")
	}
	if c.Confidence {
		return calibrate(chosen)
	}
	report := eval.Run(chosen, readGold)
	if err := c.print(report); err != nil {
		return err
	}
	if len(bad) > 0 {
		return errPartly
	}
	return nil
}

// calibrate prints what the confidence of statements is computed from.
func calibrate(docs []eval.Document) error {
	var list []confidence.Example
	for n, d := range docs {
		r := readGold(d)
		signs := confidence.Signs(r)
		for _, j := range eval.ScoreDocument(d, eval.FactsOf(r)).Judged {
			list = append(list, confidence.Example{Document: n, Kind: r.Statements[j.At].Kind, Signs: signs[j.At], Credit: j.Credit})
		}
	}
	fmt.Println("# What shows at a statement and how much surer or less sure that makes it: kind, sign, weight in log odds,")
	fmt.Println("# statements with it; * is what all of a kind share. Made by: shanyraq eval internal/eval/gold --confidence")
	return confidence.Calibrate(list).Print(os.Stdout)
}

func (c *evalCmd) print(r eval.Report) error {
	if c.JSON {
		enc := json.NewEncoder(os.Stdout)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	if c.Show {
		r.PrintSlips(os.Stdout, c.Kind)
		fmt.Println()
	}
	if c.Fields {
		if err := r.PrintFields(os.Stdout); err != nil {
			return err
		}
		fmt.Println()
	}
	if c.Rules {
		if err := r.PrintRules(os.Stdout); err != nil {
			return err
		}
		fmt.Println()
	}
	return r.Print(os.Stdout)
}

// readGold reads one gold document as a user would: language and day given.
func readGold(d eval.Document) read.Reading {
	published, err := value.ParseDate(d.Published)
	if err != nil { // eval.Load has refused it already
		published = value.Date{}
	}
	return reader.Read(d.Text, reader.Options{Language: d.Language, Published: published, Title: d.Title})
}
