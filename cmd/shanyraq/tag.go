package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"shanyraq/internal/fault"
	"shanyraq/internal/tagger"
)

type tagCmd struct {
	Language string `default:"kk" help:"Language of the words."`
	Scheme   string `default:"kaznerd" help:"Labels: kaznerd (25 classes, kk) or names (kk, ru)."`
	Lines    bool   `required:"" help:"Read JSON Lines from standard input."`
}

// Help shows what goes in and what comes out.
func (tagCmd) Help() string {
	return `Labels the words of sentences with the trained model alone, without rules, in IOB2; for measuring.

  echo '{"id":"1","tokens":["Абай","Алматыға","келді","."]}' | shanyraq tag --scheme kaznerd --lines
  {"id":"1","tags":["B-PERSON","B-GPE","O","O"]}`
}

// Run answers line by line, in order; a line that is no JSON is answered by
// an error in its place.
func (c tagCmd) Run() error {
	m, err := tagger.Open(c.Language, c.Scheme)
	if err != nil {
		return err
	}
	t := m.New()
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 64<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var failed error
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for n := 1; in.Scan(); n++ {
		var q struct {
			ID     json.RawMessage `json:"id"`
			Tokens []string        `json:"tokens"`
		}
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			failed = errPartly
			fmt.Fprintf(os.Stderr, "shanyraq: %v\n", fault.Wrap(err, fault.Invalid, `this is no JSON object of the form {"id","tokens":[…]}`).At("line %d", n))
			if err := enc.Encode(map[string]any{"id": n, "error": `not of the form {"id","tokens":[…]}`}); err != nil {
				return err
			}
			continue
		}
		if q.ID == nil {
			q.ID = json.RawMessage("null")
		}
		tags := make([]string, 0, len(q.Tokens))
		for _, l := range t.Tag(q.Tokens) {
			tags = append(tags, m.Labels[l])
		}
		if err := enc.Encode(struct {
			ID   json.RawMessage `json:"id"`
			Tags []string        `json:"tags"`
		}{q.ID, tags}); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return err
	}
	return failed
}
