package site

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// Statements of office make tenures: begun and ended where a sentence says so,
// else from the first that names the office to the last.
func TestTenures(t *testing.T) {
	id := int64(0)
	say := func(language, title, tenure, date string, person, body int64) store.Statement {
		id++
		lo, _ := value.MustDate(strings.TrimSuffix(date, "!")).Bounds()
		s := store.Statement{Language: language, Day: lo}
		s.ID, s.Said = id, read.Statement{Kind: read.Office, Title: title, Tenure: tenure, Date: date}
		s.Refs = append(s.Refs, record.Ref{Role: record.RolePerson, Entity: person})
		if body != 0 {
			s.Refs = append(s.Refs, record.Ref{Role: record.RoleOrganization, Entity: body})
		}
		return s
	}
	const alia, bolat, office, bureau = 1, 2, 3, 4
	for _, c := range []struct {
		name, kind string
		list       []store.Statement
		want       string
	}{
		{"named twice", read.Person, []store.Statement{say("en", "Head", "", "2019", alia, office), say("en", "head", "", "2017-05-01", alia, office)}, "Head 2017-05-01–2019-01-01 nn"},
		{"appointed and relieved", read.Person, []store.Statement{say("en", "head", "relieved", "2021-02-03", alia, office), say("en", "head", "", "2019", alia, office), say("en", "head", "appointed", "2016-11-07", alia, office)},
			"head [2016-11-07–2021-02-03] bne"},
		{"former is no time in office", read.Person, []store.Statement{say("en", "head", "former", "2024", alia, office), say("en", "head", "", "2019", alia, office)}, "head 2019-01-01–2019-01-01] ne"},
		{"only former", read.Person, []store.Statement{say("en", "head", "former", "2024", alia, office)}, "head 2024-01-01–2024-01-01] e"},
		{"a time", read.Person, []store.Statement{say("en", "head", "former", "1999/2004", alia, office)}, "head [1999-01-01–2004-12-31] be"},
		{"an open time", read.Person, []store.Statement{say("en", "head", "", "1999/..", alia, office)}, "head [1999-01-01–1999-01-01 b"},
		{"two offices in one body", read.Person, []store.Statement{say("en", "head", "", "2020", alia, office), say("en", "deputy head", "", "2017", alia, office)}, "deputy head 2017-01-01–2017-01-01 n; head 2020-01-01–2020-01-01 n"},
		{"another language says it of one office", read.Person, []store.Statement{say("ru", "глава", "", "2021", alia, office), say("en", "head", "", "2020", alia, office)}, "head 2020-01-01–2021-01-01 nn"},
		{"another language says it of one of two", read.Person, []store.Statement{say("ru", "глава", "", "2021", alia, office), say("en", "head", "", "2020", alia, office), say("en", "deputy", "", "2018", alia, office)},
			"deputy 2018-01-01–2018-01-01 n; head 2020-01-01–2020-01-01 n"},
		{"another language alone", read.Person, []store.Statement{say("ru", "глава", "", "2021", alia, bureau), say("en", "head", "", "2020", alia, office)}, "head 2020-01-01–2020-01-01 n; глава 2021-01-01–2021-01-01 n"},
		{"people of a body", read.Organization, []store.Statement{say("en", "head", "", "2021", bolat, office), say("ru", "глава", "", "2019", alia, office), say("en", "director", "", "2018", alia, office)},
			"director 2018-01-01–2019-01-01 nn; head 2021-01-01–2021-01-01 n"},
		{"nothing", read.Person, nil, ""},
	} {
		var got []string
		for _, n := range tenuresOf(c.list, c.kind, "en") {
			marks := ""
			for _, m := range n.marks {
				marks += m.as[:1]
			}
			begin, end := "", ""
			if n.began {
				begin = "["
			}
			if n.ended {
				end = "]"
			}
			got = append(got, fmt.Sprintf("%s %s%s–%s%s %s", n.title, begin, isoDay(n.from), isoDay(n.to), end, marks))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

// The pages of people, bodies and places have their pictures with caption and
// table, which says what the data says; every row leads to its sentence.
func TestEntityPagesHavePictures(t *testing.T) {
	f := newFixture(t, 0)
	almaty, bolat, senate := f.elsewhere(t)
	for _, c := range []struct {
		path    string
		kinds   string
		rows    int // of tenures
		years   int // with something
		evident string
	}{
		{fmt.Sprintf("people/%d", f.ids[2]), "tenures", 1, 0, `href="/en/border-protocol#s`}, {fmt.Sprintf("people/%d", bolat), "tenures", 1, 0, `took office`},
		{fmt.Sprintf("bodies/%d", senate), "tenures years", 1, 2, fmt.Sprintf(`href="/en/record/people/%d"`, bolat)}, {fmt.Sprintf("bodies/%d", f.ids[3]), "tenures", 1, 0, "Alia Sample"},
		{fmt.Sprintf("places/%d", almaty), "years", 0, 2, "<td>2021</td><td>1</td><td>0</td>"}, {fmt.Sprintf("places/%d", f.ids[0]), "years", 0, 1, "<td>2017</td><td>1</td><td>0</td>"},
	} {
		at := "/en/record/" + c.path
		body := f.get(t, at).Body.String()
		sound(t, body)
		var kinds []string
		for _, m := range regexp.MustCompile(`<figure class="picture-of" data-picture="(\w+)" data-src="([^"]+)"`).FindAllStringSubmatch(body, -1) {
			kinds = append(kinds, m[1])
			if m[2] != at+".picture.json" {
				t.Errorf("%s: the data of its picture is at %s", at, m[2])
			}
		}
		if strings.Join(kinds, " ") != c.kinds {
			t.Errorf("%s has pictures %v, want %s", at, kinds, c.kinds)
		}
		if !strings.Contains(body, c.evident) || strings.Count(body, "<figcaption") != len(kinds) || strings.Count(body, "<details") < len(kinds) {
			t.Errorf("%s: %q is not in a table, or a picture has no caption", at, c.evident)
		}
		var data struct {
			License string
			Years   []struct{ Agreements, Events int }
			Rows    []struct {
				Label, From, To string
				Marks           []struct{ Day, As, URL, Words string }
			}
		}
		w := f.get(t, at+".picture.json")
		must(t, json.Unmarshal(w.Body.Bytes(), &data))
		years := 0
		for _, y := range data.Years {
			if y.Agreements+y.Events > 0 {
				years++
			}
		}
		if len(data.Rows) != c.rows || years != c.years || data.License == "" {
			t.Errorf("%s: data of %d tenures and %d years, want %d and %d", at, len(data.Rows), years, c.rows, c.years)
		}
		for _, r := range data.Rows {
			if r.Label == "" || r.From == "" || r.To < r.From || len(r.Marks) == 0 || !strings.Contains(r.Marks[0].URL, "#s") || r.Marks[0].Words == "" {
				t.Errorf("%s: %+v", at, r)
			}
		}
	}
	pair := fmt.Sprintf("/en/record/pair/%d/%d", f.ids[0], f.ids[1])
	if body := f.get(t, pair+"?kind=agreement").Body.String(); !strings.Contains(body, `data-src="`+pair+`.picture.json?kind=agreement"`) {
		t.Error("the picture of a pair forgets the filter")
	}
	if w := f.get(t, pair+".picture.json?kind=visit"); w.Code != 200 || strings.Contains(w.Body.String(), `"name":"2017"`) {
		t.Errorf("the data of a pair's picture: %d %s", w.Code, w.Body)
	}
	if w := f.get(t, fmt.Sprintf("/en/record/people/%d.pictures.json", bolat)); w.Code != 404 {
		t.Errorf("another ending answers %d", w.Code)
	}
}
