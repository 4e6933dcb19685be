package names

// Costs are in twentieths of a letter that has nothing to do with the other.
const one = 20

// swap is what it costs to read one letter as another: little where two
// languages or romanisations write one sound so.
var swap = func() (t [128][128]uint8) {
	for i := range t {
		for j := range t[i] {
			if i != j {
				t[i][j] = one
			}
		}
	}
	for _, c := range []struct {
		a, b byte
		cost uint8
	}{
		{'a', 'e', 7}, {'a', 'o', 6}, {'o', 'u', 5}, {'e', 'i', 6}, {'o', 'e', 8}, {'i', 'u', 8}, {'a', 'u', 16}, {'a', 'i', 18}, {'o', 'i', 14}, {'e', 'u', 14},
		{'s', 'S', 8}, {'s', 'z', 8}, {'s', 'T', 6}, {'T', 'z', 6}, {'T', 'C', 10}, {'C', 'S', 8}, {'C', 'J', 8}, {'J', 'z', 12}, {'J', 'S', 12}, {'s', 'J', 14}, {'s', 'C', 12},
		{'k', 'g', 7}, {'h', 'k', 8}, {'g', 'h', 7}, {'d', 't', 5}, {'b', 'p', 7}, {'u', 'v', 6},
	} {
		t[c.a][c.b], t[c.b][c.a] = c.cost, c.cost
	}
	return
}()

// drop is what it costs that b stands in one form only; prev and next are the
// letters beside it.
func drop(b, prev, next byte) int {
	switch {
	case b == 'i' && next != 0 && !isVowel(next) && !isVowel(prev): // Ыбырай, Ибрай
		return 8
	case isVowel(b):
		return 10
	case b == 'h':
		return 6
	case b == 'g' && prev == 'n':
		return 3
	case b == 'v':
		return 16
	}
	return one
}

// distance is the least cost of reading a as b. foreign makes English u cheap
// as Cyrillic a; abjad makes vowels free, which Arabic does not write.
func distance(a, b []byte, foreign, abjad bool) int {
	const most = 40
	if len(a) > most || len(b) > most {
		return one * most
	}
	var rowA, rowB [most + 1]int
	prev, row := rowA[:len(b)+1], rowB[:len(b)+1]
	cut := func(w []byte, i int) int {
		if abjad && isVowel(w[i]) {
			return 1
		}
		var before, after byte
		if i > 0 {
			before = w[i-1]
		}
		if i+1 < len(w) {
			after = w[i+1]
		}
		return drop(w[i], before, after)
	}
	for j := range b {
		prev[j+1] = prev[j] + cut(b, j)
	}
	for i, c := range a {
		row[0] = prev[0] + cut(a, i)
		for j, d := range b {
			cost := one
			if c < 128 && d < 128 {
				cost = int(swap[c][d])
				if foreign && (c == 'a' && d == 'u' || c == 'u' && d == 'a') {
					cost = 10
				}
			} else if c == d {
				cost = 0
			}
			best := prev[j] + cost
			if v := prev[j+1] + cut(a, i); v < best {
				best = v
			}
			if v := row[j] + cut(b, j); v < best {
				best = v
			}
			row[j+1] = best
		}
		prev, row = row, prev
	}
	return prev[len(b)]
}
