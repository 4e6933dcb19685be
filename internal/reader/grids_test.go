package reader

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/value"
)

// A grid file (grids/<tag>/<name>.txt) holds parts of a sentence that are put
// together in all combinations, so that no opener hides an office and no
// aside a verb of saying. A linguist can write it:
//
//	@published 2024-09-15
//	@whole office quote
//
//	[openers]
//	-
//	OSLO, 4 May –
//	[who]
//	the Minister of Health, Anna Berg,
//	= office person="Anna Berg" title="Minister of Health"
//	[what]
//	said that the plan works well.
//	= quote speaker="Anna Berg" text="the plan works well"
//
// One part of each section, "-" for none, makes a text; spaces are put between
// them and the first letter is made a capital. The "=" lines below a part are
// those of the case files and hold wherever the part stands; of the kinds that
// @whole names nothing else may be found.
type grid struct {
	published string
	whole     []string
	sections  [][]gridPart
}

type gridPart struct {
	text string
	want []string
}

func TestGrids(t *testing.T) {
	files, _ := filepath.Glob("grids/*/*.txt")
	if len(files) == 0 {
		t.Fatal("no grid files")
	}
	for _, file := range files {
		tag := filepath.Base(filepath.Dir(file))
		t.Run(tag+"/"+strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			g := parseGrid(t, file)
			texts, failed := 0, 0
			for text, want := range g.all() {
				texts++
				c := testCase{text: text, want: want}
				problems := c.check(Read(text, Options{Language: tag, Published: value.MustDate(g.published)}))
				if len(problems) == 0 {
					continue
				}
				if failed++; failed <= 10 {
					t.Errorf("%s: %s\n  %s", file, text, strings.Join(problems, "\n  "))
				}
			}
			if failed > 10 {
				t.Errorf("%s: and %d more", file, failed-10)
			}
			t.Logf("%d texts", texts)
		})
	}
}

func parseGrid(t *testing.T, file string) (g grid) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		n++
		line := strings.TrimSpace(sc.Text())
		last := len(g.sections) - 1
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "@published "):
			g.published = line[len("@published "):]
		case strings.HasPrefix(line, "@whole "):
			g.whole = strings.Fields(line)[1:]
		case strings.HasPrefix(line, "["):
			g.sections = append(g.sections, nil)
		case last < 0:
			t.Fatalf("%s:%d: a part stands below the name of its section in brackets", file, n)
		case strings.HasPrefix(line, "= "):
			if len(g.sections[last]) == 0 {
				t.Fatalf("%s:%d: an expectation stands below its part", file, n)
			}
			p := &g.sections[last][len(g.sections[last])-1]
			p.want = append(p.want, line[2:])
		default:
			g.sections[last] = append(g.sections[last], gridPart{text: line})
		}
	}
	for _, s := range g.sections {
		if len(s) == 0 {
			t.Fatalf("%s: a section has no parts", file)
		}
	}
	if len(g.sections) < 2 || g.published == "" {
		t.Fatalf("%s: a grid has a day of publication and two sections or more", file)
	}
	return g
}

// all yields every text of the grid with what is expected of it.
func (g *grid) all() func(func(string, []string) bool) {
	return func(yield func(string, []string) bool) {
		at := make([]int, len(g.sections))
		for {
			var words, want []string
			for k, s := range g.sections {
				p := s[at[k]]
				if p.text != "-" {
					words = append(words, p.text)
				}
				for _, w := range p.want {
					if len(words) > 0 && words[0] == p.text { // a title that opens the text has its capital
						w = strings.Replace(w, `="`+firstWord(p.text), `="`+upperFirst(firstWord(p.text)), 1)
					}
					want = append(want, w)
				}
			}
			for _, kind := range g.whole {
				want = append(want, "no "+kind)
			}
			text := strings.NewReplacer(" .", ".", " ,", ",").Replace(strings.Join(words, " "))
			if !yield(upperFirst(text), want) {
				return
			}
			k := len(at) - 1
			for ; k >= 0; k-- {
				if at[k]++; at[k] < len(g.sections[k]) {
					break
				}
				at[k] = 0
			}
			if k < 0 {
				return
			}
		}
	}
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
