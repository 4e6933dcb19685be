package reader

import (
	"strings"
	"testing"
	"unicode"
)

func TestLastBlank(t *testing.T) {
	for _, s := range []string{"", " ", "қор", "ұлттық қор", "ұлттық\u00a0қор", "ұлттық қор\u2003бар", "a\tb", "a b—c", "бір екі ", "\x85қор", "«бір» екі"} {
		if got, want := lastBlank(s), strings.LastIndexFunc(s, unicode.IsSpace); got != want {
			t.Errorf("lastBlank(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestSubsequence(t *testing.T) {
	for _, c := range []struct {
		long, short string
		want        bool
	}{
		{"моңғолия бокс федерациясы", "моңғолия федерациясы", true},
		{"моңғолия бокс федерация", "моңғолия\u00a0федерациясы", true},
		{"моңғолия бокс федерациясы", "федерациясы", false},
		{"моңғолия бокс федерациясы", "қытай федерациясы", false},
		{"моңғолия бокс федерациясы", "бокс моңғолия федерациясы", false},
		{"моңғолия бокс федерациясы", " моңғолия федерациясы", true},
	} {
		if got := subsequence(c.long, c.short); got != c.want {
			t.Errorf("subsequence(%q, %q) = %v", c.long, c.short, got)
		}
	}
}

func TestEndsAsNoCaseKK(t *testing.T) {
	for _, end := range kazakhCases {
		if endsAsNoCaseKK("Серік" + end) {
			t.Errorf("-%s is taken for no case", end)
		}
	}
	for _, w := range []string{"", "A", "Асқар", "Смит", "Серік"} {
		if !endsAsNoCaseKK(w) {
			t.Errorf("%q is taken for a case", w)
		}
	}
}
