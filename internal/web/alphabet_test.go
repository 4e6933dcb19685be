package web

import (
	"strings"
	"testing"

	"shanyraq/internal/translit"
)

func TestAlphabets(t *testing.T) {
	for name, list := range alphabets {
		tag, ok := TagOf(name)
		if !ok || !tag.Variant() || list[0].To != tag.To {
			t.Errorf("%s: the first alphabet must be the one it is shown in", name)
		}
		for _, a := range list {
			if _, err := translit.Version(tag.From, a.To); err != nil {
				t.Errorf("%s %s: %v", name, a.Name, err)
			}
			in, ok := tag.In(a.Name)
			if !ok || in.To != a.To || in.Messages().Tag != in {
				t.Errorf("%s in %s is %+v", name, a.Name, in)
			}
		}
		if _, ok := tag.In("1929"); ok {
			t.Errorf("%s has an alphabet of 1929", name)
		}
	}
	// Іздеу, Қазақша: by the tables in package translit.
	latin, _ := TagOf("kk-Latn")
	for _, c := range []struct{ alphabet, autonym, search string }{
		{"2021", "Qazaqşa", "Izdeu"}, {"2018", "Qazaqsha", "Izdeý"}, {"qazaqparat", "Qazaqşa", "İzdew"},
	} {
		in, _ := latin.In(c.alphabet)
		m := in.Messages()
		if in.Autonym != c.autonym || !strings.EqualFold(strings.ReplaceAll(m.T("nav.search"), "İ", "I"), strings.ReplaceAll(c.search, "İ", "I")) {
			t.Errorf("%s: %q, search is %q", c.alphabet, in.Autonym, m.T("nav.search"))
		}
		if m.T("number.group") != latin.Messages().T("number.group") {
			t.Errorf("%s: what is no wording was converted", c.alphabet)
		}
	}
}
