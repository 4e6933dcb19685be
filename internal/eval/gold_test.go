package eval

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"shanyraq/internal/read"
)

var (
	goldEvents     = strings.Fields("conference meeting session visit festival exhibition ceremony appointment competition anniversary camp concert year other")
	goldStatus     = strings.Fields("signed adopted planned other")
	goldQualifiers = strings.Fields("exact about under over")
	goldUnits      = strings.Fields("percent pp person km m cm mm mi km2 m2 ha m3 km3 l m3/s t kg g MW GW kW kWh MWh GWh year month week day hour minute second °C km/h knot nmi pt l/s")
	currencyRE     = regexp.MustCompile(`^[A-Z]{3}$`)
	digitsRE       = regexp.MustCompile("\\d[\\d \u00a0\u202f.,]*\\d|\\d")
)

// TestGoldIsTrueToItsText finds slips of annotation: what is annotated must
// stand in the text, statements must name what is listed.
func TestGoldIsTrueToItsText(t *testing.T) {
	docs, bad := Load("gold")
	for _, err := range bad {
		t.Error(err)
	}
	seen := map[string]string{}
	for _, d := range docs {
		t.Run(d.Language+"/"+d.ID, func(t *testing.T) {
			if other, ok := seen[d.ID]; ok {
				t.Errorf("%s has the same id", other)
			}
			seen[d.ID] = d.Path
			if want := d.ID + ".json"; filepath.Base(d.Path) != want || !strings.Contains(filepath.ToSlash(d.Path), "gold/"+d.Language+"/") || d.Part == "" {
				t.Errorf("%s should lie in gold/%s/dev or held as %s", d.Path, d.Language, want)
			}
			if !d.Invented || d.Published == "" || d.Title == "" {
				t.Error(`"invented", "published" or "title" is missing`)
			}
			checkGold(t, d)
		})
	}
}

// TestGoldScoresItself: whatever the reader, gold against itself is 1.
func TestGoldScoresItself(t *testing.T) {
	docs, _ := Load("gold")
	for _, d := range docs {
		for k, x := range ScoreDocument(d, d.Gold).Kinds {
			if x.Gold > 0 && x.F1() < 1 {
				t.Errorf("%s: %s score %v against themselves: two items cannot be told apart", d.ID, k, x.F1())
			}
		}
	}
	r := Run(docs, func(Document) read.Reading { return read.Reading{} })
	if r.All.MacroF1() != 0 {
		t.Error("an empty reading scores")
	}
}

func checkGold(t *testing.T, d Document) {
	g := d.Gold
	text, folded := words(d.Text), fold(d.Text)
	// stands tells whether each word occurs in the text, perhaps inflected.
	stands := func(s string) bool {
		for _, w := range contentWords(s) {
			if !slices.ContainsFunc(text, func(v string) bool { return sameWord(w, v) || shortStem(w, v) }) {
				return false
			}
		}
		return true
	}
	for _, x := range g.Dates {
		if !strings.Contains(folded, fold(x.Text)) {
			t.Errorf("date %q is not in the text", x.Text)
		}
	}
	known := aliasesOf(g)
	for kind, list := range map[string][]Name{"person": g.People, "organization": g.Organizations, "place": g.Places, "group": g.Groups} {
		for i, n := range list {
			for _, a := range append([]string{n.Name}, n.Aliases...) {
				if !strings.Contains(folded, fold(a)) && !stands(a) {
					t.Errorf("%s %q is not in the text", kind, a)
				}
			}
			for _, m := range list[:i] {
				if shareName(n.folded(), m.folded()) {
					t.Errorf("%s %q and %q share a name", kind, m.Name, n.Name)
				}
			}
		}
	}
	listed := func(what, name string) {
		if name != "" && known[fold(name)] == nil {
			t.Errorf("%s %q is not among the names", what, name)
		}
	}
	for _, x := range g.Offices {
		listed("office holder", x.Person)
		listed("office's body", x.Organization)
		if !stands(x.Title) {
			t.Errorf("title %q is not in the text", x.Title)
		}
	}
	numbers := numbersOf(d.Text)
	for _, x := range g.Figures {
		if x.Value == nil && x.Rank == 0 && x.Times == 0 {
			t.Errorf("figure %+v has no number", x)
		}
		for _, v := range []*float64{x.Value, x.High} {
			if v != nil && *v > 100 && !numbers[strconv.FormatFloat(*v, 'f', 3, 64)] && !inWords(*v, d.Text) {
				t.Errorf("figure %v is not in the text", *v)
			}
		}
		if !slices.Contains(goldQualifiers, x.Qualifier) {
			t.Errorf("qualifier %q of %v", x.Qualifier, x.item().text)
		}
		if x.Unit != "" && !slices.Contains(goldUnits, x.Unit) && !currencyRE.MatchString(x.Unit) {
			t.Errorf("unit %q", x.Unit)
		}
		if !stands(x.Counted) {
			t.Errorf("counted %q is not in the text", x.Counted)
		}
		listed("figure's place", x.Place)
		listed("figure's group", x.Group)
	}
	for _, x := range g.Quotes {
		if !inOrder(words(x.Text), words(d.Text)) {
			t.Errorf("quote %q is not in the text", x.Text)
		}
	}
	for _, x := range g.Agreements {
		if !slices.Contains(goldStatus, x.Status) {
			t.Errorf("status %q", x.Status)
		}
		if !stands(x.Instrument) {
			t.Errorf("instrument %q is not in the text", x.Instrument)
		}
		for _, p := range x.Parties {
			listed("party", p)
		}
	}
	for _, x := range g.Events {
		if !slices.Contains(goldEvents, x.Event) {
			t.Errorf("event kind %q", x.Event)
		}
		if !stands(x.Name) {
			t.Errorf("event name %q is not in the text", x.Name)
		}
		listed("event's place", x.Place)
		for _, p := range x.Participants {
			listed("participant", p)
		}
	}
}

// shortStem takes short words that differ in their last letters (Чад, Чаде).
func shortStem(a, b string) bool {
	x, y, n := []rune(a), []rune(b), commonPrefix(a, b)
	return n >= 2 && (n >= len(x)-2 && len(y)-n <= 8 || n == len(y) && len(x)-n <= 3)
}

// inOrder tells whether all words occur in the text in their order, in at
// most six runs, so that "he said" may stand between them.
func inOrder(quote, text []string) bool {
	for start := range text {
		if len(quote) == 0 || text[start] != quote[0] {
			continue
		}
		i, gaps := 0, 0
		for j := start; j < len(text) && i < len(quote) && gaps < 60; j++ {
			if text[j] == quote[i] {
				i++
			} else {
				gaps++
			}
		}
		if i == len(quote) {
			return true
		}
	}
	return false
}

// numbersOf gives every number written in digits, under both readings of dot
// and comma, times one, a thousand, million, billion and trillion.
func numbersOf(text string) map[string]bool {
	out := map[string]bool{}
	add := func(s string) {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return
		}
		for _, m := range []float64{1, 1e3, 1e6, 1e9, 1e12} {
			out[strconv.FormatFloat(x*m, 'f', 3, 64)] = true
		}
	}
	blank := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "")
	for _, s := range digitsRE.FindAllString(text, -1) {
		for _, v := range append(strings.FieldsFunc(s, unicode.IsSpace), blank.Replace(s)) {
			add(strings.ReplaceAll(v, ",", ""))
			add(strings.ReplaceAll(v, ".", ""))
			add(strings.ReplaceAll(strings.ReplaceAll(v, ".", ""), ",", "."))
			add(strings.ReplaceAll(v, ",", "."))
		}
	}
	return out
}

var (
	largeRE    = regexp.MustCompile(`(?i)hundred|thousand|million|billion|dozen|сто|двести|трист|сот|тысяч|миллион|миллиард|жүз|мың|миллион|миллиард`)
	compoundRE = regexp.MustCompile(`(?:(\d+) (?:million|миллион|млн)\pL*\.? )?(\d+) (?:thousand|тысяч|тыс|мың)\pL*\.?(?: (\d{1,3}))?`)
)

// inWords tells whether a large number may stand in words: a round one where
// the text has words for large numbers, or "9 million 313 thousand 800".
func inWords(v float64, text string) bool {
	if round := strings.TrimRight(strconv.FormatFloat(v, 'f', 0, 64), "0"); len(round) <= 2 && largeRE.MatchString(text) {
		return true
	}
	for _, m := range compoundRE.FindAllStringSubmatch(text, -1) {
		sum := 0.0
		for i, scale := range []float64{1e6, 1e3, 1} {
			x, _ := strconv.ParseFloat(m[i+1], 64)
			sum += x * scale
		}
		if sum == v {
			return true
		}
	}
	return false
}

func ExampleTally() {
	t := Tally{Credit: 3, Gold: 4, Found: 6}
	fmt.Printf("%.2f %.2f %.2f\n", t.Precision(), t.Recall(), t.F1())
	// Output: 0.50 0.75 0.60
}
