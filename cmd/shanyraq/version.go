package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// version is the program's; set by the release build.
var version = "0.1.0-dev"

type versionCmd struct {
	JSON bool `help:"Print JSON."`
}

func (c *versionCmd) Run() error {
	v := struct {
		Version string `json:"version"`
	}{version}
	if c.JSON {
		return json.NewEncoder(os.Stdout).Encode(v)
	}
	fmt.Println("shanyraq", v.Version)
	return nil
}
