// Command train makes the profiles that package detect embeds, from a folder
// of texts: one file a class, named language-Script.txt ("kk-Latn.txt"), a
// sentence or message a line. A class whose language is "xx" teaches what
// none of ours looks like.
//
//	go run ./internal/detect/train -in texts/ -out internal/detect/profiles.bin
//
// The profile of a script is a linear model over hashed letter sequences and
// words, trained by stochastic gradient descent on windows of one to ten
// words and rounded to 8 bits. The same texts give the same bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shanyraq/internal/detect"
)

func main() {
	in := flag.String("in", "", "folder of texts")
	out := flag.String("out", "", "file to write")
	steps := flag.Int("steps", 1_200_000, "windows to learn from, for each script")
	flag.Parse()
	if err := run(*in, *out, *steps, os.Stdout); err != nil {
		log.Fatal("train: ", err)
	}
}

// run learns from the texts of the folder in and writes the profiles of the
// three scripts to the file out; what it made goes to say.
func run(in, out string, steps int, say io.Writer) error {
	files, err := filepath.Glob(filepath.Join(in, "*.txt"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no texts in %q", in)
	}
	slices.Sort(files)
	byScript := map[string][]class{}
	for _, f := range files {
		lang, script, ok := strings.Cut(strings.TrimSuffix(filepath.Base(f), ".txt"), "-")
		if !ok {
			return fmt.Errorf("%s is not named language-Script.txt", f)
		}
		text, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		c := class{lang: lang}
		for line := range strings.SplitSeq(string(text), "\n") {
			if w := strings.Fields(line); len(w) > 0 {
				c.lines = append(c.lines, w)
			}
		}
		byScript[script] = append(byScript[script], c)
	}
	var buf bytes.Buffer
	for _, script := range []string{"Latn", "Cyrl", "Arab"} {
		if len(byScript[script]) == 0 {
			return fmt.Errorf("no texts in %q are named language-%s.txt", in, script)
		}
		m := learn(script, byScript[script], steps)
		if err := m.Write(&buf); err != nil {
			return err
		}
		fmt.Fprintf(say, "%s: %d classes, %d bytes so far\n", script, len(m.Languages), buf.Len())
	}
	return os.WriteFile(out, buf.Bytes(), 0o644)
}

type class struct {
	lang  string
	lines [][]string
}

// window cuts a few words out of the class's texts.
func (c class) window(rng *rand.Rand) string {
	n := 1 + rng.IntN(10)
	line := c.lines[rng.IntN(len(c.lines))]
	for len(line) < n { // short messages are joined
		line = append(slices.Clone(line), c.lines[rng.IntN(len(c.lines))]...)
	}
	at := rng.IntN(len(line) - n + 1)
	return strings.Join(line[at:at+n], " ")
}

// share is how often a class is seen, where it is not 1: more for those that
// texts here are mostly in, less for those they rarely are.
var share = map[string]float64{
	"ru-Cyrl": 3, "kk-Cyrl": 2, "ky-Cyrl": 1.5, "tg-Cyrl": 1.5, "uz-Cyrl": 1.5, "tr-Latn": 1.4,
	"en-Latn": 3, "uz-Latn": 2, "kk-Latn": 2, "tk-Latn": 1.5, "kk-Arab": 1.5, "xx-Arab": 0.7,
}

// learn fits a softmax over the classes of one script.
func learn(script string, classes []class, steps int) *detect.Model {
	rng := rand.New(rand.NewPCG(20, 26))
	n := len(classes)
	weights := make([]float32, detect.Buckets*n)
	grad := make([]float32, detect.Buckets*n) // squared gradients, for the step size
	logits := make([]float64, n)
	var feats []uint32
	var deck []int // classes in the proportion of their shares
	for i, c := range classes {
		n := share[c.lang+"-"+script]
		if n == 0 {
			n = 1
		}
		for range int(10 * n) {
			deck = append(deck, i)
		}
	}
	for step := range steps {
		y := deck[rng.IntN(len(deck))]
		feats = detect.Features(feats[:0], classes[y].window(rng))
		if len(feats) == 0 {
			continue
		}
		scale := detect.Scale(len(feats))
		for k := range logits {
			logits[k] = 0
		}
		for _, f := range feats {
			row := weights[int(f)*n:][:n]
			for k, w := range row {
				logits[k] += float64(w)
			}
		}
		for k := range logits {
			logits[k] *= scale
		}
		softmax(logits)
		rate := 0.3 * (1 - 0.9*float64(step)/float64(steps))
		for k, p := range logits {
			g := p
			if k == y {
				g--
			}
			g *= scale
			if math.Abs(g) < 1e-4 {
				continue
			}
			for _, f := range feats {
				i := int(f)*n + k
				grad[i] += float32(g * g)
				weights[i] -= float32(rate * g / (0.1 + math.Sqrt(float64(grad[i]))))
			}
		}
	}
	m := &detect.Model{Script: script}
	top := float32(0)
	for _, w := range weights {
		top = max(top, w, -w)
	}
	m.Step = float64(top) / 127
	m.Weights = make([]int8, len(weights))
	for i, w := range weights {
		m.Weights[i] = int8(math.Round(float64(w) / m.Step))
	}
	for _, c := range classes {
		m.Languages = append(m.Languages, c.lang)
	}
	return m
}

func softmax(x []float64) {
	top, sum := slices.Max(x), 0.0
	for i := range x {
		x[i] = math.Exp(x[i] - top)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}
