package eval

import "math"

// align pairs rows with columns one to one so that the sum of credits is the
// greatest. It returns, for each row, its column or -1. A pair without credit
// is no pair. (The Hungarian method with potentials, n³.)
func align(rows, cols int, credit func(i, j int) float64) []int {
	pair := make([]int, rows)
	for i := range pair {
		pair[i] = -1
	}
	if rows == 0 || cols == 0 {
		return pair
	}
	n := max(rows, cols)
	cost := make([][]float64, n)
	for i := range cost {
		cost[i] = make([]float64, n)
		for j := range cost[i] {
			if i < rows && j < cols {
				cost[i][j] = -credit(i, j)
			}
		}
	}
	u, v := make([]float64, n+1), make([]float64, n+1)
	p, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		p[0] = i
		j0 := 0
		minv := make([]float64, n+1)
		used := make([]bool, n+1)
		for j := range minv {
			minv[j] = math.Inf(1)
		}
		for {
			used[j0] = true
			i0, delta, j1 := p[j0], math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if cur := cost[i0-1][j-1] - u[i0] - v[j]; cur < minv[j] {
					minv[j], way[j] = cur, j0
				}
				if minv[j] < delta {
					delta, j1 = minv[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[p[j]] += delta
					v[j] -= delta
				} else {
					minv[j] -= delta
				}
			}
			if j0 = j1; p[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			j1 := way[j0]
			p[j0] = p[j1]
			j0 = j1
		}
	}
	for j := 1; j <= cols; j++ {
		if i := p[j] - 1; i >= 0 && i < rows && cost[i][j-1] < 0 {
			pair[i] = j - 1
		}
	}
	return pair
}
