package article

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestChanges(t *testing.T) {
	for _, c := range []struct {
		old, now string
		want     []Change
	}{
		{"one two three", "one two three", []Change{{"one two three", "one two three"}}},
		{"one two three", "one too three", []Change{{"one ", "one "}, {"two", "too"}, {" three", " three"}}},
		{"signed on 5 May", "signed on 6 June", []Change{{"signed on ", "signed on "}, {"5 May", "6 June"}}},
		{"one three", "one two three", []Change{{"one ", "one "}, {"", "two "}, {"three", "three"}}},
		{"", "new", []Change{{"", "new"}}},
		{"Ән\n\nТіл", "Ән\n\nтіл", []Change{{"Ән\n\n", "Ән\n\n"}, {"Тіл", "тіл"}}},
	} {
		if got := Changes(c.old, c.now); !slices.Equal(got, c.want) {
			t.Errorf("%q to %q: %q, want %q", c.old, c.now, got, c.want)
		}
		changeLaws(t, c.old, c.now)
	}
}

// changeLaws: the steps make both texts again.
func changeLaws(t *testing.T, old, now string) {
	t.Helper()
	var a, b strings.Builder
	list := Changes(old, now)
	for i, c := range list {
		a.WriteString(c.Old)
		b.WriteString(c.New)
		if c == (Change{}) || i > 0 && c.Equal() && list[i-1].Equal() {
			t.Errorf("step %d of %q says nothing new", i, list)
		}
	}
	if a.String() != old || b.String() != now {
		t.Errorf("the steps make %q and %q of %q and %q", a.String(), b.String(), old, now)
	}
}

func FuzzChanges(f *testing.F) {
	f.Add("one two three. four", "one three. two four")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) < 2000 && len(b) < 2000 && utf8.ValidString(a) && utf8.ValidString(b) {
			changeLaws(t, a, b)
		}
	})
}
