package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"unicode"

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
  {"id":"1","tags":["B-PERSON","B-GPE","O","O"]}

A line {"id","text"} is one sentence that is cut first, as KazNERD cuts it: letters,
digits and the hyphens between them make a word, every other sign is one of its own.
Its answer has the "tokens" beside the "tags".`
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
			Text   *string         `json:"text"`
		}
		err := json.Unmarshal(in.Bytes(), &q)
		if err == nil && q.Tokens == nil && q.Text == nil {
			err = errors.New("neither tokens nor text")
		}
		if err != nil {
			failed = errPartly
			fmt.Fprintf(os.Stderr, "shanyraq: %v\n", fault.Wrap(err, fault.Invalid, `this is no JSON object of the form {"id","tokens":[…]} or {"id","text"}`).At("line %d", n))
			if err := enc.Encode(map[string]any{"id": n, "error": `not of the form {"id","tokens":[…]} or {"id","text"}`}); err != nil {
				return err
			}
			continue
		}
		if q.ID == nil {
			q.ID = json.RawMessage("null")
		}
		var shown []string
		if q.Tokens == nil {
			q.Tokens = cut(*q.Text)
			shown = q.Tokens
		}
		tags := make([]string, 0, len(q.Tokens))
		for _, l := range t.Tag(q.Tokens) {
			tags = append(tags, m.Labels[l])
		}
		if err := enc.Encode(struct {
			ID     json.RawMessage `json:"id"`
			Tokens []string        `json:"tokens,omitempty"`
			Tags   []string        `json:"tags"`
		}{q.ID, shown, tags}); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return err
	}
	return failed
}

// cut cuts a sentence as the files of KazNERD are cut.
func cut(text string) []string {
	words := []string{}
	start := -1
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-'
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = append(words, text[start:i])
			start = -1
		}
		if !inside && !unicode.IsSpace(r) {
			words = append(words, string(r))
		}
	}
	if start >= 0 {
		words = append(words, text[start:])
	}
	return words
}
