package lang

// Letters put on one line: a greeting and a name close with a comma, so does
// the farewell before the name of who signs, and addresses and the lines of a
// letter's head have no mark at all.

// letterWords are the word lists that letters are told by.
type letterWords struct {
	greeting, closing, head, given, surname Class
	any                                     Set // greeting, closing and head
}

func (p *Pack) letterWords() (w letterWords, ok bool) {
	w.greeting, ok = p.FindClass("greeting")
	if !ok {
		return w, false
	}
	w.closing, _ = p.FindClass("closing")
	w.head, _ = p.FindClass("mailhead")
	w.given, _ = p.FindClass("givenname")
	w.surname, _ = p.FindClass("surname")
	for _, c := range [...]Class{w.greeting, w.closing, w.head} {
		w.any.Add(c)
	}
	return w, true
}

// longestGreeting is how many tokens a greeting with its name may have.
const longestGreeting = 8

// letterLine reports whether token i begins a line of a letter whose lines
// were joined: behind a greeting, a farewell or the name that signs, behind an
// address that stands alone or in brackets, before the next line of the head.
func (s *splitter) letterLine(i int) bool {
	l := s.l
	t := &l.Toks[i]
	if i <= s.start || t.Is(Glued) || !t.Is(Cap) && !t.Is(Number) {
		return false
	}
	if mark := l.byteAt(i - 1); mark == '>' {
		return s.addressed(i)
	} else if mark == ',' || mark == '-' || mark == ':' {
		return t.Is(Cap) && i-s.start <= longestGreeting && (s.greeted(i) || mark == ',' && s.parted(i))
	}
	if !t.Is(Cap) {
		return false
	}
	if l.Bits[i].Intersects(&s.letters.any) {
		if i+1 < len(l.Toks) && l.Bits[i].Has(s.letters.head) && l.byteAt(i+1) == ':' && l.Is(i+1, Glued) {
			return s.start+1 < len(l.Toks) && l.byteAt(s.start+1) == ':' && l.Bits[s.start].Has(s.letters.head)
		}
		if l.Bits[i].Has(s.letters.greeting) && l.Is(i-1, Word) && s.greets(i) {
			return true
		}
		if l.Bits[i].Has(s.letters.closing) && s.parts(i) {
			return true
		}
	}
	return i-s.start <= 4 && (s.signed(i) || s.namesMeet(i)) || s.address(i)
}

// parts reports whether a farewell with its comma, and a name behind it,
// begins at token i.
func (s *splitter) parts(i int) bool {
	l := s.l
	c, ok := l.Chunk(i, s.letters.closing)
	k := int(c.End)
	return ok && k+1 < len(l.Toks) && l.byteAt(k) == ',' && l.Is(k+1, Cap) && !s.starts(k+1) && (l.Is(i-1, Word) || l.closer(i-1))
}

// namesMeet reports whether the given name of who signs stands before token i,
// that of who is spoken to: "… of the plan. Dana Rustam, The map is ready".
func (s *splitter) namesMeet(i int) bool {
	l := s.l
	if i != s.start+1 || i+2 >= len(l.Toks) || !l.Bits[i].Has(s.letters.given) || !l.Bits[s.start].Has(s.letters.given) || !l.Is(i+2, Cap) {
		return false
	}
	mark := l.byteAt(i + 1)
	return (mark == ',' || mark == '-' && !l.Is(i+1, Glued)) && (s.starts(i+2) || l.Bits[i+2].Has(s.opener))
}

// greets reports whether a greeting with a name, all in capitals, begins at
// token i: "Dear Mr. Hill," "Good morning Dana -".
func (s *splitter) greets(i int) bool {
	l := s.l
	c, ok := l.Chunk(i, s.letters.greeting)
	if !ok {
		return false
	}
	k := int(c.End)
	for ; k < len(l.Toks) && k < i+longestGreeting && (l.Is(k, Cap) || l.byteAt(k) == '.'); k++ {
		if l.Toks[k].Para {
			return false
		}
	}
	return k > int(c.End) && k < len(l.Toks) && (l.byteAt(k) == ',' || l.byteAt(k) == ':' || l.byteAt(k) == '-' && !l.Is(k, Glued))
}

// greeted reports whether the sentence up to token i is a greeting with its
// mark, or a given name with a comma before a word that opens sentences.
func (s *splitter) greeted(i int) bool {
	l := s.l
	if l.byteAt(i-1) == '-' && (l.Is(i-1, Glued) || i-2 < s.start) {
		return false
	}
	if c, ok := l.Chunk(s.start, s.letters.greeting); ok {
		for k := int(c.End); k < i-1; k++ {
			if !l.Is(k, Cap) && l.byteAt(k) != '.' && !(k == i-2 && l.Is(k, Lower)) {
				return false
			}
		}
		return l.Is(i-2, Word) && int(c.End) < i-1
	}
	return i == s.start+2 && l.Is(s.start, Cap) && l.Bits[s.start].Has(s.letters.given) && !s.starts(s.start) &&
		(s.starts(i) || l.Bits[i].Has(s.opener)) && l.Text[l.Toks[i].Start:l.Toks[i].End] != "I"
}

// parted reports whether the sentence up to the comma before token i is a
// farewell: "Kind regards, Dana".
func (s *splitter) parted(i int) bool {
	c, ok := s.l.Chunk(s.start, s.letters.closing)
	return ok && int(c.End) == i-1 && !s.starts(i)
}

// signed reports whether the sentence up to token i is the name of who signs,
// behind a farewell, and token i is none of it.
func (s *splitter) signed(i int) bool {
	l := s.l
	if s.start == 0 || s.before == s.start {
		return false
	}
	if c, ok := l.Chunk(s.before, s.letters.closing); !ok || int(c.End) != s.start-1 || !l.Is(s.start-1, Punct) {
		return false
	}
	if !l.Bits[s.start].Has(s.letters.given) {
		return false
	}
	for k := s.start; k < i; k++ {
		if !l.Is(k, Cap) && l.byteAt(k) != '.' {
			return false
		}
	}
	if i-s.start >= 2 && l.byteAt(i-1) != '.' {
		return true
	}
	return i-s.start == 1 && !l.Bits[i].Has(s.letters.surname) && (s.starts(i) || l.Bits[i].Has(s.opener) || l.Bits[i].Has(s.letters.given) && i+1 < len(l.Toks) && l.Is(i+1, Punct))
}

// addressed reports whether an address in angle brackets, or a pair of them,
// ends before token i.
func (s *splitter) addressed(i int) bool {
	l := s.l
	if !l.Is(i-1, Glued) {
		return false
	}
	for k := i - 1; k > s.start && k > i-24 && l.Is(k, Glued); k-- {
		if r := l.byteAt(k - 1); r == '@' || r == '>' {
			return true
		}
	}
	return false
}

// address reports whether the sentence up to token i is nothing but the
// address of a page.
func (s *splitter) address(i int) bool {
	l := s.l
	if c := l.byteAt(s.start); c != 'h' && c != 'w' {
		return false
	}
	if first := l.Text[l.Toks[s.start].Start:l.Toks[s.start].End]; first != "http" && first != "https" && first != "www" {
		return false
	}
	for k := s.start + 1; k < i; k++ {
		if !l.Is(k, Glued) {
			return false
		}
	}
	return i > s.start+2
}
