package main

import (
	"bufio"
	"os"
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// example is one annotated sentence.
type example struct {
	words, tags []string // tags in IOB2
}

// readIOB2 reads a file with a word and a tag a line and a blank line between
// sentences.
func readIOB2(path string) (out []example, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var e example
	for sc := bufio.NewScanner(f); sc.Scan(); {
		word, tag, ok := strings.Cut(strings.TrimSpace(sc.Text()), " ")
		if !ok {
			if len(e.words) > 0 {
				out = append(out, e)
			}
			e = example{}
			continue
		}
		e.words, e.tags = append(e.words, word), append(e.tags, tag)
	}
	if len(e.words) > 0 {
		out = append(out, e)
	}
	return out, nil
}

// coarse maps the classes of a corpus to those of a scheme; a class that is
// not named becomes O.
func coarse(data []example, classes map[string]string) []example {
	out := make([]example, len(data))
	for i, e := range data {
		tags := make([]string, len(e.tags))
		for j, t := range e.tags {
			prefix, class, _ := strings.Cut(t, "-")
			tags[j] = "O"
			if c := classes[class]; c != "" {
				tags[j] = prefix + "-" + c
			}
		}
		out[i] = example{e.words, tags}
	}
	return out
}

// retokenize cuts the words as the reader does, so that the model sees in
// training what it will see at work.
func retokenize(data []example, language string) ([]example, error) {
	pack, err := lang.Load(language)
	if err != nil {
		return nil, err
	}
	var l lang.Lattice
	for i, e := range data {
		var out example
		for j, w := range e.words {
			l.Reset(pack, w)
			for k := range l.Toks {
				tag := e.tags[j]
				if k > 0 && strings.HasPrefix(tag, "B-") {
					tag = "I-" + tag[2:]
				}
				out.words, out.tags = append(out.words, l.Slice(k, k+1)), append(out.tags, tag)
			}
		}
		data[i] = out
	}
	return data, nil
}

// holdOut splits by blocks of sentence numbers, because neighbours respell
// each other: of every ten blocks, those numbered in out are held out.
func holdOut(data []example, blocks int, out []int) (train, held []example) {
	for i, e := range data {
		if slices.Contains(out, i*blocks/len(data)%10) {
			held = append(held, e)
		} else {
			train = append(train, e)
		}
	}
	return train, held
}
