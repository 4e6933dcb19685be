package jobs

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"shanyraq/internal/audience"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// Every view counted while saving goes on is in the database once it ends.
func TestSaveViewsLosesNone(t *testing.T) {
	st := testkit.SQLite(t)
	c := audience.NewCounter()
	it := testkit.Item("en", "read", "Read", "It is read.", time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC))
	if err := st.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var done sync.WaitGroup
	done.Go(func() { SaveViews(ctx, st, c, time.Millisecond) })
	version := st.Version()
	noon := time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	for i := range 3000 {
		c.Seen(audience.View{Article: it.Article.ID, Tag: "en", From: "example.org"}, audience.Visitor{Address: fmt.Sprint(i), Agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", Speaks: true}, noon)
	}
	stop()
	done.Wait()
	if n, err := st.Views(t.Context(), it.Article.ID, store.DayOf(noon)+1); n != 3000 || err != nil {
		t.Errorf("%d views saved, %v", n, err)
	}
	if n, _ := st.Views(t.Context(), it.Article.ID, store.DayOf(noon)); n != 0 {
		t.Errorf("%d views before the day", n)
	}
	if v := st.Version(); v != version+1 { // the day is new once
		t.Errorf("saving views emptied the page cache %d times", v-version)
	}
}
