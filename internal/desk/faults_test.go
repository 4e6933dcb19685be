package desk

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every error that somebody at the desk may meet is there in every language
// of the desk, with the same arguments, and none is kept that nothing says.
func TestErrorsAreTranslated(t *testing.T) {
	call := regexp.MustCompile(`(?s)(?:fault\.(?:New|Wrap)\([^"]*?|\.Hint\()("(?:[^"\\\\]|\\\\.)*")`)
	said := map[string]string{}
	for _, pattern := range []string{"*.go", "../people/*.go", "../rights/*.go", "../article/*.go", "../media/*.go", "../store/*.go", "../hooks/endpoint.go", "../hooks/guard.go"} {
		names, err := filepath.Glob(pattern)
		must(t, err)
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") || strings.Contains(pattern, "store") && !deskMeets(filepath.Base(name)) {
				continue
			}
			src, err := os.ReadFile(name)
			must(t, err)
			for _, m := range call.FindAllStringSubmatch(string(src), -1) {
				format, err := strconv.Unquote(m[1])
				must(t, err)
				if format != "%s" {
					said[format] = name
				}
			}
		}
	}
	if len(said) < 50 {
		t.Fatalf("found only %d errors: the pattern no longer fits the code", len(said))
	}
	verbs := regexp.MustCompile(`%(?:\[\d\])?[a-z]`)
	catalogues, err := loadFaults(files)
	must(t, err)
	for _, language := range []string{"ru", "kk"} {
		have := catalogues[language]
		for format, name := range said {
			translation, ok := have[format]
			if !ok {
				t.Errorf("faults/%s.txt lacks, from %s:\n%s", language, name, format)
			} else if len(verbs.FindAllString(format, -1)) != len(verbs.FindAllString(translation, -1)) {
				t.Errorf("faults/%s.txt: %q has not the arguments of %q", language, translation, format)
			}
		}
		for format := range have {
			if said[format] == "" {
				t.Errorf("faults/%s.txt: nothing says %q", language, format)
			}
		}
	}
}

// deskMeets names the files of store whose errors reach a person at the desk.
// The rest is for whoever runs the program on a machine.
func deskMeets(name string) bool {
	switch name {
	case "errors.go", "users.go", "sessions.go", "audit.go", "signin.go", "passkeys.go", "decisions.go", "questions.go", "drafts.go", "media.go", "save.go", "redirects.go", "hooks.go", "sectionmove.go":
		return true
	}
	return strings.HasPrefix(name, "review")
}
