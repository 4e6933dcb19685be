package reader

import (
	"testing"
	"time"
)

func TestHolidayIn(t *testing.T) {
	for _, c := range []struct {
		spec string
		year int
		want string
	}{
		{"12-25", 2024, "2024-12-25"},
		{"11 4 4", 2016, "2016-11-24"},
		{"11 4 4 +1", 2010, "2010-11-26"},
		{"05 1 last", 2019, "2019-05-27"},
		{"easter", 2016, "2016-03-27"}, {"easter", 2019, "2019-04-21"}, {"easter", 2024, "2024-03-31"}, {"easter", 2038, "2038-04-25"}, {"easter", 1954, "1954-04-18"},
		{"easter -2", 2019, "2019-04-19"},
		{"orthodox", 2019, "2019-04-28"}, {"orthodox", 2021, "2021-05-02"}, {"orthodox", 2024, "2024-05-05"}, {"orthodox", 2010, "2010-04-04"},
	} {
		day, ok := holidayIn(c.spec, c.year)
		if got := day.Format(time.DateOnly); !ok || got != c.want {
			t.Errorf("%q in %d is %s, want %s", c.spec, c.year, got, c.want)
		}
	}
	for _, bad := range []string{"", "13-01", "11 4", "noon"} {
		if _, ok := holidayIn(bad, 2020); ok {
			t.Errorf("%q is taken for a holiday", bad)
		}
	}
}
