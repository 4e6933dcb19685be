package main

import "math"

// minimize finds a minimum of f, from x on, by L-BFGS with a memory of m steps and a
// backtracking line search. report is told each step.
func minimize(x []float64, m, steps int, f func(x, g []float64) float64, report func(step int, value float64)) []float64 {
	n := len(x)
	g := make([]float64, n)
	nx, ng, d := make([]float64, n), make([]float64, n), make([]float64, n)
	type pair struct {
		s, y []float64
		rho  float64
	}
	var past []pair
	v := f(x, g)
	for step := 1; step <= steps; step++ {
		for i := range d {
			d[i] = -g[i]
		}
		alpha := make([]float64, len(past))
		for k := len(past) - 1; k >= 0; k-- {
			alpha[k] = past[k].rho * dot(past[k].s, d)
			axpy(-alpha[k], past[k].y, d)
		}
		if len(past) > 0 {
			last := past[len(past)-1]
			scale := 1 / (last.rho * dot(last.y, last.y))
			for i := range d {
				d[i] *= scale
			}
		}
		for k := range past {
			beta := past[k].rho * dot(past[k].y, d)
			axpy(alpha[k]-beta, past[k].s, d)
		}
		slope := dot(g, d)
		t := 1.0
		if step == 1 {
			t = 1 / math.Sqrt(dot(g, g))
		}
		nv := 0.0
		for tries := 0; ; tries++ {
			copy(nx, x)
			axpy(t, d, nx)
			if nv = f(nx, ng); nv <= v+1e-4*t*slope || tries == 20 {
				break
			}
			t /= 2
		}
		s, y := make([]float64, n), make([]float64, n)
		for i := range s {
			s[i], y[i] = nx[i]-x[i], ng[i]-g[i]
		}
		gain := v - nv
		if sy := dot(s, y); sy > 1e-10 {
			past = append(past, pair{s, y, 1 / sy})
			if len(past) > m {
				past = past[1:]
			}
		}
		x, nx, g, ng, v = nx, x, ng, g, nv
		report(step, v)
		if gain < 2e-5*math.Abs(v) && step > 20 {
			break
		}
	}
	return x
}

func dot(a, b []float64) (s float64) {
	for i, x := range a {
		s += x * b[i]
	}
	return s
}

func axpy(a float64, x, y []float64) {
	for i, v := range x {
		y[i] += a * v
	}
}
