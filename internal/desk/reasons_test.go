package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every reason that package record may put before an editor is there in every
// language of the desk, with its values, and none is kept that nothing says.
func TestReasonsAreTranslated(t *testing.T) {
	calls := regexp.MustCompile(`(?:doubt\(f, |why = append\(why, fmt\.Sprintf\(|differ\("[a-z]+", |return kept[A-Z][a-zA-Z]*, |kept, how = kept[A-Z][a-zA-Z]*, |reasons = append\(reasons, fmt\.Sprintf\(|d\.Reasons = append\(d\.Reasons, fmt\.Sprintf\(|return fmt\.Sprintf\(|const why = )("(?:[^"\\\\]|\\\\.)*")`)
	plain := regexp.MustCompile(`(?m)^\t\treturn ("[^"%]+ [^"]+")$`)
	said := map[string]string{}
	for _, name := range []string{"person.go", "body.go", "company.go", "match.go", "join.go", "translation.go", "house.go"} {
		src, err := os.ReadFile(filepath.Join("../record", name))
		must(t, err)
		all := calls.FindAllStringSubmatch(string(src), -1)
		if name == "company.go" {
			all = append(all, plain.FindAllStringSubmatch(string(src), -1)...)
		}
		for _, m := range all {
			format, err := strconv.Unquote(m[1])
			must(t, err)
			said[format] = name
		}
	}
	if len(said) < 20 {
		t.Fatalf("found only %d reasons: the pattern no longer fits the code", len(said))
	}
	have, err := loadSaid(files, "reasons")
	must(t, err)
	for _, language := range []string{"ru", "kk"} {
		for format, name := range said {
			words, ok := have[language][format]
			if !ok {
				t.Errorf("reasons/%s.txt lacks, from %s:\n%s", language, name, format)
				continue
			}
			for i := range verb.FindAllString(format, -1) {
				if strings.Count(words, "{"+strconv.Itoa(i)+"}") != 1 {
					t.Errorf("reasons/%s.txt: %q does not say value %d of %q once", language, words, i, format)
				}
			}
		}
		for format := range have[language] {
			if said[format] == "" {
				t.Errorf("reasons/%s.txt: nothing says %q", language, format)
			}
		}
	}
}

// A reason is recognised with its values, which may be reasons themselves, and
// one that nobody translated stays as it is.
func TestReasonsAreSaid(t *testing.T) {
	forms, err := loadReasons(files)
	must(t, err)
	for reason, want := range map[string]string{
		fmt.Sprintf("%q was met in %d, a lifetime from %d", "Алия \"Ү\" {1}", 1920, 2017):       "«Алия \\\"Ү\\\" {1}» упоминается в 1920 году, это целая жизнь от 2017 года",
		fmt.Sprintf("a surname alone, but %s", fmt.Sprintf("the office %q is kept", "министр")): "только фамилия, но должность «министр» та же",
		"one says 2017-11-10, the other about 300":                                              "в одном – 2017-11-10, в другом – about 300",
		"a reason of another day": "a reason of another day",
	} {
		if got := say(forms["ru"], reason); got != want {
			t.Errorf("%s\n got %s\nwant %s", reason, got, want)
		}
	}
}
