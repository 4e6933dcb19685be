package main

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const sentences = `# A head.
en	one two three four five six
kk	бала мектепке бүгін барды
zh	委员会昨天开会
`

func TestCutGivesPiecesOfAllScripts(t *testing.T) {
	got := cut(sentences, 2)
	count := map[string]int{}
	for _, p := range got {
		count[p.language+" "+p.variant]++
		if n := len(strings.Fields(p.text)); n != 2 && p.language != "zh" {
			t.Errorf("a piece of %d words: %q", n, p.text)
		}
	}
	for variant, n := range map[string]int{"en en": 3, "kk kk": 2, "kk kk-Latn": 2, "kk kk-Arab": 2, "zh zh": 1} {
		if count[variant] != n {
			t.Errorf("%d pieces of %s, want %d", count[variant], variant, n)
		}
	}
	if len(got) != 10 || !slices.Contains(got, piece{"en", "en", "three four"}) || !slices.Contains(got, piece{"kk", "kk-Latn", "bala mektepke"}) || !slices.Contains(got, piece{"zh", "zh", "委员会昨天开会"}) {
		t.Errorf("pieces: %q", got)
	}
	// What is left at the end of a sentence is not a piece.
	if got := cut(sentences, 4); len(got) != 5 || got[0].text != "one two three four" {
		t.Errorf("pieces of four words: %q", got)
	}
}

func TestCompareCountsWhatIsRight(t *testing.T) {
	var b bytes.Buffer
	compare(&b, cut(sentences, 2), 2, []detector{
		{"english", func(string) string { return "en" }},
		{"some", func(text string) string {
			switch {
			case strings.HasPrefix(text, "one"):
				return "en"
			case strings.HasPrefix(text, "бала"), strings.HasPrefix(text, "bala"):
				return "kk"
			}
			return ""
		}},
	})
	// Of ten pieces: three of three and none of the others; one of three in
	// English, one of two in each of two scripts of Kazakh.
	want := `^2 words, 10 pieces: percent right
            english       some
en            100\.0       33\.3
kk              0\.0       50\.0
kk-Latn         0\.0       50\.0
kk-Arab         0\.0        0\.0
zh              0\.0        0\.0
all            30\.0       30\.0
µs each  +\d+\.\d +\d+\.\d

$`
	if !regexp.MustCompile(want).Match(b.Bytes()) {
		t.Errorf("the table is\n%swant\n%s", &b, want)
	}
}
