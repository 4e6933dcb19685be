package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"

	"shanyraq/internal/store"
)

// Manifest says what a file of a dump holds, so that whoever fetched it can
// tell that it is whole and whose it is.
type Manifest struct {
	Format  string   `json:"format"`
	File    string   `json:"file"`
	Bytes   int64    `json:"bytes"`
	SHA256  string   `json:"sha256"`
	Counts  Counts   `json:"counts"`
	Program string   `json:"program,omitempty"`
	Schema  int64    `json:"schema"`  // of the database
	Readers []string `json:"readers"` // versions whose readings are in it
	Site    string   `json:"site,omitempty"`
	Origin  string   `json:"origin"`
	License string   `json:"license"`
}

// WriteWithManifest writes as Write does, and tells what was written.
func WriteWithManifest(ctx context.Context, st *store.Store, format string, w io.Writer, o Options) (Manifest, error) {
	sum := &counting{sum: sha256.New()}
	n, err := Write(ctx, st, format, io.MultiWriter(w, sum), o)
	if err != nil {
		return Manifest{}, err
	}
	d := &dump{Options: o, ctx: ctx, st: st}
	readers, err := d.readers()
	return Manifest{Format: format, Bytes: sum.bytes, SHA256: hex.EncodeToString(sum.sum.Sum(nil)), Counts: n, Program: o.Program, Schema: store.SchemaVersion(),
		Readers: readers, Site: o.Name, Origin: o.Origin, License: d.license()}, err
}

// counting counts bytes and sums them up.
type counting struct {
	sum   hash.Hash
	bytes int64
}

func (c *counting) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	return c.sum.Write(p)
}

// readers gives the versions of the reader whose readings the record holds.
func (d *dump) readers() ([]string, error) {
	covers, err := d.st.Coverage(d.ctx)
	if err != nil {
		return nil, err
	}
	out, seen := []string{}, map[string]bool{}
	for _, c := range covers {
		if !seen[c.Version] {
			seen[c.Version] = true
			out = append(out, c.Version)
		}
	}
	return out, nil
}
