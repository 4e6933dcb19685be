package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// A statement's address shows the words it rests on, who decided, where else
// it is told, and how to cite it.
func TestStatement(t *testing.T) {
	f := newFixture(t, 0)
	list, err := f.store.Statements(t.Context(), store.StatementFilter{Kind: "agreement", Facts: true})
	if err != nil || len(list) != 1 {
		t.Fatalf("%v %v", list, err)
	}
	st := list[0]
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		return tx.DecideStatement(st.ID, record.Accepted, record.Change{Who: "the editor", When: f.clock})
	}))
	path := fmt.Sprintf("/en/record/statement/%d", st.ID)
	w := f.get(t, path)
	sound(t, w.Body.String())
	for _, want := range []string{"signed a protocol on border crossings in 2017", st.Hash, "test-1", "the editor", "Accepted", "протокол о пунктах пропуска", "@misc{shanyraq-", "http://example.org" + path} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	var items []map[string]any
	if err := json.Unmarshal(f.get(t, path+"?cite=csl").Body.Bytes(), &items); err != nil || len(items) != 1 || items[0]["URL"] != "http://example.org"+path || items[0]["type"] != "entry" {
		t.Errorf("CSL-JSON: %v %v", items, err)
	}
	if got := f.get(t, path+"?cite=text").Body.String(); !strings.HasSuffix(got, "2017-11-10. http://example.org"+path+fmt.Sprintf(" (revision %.12s, reader test-1)", st.Hash)) {
		t.Errorf("text: %s", got)
	}
	if list := f.get(t, "/en/record/agreements").Body.String(); !strings.Contains(list, `href="`+path+`"`) {
		t.Error("the register does not lead to the statement")
	}
	for ask, status := range map[string]int{path + "?cite": 200, path + "?cite=ris": 400, "/en/record/statement/0": 404, "/en/record/statement/999999": 404, "/en/record/statement/x": 404} {
		if w := f.get(t, ask); w.Code != status {
			t.Errorf("%s: %d, want %d", ask, w.Code, status)
		}
	}
	// What was deprecated keeps its address, with the reason.
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		return tx.DecideStatement(st.ID, record.Deprecated, record.Change{Who: "the editor", Reason: "told of another treaty", When: f.clock})
	}))
	if got := f.get(t, path); got.Code != 200 || !strings.Contains(got.Body.String(), "told of another treaty") {
		t.Errorf("a deprecated statement: %d", got.Code)
	}
}

func TestBibTeX(t *testing.T) {
	got := citing{id: 7, words: `100% of A_B & {C}\`, authors: []string{"Alia Sample"}, url: "https://example.org/a_b"}.bibtex()
	for _, want := range []string{`title = {{100\% of A\_B \& \{C\}\textbackslash{}}}`, "author = {{Alia Sample}}", "url = {https://example.org/a_b}"} {
		if !strings.Contains(got, want) {
			t.Errorf("BibTeX lacks %s:\n%s", want, got)
		}
	}
	if strings.Contains(got, "year") {
		t.Error("a year is made up")
	}
}
