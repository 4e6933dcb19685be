// Package stats sets the figures of articles beside statistics. It knows
// series, observations and the arithmetic that compares them; a check ends in
// a verdict and always shows the two numbers, the source and the arithmetic.
// It never says "true" or "false".
//
// It leaves reading figures to reader and keeping checks to store.
package stats
