package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
)

// descend finds the weights of a problem sentence by sentence (AdaGrad),
// each time without a random share of the features: a word seen often then
// leaves something to learn for its endings and neighbours, on which words
// never seen depend. The weights after each of the later epochs are averaged.
// The same problem gives the same weights: the sentences' order and the
// features left out come from a seeded generator, and one thread does it all.
func (c *cli) descend(p *problem) []float64 {
	n := p.size()
	d := descent{c: chain{p: p, w: make([]float64, n), grad: make([]float64, n)}, square: make([]float64, n),
		rate: c.Rate, keep: 1 - c.Drop, l2: p.l2 / float64(len(p.data)), random: rand.New(rand.NewPCG(1, c.Seed))}
	d.c.steps()
	sum, from := make([]float64, n), c.Epochs/3
	for epoch := range c.Epochs {
		loss := 0.0
		for _, i := range d.random.Perm(len(p.data)) {
			loss += d.learn(p.data[i])
		}
		if epoch >= from {
			for i, v := range d.c.w {
				sum[i] += v / float64(c.Epochs-from)
			}
		}
		fmt.Fprintf(os.Stderr, "epoch %d: %.1f\n", epoch+1, loss)
	}
	return sum
}

type descent struct {
	c              chain
	square         []float64 // by weight, the sum of the squares of its gradients
	rate, keep, l2 float64
	random         *rand.Rand
	feats          [][]int32
	flat           []int32
}

// learn takes one step down the loss of one sentence, and gives the loss.
func (d *descent) learn(s sentence) float64 {
	p, w, g := d.c.p, d.c.w, d.c.grad
	d.feats, d.flat = d.feats[:0], d.flat[:0]
	for i, fs := range s.loose {
		at := len(d.flat)
		d.some(fs)
		for _, b := range s.bundles[i] {
			d.some(p.bundles[b])
		}
		d.feats = append(d.feats, d.flat[at:len(d.flat):len(d.flat)])
	}
	base := len(p.label)
	d.c.boost = 1 / d.keep
	loss := d.c.add(sentence{labels: s.labels, loose: d.feats})
	for i, fs := range d.feats {
		for _, f := range fs {
			for k := p.first[f]; k < p.first[f+1]; k++ {
				if int32(p.label[k]) == s.labels[i] {
					g[k]--
					loss -= w[k] * d.c.boost
				}
			}
		}
		if i > 0 {
			k := base + int(s.labels[i-1])*p.labels + int(s.labels[i])
			g[k]--
			loss -= w[k]
		}
	}
	for _, fs := range d.feats {
		for _, f := range fs {
			for k := p.first[f]; k < p.first[f+1]; k++ {
				if g[k] != 0 {
					d.step(int(k), d.c.boost)
				}
			}
		}
	}
	for k := base; k < len(w); k++ {
		if g[k] != 0 {
			d.step(k, 1)
			if t := k - base; allowed(t/p.labels, t%p.labels) {
				d.c.trans[t] = math.Exp(w[k])
			}
		}
	}
	return loss
}

// some takes those features of a list that are not left out this time.
func (d *descent) some(fs []int32) {
	for _, f := range fs {
		if d.keep >= 1 || d.random.Float64() < d.keep {
			d.flat = append(d.flat, f)
		}
	}
}

func (d *descent) step(k int, boost float64) {
	w, g := d.c.w, d.c.grad
	x := g[k]*boost + d.l2*w[k]
	d.square[k] += x * x
	w[k] -= d.rate * x / math.Sqrt(d.square[k]+1e-6)
	g[k] = 0
}

// without gives the problem with features left out of every sentence; weights
// keep their places, and those of the features left out stay at nothing.
func (p *problem) without(drop func() bool) *problem {
	q := *p
	q.seen = slices.Clone(p.seen)
	gone := make([]bool, len(p.keys))
	for f := range gone {
		if gone[f] = drop(); gone[f] {
			clear(q.seen[p.first[f]:p.first[f+1]])
		}
	}
	stay := func(lists [][]int32) [][]int32 {
		out := make([][]int32, len(lists))
		for i, fs := range lists {
			for _, f := range fs {
				if !gone[f] {
					out[i] = append(out[i], f)
				}
			}
		}
		return out
	}
	q.bundles = stay(p.bundles)
	q.data = make([]sentence, len(p.data))
	for i, s := range p.data {
		q.data[i] = sentence{s.labels, s.bundles, stay(s.loose)}
	}
	return &q
}
