package main

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// document is one text with what its annotators found, in code points.
type document struct {
	id, text string
	runes    []rune
	names    []name
	tokens   [][2]int // words, in code points
	objects  []object
	jobs     []job
}

// load reads the documents of a folder in the order of their file names.
func load(dir string) (out []document, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.objects"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		d, err := loadDocument(strings.TrimSuffix(file, ".objects"))
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

func loadDocument(base string) (d document, err error) {
	d.id = filepath.Base(base)
	raw, err := os.ReadFile(base + ".txt")
	if err != nil {
		return d, err
	}
	d.text, d.runes = string(raw), []rune(string(raw))
	type span struct {
		kind string
		letters
	}
	spans := map[string]span{}
	err = eachLine(base+".spans", func(f []string, _ string) {
		if len(f) < 4 {
			return
		}
		start, err1 := strconv.Atoi(f[2])
		n, err2 := strconv.Atoi(f[3])
		if err1 == nil && err2 == nil {
			spans[f[0]] = span{f[1], letters{{start, start + n}}}
		}
	})
	if err != nil {
		return d, err
	}
	err = eachLine(base+".tokens", func(f []string, _ string) {
		if len(f) < 4 || !strings.ContainsFunc(f[3], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return
		}
		start, err1 := strconv.Atoi(f[1])
		n, err2 := strconv.Atoi(f[2])
		if err1 == nil && err2 == nil {
			d.tokens = append(d.tokens, [2]int{start, start + n})
		}
	})
	if err != nil {
		return d, err
	}
	err = eachLine(base+".objects", func(f []string, _ string) {
		if len(f) < 3 {
			return
		}
		n := name{class: map[string]string{"Person": "person", "Org": "organization", "Location": "place", "LocOrg": "place"}[f[1]]}
		o := object{class: n.class, words: map[int]bool{}, weighs: map[int]bool{}}
		for _, id := range f[2:] {
			if id == "#" {
				break
			}
			s, ok := spans[id]
			if ok {
				d.covered(s.letters[0], o.words)
			}
			if ok && weighs(n.class, s.kind) {
				d.covered(s.letters[0], o.weighs)
			}
			if !ok || s.kind == "job" || s.kind == "geo_adj" {
				continue
			}
			n.all = append(n.all, s.letters...)
			if s.kind != "org_descr" && s.kind != "loc_descr" {
				n.proper = append(n.proper, s.letters...)
			}
		}
		if n.class != "" && len(n.all) > 0 && (len(n.proper) > 0 || n.class == "organization") && !slices.ContainsFunc(d.names, n.same) {
			d.names = append(d.names, n)
		}
		if n.class != "" && len(o.words) > 0 {
			d.objects = append(d.objects, o)
		}
	})
	embed(d.objects)
	if err != nil {
		return d, err
	}
	var j *job
	flush := func() {
		if j != nil && len(j.titles) > 0 && len(j.person) > 0 {
			d.jobs = append(d.jobs, *j)
		}
		j = nil
	}
	err = eachLine(base+".facts", func(f []string, line string) {
		switch {
		case len(f) == 2 && f[1] == "Occupation":
			flush()
			j = &job{}
		case len(f) == 0:
			flush()
		case j != nil && f[0] == "Who" && len(j.person) == 0:
			j.person = valueWords(f[1:])
		case j != nil && f[0] == "Position":
			for _, alternative := range strings.Split(strings.TrimSpace(strings.TrimPrefix(line, "Position")), "|") {
				if w := valueWords(strings.Fields(alternative)); len(w) > 0 {
					j.titles = append(j.titles, w)
				}
			}
		}
	})
	flush()
	return d, err
}

// valueWords gives the words of an argument "obj48 Лужков Юрий" without the ids.
func valueWords(f []string) (out []string) {
	for _, w := range f {
		if strings.HasPrefix(w, "obj") || strings.HasPrefix(w, "span") || w == "|" {
			continue
		}
		out = append(out, fold(w)...)
	}
	return out
}

// words gives the text of a name.
func (d document) words(n name) string {
	var b strings.Builder
	for i, s := range n.all {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(string(d.runes[s[0]:min(s[1], len(d.runes))]))
	}
	return b.String()
}

func eachLine(path string, yield func(fields []string, line string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		yield(strings.Fields(sc.Text()), sc.Text())
	}
	return sc.Err()
}
