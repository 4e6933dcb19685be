package demo

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What is invented says so: every name of the front matter stands in the
// text and has its note, and no article uses an invented name unlisted.
func TestInventedNamesAreMarked(t *testing.T) {
	all, err := load()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string][]string{}
	for _, s := range all {
		for _, name := range s.Invented {
			if !slices.Contains(known[s.Language], name) {
				known[s.Language] = append(known[s.Language], name)
			}
		}
	}
	each(t, func(t *testing.T, s sample) {
		n := notes[s.Language]
		for _, name := range s.Invented {
			if s.Group == "about" { // lists them all instead
				if !strings.Contains(s.body, name) && !inflected(name).MatchString(s.body) {
					t.Errorf("%s is not told of", name)
				}
				continue
			}
			noted := 0
			for _, note := range []string{name + n.person, name + n.body} {
				noted += strings.Count(s.body, note)
			}
			if noted != 1 {
				t.Errorf("%d notes say that %s is invented", noted, name)
			}
			if len(inflected(name).FindAllString(s.body, -1)) < 2 {
				t.Errorf("%s stands nowhere but in the note", name)
			}
		}
		for _, name := range known[s.Language] {
			if inflected(name).MatchString(s.Title+"\n"+s.Lead+"\n"+s.body) && !slices.Contains(s.Invented, name) {
				t.Errorf("%s is invented and not listed", name)
			}
		}
	})
}

// realPeople are the surnames of office-holders that the articles name.
var realPeople = regexp.MustCompile(`Nazarbayev|Tokayev|Mirziyoyev|Jeenbekov|Japarov|Rahmon|Berdimuhamedov|Nurberdiyeva|Aliyev|Kasymaliev|Akchulakov|Ibrayev|Mirzamakhmudov|Xi Jinping|Си Цзиньпин|` +
	`Назарбаев|Токаев|Мирзи[её]ев|Жээнбеков|Жапаров|Рахмон|Бердымухамедов|Нурбердыев|Алиев|Касымалиев|Акчулаков|Ибраев|Мирзамахмудов|` +
	`Тоқаев|Бердімұхамедов|Нұрбердиев|Әлиев|Қасымалиев|Ақшолақов`)

var quotation = regexp.MustCompile(`“[^”]*”|«[^»]*»`)

// Words in quotation marks are given to invented people only. Five words and
// more are speech, fewer are a name or a term.
func TestOnlyInventedPeopleAreQuoted(t *testing.T) {
	speech := 0
	each(t, func(t *testing.T, s sample) {
		people := s.people()
		for _, paragraph := range strings.Split(s.body, "\n\n") {
			for _, q := range quotation.FindAllString(paragraph, -1) {
				if len(strings.Fields(q)) < 5 {
					continue
				}
				speech++
				if realPeople.MatchString(paragraph) {
					t.Errorf("a real person stands beside the quotation %s", q)
				}
				speaker := slices.ContainsFunc(people, func(name string) bool { return inflected(name).MatchString(paragraph) })
				// In an interview an answer stands alone under its question.
				answer := strings.TrimSpace(paragraph) == q || strings.TrimSpace(strings.TrimSuffix(paragraph, ".")) == q
				if !speaker && !(answer && len(people) == 1) {
					t.Errorf("nobody invented says %s", q)
				}
			}
		}
	})
	if speech < 40 {
		t.Errorf("only %d quotations were found: are the quotation marks still the same?", speech)
	}
}
