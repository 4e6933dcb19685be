package main

import (
	"math"
	"slices"
	"sync"

	"shanyraq/internal/tagger"
)

// sentence is one training sentence with its features looked up.
type sentence struct {
	labels  []int32
	bundles [][]int32 // by word, indexes into problem.bundles
	loose   [][]int32 // by word, the features of several words, indexes into problem.first
}

// problem is the training objective: the negative log likelihood of a
// linear-chain conditional random field with a Gaussian prior.
//
// A weight exists only for a feature and a label seen together in the data,
// so the model stays small and unseen pairs stay neutral.
//
// The features that a word has in a role make a bundle. A word occurs many
// times, so the scores of a bundle are added up once for each step of the
// search, and what the sentences want of it is dealt out to its features once.
type problem struct {
	data    []sentence
	bundles [][]int32 // the features of each, indexes into first
	labels  int
	keys    []uint32 // by feature
	first   []int32  // by feature, its first weight; one more at the end
	label   []uint8  // by weight
	seen    []float64
	step    [][]int32 // by label, the labels that may stand before it
	l2      float64
	workers int
}

// size is the number of weights; the transitions stand at the end.
func (p *problem) size() int { return len(p.label) + p.labels*p.labels }

// extract gives the features of a sentence by word.
type extract = func([]string) ([][]tagger.Bundle, [][]uint32)

// newProblem looks up features that occur at least least times.
func newProblem(words [][]string, tags [][]int32, features extract, labels, least int, l2 float64) *problem {
	p := &problem{labels: labels, l2: l2, workers: 2}
	type use struct {
		word string
		role int
	}
	var keys [][]uint32 // by bundle, then by loose list
	number := map[use]int32{}
	count, pairs := map[uint32]int32{}, map[uint64]int32{}
	countOf := []map[int32]int32{} // by bundle, label to times
	for i, w := range words {
		bs, loose := features(w)
		s := sentence{labels: tags[i]}
		for j := range w {
			var ids []int32
			for _, b := range bs[j] {
				u := use{b.Word, b.Role}
				id, ok := number[u]
				if !ok {
					id = int32(len(keys))
					number[u] = id
					keys = append(keys, b.Keys)
					countOf = append(countOf, map[int32]int32{})
				}
				countOf[id][tags[i][j]]++
				ids = append(ids, id)
			}
			s.bundles = append(s.bundles, ids)
			for _, k := range loose[j] {
				count[k]++
				pairs[uint64(k)<<8|uint64(tags[i][j])]++
			}
			fs := make([]int32, len(loose[j])) // keys for now
			for n, k := range loose[j] {
				fs[n] = int32(k)
			}
			s.loose = append(s.loose, fs)
		}
		p.data = append(p.data, s)
	}
	for id, ks := range keys {
		for _, k := range ks {
			for label, n := range countOf[id] {
				count[k] += n
				pairs[uint64(k)<<8|uint64(label)] += n
			}
		}
	}
	kept := make([]uint64, 0, len(pairs))
	for q := range pairs {
		if int(count[uint32(q>>8)]) >= least {
			kept = append(kept, q)
		}
	}
	slices.Sort(kept)
	index := map[uint32]int32{}
	for _, q := range kept {
		key := uint32(q >> 8)
		if n := len(p.keys); n == 0 || p.keys[n-1] != key {
			index[key] = int32(n)
			p.keys = append(p.keys, key)
			p.first = append(p.first, int32(len(p.label)))
		}
		p.label = append(p.label, uint8(q))
		p.seen = append(p.seen, float64(pairs[q]))
	}
	p.first = append(p.first, int32(len(p.label)))
	p.seen = append(p.seen, make([]float64, labels*labels)...)
	for to := range labels {
		var from []int32
		for f := range labels {
			if allowed(f, to) {
				from = append(from, int32(f))
			}
		}
		p.step = append(p.step, from)
	}
	for _, ks := range keys {
		var fs []int32
		for _, k := range ks {
			if f, ok := index[k]; ok {
				fs = append(fs, f)
			}
		}
		p.bundles = append(p.bundles, fs)
	}
	for i, s := range p.data {
		for j, ks := range s.loose {
			fs := ks[:0]
			for _, k := range ks {
				if f, ok := index[uint32(k)]; ok {
					fs = append(fs, f)
				}
			}
			s.loose[j] = fs
			if j > 0 {
				p.seen[len(p.label)+int(tags[i][j-1])*labels+int(tags[i][j])]++
			}
		}
	}
	return p
}

// allowed reports whether IOB2 lets label to follow label from. Labels are
// numbered O, B-X, I-X, B-Y, I-Y…
func allowed(from, to int) bool {
	return to == 0 || to%2 == 1 || from == to || from == to-1
}

// value gives the objective at w and writes its gradient to g.
func (p *problem) value(w, g []float64) float64 {
	L := p.labels
	scores := make([]float32, len(p.bundles)*L)
	for b, fs := range p.bundles {
		v := scores[b*L : (b+1)*L]
		for _, f := range fs {
			for k := p.first[f]; k < p.first[f+1]; k++ {
				v[p.label[k]] += float32(w[k])
			}
		}
	}
	losses := make([]float64, p.workers)
	grads, dues := make([][]float64, p.workers), make([][]float32, p.workers)
	var wg sync.WaitGroup
	for k := range p.workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			grads[k], dues[k] = make([]float64, len(w)), make([]float32, len(scores))
			c := chain{p: p, w: w, grad: grads[k], scores: scores, due: dues[k], boost: 1}
			c.steps()
			// Blocks, not turns: the sums keep their order whatever the scheduler does.
			for _, s := range p.data[len(p.data)*k/p.workers : len(p.data)*(k+1)/p.workers] {
				losses[k] += c.add(s)
			}
		}()
	}
	wg.Wait()
	loss := 0.0
	for i := range g {
		g[i] = p.l2*w[i] - p.seen[i]
		loss += 0.5*p.l2*w[i]*w[i] - p.seen[i]*w[i]
		for k := range grads {
			g[i] += grads[k][i]
		}
	}
	for b, fs := range p.bundles {
		v := dues[0][b*L : (b+1)*L]
		for _, due := range dues[1:] {
			for i, x := range due[b*L : (b+1)*L] {
				v[i] += x
			}
		}
		for _, f := range fs {
			for k := p.first[f]; k < p.first[f+1]; k++ {
				g[k] += float64(v[p.label[k]])
			}
		}
	}
	for _, l := range losses {
		loss += l
	}
	return loss
}

// chain runs forward and backward over one sentence after another. Labels that
// are less than one in 10^10 likely at a word, given what stands before it, are
// left out of the sums there (Pal, Sutton, McCallum: Sparse forward-backward
// using minimum divergence beams, 2006): after a few steps a word has three or
// four labels to weigh, not fifty.
type chain struct {
	p              *problem
	w, trans, grad []float64 // trans: exp of the steps' weights, 0 where IOB2 forbids the step
	e, alpha, beta []float64
	scale          []float64
	scores, due    []float32 // by bundle and label; nil where the sentence has loose features only
	boost          float64   // what each weight is multiplied by, for features left out
	live           []int32   // the labels weighed, word after word
	ends           []int     // where those of each word end in live
}

// tiny is the share under which a label is left out.
const tiny = 1e-10

// steps fills the exponents of the weights of the steps between labels.
func (c *chain) steps() {
	base := len(c.p.label)
	c.trans = size(c.trans, c.p.labels*c.p.labels)
	clear(c.trans)
	for to, from := range c.p.step {
		for _, f := range from {
			k := int(f)*c.p.labels + to
			c.trans[k] = math.Exp(c.w[base+k])
		}
	}
}

// add gives log Z of a sentence and adds the expected counts to the gradient.
func (c *chain) add(s sentence) float64 {
	n, L := len(s.labels), c.p.labels
	if n == 0 {
		return 0
	}
	c.e, c.alpha, c.beta = size(c.e, n*L), size(c.alpha, n*L), size(c.beta, n*L)
	c.scale = size(c.scale, n)
	c.live, c.ends = c.live[:0], c.ends[:0]
	logZ, from := 0.0, 0
	for i := range n {
		e := c.e[i*L : (i+1)*L]
		clear(e)
		if c.scores != nil {
			for _, b := range s.bundles[i] {
				for k, v := range c.scores[int(b)*L : (int(b)+1)*L] {
					e[k] += float64(v)
				}
			}
		}
		for _, f := range s.loose[i] {
			for k := c.p.first[f]; k < c.p.first[f+1]; k++ {
				e[c.p.label[k]] += c.w[k] * c.boost
			}
		}
		top := slices.Max(e)
		before := c.live[from:]
		from = len(c.live)
		for k, v := range e {
			if e[k] = 0; k == 0 || v > top-25 {
				e[k] = math.Exp(max(v-top, -300))
				c.live = append(c.live, int32(k))
			}
		}
		logZ += top
		a, sum := c.alpha[i*L:(i+1)*L], 0.0
		clear(a)
		if i == 0 {
			for _, to := range c.live[from:] {
				if to == 0 || to%2 == 1 {
					a[to] = 1
				}
			}
		}
		for _, f := range before {
			x, row := c.alpha[(i-1)*L+int(f)], c.trans[int(f)*L:(int(f)+1)*L]
			for _, to := range c.live[from:] {
				a[to] += x * row[to]
			}
		}
		for _, to := range c.live[from:] {
			a[to] *= e[to]
			sum += a[to]
		}
		live := c.live[from:from]
		for _, to := range c.live[from:] {
			if a[to] > tiny*sum {
				live = append(live, to)
				a[to] /= sum
			} else {
				a[to] = 0
			}
		}
		c.live = c.live[:from+len(live)]
		c.ends = append(c.ends, len(c.live))
		c.scale[i] = sum
		logZ += math.Log(sum)
	}
	tg := c.grad[len(c.p.label):]
	var after []int32
	for i := n - 1; i >= 0; i-- {
		b, a, start := c.beta[i*L:(i+1)*L], c.alpha[i*L:(i+1)*L], 0
		if i > 0 {
			start = c.ends[i-1]
		}
		live := c.live[start:c.ends[i]]
		if i == n-1 {
			for k := range b {
				b[k] = 1
			}
		} else {
			clear(b)
			next, ne := c.beta[(i+1)*L:(i+2)*L], c.e[(i+1)*L:(i+2)*L]
			for _, to := range after {
				ne[to] *= next[to] / c.scale[i+1]
			}
			for _, f := range live {
				row, sum := c.trans[int(f)*L:(int(f)+1)*L], 0.0
				g := tg[int(f)*L : (int(f)+1)*L]
				for _, to := range after {
					y := row[to] * ne[to]
					sum += y
					g[to] += a[f] * y
				}
				b[f] = sum
			}
		}
		after = live
		// alpha times beta is the probability of each label here.
		for k := range a {
			a[k] *= b[k]
		}
		if c.due != nil {
			for _, b := range s.bundles[i] {
				due := c.due[int(b)*L : (int(b)+1)*L]
				for _, k := range live {
					due[k] += float32(a[k])
				}
			}
		}
		for _, f := range s.loose[i] {
			for k := c.p.first[f]; k < c.p.first[f+1]; k++ {
				if v := a[c.p.label[k]]; v > 0 {
					c.grad[k] += v
				}
			}
		}
	}
	return logZ
}

func size(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	return s[:n]
}
