package intake

import (
	"testing"
	"time"

	"shanyraq/internal/fault"
)

func TestParseWhen(t *testing.T) {
	for _, c := range []struct{ in, day, clock string }{
		{"2019-11-15", "2019-11-15", ""},
		{"15.11.2019", "2019-11-15", ""},
		{"15.11.2019 14:30", "2019-11-15", "14:30"},
		{"14:30, 15.11.2019", "2019-11-15", "14:30"},
		{"15.11.19", "2019-11-15", ""},
		{"5/3/2019", "2019-03-05", ""},
		{"11/15/2019", "2019-11-15", ""}, // no fifteenth month
		{"2019/11/15", "2019-11-15", ""},
		{"20191115", "2019-11-15", ""},
		{"2019-11-15T23:30:00+06:00", "2019-11-15", "17:30"},
		{"2019-11-15T00:30:00+06:00", "2019-11-15", "18:30"}, // the day is the local one
		{"2019-11-15 10:30:00", "2019-11-15", "10:30"},
		{"Fri, 15 Nov 2019 04:30:00 +0000", "2019-11-15", "04:30"},
		{"Fri, 15 Nov 2019 04:30:00 GMT", "2019-11-15", "04:30"},
		{"November 15, 2019 at 8:05 pm", "2019-11-15", "20:05"},
		{"Nov. 15th, 2019", "2019-11-15", ""},
		{"Friday, 15 November 2019", "2019-11-15", ""},
		{"15 ноября 2019 г., 14:30", "2019-11-15", "14:30"},
		{"15 ноября 2019 года", "2019-11-15", ""},
		{"пятница, 15 нояб. 2019", "2019-11-15", ""},
		{"1 мая 2019", "2019-05-01", ""},
		{"суббота, 16 марта 2019", "2019-03-16", ""},
		{"10 Желтоқсан, 2015", "2015-12-10", ""},
		{"2015 жылғы 10 желтоқсан", "2015-12-10", ""},
		{"2015 жылдың 10 желтоқсанында", "2015-12-10", ""},
		{"сенбі, 16 қараша 2019 ж.", "2019-11-16", ""}, // Saturday, not September
		{"1 Мамыр 2019", "2019-05-01", ""},
		{"10 jeltoqsan 2015", "2015-12-10", ""},
		{"2019-жылдын 5-марты", "2019-03-05", ""},
		{"5-март, 2019-жыл", "2019-03-05", ""},
		{"2019 yil 5 mart", "2019-03-05", ""},
		{"5-iyul 2019-yil, 09:15", "2019-07-05", "09:15"},
		{"2019 йил 5 октябрь", "2019-10-05", ""},
		{"5 октябри соли 2019", "2019-10-05", ""},
		{"5-nji oktýabr 2019", "2019-10-05", ""},
		{"5 Ekim 2019", "2019-10-05", ""},
		{"2019年11月15日", "2019-11-15", ""},
		{"29 февраля 2020 г.", "2020-02-29", ""},
	} {
		w, err := ParseWhen(c.in)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		clock := w.Time.Format("15:04")
		if c.clock == "" {
			c.clock = "00:00"
		}
		if w.Day.String() != c.day || clock != c.clock {
			t.Errorf("%q: %s %s, want %s %s", c.in, w.Day, clock, c.day, c.clock)
		}
	}
}

func TestParseWhenRefuses(t *testing.T) {
	for in, kind := range map[string]fault.Kind{
		"30.02.2019": fault.Invalid, "29 февраля 2019 г.": fault.Invalid, "31 қараша 2019": fault.Invalid, "2019-13-01": fault.Invalid,
		"November 31, 2019": fault.Invalid, "32.01.2019": fault.Invalid, "2019 yil 30 fevral": fault.Invalid, "2019-02-29T10:00:00Z": fault.Invalid,
		"вчера": fault.Unsupported, "": fault.Unsupported, "5 минут назад": fault.Unsupported, "November": fault.Unsupported, "15 ноября": fault.Unsupported,
		"12": fault.Unsupported, "10.15": fault.Unsupported,
	} {
		if w, err := ParseWhen(in); !fault.Is(err, kind) {
			t.Errorf("%q: %v, %v; want an error of kind %v", in, w.Day, err, kind)
		}
	}
}

func FuzzParseWhen(f *testing.F) {
	for _, s := range []string{"15.11.2019", "10 Желтоқсан, 2015", "2019-жылдын 5-марты", "2019年11月15日", "Fri, 15 Nov 2019 04:30:00 +0600", "11/15/2019 8:05 pm", "99999999999999999999.1.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		w, err := ParseWhen(s)
		if err != nil {
			if k := fault.KindOf(err); k != fault.Invalid && k != fault.Unsupported {
				t.Fatalf("%q: error of kind %v", s, k)
			}
			return
		}
		first, ok := w.Day.First()
		if !ok || w.Time.Sub(first).Abs() > 48*time.Hour {
			t.Fatalf("%q: day %v and moment %v are apart", s, w.Day, w.Time)
		}
		again, err := ParseWhen(w.Day.String())
		if err != nil || again.Day != w.Day {
			t.Fatalf("%q: its day %v does not read back: %v", s, w.Day, err)
		}
	})
}
