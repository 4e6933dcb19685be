package detect_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/detect"
	"shanyraq/internal/translit"
)

// sample is a text and what it is.
type sample struct{ tag, text string }

// samples reads the sentences written for measuring and derives those of the
// other scripts.
func samples(t testing.TB) []sample {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []sample
	add := func(tag, text string) { list = append(list, sample{tag, text}) }
	for line := range strings.Lines(string(data)) {
		tag, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		add(tag, text)
		derive := func(from, to, tag string) {
			s, err := translit.Convert(from, to, text)
			if err != nil {
				t.Fatal(err)
			}
			add(tag, s)
		}
		switch tag {
		case "kk":
			derive("kk-Cyrl", "kk-Latn", "kk-Latn")
			derive("kk-Cyrl", "kk-Arab", "kk-Arab")
		case "uz":
			derive("uz-Latn", "uz-Cyrl", "uz-Cyrl")
		}
	}
	// More texts, where a folder of them is named: tag.txt, a sentence a line.
	files, _ := filepath.Glob(filepath.Join(os.Getenv("SHANYRAQ_DETECT_TEXTS"), "*-*.txt"))
	for _, f := range files {
		tag := strings.TrimSuffix(filepath.Base(f), ".txt")
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			add(tag, strings.TrimSpace(line))
		}
	}
	return list
}

// windows cuts a text into pieces of n words.
func windows(text string, n int) []string {
	if !strings.Contains(text, " ") {
		return []string{text}
	}
	var list []string
	for w := strings.Fields(text); len(w) >= n; w = w[n:] {
		list = append(list, strings.Join(w[:n], " "))
	}
	return list
}

func TestShares(t *testing.T) {
	for _, c := range []struct {
		words int
		goal  float64
	}{{8, 0.97}, {4, 0.92}} {
		right, all := map[string]int{}, map[string]int{}
		for _, s := range samples(t) {
			for _, w := range windows(s.text, c.words) {
				r := detect.Detect(w)
				want := canonical(s.tag)
				all[want]++
				if got := r.Language + "-" + r.Script; got == want {
					right[want]++
				} else if testing.Verbose() {
					t.Logf("%d words: %s taken for %s (%.2f): %s", c.words, want, got, r.Confidence, w)
				}
			}
		}
		good, sum := 0, 0
		var tags []string
		for tag := range all {
			tags = append(tags, tag)
		}
		slices.Sort(tags)
		for _, tag := range tags {
			t.Logf("%d words: %-8s %5.1f%% of %d", c.words, tag, 100*float64(right[tag])/float64(all[tag]), all[tag])
			good += right[tag]
			sum += all[tag]
		}
		share := float64(good) / float64(sum)
		t.Logf("%d words: %.1f%% of %d pieces", c.words, 100*share, sum)
		if share < c.goal {
			t.Errorf("%d words: %.1f%% right, the goal is %.0f%%", c.words, 100*share, 100*c.goal)
		}
	}
}

func canonical(tag string) string {
	if strings.Contains(tag, "-") {
		return tag
	}
	script := map[string]string{"ru": "Cyrl", "kk": "Cyrl", "ky": "Cyrl", "tg": "Cyrl", "tt": "Cyrl", "ug": "Arab", "ar": "Arab", "fa": "Arab", "zh": "Hans"}[tag]
	if script == "" {
		script = "Latn"
	}
	return tag + "-" + script
}

func TestNothingToTell(t *testing.T) {
	for _, text := range []string{"", " ", "12 345", "…!?", "2021–2024", "٣٤٥", "a", "\xff\xfe", "日本語のテキストです", "한국어 문장입니다", "Ελληνικά", "\u202e\u200f"} {
		if r := detect.Detect(text); r.Language != "und" {
			t.Errorf("%q is taken for %s (%.2f)", text, r.Tag(), r.Confidence)
		}
	}
}

func FuzzDetect(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := detect.Detect(text)
		if r.Confidence < 0 || r.Confidence > 1 || r.Language == "" || r.Script == "" {
			t.Errorf("%q: %+v", text, r)
		}
		if again := detect.Detect(text); again != r {
			t.Errorf("%q: %+v, then %+v", text, r, again)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat("Қазақстан халқы Ассамблеясының сессиясында Мемлекет басшысы ел бірлігі туралы айтты. ", 6)
	detect.Detect(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		detect.Detect(text)
	}
}
