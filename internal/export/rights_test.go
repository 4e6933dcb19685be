package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// All that the rights desk holds is taken away whole, in both forms, and no
// stranger's words run as a formula.
func TestRights(t *testing.T) {
	st := testkit.SQLite(t)
	it := testkit.Item("en", "a", "A", "Text.", testkit.Now)
	r := rights.Request{Name: "=HYPERLINK(1)", Email: "a@example.org", Purpose: "one\ntwo", Where: "w", Language: "en", State: rights.Granted}
	written := rights.Grant{To: "R", Wording: "w1", Giver: "g"}
	oral := rights.Grant{To: "O", Wording: "w2", Giver: "g", Oral: true, Said: "2026-01-01", Language: "en"}
	err := st.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		r.Article, written.Article, oral.Article = it.Article.ID, it.Article.ID, it.Article.ID
		if err := tx.SaveTerms(rights.Placed{Place: rights.Site, Terms: rights.Terms{Reuse: rights.Ask, Contact: rights.Contact{Email: "r@example.org"}}}, "who"); err != nil {
			return err
		}
		if err := tx.SaveRequest(&r); err != nil {
			return err
		}
		written.Request = r.ID
		for _, g := range []*rights.Grant{&written, &oral} {
			if err := tx.SaveGrant(g); err != nil {
				return err
			}
		}
		if err := tx.AddNote(&rights.Note{Request: r.ID, Officer: "o", Text: "n"}); err != nil {
			return err
		}
		return tx.SaveSighting(&rights.Sighting{Article: it.Article.ID, Address: "https://copy.example/", Found: rights.NotLinked})
	})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := Write(t.Context(), st, "rights", &b, Options{Origin: "https://news.example.org"}); err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for line := range strings.Lines(b.String()) {
		var l rightsLine
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		kinds[l.Type]++
		switch {
		case l.Request != nil && (l.Request.Purpose != r.Purpose || len(l.Notes) != 1 || l.Article != "https://news.example.org/en/a"),
			l.Grant != nil && l.Grant.Number != written.Number && l.Grant.Number != oral.Number, l.Terms != nil && l.Terms.Contact.Email != "r@example.org":
			t.Errorf("%s", line)
		}
	}
	if kinds["terms"] != 1 || kinds["request"] != 1 || kinds["grant"] != 2 || kinds["sighting"] != 1 {
		t.Errorf("%v", kinds)
	}
	b.Reset()
	if _, err := Write(t.Context(), st, "rights.csv", &b, Options{Origin: "https://news.example.org"}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%v %v", rows, err)
	}
	if rows[1][3] != "'=HYPERLINK(1)" || rows[1][6] != "one\ntwo" || rows[1][15] != written.Number || rows[2][15] != oral.Number || rows[2][20] != "true" {
		t.Errorf("%q", rows[1:])
	}
}
