package reader

import "shanyraq/internal/lang"

// codeInMarks reports whether English words in marks are a line for a computer: they
// stand right behind "=" or hold no blank but a mark that no word of speech holds:
// href="/about", "libthask.so", "--branch", "<br>".
func (q *quoteFinder) codeInMarks(s *quoted) bool {
	if q.p.know.pack.Tag != "en" || s.dash || s.from < 2 || s.to <= s.from {
		return false
	}
	if q.l.Is(s.from-1, lang.Glued) && q.l.Rune(s.from-2) == '=' {
		return true
	}
	code := q.l.Rune(s.from) == '-' && s.to > s.from+1
	for i := s.from; i < s.to; i++ {
		if i > s.from && !q.l.Is(i, lang.Glued) {
			return false
		}
		switch q.l.Rune(i) {
		case '/', '_', '<', '>', '{', '}', '=', '#', '\\', '@':
			code = true
		case '.':
			code = code || i > s.from && i+1 < s.to && !q.l.Is(i+1, lang.Punct)
		}
	}
	return code
}
