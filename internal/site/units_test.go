package site

import (
	"testing"

	"shanyraq/internal/web"
)

func TestUnitsAreSaidInTheLanguagesWords(t *testing.T) {
	for _, c := range []struct {
		tag, unit, number string
		value             float64
		want              string
	}{
		{"en", "week", "1", 1, "1 week"},
		{"en", "week", "2", 2, "2 weeks"},
		{"en", "week", "1.5", 1.5, "1.5 weeks"},
		{"en", "pp", "3", 3, "3 percentage points"},
		{"en", "UAH", "3", 3, "3 UAH"},
		{"ru", "week", "2", 2, "2\u00a0недели"},
		{"ru", "week", "1,5", 1.5, "1,5\u00a0недели"},
		{"ru", "hour", "0,5", 0.5, "0,5\u00a0часа"},
		{"ru", "pp", "5", 5, "5\u00a0процентных пунктов"},
		{"ru", "m3/s", "40", 40, "40\u00a0м³/с"},
		{"kk", "week", "2", 2, "2\u00a0апта"},
		{"tk", "km/h", "60", 60, "60\u00a0km/sag"},
	} {
		m, ok := web.MessagesOf(c.tag)
		if !ok {
			t.Fatalf("no words of %s", c.tag)
		}
		w := wording{m: m}
		if got := w.unit(c.number, c.value, c.unit); got != c.want {
			t.Errorf("%s, %v %s: %q, want %q", c.tag, c.value, c.unit, got, c.want)
		}
	}
}
