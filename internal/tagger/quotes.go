package tagger

// longestQuote is the most words a name in quotation marks is searched over.
const longestQuote = 12

// headReach is how far a head word makes itself felt.
const headReach = 6

// surround finds, for each place of a sentence, the words that count for it
// beyond its neighbours. none stands where there is no such word; the
// border of the sentence is -1 or len(words).
type surround struct {
	afterQuote, beforeQuote, headAhead, headBehind int
}

const none = -2

func surroundings(words []string, isHead func(int) bool, out []surround) []surround {
	out = out[:0]
	for range words {
		out = append(out, surround{none, none, none, none})
	}
	open := -1
	for i, w := range words {
		closes := false
		switch w {
		case "«", "“", "„", "‹":
			open = i
			continue
		case "»", "”", "›":
			closes = open >= 0
		case `"`, "''", "``":
			if open < 0 {
				open = i
				continue
			}
			closes = true
		}
		if closes {
			if i-open-1 <= longestQuote {
				for k := open + 1; k < i; k++ {
					out[k].afterQuote, out[k].beforeQuote = i+1, open-1
				}
			}
			open = -1
		}
	}
	for i := range words {
		if !isHead(i) {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-headReach && !breaks(words[k]); k-- {
			if k <= i-2 && out[k].headAhead == none {
				out[k].headAhead = i
			}
			if isHead(k) {
				break
			}
		}
		for k := i + 1; k < len(words) && k <= i+headReach && !breaks(words[k]); k++ {
			if k >= i+2 {
				out[k].headBehind = i
			}
			if isHead(k) {
				break
			}
		}
	}
	return out
}

// breaks reports whether a word ends the reach of a head.
func breaks(w string) bool {
	switch w {
	case ",", ".", ";", ":", "!", "?", "(", ")", "«", "»", "“", "”", `"`:
		return true
	}
	return false
}
