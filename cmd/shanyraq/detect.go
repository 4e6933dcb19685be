package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"

	"shanyraq/internal/detect"
	"shanyraq/internal/fault"
)

type detectCmd struct {
	Lines bool   `help:"Read JSON Lines {\"id\",\"text\"} from standard input, print one answer a line."`
	File  string `arg:"" optional:"" help:"File to look at; standard input where none is named."`
}

func (*detectCmd) Help() string {
	return `Prints language, script and confidence; language und where it cannot be told.

Examples:

  shanyraq detect article.txt
  echo '{"id":1,"text":"Жаңы мектеп ачылды"}' | shanyraq detect --lines`
}

// Validate refuses --lines with a file.
func (c *detectCmd) Validate() error {
	if c.Lines && c.File != "" {
		return fault.New(fault.Invalid, "--lines reads standard input, not a file").Hint("shanyraq detect --lines < %s", c.File)
	}
	return nil
}

func (c *detectCmd) Run() error {
	if c.Lines {
		type question struct {
			ID   json.RawMessage `json:"id"`
			Text string          `json:"text"`
		}
		return eachLine(os.Stdin, os.Stdout, func(q question) any {
			r := detect.Detect(q.Text)
			return struct {
				ID         json.RawMessage `json:"id"`
				Language   string          `json:"language"`
				Script     string          `json:"script"`
				Confidence float64         `json:"confidence"`
			}{q.ID, r.Language, r.Script, math.Round(r.Confidence*1000) / 1000}
		})
	}
	text, err := readText(c.File)
	if err != nil {
		return err
	}
	r := detect.Detect(text)
	fmt.Printf("%s\t%s\t%.3f\n", r.Language, r.Script, r.Confidence)
	return nil
}
