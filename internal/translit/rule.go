package translit

import (
	"fmt"
	"strings"
)

// Forms of an output: as it stands in a small word, a capitalised one, and
// one in capitals.
const (
	small = iota
	title
	capital
)

// rule says what one letter, or a few in a row, become in a context.
type rule struct {
	rest        []uint8 // letters after the first
	left, right []set   // nearest first
	flag        int     // 0 none, n needs flag n-1, -n needs it absent
	out         [3]string
	example     [2]string
	line        int
}

// rule parses "LHS = RHS / LEFT _ RIGHT if FLAG > EXAMPLE EXPECTED".
func (s *scheme) rule(text string, line int, classes map[string]string) error {
	text, example, _ := strings.Cut(text, ">")
	f := strings.Fields(text)
	if len(f) < 3 || f[1] != "=" {
		return fmt.Errorf("want letters = letters, got %q", text)
	}
	var lhs []uint8
	for _, r := range f[0] {
		lhs = append(lhs, s.find(r))
	}
	r := rule{rest: lhs[1:], line: line}
	if ex := strings.Fields(example); len(ex) == 2 {
		r.example = [2]string{ex[0], ex[1]}
	} else if len(ex) != 0 {
		return fmt.Errorf("an example is two words, got %q", example)
	}
	out := f[2]
	if out == "-" {
		out = ""
	}
	r.out = s.cases(out)
	f = f[3:]
	if len(f) > 0 && f[0] == "/" {
		f = f[1:]
		right := false
		for len(f) > 0 && f[0] != "if" {
			if f[0] == "_" {
				right = true
			} else {
				st, err := s.set(f[0], classes)
				if err != nil {
					return err
				}
				if right {
					r.right = append(r.right, st)
				} else {
					r.left = append([]set{st}, r.left...)
				}
			}
			f = f[1:]
		}
		if !right {
			return fmt.Errorf("a context needs its _")
		}
		if r.example[0] == "" {
			return fmt.Errorf("a rule in context needs an example")
		}
	}
	if len(f) == 2 && f[0] == "if" {
		name, not := strings.CutPrefix(f[1], "!")
		if r.flag = s.flagNamed(name); r.flag == 0 {
			return fmt.Errorf("no flag %q", name)
		}
		if not {
			r.flag = -r.flag
		}
	} else if len(f) != 0 {
		return fmt.Errorf("cannot read %q", strings.Join(f, " "))
	}
	s.rules[lhs[0]] = append(s.rules[lhs[0]], r)
	return nil
}

// set parses alternatives "V|^|abc", a leading "!" for all others.
func (s *scheme) set(text string, classes map[string]string) (set, error) {
	var st set
	body, not := strings.CutPrefix(text, "!")
	for _, part := range strings.Split(body, "|") {
		if part == "^" || part == "$" {
			st.add(edge)
			continue
		}
		if c, ok := classes[part]; ok {
			part = c
		}
		for _, r := range part {
			l := s.find(r)
			if l == 0 {
				return st, fmt.Errorf("%c in a context is no letter of the alphabet", r)
			}
			st.add(l &^ capBit)
		}
	}
	if not {
		st[0], st[1] = ^st[0], ^st[1]
	}
	return st, nil
}

// sortRules puts longer rules before shorter and, among equals, those with
// more context first; the file's order decides the rest.
func sortRules(rs []rule) {
	weight := func(r rule) int {
		w := len(r.rest)*100 + 2*(len(r.left)+len(r.right))
		if r.flag != 0 {
			w++
		}
		return w
	}
	for i := 1; i < len(rs); i++ {
		for j := i; j > 0 && weight(rs[j]) > weight(rs[j-1]); j-- {
			rs[j], rs[j-1] = rs[j-1], rs[j]
		}
	}
}
