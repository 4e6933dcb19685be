package facts

import (
	"strings"
	"testing"
)

func TestTablesLoadAndAgree(t *testing.T) {
	ids := map[string]bool{}
	today := map[string]int{}
	for _, p := range Places() {
		ids[p.ID] = true
		if p.ValidTo.IsZero() {
			today[p.ID]++
		}
		if p.Source == "" {
			t.Errorf("place %s has no source", p.Row)
		}
	}
	for id, n := range today {
		if n != 1 {
			t.Errorf("place %s has %d names of today, want 1", id, n)
		}
	}
	for id, p := range Points() {
		if !ids[id] || p.Source == "" || p.Lon < -180 || p.Lon > 180 || p.Lat < -90 || p.Lat > 90 {
			t.Errorf("point of %s: no such place, no source, or not on Earth: %+v", id, p)
		}
	}
	// What the map is for. Arkadag is younger than the source.
	for _, p := range Places() {
		if _, ok := Points()[p.ID]; !ok && p.Kind == "city" && p.ID != "arkadag" && (p.Parent == "KZ" || p.Parent == "UZ" || p.Parent == "KG" || p.Parent == "TJ" || p.Parent == "TM") {
			t.Errorf("city %s has no point", p.Row)
		}
	}
	for _, f := range LegalForms() {
		if f.Form == "" || f.Source == "" {
			t.Errorf("legal form %q has no source, or none is there", f.Form)
		}
	}
	for _, c := range Currencies() {
		if len(c) != 3 || c != strings.ToUpper(c) {
			t.Errorf("%q is no code of money", c)
		}
	}
	for _, m := range Meetings() {
		if m.Place != "" && !ids[m.Place] {
			t.Errorf("meeting %s: no place %q", m.ID, m.Place)
		}
	}
	groups := map[string]bool{"total": true, "other": true, "not_stated": true}
	for _, g := range Groups() {
		groups[g.ID] = true
	}
	for _, o := range append(Population(), Shares()...) {
		if !groups[o.Group] {
			t.Errorf("%s %s: no group %q", o.Area, o.Date, o.Group)
		}
		if o.Value < 0 || o.Percent < 0 || o.Percent > 100 || o.Source == "" || o.Date.IsZero() {
			t.Errorf("%+v: negative, beyond 100 per cent, undated or without source", o)
		}
	}
	if len(Places()) < 700 || len(Bodies()) < 150 || len(Groups()) < 120 || len(Population()) < 500 || len(Shares()) < 100 || len(Meetings()) < 45 {
		t.Error("a table came out shorter than it is")
	}
}
