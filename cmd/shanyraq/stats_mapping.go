package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/stats"
)

// mapping gathers what is known of the columns: the command line first, then
// the description beside the file, then what is answered on the terminal. f
// stands at its start again afterwards.
func (c *statsImportCmd) mapping(f *os.File) (stats.Mapping, error) {
	m := c.Map
	name := c.Meta
	if name == "" {
		name = c.File + "-metadata.json"
	}
	about, err := os.Open(name)
	switch {
	case err == nil:
		defer about.Close()
		described, source, err := stats.ParseMetadata(about)
		if err != nil {
			return m, fmt.Errorf("%s: %w", name, err)
		}
		m.Fill(described)
		if c.Source == "" {
			c.Source = source
		}
	case c.Meta != "" || !errors.Is(err, fs.ErrNotExist):
		return m, fault.Wrap(err, fault.NotFound, "the description %q cannot be opened", name).Hint("check its path")
	}
	if c.Source == "" {
		c.Source = filepath.Base(c.File)
	}
	if !c.Ask && !terminal(os.Stdin) {
		return m, nil
	}
	heads, open, err := stats.Headings(f, m)
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		return m, err
	}
	// The group may well be missing: then all are counted. It is asked for
	// only where something else is.
	if c.Ask || len(open) > 1 || len(open) == 1 && open[0] != "group" {
		err = askMapping(os.Stdin, os.Stderr, heads, open, &m)
	}
	return m, err
}

// terminal reports whether somebody sits there.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	nobody, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, nobody)
}

// askMapping asks for each open field which column holds it: by number, by
// heading, or =VALUE for every row; an empty answer leaves it out.
func askMapping(in io.Reader, out io.Writer, heads, open []string, m *stats.Mapping) error {
	fmt.Fprintln(out, "The columns are:")
	for i, h := range heads {
		fmt.Fprintf(out, "  %d  %s\n", i+1, h)
	}
	lines := bufio.NewScanner(in)
	to := map[string]*string{"area": &m.Area, "date": &m.Date, "value": &m.Value, "group": &m.Group}
	what := map[string]string{"area": "the country or region", "date": "the day or year", "value": "the number", "group": "the people (none: all are counted)"}
	for _, field := range open {
		for *to[field] == "" {
			fmt.Fprintf(out, "Which column is %s? A number, or =VALUE for every row: ", what[field])
			if !lines.Scan() {
				return fault.New(fault.Invalid, "no answer says which column is %s", what[field]).Hint("name it with --column-%s", field)
			}
			answer := strings.TrimSpace(lines.Text())
			if answer == "" && field == "group" {
				break
			}
			*to[field] = columnOf(answer, heads)
			if *to[field] == "" {
				fmt.Fprintf(out, "%q is none of the columns.\n", answer)
			}
		}
	}
	return nil
}

// columnOf gives the heading that an answer means, or =VALUE itself; empty
// for none.
func columnOf(answer string, heads []string) string {
	if strings.HasPrefix(answer, "=") && len(answer) > 1 {
		return answer
	}
	if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(heads) {
		return heads[n-1]
	}
	for _, h := range heads {
		if answer != "" && strings.EqualFold(strings.TrimSpace(h), answer) {
			return h
		}
	}
	return ""
}
