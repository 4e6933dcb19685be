package main

import (
	"encoding/json"
	"fmt"
	"io"

	"shanyraq/internal/intake"
)

// failure is one input that could not be handled.
type failure struct {
	Path  string `json:"path"`
	Error string `json:"error"`
}

// noted is something worth a person's look that did not stop an article.
type noted struct {
	Place  string         `json:"place"`
	Note   string         `json:"note,omitempty"`
	Damage *intake.Damage `json:"damage,omitempty"`
}

const (
	maxNoted  = 1000 // places of damage, and notes, kept for the report
	maxShown  = 50   // of them shown to a person
	maxFailed = 10000
)

// importReport counts what became of an import and prints it.
type importReport struct {
	Imported    int       `json:"imported"`
	Updated     int       `json:"updated"`
	Unchanged   int       `json:"unchanged"`
	Failed      []failure `json:"failed"`
	Read        int       `json:"read"`
	Seconds     float64   `json:"seconds"`
	DryRun      bool      `json:"dry_run,omitempty"`
	Interrupted bool      `json:"interrupted,omitempty"`
	Damaged     int       `json:"damaged"` // places, not articles
	Noted       []noted   `json:"noted,omitempty"`

	json   bool
	show   *progress
	damage []noted // goes before the notes
	notes  int     // with those beyond the kept ones
	more   int     // failures beyond those kept
}

// fail notes an input that could not be handled and says so at once, so that
// the sentence is not lost with an interrupted import.
func (r *importReport) fail(path string, err error) {
	if len(r.Failed) < maxFailed {
		r.Failed = append(r.Failed, failure{path, err.Error()})
	} else {
		r.more++
	}
	r.show.line("shanyraq: %v", err)
}

func (r *importReport) item(it *intake.Item) {
	for _, n := range it.Notes {
		r.noted(noted{Place: it.Place, Note: n})
	}
	for _, d := range it.Dropped.Dropped {
		if d.Text != "" {
			r.noted(noted{Place: it.Place, Note: fmt.Sprintf("left out: %s (%d), with the words %q", d.What, d.N, clipped(d.Text))})
		}
	}
	for _, d := range it.Damage {
		if r.Damaged++; len(r.damage) < maxNoted {
			r.damage = append(r.damage, noted{Place: it.Place, Damage: &d})
		}
	}
}

func (r *importReport) noted(n noted) {
	r.notes++
	if len(r.Noted) < maxNoted {
		r.Noted = append(r.Noted, n)
	}
}

func clipped(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}

func (r *importReport) print(w io.Writer) {
	notes := r.Noted
	r.Noted = append(r.damage, notes...)
	if r.json {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.Encode(r)
		return
	}
	for _, list := range []struct {
		all   int
		shown []noted
	}{{r.Damaged, r.damage}, {r.notes, notes}} {
		for i, n := range list.shown {
			if i == maxShown {
				break
			}
			if n.Damage != nil {
				fmt.Fprintf(w, "%s: %s\n", n.Place, n.Damage)
			} else {
				fmt.Fprintf(w, "%s: %s\n", n.Place, n.Note)
			}
		}
		if list.all > maxShown {
			fmt.Fprintf(w, "… and %d more of the kind; --json lists up to %d\n", list.all-maxShown, maxNoted)
		}
	}
	would := ""
	if r.DryRun {
		would = "dry run, nothing is written: "
	}
	fmt.Fprintf(w, "%s%d imported, %d updated, %d unchanged, %d failed; %d read; %.1f s\n", would, r.Imported, r.Updated, r.Unchanged, len(r.Failed)+r.more, r.Read, r.Seconds)
	if r.Damaged > 0 {
		fmt.Fprintf(w, "%d places seem damaged by another system; --repair applies the proposals above\n", r.Damaged)
	}
}

func round(s float64) float64 { return float64(int(s*1000)) / 1000 }
