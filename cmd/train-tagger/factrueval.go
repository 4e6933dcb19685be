package main

import (
	"bufio"
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// readFactRuEval reads a folder of factRuEval-2016 documents. An object's
// words, from its first to its last, make one name; of overlapping ones the
// longest counts. Adjectives made of places are no names here.
func readFactRuEval(dir string) (out []example, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.tokens"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		doc, err := readFactRuEvalDoc(strings.TrimSuffix(file, ".tokens"))
		if err != nil {
			return nil, err
		}
		out = append(out, doc...)
	}
	return out, nil
}

func readFactRuEvalDoc(base string) (out []example, err error) {
	// Tokens, with sentences parted by blank lines.
	var words []string
	var ends []int // number of words before each sentence end
	index := map[string]int{}
	err = eachLine(base+".tokens", func(f []string) {
		if len(f) < 4 {
			ends = append(ends, len(words))
			return
		}
		index[f[0]] = len(words)
		words = append(words, f[3])
	})
	if err != nil {
		return nil, err
	}
	ends = append(ends, len(words))
	type span struct {
		kind       string
		start, end int
	}
	spans := map[string]span{}
	err = eachLine(base+".spans", func(f []string) {
		if len(f) < 6 {
			return
		}
		start, ok := index[f[4]]
		n, err := strconv.Atoi(f[5])
		if ok && err == nil {
			spans[f[0]] = span{f[1], start, start + n}
		}
	})
	if err != nil {
		return nil, err
	}
	var names []span
	err = eachLine(base+".objects", func(f []string) {
		if len(f) < 3 {
			return
		}
		o := span{map[string]string{"Person": "person", "Org": "organization", "Location": "place", "LocOrg": "place"}[f[1]], len(words), 0}
		named := false
		for _, id := range f[2:] {
			if id == "#" {
				break
			}
			s, ok := spans[id]
			if !ok || s.kind == "job" || s.kind == "geo_adj" {
				continue
			}
			named = named || s.kind != "org_descr" && s.kind != "loc_descr"
			o.start, o.end = min(o.start, s.start), max(o.end, s.end)
		}
		if o.kind != "" && o.end > o.start && o.end-o.start <= 14 && (named || o.kind == "organization") {
			names = append(names, o)
		}
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(names, func(a, b span) int {
		return cmp.Or(cmp.Compare(b.end-b.start, a.end-a.start), cmp.Compare(a.start, b.start))
	})
	tags := make([]string, len(words))
	for _, n := range names {
		if slices.ContainsFunc(tags[n.start:n.end], func(t string) bool { return t != "" }) {
			continue
		}
		for i := n.start; i < n.end; i++ {
			tags[i] = "I-" + n.kind
		}
		tags[n.start] = "B-" + n.kind
	}
	for i, t := range tags {
		if t == "" {
			tags[i] = "O"
		}
	}
	from := 0
	for _, end := range ends {
		if end > from {
			out = append(out, example{words[from:end], tags[from:end]})
			from = end
		}
	}
	return out, nil
}

func eachLine(path string, yield func(fields []string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		yield(strings.Fields(sc.Text()))
	}
	return sc.Err()
}
