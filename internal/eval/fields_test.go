package eval

import (
	"slices"
	"strings"
	"testing"
)

func TestFieldsAskOnlyWhatGoldTells(t *testing.T) {
	g := Facts{
		People:        []Name{{Name: "Aigul Sarsen", Aliases: []string{"Sarsen"}}},
		Organizations: []Name{{Name: "Aral Sea Fund", Aliases: []string{"ASF"}}, {Name: "Port of Aktau"}},
	}
	f := Facts{People: g.People, Organizations: g.Organizations}
	j := judge{gold: aliasesOf(g), found: aliasesOf(f)}
	both := []string{"Aral Sea Fund", "Port of Aktau"}
	for _, c := range []struct {
		what string
		got  told
		want string
	}{
		{"all of an agreement", j.agreementFields(Agreement{Parties: both, Date: "2019-05-16", Status: "signed"}, Agreement{Parties: []string{"Port of Aktau", "ASF"}, Date: "2019-05-16", Status: "signed", Instrument: "protocol"}), ""},
		{"a side too few", j.agreementFields(Agreement{Parties: both}, Agreement{Parties: both[:1]}), "sides"},
		{"a side too many", j.agreementFields(Agreement{Parties: both[:1]}, Agreement{Parties: both}), "sides"},
		{"sides that gold does not tell", j.agreementFields(Agreement{Status: "signed"}, Agreement{Parties: both, Date: "2019", Status: "signed"}), ""},
		{"a month for a day", j.agreementFields(Agreement{Date: "2019-05-16", Status: "signed"}, Agreement{Date: "2019-05", Status: "planned"}), "status day"},
		{"another place", j.eventFields(Event{Event: "meeting", Date: "2019-05", Place: "Osh"}, Event{Event: "meeting", Date: "2019-05", Place: "Lima"}), "place"},
		{"no guests", j.eventFields(Event{Event: "visit", Participants: []string{"Aigul Sarsen"}}, Event{Event: "visit"}), "participants"},
		{"guests by surname", j.eventFields(Event{Event: "visit", Participants: []string{"Aigul Sarsen"}}, Event{Event: "visit", Participants: []string{"Sarsen"}}), ""},
		{"body inside the title", j.officeFields(Office{Title: "director", Organization: "Aral Sea Fund"}, Office{Title: "director of the Aral Sea Fund"}), ""},
		{"another body", j.officeFields(Office{Title: "director", Organization: "Aral Sea Fund"}, Office{Title: "director", Organization: "Port of Aktau"}), "body"},
		{"another speaker", j.quoteFields(Quote{Text: "we stay", Speaker: "Sarsen"}, Quote{Text: "we stay", Speaker: "Bolat"}), "speaker"},
		{"about, not exactly", j.figureFields(Figure{Value: num(3), Qualifier: "exact", Counted: "ports"}, Figure{Value: num(3), Qualifier: "about", Counted: "port"}), "qualifier"},
	} {
		if got := strings.Join(c.got.wrong(), " "); got != c.want {
			t.Errorf("%s: wrong are %q, want %q", c.what, got, c.want)
		}
	}
}

func TestFieldsOfPairsAlone(t *testing.T) {
	doc := Document{Language: "en", Text: "x", Gold: Facts{Agreements: []Agreement{
		{Instrument: "protocol on fish", Date: "2019", Status: "signed"},
		{Instrument: "treaty of peace", Status: "signed"},
	}}}
	s := ScoreDocument(doc, Facts{Agreements: []Agreement{{Instrument: "protocol on fish", Date: "2018", Status: "signed"}, {Instrument: "loan"}}})
	got := s.Fields["agreements"]
	want := Fields{"day": {0, 1}, "status": {1, 1}, whole: {0, 1}}
	for name, x := range want {
		if got[name] != x {
			t.Errorf("%s: %+v, want %+v", name, got[name], x)
		}
	}
	if len(got) != len(want) {
		t.Errorf("fields %v, want %v", got, want)
	}
	if i := slices.IndexFunc(s.Slips, func(x Slip) bool { return x.Found != "" && x.Gold != "" }); i < 0 || !slices.Equal(s.Slips[i].Wrong, []string{"day"}) {
		t.Errorf("slips %+v, want the day of the protocol", s.Slips)
	}
	r := newReport()
	r.add(s)
	r.add(s)
	if x := r.Languages["en"].Fields["agreements"]["status"]; x != (Share{2, 2}) {
		t.Errorf("two documents together: %+v", x)
	}
}
