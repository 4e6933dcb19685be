package demo

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"shanyraq/internal/facts"
)

// observed gives the counts of an area and group on a day, as the facts have
// them; two sources may differ.
func observed(area, group, date string) (out []facts.Observation) {
	for _, o := range facts.Population() {
		if o.Area == area && o.Group == group && o.Date.String() == date {
			out = append(out, o)
		}
	}
	return out
}

func count(t *testing.T, area, group, date string) float64 {
	t.Helper()
	o := observed(area, group, date)
	if len(o) == 0 {
		t.Fatalf("the facts have no %s in %s on %s", group, area, date)
	}
	return float64(o[0].Value)
}

func oneDecimal(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// Figures in the front matter are those of the facts, the text has them as
// written, and their source is among the article's sources.
func TestFiguresAgreeWithFacts(t *testing.T) {
	n := 0
	each(t, func(t *testing.T, s sample) {
		for _, f := range s.Figures {
			t.Run(fmt.Sprintf("%s-%s-%s", f.Area, f.Group, f.Date), func(t *testing.T) {
				n++
				if !strings.Contains(s.body, f.Written) {
					t.Errorf("the text does not say %q", f.Written)
				}
				var source []string
				for _, o := range observed(f.Area, f.Group, f.Date) {
					source = append(source, o.Source)
				}
				switch {
				case f.Value != 0:
					ok := false
					for _, o := range observed(f.Area, f.Group, f.Date) {
						ok = ok || o.Value == f.Value
					}
					if !ok {
						t.Errorf("the facts have no value %d", f.Value)
					}
					if err := writtenAs(s.Language, f.Written, float64(f.Value)); err != nil {
						t.Error(err)
					}
				case f.Share != 0:
					share := math.NaN()
					for _, o := range facts.Shares() {
						if o.Area == f.Area && o.Group == f.Group && o.Date.String() == f.Date {
							share = o.Percent
							source = append(source, o.Source)
						}
					}
					if math.IsNaN(share) {
						share = 100 * count(t, f.Area, f.Group, f.Date) / count(t, f.Area, "total", f.Date)
					}
					if oneDecimal(share) != oneDecimal(f.Share) {
						t.Errorf("the share is %.2f", share)
					}
					if err := writtenAs(s.Language, f.Written, f.Share); err != nil {
						t.Error(err)
					}
				case f.Rank != 0:
					own, rank := count(t, f.Area, f.Group, f.Date), 1
					for _, o := range facts.Population() {
						if o.Area == f.Area && o.Date.String() == f.Date && o.Group != "total" && o.Group != "other" && o.Group != "not_stated" && float64(o.Value) > own {
							rank++
						}
					}
					if rank != f.Rank {
						t.Errorf("the rank is %d", rank)
					}
				case f.Growth != 0:
					g := 100 * (count(t, f.Area, f.Group, f.Date)/count(t, f.Area, f.Group, f.From) - 1)
					if oneDecimal(g) != oneDecimal(f.Growth) {
						t.Errorf("the growth is %.2f per cent", g)
					}
				default:
					t.Error("neither value, share, rank nor growth")
				}
				if len(source) == 0 {
					t.Error("the facts have no such row")
				}
				for _, m := range link.FindAllStringSubmatch(s.sources, -1) {
					for _, have := range source {
						if strings.Contains(have, m[1]) {
							return
						}
					}
				}
				t.Errorf("none of the sources is %q", source)
			})
		}
	})
	if n < 100 {
		t.Errorf("only %d figures were compared", n)
	}
}

var (
	digits = regexp.MustCompile(`\d+(?:[.,\x{a0}]\d+)*`)
	about  = regexp.MustCompile(`about|almost|около|почти|жуық`)
	over   = regexp.MustCompile(`more than|более|больше|астам`)
)

// writtenAs says whether words of a language state a number: exactly, within one in a
// hundred where they say "about" or "almost", and at most a tenth below it
// where they say "more than".
func writtenAs(language, words string, want float64) error {
	got := 1.0
	if m := digits.FindString(words); m != "" {
		if language == "en" {
			m = strings.ReplaceAll(m, ",", "")
		} else {
			m = strings.NewReplacer("\u00a0", "", ",", ".").Replace(m)
		}
		var err error
		if got, err = strconv.ParseFloat(m, 64); err != nil {
			return err
		}
	}
	switch {
	case regexp.MustCompile(`thousand|тысяч|мың`).MatchString(words):
		got *= 1e3
	case regexp.MustCompile(`million|миллион`).MatchString(words):
		got *= 1e6
	}
	ok := math.Abs(got-want) < 1e-6*want
	switch {
	case about.MatchString(words):
		ok = math.Abs(got-want) <= 0.01*want
	case over.MatchString(words):
		ok = got <= want && got >= 0.9*want
	}
	if !ok {
		return fmt.Errorf("%q is %v, not %v", words, got, want)
	}
	return nil
}

func TestWrittenAs(t *testing.T) {
	for _, c := range []struct {
		language, words string
		value           float64
		ok              bool
	}{
		{"en", "614,047", 614047, true}, {"ru", "614\u00a0047", 614047, true}, {"en", "614,047", 614074, false}, {"ru", "614,047", 614047, false},
		{"en", "34.6 million", 34.6e6, true}, {"ru", "1,653 миллиона", 1653000, true}, {"en", "almost 79 thousand", 78817, true},
		{"en", "almost 79 thousand", 75000, false}, {"kk", "миллионнан астам", 1039000, true}, {"en", "more than a million", 990000, false},
		{"kk", "70,4 пайызы", 70.4, true}, {"kk", "70,4 пайызы", 70.5, false}, {"kk", "79 мыңға жуықтады", 78817, true},
	} {
		if err := writtenAs(c.language, c.words, c.value); (err == nil) != c.ok {
			t.Errorf("%q as %v: %v", c.words, c.value, err)
		}
	}
}

var months = map[string][]string{
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	"ru": {"январ", "феврал", "март", "апрел", "ма[яйе]", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"},
	"kk": {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"},
}

// Meetings of the front matter are known to the facts, and the article states
// their day.
func TestMeetingsAgreeWithFacts(t *testing.T) {
	known := map[string]facts.Meeting{}
	for _, m := range facts.Meetings() {
		known[m.ID] = m
	}
	n := 0
	each(t, func(t *testing.T, s sample) {
		for _, id := range s.Meetings {
			n++
			m, ok := known[id]
			if !ok {
				t.Errorf("the facts have no meeting %q", id)
				continue
			}
			last, _ := m.Date.Last()
			want := strconv.Itoa(last.Year())
			if parts := strings.Split(strings.TrimSpace(m.Date.String()), "-"); len(parts) >= 2 {
				month := months[s.Language][last.Month()-1]
				if len(parts) >= 3 {
					want = `\b` + strconv.Itoa(last.Day()) + `[^.\n]{0,15}` + month
				} else {
					want = month + `[^.\n]{0,15}` + want + `|` + want + `[^.\n]{0,15}` + month
				}
			}
			if !regexp.MustCompile(want).MatchString(s.body) {
				t.Errorf("%s was on %s, and the text does not match %s", id, m.Date, want)
			}
		}
	})
	if n < 90 {
		t.Errorf("only %d meetings were compared", n)
	}
}
