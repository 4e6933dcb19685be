// Package stats sets the figures of articles beside statistics. It knows
// series, observations and the arithmetic that compares them; a check ends in
// a verdict and always shows the two numbers, the source and the arithmetic.
// It never says "true" or "false". README.md publishes the rules.
//
//	f, ok := stats.FigureOf(reading, statement)  // a figure of population, with place and group by id
//	check, err := stats.Compare(f, table)        // check.Verdict, check.Arithmetic
//	list, err := stats.ParseCSV(file, stats.Mapping{}, "Bureau of National Statistics")
//
// It leaves reading figures to reader and keeping checks to store.
package stats
