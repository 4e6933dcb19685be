package record

import (
	"testing"

	"shanyraq/internal/value"
)

func TestNameThen(t *testing.T) {
	for _, c := range []struct{ known, date, language, want string }{
		{"astana", "2020-05-05", "en", "Nur-Sultan"},
		{"astana", "2020", "ru", "Нур-Султан"},
		{"astana", "2018-03-15", "en", ""}, // it had the name of today
		{"astana", "2023", "en", ""},
		{"astana", "2019", "en", ""}, // the year of a renaming does not say
		{"astana", "1995", "en", "Akmola"},
		{"astana", "", "en", ""},
		{"no-such-place", "2020", "en", ""},
	} {
		if got := NameThen(c.known, value.MustDate(c.date), c.language); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.known, c.date, got, c.want)
		}
	}
}
