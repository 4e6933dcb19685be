// Command train-tagger trains a model of package tagger: it reads an annotated
// corpus and the word lists of a language pack, finds the weights of a
// conditional random field by L-BFGS, rounds them to one byte and writes a
// model file. The same input gives the same file.
//
//	go run ./cmd/train-tagger --language kk --scheme kaznerd --corpus valid.iob2 --held
//	go run ./cmd/train-tagger --language kk --scheme kaznerd --corpus valid.iob2 --out internal/tagger/weights/kk-kaznerd.bin
package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"shanyraq/internal/tagger"
)

type cli struct {
	Language string  `required:"" help:"Language tag: kk, ru, en."`
	Scheme   string  `required:"" help:"Labels: names or kaznerd."`
	Corpus   string  `required:"" help:"An IOB2 file, or a folder of factRuEval documents."`
	Out      string  `help:"Where to write the model."`
	Held     bool    `help:"Hold two blocks of ten out, train on the rest, print the figures."`
	Common   bool    `help:"Give the lexicon a class of words that the corpus has in lower case."`
	Hide     float64 `help:"The share of the lexicon's entries that the training does not see, so that the model learns to do without an entry."`
	Rotate   bool    `help:"Hold out blocks 0 and 5, then 1 and 6… 4 and 9 of every ten, and print the pooled figures of the five models."`
	Saved    bool    `help:"With --rotate, take the five models that an earlier --rotate wrote to --out instead of training them, to measure rules above the models."`
	Blocks   int     `default:"50" help:"Number of blocks the corpus is cut into."`
	Errors   bool    `help:"With --held, print the held-out sentences that differ."`
	L2       float64 `name:"l2" default:"0.3" help:"Strength of the prior."`
	Least    int     `default:"1" help:"Fewest occurrences of a feature."`
	Steps    int     `default:"150" help:"Most steps of L-BFGS."`
	Epochs   int     `default:"0" help:"Begin by learning sentence by sentence, so often over the corpus."`
	Bags     int     `default:"1" help:"Number of models, each blind to other features, of which the mean is taken."`
	Keep     float64 `default:"0.6" help:"With several bags, the share of the features that each of them sees."`
	Drop     float64 `default:"0.3" help:"With epochs, the share of the features left out at each step."`
	Mix      bool    `help:"With epochs, take the mean of what they end with and of what L-BFGS finds."`
	Rate     float64 `default:"0.2" help:"With epochs, the length of a step."`
	Seed     uint64  `default:"1" help:"With epochs, the seed of what is left out."`
	HeldOut  []int   `default:"3,8" help:"With --held, the blocks of every ten that are held out."`
	Prune    int     `default:"1" help:"Rounded weights up to this size, either sign, are left out."`
	Trained  string  `help:"A sentence on the corpus for the model file."`
}

func main() {
	var c cli
	ctx := kong.Parse(&c, kong.Description("Train a tagger model."))
	ctx.FatalIfErrorf(c.run())
}

func (c *cli) run() error {
	data, err := c.load()
	if err != nil {
		return err
	}
	if c.Rotate {
		pool := map[string]counts{}
		for turn := range 5 {
			train, held := holdOut(data, c.Blocks, []int{turn, turn + 5})
			m, err := c.turn(turn, train)
			if err != nil {
				return err
			}
			by := score(m, held)
			for class, n := range by {
				pool[class] = counts{pool[class].right + n.right, pool[class].found + n.found, pool[class].wanted + n.wanted}
			}
			_, _, f := by["all"].f1()
			fmt.Printf("blocks %d and %d: F1 %.1f\n", turn, turn+5, f)
			if c.Errors {
				showErrors(m, held)
			}
		}
		report(os.Stdout, pool)
		return nil
	}
	var held []example
	if c.Held {
		data, held = holdOut(data, c.Blocks, c.HeldOut)
	}
	m, file, err := c.train(data)
	if err != nil {
		return err
	}
	if c.Held {
		report(os.Stdout, score(m, held))
		if c.Errors {
			showErrors(m, held)
		}
	}
	if c.Out != "" {
		fmt.Fprintf(os.Stderr, "%s: %d bytes\n", c.Out, len(file))
		return os.WriteFile(c.Out, file, 0o644)
	}
	return nil
}

// turn gives the model of one turn of a rotation: trained and, with --out,
// written, or read from there.
func (c *cli) turn(turn int, data []example) (*tagger.Model, error) {
	name := fmt.Sprintf("%s.%d", c.Out, turn)
	if c.Saved {
		file, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		return tagger.Decode(string(file))
	}
	m, file, err := c.train(data)
	if err != nil || c.Out == "" {
		return m, err
	}
	return m, os.WriteFile(name, file, 0o644)
}

// train makes a model of sentences, and its file.
func (c *cli) train(data []example) (*tagger.Model, []byte, error) {
	head := tagger.Header{Language: c.Language, Scheme: c.Scheme, Labels: labelsOf(data), Trained: c.Trained}
	lexicon, classes, err := readLexicon(c.Language)
	if err != nil {
		return nil, nil, err
	}
	head.Lexicon = lexicon
	m, err := model(head, nil, nil, classes)
	if err != nil {
		return nil, nil, err
	}
	if c.Common {
		common(&head.Lexicon, classes, m.Stem, data)
	}
	if m, err = model(head, nil, nil, hidden(head.Lexicon, classes, c.Hide, 1)); err != nil {
		return nil, nil, err
	}
	words, tags := numbered(data, head.Labels)
	p := newProblem(words, tags, m.Bundles, len(head.Labels), c.Least, c.L2)
	fmt.Fprintf(os.Stderr, "%d sentences, %d labels, %d features, %d weights\n", len(data), len(head.Labels), len(p.keys), p.size())
	w := c.fit(p)
	trans, table, scale := c.round(p, w)
	head.Scale = scale
	file, err := tagger.Encode(head, trans, table, classes)
	if err != nil {
		return nil, nil, err
	}
	fmt.Fprintf(os.Stderr, "%d bytes\n", len(file))
	m, err = tagger.Decode(string(file))
	return m, file, err
}

// numbered gives the words of sentences, and their tags as places in labels.
func numbered(data []example, labels []string) (words [][]string, tags [][]int32) {
	words, tags = make([][]string, len(data)), make([][]int32, len(data))
	for i, e := range data {
		words[i] = e.words
		for _, t := range e.tags {
			tags[i] = append(tags[i], int32(slices.Index(labels, t)))
		}
	}
	return words, tags
}

// fit finds the weights of a problem, of all features or, with several bags,
// as the mean of models that each see their own share of the features: a word
// seen often then leaves something to learn for its endings and neighbours,
// on which words never seen depend. The mean of linear models is linear, so
// what ships is one model (Sutton, Sindelar, McCallum: Reducing weight
// undertraining in structured discriminative learning, 2006).
func (c *cli) fit(p *problem) []float64 {
	if c.Bags <= 1 {
		return c.minimum(p)
	}
	sum := make([]float64, p.size())
	for bag := range c.Bags {
		random := rand.New(rand.NewPCG(1, uint64(bag)))
		part := p.without(func() bool { return random.Float64() >= c.Keep })
		for i, v := range c.minimum(part) {
			sum[i] += v / float64(c.Bags)
		}
	}
	return sum
}

func (c *cli) minimum(p *problem) []float64 {
	start := make([]float64, p.size())
	if c.Epochs > 0 {
		start = c.descend(p)
	}
	first := slices.Clone(start)
	w := minimize(start, 7, c.Steps, p.value, func(step int, v float64) {
		if step%10 == 0 {
			fmt.Fprintf(os.Stderr, "step %d: %.1f\n", step, v)
		}
	})
	if c.Mix {
		for i := range w {
			w[i] = (w[i] + first[i]) / 2
		}
	}
	return w
}

func (c *cli) load() ([]example, error) {
	if st, err := os.Stat(c.Corpus); err == nil && st.IsDir() {
		data, err := readFactRuEval(c.Corpus)
		if err != nil {
			return nil, err
		}
		return retokenize(data, c.Language)
	}
	data, err := readIOB2(c.Corpus)
	if err == nil && c.Scheme == tagger.Names {
		data = coarse(data, map[string]string{"PERSON": "person", "ORGANISATION": "organization", "GPE": "place", "LOCATION": "place",
			"NORP": "group", "POSITION": "title", "FACILITY": "facility", "EVENT": "event"})
		return retokenize(data, c.Language)
	}
	return data, err
}

// round brings the weights to one byte: the largest becomes 127.
func (c *cli) round(p *problem, w []float64) (trans []int32, table map[uint32][]tagger.Weight, scale float64) {
	emit := w[:len(p.label)]
	top := 0.0
	for _, v := range emit {
		top = max(top, math.Abs(v))
	}
	scale = top / 127
	table = map[uint32][]tagger.Weight{}
	for f, key := range p.keys {
		for k := p.first[f]; k < p.first[f+1]; k++ {
			if q := int(math.Round(emit[k] / scale)); q > c.Prune || q < -c.Prune {
				table[key] = append(table[key], tagger.Weight{Label: p.label[k], Value: int8(q)})
			}
		}
	}
	L := p.labels
	for from := range L {
		for to := range L {
			t := int32(math.Round(w[len(p.label)+from*L+to] / scale))
			if !allowed(from, to) {
				t = tagger.Forbidden
			}
			trans = append(trans, t)
		}
	}
	return trans, table, scale
}

func model(h tagger.Header, trans []int32, table map[uint32][]tagger.Weight, classes map[uint32]uint32) (*tagger.Model, error) {
	if trans == nil {
		trans = make([]int32, len(h.Labels)*len(h.Labels))
	}
	file, err := tagger.Encode(h, trans, table, classes)
	if err != nil {
		return nil, err
	}
	return tagger.Decode(string(file))
}

// labelsOf gives O and the pairs B-X, I-X of the classes in the data, sorted.
func labelsOf(data []example) []string {
	var classes []string
	for _, e := range data {
		for _, t := range e.tags {
			if _, class, ok := strings.Cut(t, "-"); ok && !slices.Contains(classes, class) {
				classes = append(classes, class)
			}
		}
	}
	slices.Sort(classes)
	labels := []string{"O"}
	for _, class := range classes {
		labels = append(labels, "B-"+class, "I-"+class)
	}
	return labels
}

func showErrors(m *tagger.Model, held []example) {
	t := m.New()
	for _, e := range held {
		got := map[tagger.Span]bool{}
		for _, s := range t.Spans(e.words) {
			s.Margin = 0
			got[s] = true
		}
		var lines []string
		for _, s := range spansOf(e.tags) {
			if !got[s] {
				lines = append(lines, fmt.Sprintf("  missed %s %s", s.Class, strings.Join(e.words[s.Start:s.End], " ")))
			}
			delete(got, s)
		}
		for s := range got {
			lines = append(lines, fmt.Sprintf("  extra  %s %s", s.Class, strings.Join(e.words[s.Start:s.End], " ")))
		}
		if len(lines) > 0 {
			slices.Sort(lines)
			fmt.Println(strings.Join(e.words, " ") + "\n" + strings.Join(lines, "\n"))
		}
	}
}
