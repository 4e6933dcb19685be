package testkit

import (
	"slices"
	"testing"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

func storeExceptions(t *testing.T, st *store.Store) {
	want := []store.Exception{
		{Tag: "kk-Arab", Word: "ЮНЕСКО", Form: "يۋنەسكو", Who: "editor"},
		{Tag: "kk-Latn", Word: "'; DROP*", Form: "", Who: "editor"},
		{Article: 7, Tag: "kk-Latn", Word: "ЮНЕСКО", Form: "UNESCO", Who: "second"},
	}
	before := st.Version()
	update(t, st, func(tx *store.Tx) error {
		for _, e := range []store.Exception{want[2], want[1], want[0], {Tag: "kk-Arab", Word: "away", Who: "editor"}} {
			if err := tx.SetException(e); err != nil {
				return err
			}
		}
		// The same word again changes its form and who set it.
		older := want[2]
		older.Form, older.Who = "IuNESKO", "first"
		if err := tx.SetException(older); err != nil {
			return err
		}
		if err := tx.SetException(want[2]); err != nil {
			return err
		}
		for i := range want {
			want[i].When = tx.Time()
		}
		return tx.DropException(0, "kk-Arab", " away ")
	})
	got := must[[]store.Exception](t)(st.Exceptions(t.Context()))
	if !slices.Equal(got, want) {
		t.Errorf("exceptions\n%+v, want\n%+v", got, want)
	}
	if st.Version() == before {
		t.Error("pages made before an exception was set would be served on")
	}
	err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.DropException(0, "kk-Latn", "ЮНЕСКО") })
	if !fault.Is(err, fault.NotFound) {
		t.Errorf("an exception that is not there: %v", err)
	}
	err = st.Update(t.Context(), func(tx *store.Tx) error { return tx.SetException(store.Exception{Tag: "kk-Latn", Word: " ", Who: "x"}) })
	if !fault.Is(err, fault.Invalid) {
		t.Errorf("an exception without a word: %v", err)
	}
}
