package desk

import (
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/web"
)

// Every language of the desk has every word of it, with the same arguments,
// and nothing is kept that no page or handler asks for.
func TestWordingIsWholeAndUsed(t *testing.T) {
	args := regexp.MustCompile(`\{[0-9]\}`)
	words := map[string]map[string]string{} // language to key to arguments
	for _, name := range globs(t, files, "locale/*/*.txt") {
		language := strings.Split(name, "/")[1]
		if words[language] == nil {
			words[language] = map[string]string{}
		}
		src, err := fs.ReadFile(files, name)
		must(t, err)
		for line := range strings.Lines(string(src)) {
			key, text, ok := strings.Cut(line, "=")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			key, _, _ = strings.Cut(strings.TrimSpace(key), "[")
			found := args.FindAllString(text+words[language][key], -1)
			slices.Sort(found)
			words[language][key] = strings.Join(slices.Compact(found), "")
		}
	}
	if len(words) != 3 {
		t.Fatalf("the desk speaks %v", slices.Sorted(maps.Keys(words)))
	}
	for language, have := range words {
		for key, want := range words["en"] {
			if got, ok := have[key]; !ok || got != want {
				t.Errorf("%s: %s has arguments %q (there: %v), in English %q", language, key, got, ok, want)
			}
		}
		for key := range have {
			if _, ok := words["en"][key]; !ok {
				t.Errorf("%s: %s is not in English", language, key)
			}
		}
	}

	var source strings.Builder
	for _, pattern := range []string{"*.go", "pages/*/*.html", "parts/*.html"} {
		names, err := filepath.Glob(pattern)
		must(t, err)
		for _, name := range names {
			if !strings.HasSuffix(name, "_test.go") {
				source.WriteString(readFile(t, name))
			}
		}
	}
	all := source.String()
	asked := map[string]bool{}
	for _, m := range regexp.MustCompile(`"([a-z]+\.[a-z0-9.-]*)"`).FindAllStringSubmatch(all, -1) {
		asked[m[1]] = true
	}
	for key := range words["en"] {
		used := asked[key]
		for a := range asked {
			used = used || strings.HasSuffix(a, ".") && strings.HasPrefix(key, a)
		}
		if !used && !strings.HasPrefix(key, "said.") {
			t.Errorf("nothing asks for %s", key)
		}
	}
	site, _ := web.MessagesOf("en")
	for _, m := range regexp.MustCompile(`\.T "([a-z0-9.-]+[a-z0-9])"`).FindAllStringSubmatch(all, -1) {
		if _, ok := words["en"][m[1]]; !ok && !site.Has(m[1]) && !site.HasPlural(m[1]) {
			t.Errorf("a page asks for %s, which is not there", m[1])
		}
	}
}

func globs(t *testing.T, files fs.FS, pattern string) []string {
	names, err := fs.Glob(files, pattern)
	must(t, err)
	return names
}
