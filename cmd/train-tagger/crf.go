package main

import (
	"math"
	"slices"
	"sync"
)

// sentence is one training sentence with its features looked up.
type sentence struct {
	words  []string
	labels []int32
	feats  [][]int32 // by word, indexes into problem.first
}

// problem is the training objective: the negative log likelihood of a
// linear-chain conditional random field with a Gaussian prior.
//
// A weight exists only for a feature and a label seen together in the data,
// so the model stays small and unseen pairs stay neutral.
type problem struct {
	data    []sentence
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

// newProblem looks up features that occur at least least times.
func newProblem(words [][]string, tags [][]int32, keys func([]string) [][]uint32, labels, least int, l2 float64) *problem {
	p := &problem{labels: labels, l2: l2, workers: 2}
	type pair struct {
		key   uint32
		label uint8
	}
	all := make([][][]uint32, len(words))
	count, pairs := map[uint32]int{}, map[pair]int{}
	for i, w := range words {
		all[i] = keys(w)
		for j, ks := range all[i] {
			for _, k := range ks {
				count[k]++
				pairs[pair{k, uint8(tags[i][j])}]++
			}
		}
	}
	kept := make([]pair, 0, len(pairs))
	for q := range pairs {
		if count[q.key] >= least {
			kept = append(kept, q)
		}
	}
	slices.SortFunc(kept, func(a, b pair) int {
		if a.key != b.key {
			if a.key < b.key {
				return -1
			}
			return 1
		}
		return int(a.label) - int(b.label)
	})
	index := map[uint32]int32{}
	for _, q := range kept {
		if _, ok := index[q.key]; !ok {
			index[q.key] = int32(len(p.keys))
			p.keys = append(p.keys, q.key)
			p.first = append(p.first, int32(len(p.label)))
		}
		p.label = append(p.label, q.label)
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
	for i, w := range words {
		s := sentence{words: w, labels: tags[i]}
		for j, ks := range all[i] {
			var fs []int32
			for _, k := range ks {
				if f, ok := index[k]; ok {
					fs = append(fs, f)
				}
			}
			s.feats = append(s.feats, fs)
			if j > 0 {
				p.seen[len(p.label)+int(tags[i][j-1])*labels+int(tags[i][j])]++
			}
		}
		p.data = append(p.data, s)
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
	losses := make([]float64, p.workers)
	grads := make([][]float64, p.workers)
	trans := w[len(p.label):]
	expTrans := make([]float64, len(trans))
	for i, t := range trans {
		expTrans[i] = math.Exp(t)
	}
	var wg sync.WaitGroup
	for k := range p.workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			grads[k] = make([]float64, len(w))
			c := chain{p: p, w: w, trans: expTrans, grad: grads[k], boost: 1}
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
	for _, l := range losses {
		loss += l
	}
	return loss
}

// chain runs forward and backward over one sentence after another.
type chain struct {
	p              *problem
	w, trans, grad []float64
	e, alpha, beta []float64
	scale          []float64
	boost          float64 // what each weight is multiplied by, for features left out
}

// add gives log Z of a sentence and adds the expected counts to the gradient.
func (c *chain) add(s sentence) float64 {
	n, L := len(s.words), c.p.labels
	if n == 0 {
		return 0
	}
	c.e, c.alpha, c.beta = size(c.e, n*L), size(c.alpha, n*L), size(c.beta, n*L)
	c.scale = size(c.scale, n)
	logZ := 0.0
	for i := range n {
		e := c.e[i*L : (i+1)*L]
		clear(e)
		for _, f := range s.feats[i] {
			for k := c.p.first[f]; k < c.p.first[f+1]; k++ {
				e[c.p.label[k]] += c.w[k] * c.boost
			}
		}
		top := slices.Max(e)
		for k := range e {
			e[k] = math.Exp(e[k] - top)
		}
		logZ += top
		a := c.alpha[i*L : (i+1)*L]
		sum := 0.0
		for to := range L {
			v := 0.0
			if i == 0 {
				if to == 0 || to%2 == 1 {
					v = 1
				}
			} else {
				prev := c.alpha[(i-1)*L : i*L]
				for _, from := range c.p.step[to] {
					v += prev[from] * c.trans[int(from)*L+to]
				}
			}
			a[to] = v * e[to]
			sum += a[to]
		}
		for k := range a {
			a[k] /= sum
		}
		c.scale[i] = sum
		logZ += math.Log(sum)
	}
	tg := c.grad[len(c.p.label):]
	for i := n - 1; i >= 0; i-- {
		b := c.beta[i*L : (i+1)*L]
		if i == n-1 {
			for k := range b {
				b[k] = 1
			}
		} else {
			clear(b)
			next, ne, a := c.beta[(i+1)*L:(i+2)*L], c.e[(i+1)*L:(i+2)*L], c.alpha[i*L:(i+1)*L]
			for to := range L {
				x := next[to] * ne[to] / c.scale[i+1]
				for _, from := range c.p.step[to] {
					y := c.trans[int(from)*L+to] * x
					b[from] += y
					tg[int(from)*L+to] += a[from] * y
				}
			}
		}
		// alpha times beta is the probability of each label here.
		post := c.alpha[i*L : (i+1)*L]
		for k := range post {
			post[k] *= b[k]
		}
		for _, f := range s.feats[i] {
			for k := c.p.first[f]; k < c.p.first[f+1]; k++ {
				c.grad[k] += post[c.p.label[k]]
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
