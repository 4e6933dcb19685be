package lang

import (
	"strconv"
	"strings"

	"shanyraq/internal/fault"
)

// often says how many of a thousand sentences have a word, or a class written
// @name. Rules wait for the rarest of what they take, and a list of ten words
// may be in every sentence (and, of) or in none.
type often map[string]uint16

// oftenFile holds it for a pack: a line is a number and a word or a class. It is
// counted in texts, see TestOften of package reader; words that are not there
// are rare.
const oftenFile = "often.txt"

func parseOften(file, src string) (often, error) {
	o := often{}
	n := 0
	for line := range strings.Lines(src) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		number, what, _ := strings.Cut(line, " ")
		share, err := strconv.ParseUint(number, 10, 16)
		if err != nil || share > 1000 || what == "" {
			return nil, fault.New(fault.Invalid, "%q is no share of a thousand sentences", line).At("%s:%d", file, n).Hint("a line is a number up to 1000 and a word or @class")
		}
		o[what] = uint16(share)
	}
	return o, nil
}

// Often gives how many of a thousand sentences have a folded word, or a class
// written @name; ok is false where the pack does not say.
func (p *Pack) Often(what string) (share int, ok bool) {
	n, ok := p.often[what]
	return int(n), ok
}

// Counts reports whether the pack says how often words are met.
func (p *Pack) Counts() bool { return len(p.often) > 0 }
