package article

import "strings"

// Change is one step from an old text to a new one. Equal steps have the same
// Old and New; a word put in has no Old, one taken out no New.
type Change struct {
	Old, New string
}

// Equal reports a step that changes nothing.
func (c Change) Equal() bool { return c.Old == c.New }

// Changes tells by words how a text became another. The old texts in order
// make the old text, the new ones the new; neighbours of one sort are joined,
// and the space between two changed words goes with them, so that a rewritten
// phrase reads as one.
func Changes(oldText, newText string) (out []Change) {
	tk := tokenizer{}
	a, b := tk.tokens(oldText), tk.tokens(newText)
	to := align(a, b)
	add := func(old, now string) {
		if old == "" && now == "" {
			return
		}
		c := Change{old, now}
		if n := len(out); n > 0 && out[n-1].Equal() == c.Equal() {
			out[n-1].Old += old
			out[n-1].New += now
			return
		}
		out = append(out, c)
	}
	text := func(s string, ts []token) string {
		if len(ts) == 0 {
			return ""
		}
		return s[ts[0].start:ts[len(ts)-1].end]
	}
	i, j := 0, 0
	for k := range a {
		if to[k] < 0 {
			continue
		}
		add(text(oldText, a[i:k]), text(newText, b[j:to[k]]))
		i, j = k+1, to[k]+1
		same := oldText[a[k].start:a[k].end]
		add(same, same)
	}
	add(text(oldText, a[i:]), text(newText, b[j:]))
	return joinPhrases(out)
}

// joinPhrases makes one change of two that only a space parts.
func joinPhrases(in []Change) (out []Change) {
	for i, c := range in {
		n := len(out)
		if n > 0 && !out[n-1].Equal() && (!c.Equal() || i+1 < len(in) && strings.TrimSpace(c.Old) == "" && !strings.Contains(c.Old, "\n")) {
			out[n-1].Old += c.Old
			out[n-1].New += c.New
			continue
		}
		out = append(out, c)
	}
	return out
}
