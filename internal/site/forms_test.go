package site

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
)

// Every register is taken away in its forms, each row with licence and source.
func TestForms(t *testing.T) {
	f := newFixture(t, 0)
	for _, path := range []string{"/en/record/agreements", "/en/record/quotations", fmt.Sprintf("/en/record/people/%d", f.ids[2]), fmt.Sprintf("/en/record/pair/%d/%d", f.ids[0], f.ids[1])} {
		var feed struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Entry   []struct {
				ID      string `xml:"id"`
				Title   string `xml:"title"`
				Rights  string `xml:"rights"`
				Summary string `xml:"summary"`
				Link    struct {
					Href string `xml:"href,attr"`
				} `xml:"link"`
			} `xml:"entry"`
		}
		w := f.get(t, path+".atom")
		if err := xml.Unmarshal(w.Body.Bytes(), &feed); err != nil || w.Code != 200 {
			t.Fatalf("%s.atom: %d %v", path, w.Code, err)
		}
		if feed.ID == "" || feed.Updated == "" || len(feed.Entry) == 0 {
			t.Errorf("%s.atom: %+v", path, feed)
		}
		for _, e := range feed.Entry {
			if !strings.HasSuffix(e.Rights, "/en/terms") || !strings.Contains(e.Link.Href, "#s") || e.ID == "" || e.Summary == "" || !strings.Contains(e.Title, ": ") {
				t.Errorf("%s.atom: %+v", path, e)
			}
		}
		if body := f.get(t, path).Body.String(); !strings.Contains(body, path+".atom") {
			t.Errorf("%s does not offer its feed", path)
		}
	}
	ics := f.get(t, "/en/record/agreements.ics")
	if body := ics.Body.String(); ics.Code != 200 || strings.Count(body, "BEGIN:VEVENT") != 1 || !strings.Contains(body, "COMMENT:http://example.org/en/terms") || !strings.Contains(body, "DTSTART;VALUE=DATE:20170101") {
		t.Errorf("calendar: %d %s", ics.Code, body)
	}
	for _, none := range []string{"/en/record/quotations.ics", "/en/record/people.ics", "/en/record/agreements.xml"} {
		if w := f.get(t, none); w.Code != 404 {
			t.Errorf("%s: status %d, want 404", none, w.Code)
		}
	}
	var people struct {
		Rows []struct{ License, Source, Name string }
	}
	if err := json.Unmarshal(f.get(t, "/en/record/people.json").Body.Bytes(), &people); err != nil || len(people.Rows) != 1 || people.Rows[0].License == "" || people.Rows[0].Source == "" {
		t.Errorf("people: %+v %v", people, err)
	}
}

// Filters stand in the address and in the form, and are kept by every form.
func TestRegisterFilters(t *testing.T) {
	f := newFixture(t, 0)
	f.countUzbeks(t)
	for ask, n := range map[string]int{
		"section=news": 1, fmt.Sprintf("with=%d", f.ids[0]): 1, fmt.Sprintf("place=%d", f.ids[0]): 0, "from=2017&to=2017": 1, "from=2018": 0,
		"kind=signed": 1, "kind=planned": 0, "language=kk": 1, "language=all": 1,
	} {
		var got struct{ Rows []struct{ Kind string } }
		if err := json.Unmarshal(f.get(t, "/en/record/agreements.json?"+ask).Body.Bytes(), &got); err != nil || len(got.Rows) != n {
			t.Errorf("%s: %d rows, want %d: %v", ask, len(got.Rows), n, err)
		}
		body := f.get(t, "/en/record/agreements?"+ask).Body.String()
		if strings.Count(body, `class="entry`) != n && strings.Count(body, "<article") != n {
			t.Errorf("%s: the page shows other entries than the data", ask)
		}
		if !strings.Contains(body, "/en/record/agreements.csv?") {
			t.Errorf("%s: the downloads forget the filter", ask)
		}
	}
	body := f.get(t, "/en/record/figures?section=news&verdict=inconsistent").Body.String()
	for _, name := range []string{"verdict", "with", "place", "section", "language", "from", "to"} {
		if !strings.Contains(body, `name="`+name+`"`) {
			t.Errorf("the form of figures does not ask for %s", name)
		}
	}
	if !strings.Contains(body, `<option value="news" selected>`) {
		t.Error("the form forgets the section")
	}
}
