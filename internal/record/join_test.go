package record

import (
	"testing"

	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

func readSpan(from, to int) value.Span { return value.Span{Start: from, End: to} }

// agreement is a telling of an instrument in article n.
func agreement(n int64, instrument, date string, parties ...int64) Statement {
	s := Statement{ID: n, Article: n, Evidence: readSpan(0, 5), Fact: string(rune('A' + n)),
		Said: read.Statement{Kind: read.Agreement, Instrument: instrument, Date: date, Status: "signed"}}
	for _, p := range parties {
		s.Refs = append(s.Refs, Ref{RoleParty, p})
	}
	s.Keys = FactKeys(s)
	return s
}

func TestAgreementsToldAgain(t *testing.T) {
	first := agreement(1, "Treaty on Allied Relations", "2022-12-22", 10, 20)
	for _, c := range []struct {
		name string
		s    Statement
		same bool
	}{
		{"word for word", agreement(2, "Treaty on Allied Relations", "2022-12-22", 20, 10), true},
		{"in another case of its name", agreement(2, "the treaty on allied relation", "2022-12-22", 10, 20), true},
		{"by its kind alone, on the day", agreement(2, "treaty", "2022-12-22", 10, 20), true},
		{"in another language, on the day", agreement(2, "Договор о союзнических отношениях", "2022-12-22", 10, 20), true},
		{"in Kazakh, on the day", agreement(2, "Одақтастық қатынастар туралы шарт", "2022-12-22", 10, 20), true},
		{"with the year only", agreement(2, "Treaty on Allied Relations", "2022", 10, 20), true},
		{"by its kind with the year only: there may be many", agreement(2, "treaty", "2022", 10, 20), false},
		{"with a day that differs", agreement(2, "Treaty on Allied Relations", "2022-12-12", 10, 20), true},
		{"with a year that differs", agreement(2, "Treaty on Allied Relations", "2013-06-14", 10, 20), false},
		{"without a date", agreement(2, "Treaty on Allied Relations", "", 10, 20), true},
		{"without a date, with a third side", agreement(2, "Treaty on Allied Relations", "", 10, 20, 30), false},
		{"with a century for a date", agreement(2, "Treaty on Relations", "20XX", 10, 20), false},
		{"another treaty of the same day", agreement(2, "Treaty on Border Demarcation", "2022-12-22", 10, 20), false},
		{"another kind of the same day", agreement(2, "Protocol on Allied Relations", "2022-12-22", 10, 20), false},
		{"other parties", agreement(2, "Treaty on Allied Relations", "2022-12-22", 10, 30), true},
		{"other parties altogether", agreement(2, "Treaty on Allied Relations", "2022-12-22", 30, 40), false},
		{"again in the same article", agreement(1, "Treaty on Allied Relations", "2022", 10, 20), true},
		{"in the same article with another day: told apart by its author", agreement(1, "Treaty on Allied Relations", "2022-12-12", 10, 20), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.s
			if s.Article == 1 {
				s.Evidence, s.ID = readSpan(9, 12), 3
			}
			own := s.Fact
			if s.ID == 3 {
				own, s.Fact = "Z", "Z"
			}
			var others []Statement
			if sharesKey(s, first) {
				others = append(others, first)
			}
			why := Join(&s, others)
			if got := s.Fact == first.Fact; got != c.same || got != (why != "") || !got && s.Fact != own {
				t.Errorf("joined %v because %q, want %v (keys %q and %q)", got, why, c.same, s.Keys, first.Keys)
			}
		})
	}
}

// TestTwoPapersOfOneDay: in another language only the day and the parties are
// compared, and a second paper of the same article must not fall in with the
// first.
func TestTwoPapersOfOneDay(t *testing.T) {
	told := agreement(1, "Treaty on Allied Relations", "2022-12-22", 10, 20)
	first := agreement(2, "Договор о союзнических отношениях", "2022-12-22", 10, 20)
	second := agreement(2, "Договор о стратегическом партнёрстве", "2022-12-22", 10, 20)
	first.ID, first.Fact, second.ID, second.Fact = 0, "X", 0, "Y"
	Join(&first, []Statement{told})
	if first.Fact != told.Fact {
		t.Fatalf("the first has fact %q", first.Fact)
	}
	if why := Join(&second, []Statement{told, first}); second.Fact != "Y" {
		t.Errorf("the second joined because %q", why)
	}
}

func sharesKey(a, b Statement) bool {
	for _, k := range a.Keys {
		for _, l := range b.Keys {
			if k == l {
				return true
			}
		}
	}
	return false
}

// A day of a fair: one country signs a paper with each of many others, and no
// text says what about.
func TestPapersOfOneDayWithManyPartners(t *testing.T) {
	for _, name := range []string{"protocol", "Memorandum of Understanding", "agreement on cooperation", "joint statement", "Протокол о сотрудничестве",
		"меморандум о взаимопонимании", "хаттама", "ынтымақтастық туралы меморандум"} {
		t.Run(name, func(t *testing.T) {
			var told []Statement
			for n := range int64(30) {
				parties := []int64{1, 100 + n}
				if n%7 == 3 {
					parties = parties[:1] // says only who is at home
				}
				s := agreement(n+1, name, "2024-05-14", parties...)
				own := s.Fact
				if why := Join(&s, told); why != "" || s.Fact != own {
					t.Fatalf("the paper with partner %d is told as %q: %s", 100+n, s.Fact, why)
				}
				told = append(told, s)
			}
			again := agreement(99, name, "2024-05-14", 105, 1)
			if Join(&again, told); again.Fact != told[5].Fact {
				t.Errorf("told again it is fact %q, want %q", again.Fact, told[5].Fact)
			}
		})
	}
}

func TestConflictsShowBothSides(t *testing.T) {
	a := agreement(1, "Treaty on Allied Relations", "2022-12-22", 10, 20)
	b := agreement(2, "Treaty on Allied Relations", "2022-12-12", 10, 20)
	c := agreement(3, "Treaty on Allied Relations", "2022", 10, 20)
	d := agreement(4, "Treaty on Allied Relations", "2022-12-22", 10, 30)
	if got := Conflicts([]Statement{a, c}); len(got) != 0 {
		t.Errorf("a year and a day in it: %v", got)
	}
	got := Conflicts([]Statement{a, b, c})
	if len(got) != 1 || got[0] != (Conflict{1, 2, "date", "one says 2022-12-22, the other 2022-12-12"}) {
		t.Errorf("%+v", got)
	}
	if got := Conflicts([]Statement{a, d}); len(got) != 1 || got[0].Field != "parties" {
		t.Errorf("%+v", got)
	}
	b.Rank = Deprecated
	if got := Conflicts([]Statement{a, b}); len(got) != 0 {
		t.Errorf("a deprecated side: %v", got)
	}
}

func figure(n int64, v float64, qualifier, date string) Statement {
	s := Statement{ID: n, Article: n, Fact: string(rune('A' + n)), Refs: []Ref{{RoleGroup, 7}, {RolePlace, 1}},
		Said: read.Statement{Kind: read.Figure, Value: &v, Qualifier: qualifier, Unit: "person", Date: date}}
	s.Keys = FactKeys(s)
	return s
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name               string
		a, b               Statement
		same, contradicted bool
	}{
		{"one number", figure(1, 290000, "exact", "2021"), figure(2, 290000, "exact", "2021"), true, false},
		{"two numbers", figure(1, 290000, "exact", "2021"), figure(2, 310000, "exact", "2021"), true, true},
		{"over the one is the other", figure(1, 290000, "over", "2021"), figure(2, 295000, "exact", "2021"), true, false},
		{"over the other is not the one", figure(1, 290000, "exact", "2021"), figure(2, 295000, "over", "2021"), true, true},
		{"about", figure(1, 290000, "about", "2021"), figure(2, 292500, "exact", "2021"), true, false},
		{"two years", figure(1, 290000, "exact", "2021"), figure(2, 310000, "exact", "2022"), false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.b
			if sharesKey(c.a, c.b) {
				Join(&s, []Statement{c.a})
			}
			if (s.Fact == c.a.Fact) != c.same {
				t.Errorf("facts %q and %q", s.Fact, c.a.Fact)
			}
			if got := Conflicts([]Statement{c.a, c.b}); c.same && (len(got) > 0) != c.contradicted {
				t.Errorf("conflicts %v", got)
			}
		})
	}
}

func event(n int64, kind, name, date string, edition int, place int64, with ...int64) Statement {
	s := Statement{ID: n, Article: n, Fact: string(rune('A' + n)),
		Said: read.Statement{Kind: read.Event, Event: kind, Name: name, Date: date, Edition: edition}}
	if place != 0 {
		s.Refs = append(s.Refs, Ref{RolePlace, place})
	}
	for _, w := range with {
		s.Refs = append(s.Refs, Ref{RoleParticipant, w})
	}
	s.Keys = FactKeys(s)
	return s
}

// Talks are called alike everywhere: their common noun makes no two of them one and parts none.
func TestCommonNounsOfEvents(t *testing.T) {
	first := event(1, "meeting", "talks", "2018-03-15", 0, 0, 10, 20)
	for _, c := range []struct {
		name string
		s    Statement
		same bool
	}{
		{"talks of others on that day", event(2, "meeting", "talks", "2018-03-15", 0, 0, 30, 40), false},
		{"the same, by another noun", event(2, "meeting", "negotiations", "2018-03-15", 0, 0, 10, 20), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.s
			Join(&s, []Statement{first})
			if got := s.Fact == first.Fact; got != c.same {
				t.Errorf("one fact: %v", got)
			}
		})
	}
}

func TestEventsToldAgain(t *testing.T) {
	first := event(1, "meeting", "Consultative Meeting of Heads of State", "2018-03-15", 1, 5, 10, 20)
	denied := event(2, "meeting", "Consultative Meeting of Heads of State", "2018-03-15", 1, 5, 10, 20)
	denied.Said.Time = "denied"
	for _, c := range []struct {
		name string
		s    Statement
		same bool
	}{
		{"word for word", event(2, "meeting", "Consultative Meeting of Heads of State", "2018-03-15", 1, 5, 10, 20), true},
		{"without its name", event(2, "meeting", "", "2018-03-15", 0, 5, 10), true},
		{"as background, with the year", event(2, "meeting", "the first consultative meeting of the heads of state", "2018", 1, 0), false},
		{"as background by the same name", event(2, "meeting", "consultative meeting of heads of state", "2018", 1, 0), true},
		{"the next one", event(2, "meeting", "Consultative Meeting of Heads of State", "2019-11-29", 2, 6, 10, 20), false},
		{"another meeting of that day elsewhere", event(2, "meeting", "", "2018-03-15", 0, 6, 30), false},
		{"another meeting of that day and place, by its name", event(2, "meeting", "Board of Librarians", "2018-03-15", 0, 5, 10), false},
		{"denied", denied, false},
		{"another kind", event(2, "festival", "", "2018-03-15", 0, 5, 10, 20), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.s
			why := ""
			if sharesKey(s, first) {
				why = Join(&s, []Statement{first})
			}
			if got := s.Fact == first.Fact; got != c.same {
				t.Errorf("joined %v because %q, want %v (keys %q and %q)", got, why, c.same, s.Keys, first.Keys)
			}
		})
	}
}

// TestVisitsToldAgain: nobody is on two visits at once, and days given as a
// span say as much as one day does.
func TestVisitsToldAgain(t *testing.T) {
	const days = "2019-04-14/2019-04-15"
	first := event(1, "visit", "", days, 0, 5, 10)
	for _, c := range []struct {
		name string
		s    Statement
		same bool
	}{
		{"with the host in place of the country", event(2, "visit", "", days, 0, 0, 10, 20), true},
		{"word for word", event(2, "visit", "", days, 0, 5, 10), true},
		{"of somebody else to the same country", event(2, "visit", "", days, 0, 0, 30), false},
		{"to another country", event(2, "visit", "", days, 0, 6, 10), false},
		{"on other days", event(2, "visit", "", "2019-04-15/2019-04-16", 0, 0, 10, 20), false},
		{"one of a delegation each", event(2, "visit", "", days, 0, 0, 30, 40), false},
	} {
		s := c.s
		why := ""
		if sharesKey(s, first) {
			why = Join(&s, []Statement{first})
		}
		if got := s.Fact == first.Fact; got != c.same {
			t.Errorf("%s: joined %v because %q, want %v (keys %q and %q)", c.name, got, why, c.same, s.Keys, first.Keys)
		}
	}
	if got := compareDates("2019-04", "2019-04"); got == sameDay {
		t.Error("a month is taken for a day")
	}
}

func TestInstrumentKind(t *testing.T) {
	for name, want := range map[string]string{
		"Treaty of eternal friendship":                      "treaty",
		"memorandum of understanding on the law of the sea": "memorandum",
		"Agreement on the contract of 1999":                 "agreement",
		"joint statement":                                   "joint-statement",
		"Соглашение об активном сотрудничестве":             "agreement",
		"Протокола к Договору о дружбе":                     "protocol",
		"Меморандумды іске асыру туралы хаттама":            "protocol",
		"Мемлекеттік шекара туралы шарт":                    "treaty",
		"active cooperation":                                "other",
		"an order of the ministry":                          "decree",
		"Jadval":                                            "other",
		"Doʻstlik haqida shartnoma":                         "contract",
		"plan of action for culture":                        "roadmap",
		"Совместного заявления глав государств":             "joint-statement",
		"2030 жылға дейінгі ынтымақтастықтың жол картасы":   "roadmap",
		"Ынтымақтастық туралы келісімшарт":                  "contract",
		"Указ о мерах":                                      "decree",
		"Resolution A/72/L.42":                              "resolution",
		"Communiqué of the ministers":                       "communique",
		"Декларации о стратегическом партнёрстве":           "declaration",
	} {
		if got := InstrumentKind(name); got != want {
			t.Errorf("%q is a %s, want %s", name, got, want)
		}
	}
}

func TestMergeDoubts(t *testing.T) {
	office := func(date string) Statement {
		return Statement{Said: read.Statement{Kind: read.Office, Title: "Minister", Date: date}, Refs: []Ref{{RolePerson, 1}, {RoleOrganization, 2}}}
	}
	if got := MergeDoubts([]Statement{office("2011")}, []Statement{office("2019")}); len(got) != 1 {
		t.Errorf("different dates of one office: %q", got)
	}
	if got := MergeDoubts([]Statement{office("2011")}, []Statement{office("2011-05")}); len(got) != 0 {
		t.Errorf("dates that agree: %q", got)
	}
	if got := MergeDoubts([]Statement{office("1920")}, []Statement{office("2019")}); len(got) != 2 {
		t.Errorf("a lifetime apart: %q", got)
	}
	held := func(title, date, tenure string, body int64) []Statement {
		return []Statement{{Said: read.Statement{Kind: read.Office, Title: title, Date: date, Tenure: tenure}, Refs: []Ref{{RolePerson, 1}, {RoleOrganization, body}}}}
	}
	for _, c := range []struct {
		a, b []Statement
		want int
		name string
	}{
		{held("Minister", "2018", "", 2), held("Rector", "2018-05", "", 3), 1, "two bodies at one time"},
		{held("Minister", "2018", "", 2), held("Minister", "2016/2019", "", 3), 1, "one title of two bodies at one time"},
		{held("Minister", "2018", "", 2), held("Rector", "2019-05", "", 3), 0, "two bodies one after the other"},
		{held("Minister", "2018", "", 2), held("Chair", "2018", "", 2), 0, "two offices of one body"},
		{held("Minister", "2018", "", 2), held("Rector", "2018", "former", 3), 0, "an office held before"},
		{held("Minister", "2018", "", 2), held("Rector", "", "", 3), 0, "an office without a date"},
	} {
		if got := MergeDoubts(c.a, c.b); len(got) != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestStatementsHaveTheirEvidence(t *testing.T) {
	r := read.Reading{Entities: []read.Entity{{ID: "e1", Kind: read.Person, Name: "Ә. Б."}},
		Statements: []read.Statement{
			{Kind: read.Quote, Speaker: "e1", Text: "тіл", Evidence: readSpan(3, 9)},
			{Kind: read.Quote, Speaker: "e1", Text: "no sentence", Evidence: readSpan(3, 99)},
			{Kind: read.Office, Person: "e1", Organization: "e9", Evidence: readSpan(0, 2)},
		}}
	got := Statements(r, Text{Article: 4, Revision: 5, Hash: "h", Plain: "Бұл — ана тіл.", Reader: "1"}, map[string]int64{"e1": 42})
	if len(got) != 2 || got[0].Quote != " — ана" {
		t.Fatalf("%+v", got)
	}
	if got[0].Fact == got[1].Fact || got[0].Rank != Suggested || got[0].Refs[0] != (Ref{RoleSpeaker, 42}) || len(got[1].Refs) != 1 {
		t.Errorf("%+v", got)
	}
	if again := Statements(r, Text{Article: 4, Revision: 5, Hash: "h", Plain: "Бұл — ана тіл.", Reader: "1"}, map[string]int64{"e1": 42}); again[0].Fact != got[0].Fact {
		t.Error("the same input has other facts")
	}
}
