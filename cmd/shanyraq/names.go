package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"

	"shanyraq/internal/fault"
	"shanyraq/internal/names"
)

type namesCmd struct {
	Lines bool   `help:"Read JSON Lines {\"id\",\"a\",\"b\"} from standard input, print one answer a line."`
	A     string `arg:"" optional:"" help:"A name."`
	B     string `arg:"" optional:"" help:"Another name."`
}

func (*namesCmd) Help() string {
	return `Answers whether two names, in any script and spelling, are one person's name.

Examples:

  shanyraq names "Касым-Жомарт Токаев" "Qasym-Jomart Toqaev"
  echo '{"id":1,"a":"Ауэзов","b":"Äuezov"}' | shanyraq names --lines`
}

// Validate refuses one name without the other.
func (c *namesCmd) Validate() error {
	if !c.Lines && (c.A == "" || c.B == "") {
		return fault.New(fault.Invalid, "two names are needed").Hint("shanyraq names \"Ауэзов\" \"Auezov\"")
	}
	return nil
}

func (c *namesCmd) Run() error {
	if c.Lines {
		type question struct {
			ID json.RawMessage `json:"id"`
			A  string          `json:"a"`
			B  string          `json:"b"`
		}
		return eachLine(os.Stdin, os.Stdout, func(q question) any {
			r := names.Same(q.A, q.B)
			r.Score = math.Round(r.Score*1000) / 1000
			return struct {
				ID json.RawMessage `json:"id"`
				names.Result
			}{q.ID, r}
		})
	}
	r := names.Same(c.A, c.B)
	answer := "different"
	if r.Same {
		answer = "same"
	}
	fmt.Printf("%s %.3f\n", answer, r.Score)
	for _, reason := range r.Reasons {
		fmt.Println(" ", reason)
	}
	return nil
}
