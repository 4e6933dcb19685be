package stats

import (
	"math"
	"strconv"
	"strings"
)

// unit is the place of the last digit that says something: 10,000 for
// 290,000, 0.1 for 70.4. A number is taken to be rounded to it.
func unit(v float64) float64 {
	if v == 0 {
		return 1
	}
	text := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	if _, decimals, ok := strings.Cut(text, "."); ok {
		return math.Pow10(-len(decimals))
	}
	return math.Pow10(len(text) - len(strings.TrimRight(text, "0")))
}

// half is how far a rounded count may lie from what it rounds: half its unit,
// and never more than five per cent, so that "1,000,000" is not taken to mean
// anything between a half and one and a half. A count without a nought at its
// end is meant to the last digit.
func half(v float64) float64 {
	u := unit(v)
	if u == 1 {
		return 0
	}
	return min(u/2, math.Abs(v)*0.05)
}

// halfShare is the same for a share in per cent, whose noughts mean something:
// "70 %" is 69.5 to 70.5.
func halfShare(v float64) float64 { return min(unit(v), 1) / 2 }

// say writes a number with commas between thousands.
func say(v float64) string {
	v = math.Round(v*1e4) / 1e4 // what binary fractions add is nobody's
	text := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	whole, decimals, ok := strings.Cut(text, ".")
	var b strings.Builder
	if v < 0 {
		b.WriteString("−")
	}
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if ok {
		b.WriteString("." + decimals)
	}
	return b.String()
}

// percent writes a share with one decimal and its sign.
func percent(v float64) string {
	sign := "+"
	if v < 0 {
		sign = "−"
	}
	return sign + strconv.FormatFloat(math.Abs(v), 'f', 1, 64) + " %"
}
