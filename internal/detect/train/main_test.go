package main

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/detect"
)

var texts = map[string]string{
	"en-Latn": "The council of the valley met on Monday and spoke about the bridge.\nThere were children with their teachers in the library.\nWhat the harvest will bring nobody knows yet.\n",
	"tr-Latn": "Belediye meclisi pazartesi günü toplandı ve köprü hakkında konuştu.\nKütüphanede öğretmenleriyle birlikte çocuklar vardı.\nHasadın ne getireceğini henüz kimse bilmiyor.\n",
	"uz-Latn": "Vodiy kengashi dushanba kuni yigʻildi va koʻprik haqida soʻzladi.\nKutubxonada oʻqituvchilari bilan bolalar bor edi.\nHosil nima berishini hali hech kim bilmaydi.\n",
	"ru-Cyrl": "Совет долины собрался в понедельник и говорил о мосте.\nВ библиотеке были дети с учителями.\n",
	"kk-Cyrl": "Алқап кеңесі дүйсенбіде жиналып, көпір туралы сөйледі.\nКітапханада мұғалімдерімен бірге балалар болды.\n",
	"kk-Arab": "كىتاپحانادا مۇعالىمدەرىمەن بىرگە بالالار بولدى.\n",
}

func folder(t *testing.T, leave string) string {
	dir := t.TempDir()
	for name, text := range texts {
		if strings.HasSuffix(name, leave) && leave != "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// profiles trains on the folder and gives the file.
func profiles(t *testing.T, dir string) ([]byte, string) {
	t.Helper()
	out, said := filepath.Join(t.TempDir(), "profiles.bin"), new(bytes.Buffer)
	if err := run(dir, out, 300, said); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return b, said.String()
}

func TestSameTextsGiveTheSameBytes(t *testing.T) {
	dir := folder(t, "")
	one, said := profiles(t, dir)
	two, _ := profiles(t, dir)
	if !bytes.Equal(one, two) {
		t.Error("the same texts gave other bytes")
	}
	// Script, number of classes, their languages in order of name, the step,
	// and a weight for each feature and class.
	size := func(classes int) int { return 4 + 1 + 2*classes + 8 + detect.Buckets*classes }
	if len(one) != size(3)+size(2)+size(1) {
		t.Errorf("%d bytes, want %d", len(one), size(3)+size(2)+size(1))
	}
	if head := "Latn\x03entruz"; !strings.HasPrefix(string(one), head) {
		t.Errorf("the file begins with %q, want %q", one[:len(head)], head)
	}
	if head := "Cyrl\x02kkru"; !strings.HasPrefix(string(one[size(3):]), head) {
		t.Errorf("the second profile begins with %q, want %q", one[size(3):][:len(head)], head)
	}
	if !strings.Contains(said, "Latn: 3 classes") || strings.Count(said, "\n") != 3 {
		t.Errorf("it says:\n%s", said)
	}
	if err := os.WriteFile(filepath.Join(dir, "uz-Latn.txt"), []byte("Bugun bozor yopiq.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if other, _ := profiles(t, dir); bytes.Equal(one, other) {
		t.Error("another text gave the same bytes")
	}
}

func TestProfilesTellTextsApart(t *testing.T) {
	var classes []class
	for _, lang := range []string{"en", "tr", "uz"} {
		c := class{lang: lang}
		for line := range strings.Lines(texts[lang+"-Latn"]) {
			c.lines = append(c.lines, strings.Fields(line))
		}
		classes = append(classes, c)
	}
	m := learn("Latn", classes, 300)
	// Sentences that it has not learned from.
	for want, text := range map[string]string{
		"en": "When the teachers spoke, the children were there.",
		"tr": "Çocuklar köprü günü öğretmenleriyle konuştu.",
		"uz": "Bolalar oʻqituvchilari haqida soʻzladi.",
	} {
		sums := make([]int, len(m.Languages))
		for _, f := range detect.Features(nil, text) {
			for k := range sums {
				sums[k] += int(m.Weights[int(f)*len(sums)+k])
			}
		}
		for k, l := range m.Languages {
			if l != want && sums[k] >= sums[slices.Index(m.Languages, want)] {
				t.Errorf("%q: %v of %v", text, sums, m.Languages)
			}
		}
	}
}

func TestWindowsComeFromAllLines(t *testing.T) {
	c := class{lines: [][]string{strings.Fields("a b c"), strings.Fields("d e f g h i j k l m n"), {"o"}}}
	rng := rand.New(rand.NewPCG(1, 1))
	words, lengths := map[string]bool{}, map[int]bool{}
	for range 2000 {
		w := strings.Fields(c.window(rng))
		lengths[len(w)] = true
		if len(w) == 1 {
			words[w[0]] = true
		}
	}
	if len(words) != 15 {
		t.Errorf("%d of 15 words are seen by themselves", len(words))
	}
	for n := range 11 {
		if lengths[n] != (n > 0) {
			t.Errorf("windows of %d words: %v", n, lengths[n])
		}
	}
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	odd := folder(t, "")
	if err := os.WriteFile(filepath.Join(odd, "notes.txt"), []byte("a b\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{
		t.TempDir():       "no texts in",
		folder(t, "Arab"): "language-Arab.txt",
		odd:               "notes.txt is not named language-Script.txt",
	} {
		out := filepath.Join(t.TempDir(), "out.bin")
		if err := run(dir, out, 10, io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: a file was written all the same", want)
		}
	}
}
