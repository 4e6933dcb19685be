package main

import (
	"encoding/json"
	"fmt"
	"os"

	"shanyraq/internal/reader"
	"shanyraq/internal/store"
)

// version is the program's; set by the release build.
var version = "0.1.0-dev"

type versionCmd struct {
	JSON bool `help:"Print JSON."`
}

func (c *versionCmd) Run() error {
	v := struct {
		Version string `json:"version"`
		Reader  string `json:"reader"`
		Schema  int64  `json:"schema"`
	}{version, reader.Version, store.SchemaVersion()}
	if c.JSON {
		return json.NewEncoder(os.Stdout).Encode(v)
	}
	fmt.Printf("shanyraq %s, reader %s, schema %d\n", v.Version, v.Reader, v.Schema)
	return nil
}
