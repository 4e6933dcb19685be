package reader

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// TestRepair holds what is mended in a text, and what is left as it is.
func TestRepair(t *testing.T) {
	const wrapped = "The ministers of the five states met in the city of Almaty on 5 May\n" +
		"and agreed to open the road between their capitals to lorries, buses\n" +
		"and trams. The chairman of the council, Dana Hill, told reporters that\n" +
		"customs posts will work day and night from the first day of the autumn.\n"
	for _, c := range []struct{ name, text, want string }{
		{"a word parted at the end of a line", "the organi-\nzation met", "the organization met"},
		{"of Cyrillic letters", "Совет мини-\nстров собрался", "Совет министров собрался"},
		{"by a soft hyphen", "қазақ\u00ad\nстандық", "қазақстандық"},
		{"a hyphen before a capital is the word's own", "Жамбыл-\nТараз жолы", "Жамбыл-Тараз жолы"},
		{"so is one it has elsewhere", "научно-\nтехнический совет; научно-технический план", "научно-технический совет; научно-технический план"},
		{"a dash is no hyphen", "The road -\nand the bridge", "The road -\nand the bridge"},
		{"a number and a hyphen part no word", "в 1990-\nе годы", "в 1990-\nе годы"},
		{"soft hyphens", "меж\u00adду\u00adна\u00adрод\u00adный", "международный"},
		{"characters of no width", "Ас\u200bтана\ufeff қаласы", "Астана қаласы"},
		{"marks that stand apart", "Андреи\u0306 Короле\u0308в, Жан\u0430\u0306, José, Jose\u0301 in Sa\u0303o Tome\u0301", "Андрей Королёв, Жанӑ, José, José in São Tomé"},
		{"marks of stress", "Нурла\u0301н Тока\u0301ев, вели\u0300ка; a bare \u0301 mark; Qazaqstan n\u0301", "Нурлан Токаев, велика; a bare \u0301 mark; Qazaqstan ń"},
		{"Latin letters in a Cyrillic word", "Пpезидент Kазахстана", "Президент Казахстана"},
		{"Latin letters in a Kazakh word", "Тәуелсiздiк кəсіпорны", "Тәуелсіздік кәсіпорны"},
		{"Cyrillic letters in a Latin word", "the Сommission of Еurope", "the Commission of Europe"},
		{"an abbreviation with an ending of the other script", "BTAның НАТО-ға UNESCOның", "BTAның НАТО-ға UNESCOның"},
		{"blanks that do not break", "5\u00a0мая 2024\u202fг.", "5 мая 2024 г."},
		{"a page's number in a sentence", "ministers of the five states\n\n12\n\nand their deputies", "ministers of the five states\nand their deputies"},
		{"a page's number and a parted word", "Совет мини-\n\n– 12 –\n\nстров", "Совет министров"},
		{"a number between sentences stays", "All left.\n\n12\n\nThen they came", "All left.\n\n12\n\nThen they came"},
		{"a page's number behind a full line", "The ministers of the five states met in the capital of\n\n12\n\nKazakhstan on Monday", "The ministers of the five states met in the capital of\nKazakhstan on Monday"},
		{"a blank left out", "All is ready.The road opens.A year ago.Тоже «да».Дорога открыта (2 км).Все", "All is ready. The road opens. A year ago. Тоже «да». Дорога открыта (2 км). Все"},
		{"addresses", "see site.Kz, Mail.Ru, report.Final.doc, gov.Kz/en, им.Абая, конц.А. Иванов, f(x).Add", "see site.Kz, Mail.Ru, report.Final.doc, gov.Kz/en, им.Абая, конц.А. Иванов, f(x).Add"},
		{"marks of a mailer", "> The road\n> is open.\n>\n> All know.", "The road\nis open.\n\nAll know."},
		{"lines a program wrapped", wrapped, strings.TrimSuffix(strings.ReplaceAll(wrapped, "\n", " "), " ") + "\n"},
		{"verse", "Where the river meets the land,\nThere I stood and wished to stand,\nAnd the wind that took my hat,\nNever once looked back at that.\nHow it sang along the shore,\nHow it sang and was no more.", ""},
		{"a list", "The parties signed:\n– a memorandum on water in the summer season;\n– a protocol on the road to the north;\n– a plan of joint work of the two museums;\n– a note on visas for holders of passports.", ""},
		{"a table", "Year\tWheat\tBarley\n2019\t12,5\t3\n2020\t14\t4\n2021\t11\t5", ""},
		{"short lines", "Ministry of Water\nOffice of the Minister\n5 May 2024\nAlmaty\nto all heads of regions", ""},
		{"paragraphs as lines", strings.Repeat("The ministers of the five states met in the city of Almaty on 5 May and agreed to open the road between their capitals to lorries.\n", 4), ""},
	} {
		if c.want == "" {
			c.want = c.text
		}
		got := c.text
		if steps := repair(c.text); len(steps) > 0 {
			got = steps[len(steps)-1].text
		}
		if got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// noises are what is done to texts on their way.
var noises = map[string]func(string) string{
	"wrapped":  wrapAt70,
	"carriage": func(s string) string { return strings.ReplaceAll(wrapAt70(s), "\n", "\r\n") },
	"soft":     func(s string) string { return strings.ReplaceAll(s, "на", "н\u00adа") },
	"width":    func(s string) string { return strings.ReplaceAll(s, "t", "t\u200b") },
	"letters": func(s string) string {
		return strings.NewReplacer("ра", "pa", "со", "co", "ті", "тi").Replace(s)
	},
	"apart": norm.NFD.String,
	"stressed": func(s string) string {
		return strings.NewReplacer("ра", "ра\u0301", "ов", "о\u0301в").Replace(s)
	},
	"blanks":    func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"answered":  func(s string) string { return "> " + strings.ReplaceAll(wrapAt70(s), "\n", "\n> ") },
	"not UTF-8": func(s string) string { return strings.ReplaceAll(s, " на ", " на \xff") },
}

func wrapAt70(s string) string {
	var b strings.Builder
	for i, p := range strings.Split(s, "\n\n") {
		if i > 0 {
			b.WriteString("\n\n")
		}
		n := 0
		for k, w := range strings.Fields(p) {
			size := len([]rune(w))
			switch {
			case k > 0 && n+1+size > 70:
				b.WriteByte('\n')
				n = 0
			case k > 0:
				b.WriteByte(' ')
				n++
			}
			b.WriteString(w)
			n += size
		}
	}
	return b.String()
}

// TestNoisyTexts reads articles with noise in them: each span is of the noisy
// text, and the names are those of the clean one.
func TestNoisyTexts(t *testing.T) {
	for _, tag := range []string{"en", "ru", "kk"} {
		o := Options{Language: tag, Published: value.MustDate("2024-05-16")}
		for _, text := range corpus(t, tag)[:4] {
			text = strings.ReplaceAll(text, "\u00a0", " ")
			clean := names(Read(text, o))
			for name, noise := range noises {
				noisy := noise(text)
				laws(t, noisy, o)
				if got := names(Read(noisy, o)); name != "not UTF-8" && missing(clean, got)*8 > len(clean) {
					t.Errorf("%s, %s: names %q, want %q", tag, name, got, clean)
				}
			}
		}
	}
}

// TestMarksApart reads names whose letters stand apart from their marks: a span ends
// behind the marks of its last letter.
func TestMarksApart(t *testing.T) {
	text := norm.NFD.String("President José Muñoz met Zoë André in São Tomé.")
	r := Read(text, Options{Language: "en"})
	var got []string
	for _, m := range r.Mentions {
		if m.Kind == "person" || m.Kind == "place" {
			got = append(got, m.Text)
		}
	}
	want := []string{norm.NFD.String("José Muñoz"), norm.NFD.String("Zoë André"), norm.NFD.String("São Tomé")}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if found := names(r); !slices.Contains(found, "place São Tomé") {
		t.Errorf("names %q lack the place as lists have it", found)
	}
}

func names(r read.Reading) (out []string) {
	for _, e := range r.Entities {
		out = append(out, e.Kind+" "+e.Name)
	}
	return out
}

func missing(want, got []string) (n int) {
	for _, w := range want {
		if !slices.Contains(got, w) {
			n++
		}
	}
	return n
}
