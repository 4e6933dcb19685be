package translit

import (
	"bufio"
	"os"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// TestRoundTripFigure prints how many words of a list come back from another
// script as they were: SHANYRAQ_WORDS names a file of "count word" lines, the
// language tag comes from SHANYRAQ_WORDS_TAG (default kk-Cyrl).
func TestRoundTripFigure(t *testing.T) {
	name := os.Getenv("SHANYRAQ_WORDS")
	if name == "" {
		t.Skip("SHANYRAQ_WORDS names no word list")
	}
	tag := os.Getenv("SHANYRAQ_WORDS_TAG")
	if tag == "" {
		tag = "kk-Cyrl"
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type word struct {
		w string
		n int
	}
	var words []word
	for sc := bufio.NewScanner(f); sc.Scan(); {
		n, w, _ := strings.Cut(strings.TrimSpace(sc.Text()), " ")
		k, _ := strconv.Atoi(n)
		words = append(words, word{w, k})
	}
	for _, s := range Schemes() {
		if s.From != tag || !reversible(s) {
			continue
		}
		good, sum := 0, 0
		var all []string
		sort.SliceStable(words, func(i, j int) bool { return words[i].n > words[j].n })
		for _, w := range words {
			there, _ := Convert(s.From, s.To, w.w)
			back, _ := Convert(s.To, s.From, there)
			sum += w.n
			if strings.EqualFold(back, w.w) {
				good += w.n
			}
			all = append(all, strconv.Itoa(w.n)+" "+w.w+" "+there+" "+strings.ToLower(back))
		}
		t.Logf("%s %s: %.2f%% of %d words come back", s.From, s.To, 100*float64(good)/float64(sum), sum)
		if out := os.Getenv("SHANYRAQ_MISSES"); out != "" {
			os.WriteFile(out+"."+s.To, []byte(strings.Join(all, "\n")), 0o644)
		}
	}
}

func reversible(s Scheme) bool { return all()[s.To+" "+s.From] != nil }
