package demo

import (
	"io/fs"
	"regexp"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v3"
)

// matter is the front matter of an article. Importers take what they know of
// it; invented, figures and meetings are there for these tests.
type matter struct {
	Title, Lead, Language, Slug, Group, Section, Published string

	Invented []string // names of invented people and bodies, as the article writes them
	Meetings []string // ids of facts.Meetings whose day the article states
	Figures  []figure
}

// figure ties words of an article to the embedded facts: a count, a share in
// per cent, a rank, or a growth in per cent since From. Written stands in the
// text letter by letter.
type figure struct {
	Area, Group, From, Date, Written string

	Value  int64
	Share  float64
	Rank   int
	Growth float64
}

type sample struct {
	matter
	file    string // census-2021.kk
	body    string // Markdown without the list of sources
	sources string // the list of sources, with its heading
}

var sourcesHeading = map[string]string{"en": "\n## Sources\n", "ru": "\n## Источники\n", "kk": "\n## Дереккөздер\n"}

var load = sync.OnceValues(func() (out []sample, err error) {
	files, err := fs.Glob(Articles, "articles/*.md")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		text, err := fs.ReadFile(Articles, name)
		if err != nil {
			return nil, err
		}
		s := sample{file: strings.TrimSuffix(strings.TrimPrefix(name, "articles/"), ".md")}
		head, body, _ := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---\n")
		if err := yaml.Unmarshal([]byte(head), &s.matter); err != nil {
			return nil, err
		}
		var found bool
		if s.body, s.sources, found = strings.Cut(body, sourcesHeading[s.Language]); !found {
			s.sources = ""
		}
		out = append(out, s)
	}
	return out, nil
})

// each runs a subtest for every article.
func each(t *testing.T, check func(t *testing.T, s sample)) {
	all, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 48 {
		t.Fatalf("the demo has only %d articles", len(all))
	}
	for _, s := range all {
		t.Run(s.file, func(t *testing.T) { check(t, s) })
	}
}

// inflected matches a name in any case of its language: the ends of the
// words are left open. Two letters of an ending may differ in the languages
// of the demo, and no two of its names begin alike.
func inflected(name string) *regexp.Regexp {
	var b strings.Builder
	for i, word := range strings.Fields(name) {
		letters := []rune(word)
		if i > 0 {
			b.WriteString(`\s+`)
		}
		b.WriteString(regexp.QuoteMeta(string(letters[:max(min(3, len(letters)), len(letters)-2)])) + `\pL*`)
	}
	return regexp.MustCompile(b.String())
}

// notes are the sentences with which an article says that a name is invented.
var notes = map[string]struct{ person, body string }{
	"en": {" is an invented person of this demonstration", " is an invented institution of this demonstration"},
	"ru": {" — вымышленное лицо этой демонстрации", " — вымышленная организация этой демонстрации"},
	"kk": {" — осы көрсетілімдегі ойдан шығарылған тұлға", " — осы көрсетілімдегі ойдан шығарылған ұйым"},
}

// people gives the invented people of an article: those of whom its note
// says so.
func (s sample) people() (out []string) {
	for _, name := range s.Invented {
		if strings.Contains(s.body, name+notes[s.Language].person) {
			out = append(out, name)
		}
	}
	return out
}
