package web

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func file(t *testing.T, language string) map[string]string {
	t.Helper()
	src, err := fs.ReadFile(localeFiles, "locale/"+language+".txt")
	if err != nil {
		t.Fatal(err)
	}
	text, err := parseMessages(language+".txt", string(src))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// baseKeys are the keys without their plural forms.
func baseKeys(text map[string]string) map[string]bool {
	out := map[string]bool{}
	for k := range text {
		k, _, _ = strings.Cut(k, "[")
		out[k] = true
	}
	return out
}

func languages(t *testing.T) (out []string) {
	names, err := fs.Glob(localeFiles, "locale/*.txt")
	if err != nil || len(names) < 3 {
		t.Fatal(names, err)
	}
	for _, n := range names {
		out = append(out, strings.TrimSuffix(filepath.Base(n), ".txt"))
	}
	return out
}

// Every language has the wording that English has, every plural form its rule
// asks for, and the same arguments.
func TestNoWordingIsMissing(t *testing.T) {
	english := file(t, "en")
	args := regexp.MustCompile(`\{[0-9]\}`)
	argsOf := func(text map[string]string, key string) []string {
		var all []string
		for k, v := range text {
			if base, _, _ := strings.Cut(k, "["); base == key {
				all = append(all, args.FindAllString(v, -1)...)
			}
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	for _, language := range languages(t) {
		text := file(t, language)
		if plurals[text["plural"]] == nil {
			t.Fatalf("%s: plural = %q names no rule", language, text["plural"])
		}
		have := baseKeys(text)
		for key := range baseKeys(english) {
			if !have[key] {
				t.Errorf("%s.txt has no %s", language, key)
				continue
			}
			if want, got := argsOf(english, key), argsOf(text, key); !slices.Equal(want, got) {
				t.Errorf("%s.txt: %s takes %v, in English %v", language, key, got, want)
			}
		}
		for key := range text {
			base, form, isPlural := strings.Cut(strings.TrimSuffix(key, "]"), "[")
			if !strings.HasPrefix(key, "month.") && !baseKeys(english)[base] {
				t.Errorf("%s.txt: %s is not in en.txt", language, key)
			}
			if isPlural {
				forms := pluralForms[text["plural"]]
				if !slices.Contains(forms, form) {
					t.Errorf("%s.txt: %s is no form of the rule %s", language, key, text["plural"])
				}
				for _, f := range forms {
					if text[base+"["+f+"]"] == "" {
						t.Errorf("%s.txt: %s[%s] is missing", language, base, f)
					}
				}
			}
		}
	}
}

// Every key that a template or Go file asks for is there, and no wording is
// kept that nobody asks for.
func TestWordingIsUsed(t *testing.T) {
	english := baseKeys(file(t, "en"))
	asked, prefixes := map[string]bool{}, map[string]bool{}
	mentioned := map[string]bool{}
	anyKey := regexp.MustCompile(`"([a-z]+\.[a-z0-9.]*)"`)
	literal := regexp.MustCompile(`\.T\(?\s?"([a-z0-9.]+)"(\+)?`)
	for _, root := range []string{".", "../site"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") || !slices.Contains([]string{".go", ".html"}, filepath.Ext(path)) {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, m := range anyKey.FindAllSubmatch(src, -1) {
				if key := string(m[1]); strings.HasSuffix(key, ".") {
					prefixes[key] = true
				} else {
					mentioned[key] = true
				}
			}
			for _, m := range literal.FindAllSubmatch(src, -1) {
				if key := string(m[1]); len(m[2]) > 0 || strings.HasSuffix(key, ".") {
					prefixes[key] = true
				} else {
					asked[key] = true
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(asked) < 20 {
		t.Fatalf("found only %d keys in use: the pattern no longer fits the code", len(asked))
	}
	for key := range asked {
		if !english[key] {
			t.Errorf("en.txt has no %s, which a page asks for", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(english)) {
		used := asked[key] || mentioned[key] || key == "plural" || strings.HasPrefix(key, "number.")
		for p := range prefixes {
			used = used || strings.HasPrefix(key, p)
		}
		if !used {
			t.Errorf("en.txt: nothing asks for %s", key)
		}
	}
}

func TestWords(t *testing.T) {
	ru, ok := MessagesOf("ru")
	if !ok {
		t.Fatal("no Russian")
	}
	en, _ := MessagesOf("en")
	kk, _ := MessagesOf("kk")
	for _, c := range []struct{ got, want string }{
		{en.Date("2016-11-07"), "7 November 2016"},
		{ru.Date("2016-11-07"), "7\u00a0ноября 2016\u00a0г."},
		{kk.Date("2016-11-07"), "2016\u00a0жылғы 7\u00a0қараша"},
		{ru.Date("2018-03"), "март 2018\u00a0г."},
		{kk.Date("2018"), "2018\u00a0жыл"},
		{en.Date("1999/2019"), "1999–2019"},
		{en.Date("2019-23"), "autumn 2019"},
		{en.Date("2019-33"), "quarter 1 of 2019"},
		{ru.Date("201X"), "2010-е годы"},
		{en.Date("../2019"), "until 2019"},
		{en.Date("2016~"), "about 2016"},
		{en.Date("nonsense"), "nonsense"},
		{en.Number(290000), "290,000"},
		{ru.Number(290000), "290\u00a0000"},
		{kk.Number(3.6), "3,6"},
		{en.Number(1860), "1,860"},
		{ru.Number(1860), "1860"},
		{en.Round(5.4e9), "5.4 billion"},
		{ru.Round(20300000), "20,3\u00a0млн"},
		{en.Round(19186015), "19,186,015"},
		{en.Round(999999), "999,999"},
		{en.Number(-12.5), "−12.5"},
		{ru.T("search.found", 1), "Найдена 1\u00a0статья."},
		{ru.T("search.found", 3), "Найдено 3\u00a0статьи."},
		{ru.T("search.found", 11), "Найдено 11\u00a0статей."},
		{ru.T("search.found", 121), "Найдена 121\u00a0статья."},
		{en.T("search.found", 1), "1 article found."},
		{kk.T("search.found", 1), "1 мақала табылды."},
		{en.T("no.such.key"), "[no.such.key]"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestNegotiate(t *testing.T) {
	offered := []string{"kk", "kk-Latn", "ru", "en"}
	for header, want := range map[string]string{
		"":                                  "kk",
		"en-GB,en;q=0.8":                    "en",
		"de, ru;q=0.5, en;q=0.7":            "en",
		"kk-Latn-KZ":                        "kk-Latn",
		"de":                                "kk",
		"*":                                 "kk",
		"en;q=0":                            "kk",
		"ru;q=zebra, en;q=0.1":              "en",
		"RU":                                "ru",
		",,;q=1,en":                         "en",
		"en;q=0.5, ru; q=0.9":               "ru",
		"en;q=1.000, kk-Latn;q=0.999":       "en",
		strings.Repeat("x-y,", 1000) + "ru": "ru",
	} {
		if got := Negotiate(header, offered); got != want {
			t.Errorf("%.40q gives %q, want %q", header, got, want)
		}
	}
	if Negotiate("en", nil) != "" {
		t.Error("nothing offered must give nothing")
	}
}
