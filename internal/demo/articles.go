package demo

import "embed"

// Articles holds the files articles/<group>.<language>.md.
//
//go:embed articles/*.md
var Articles embed.FS
