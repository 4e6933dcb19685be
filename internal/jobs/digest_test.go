package jobs_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/mail"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
	"shanyraq/internal/testkit"
)

// writer has news for every second subscriber, and fails once in its second
// batch.
type writer struct {
	batches int
	failed  bool
}

func (w *writer) Digests(_ context.Context, list []subscribe.Subscriber, upTo time.Time) ([]mail.Letter, error) {
	w.batches++
	if w.batches == 2 && !w.failed {
		w.failed = true
		return nil, fault.New(fault.Unavailable, "the machine goes down")
	}
	out := make([]mail.Letter, len(list))
	for i, s := range list {
		if s.ID%2 == 0 && upTo.After(s.SeenTo) {
			out[i] = mail.Letter{To: mail.Address{Email: s.Email}, Subject: "news", Text: "news\n"}
		}
	}
	return out, nil
}

// Each subscriber who has news gets one letter, also when the work breaks off
// between batches, and none before the next morning.
func TestDigests(t *testing.T) {
	st := testkit.SQLite(t)
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	var even int
	err := st.Update(t.Context(), func(tx *store.Tx) error {
		for i := range 450 {
			a := subscribe.Ask{Token: fmt.Sprint(i), Email: fmt.Sprintf("r%d@example.org", i), Tag: []string{"kk-Arab", "ru"}[i%2], Often: subscribe.Daily, Topic: subscribe.All}
			if err := tx.SaveAsk(&a); err != nil {
				return err
			}
			s, err := tx.Confirm(a)
			if err != nil {
				return err
			}
			even += int(1 - s.ID%2)
		}
		return tx.Enqueue(jobs.DigestJob, "all", "", 0)
	})
	if err != nil || even < 100 {
		t.Fatal(even, err)
	}
	w := &writer{}
	worker := jobs.NewWorker(jobs.Digests(w))
	letters := func() int {
		n, err := st.LetterCounts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return n["waiting"]
	}
	drain := func(d time.Duration) {
		t.Helper()
		now = now.Add(d)
		if _, err := worker.Drain(t.Context(), st); err != nil {
			t.Fatal(err)
		}
	}
	drain(time.Minute)
	if n := letters(); n != 0 || w.batches != 0 {
		t.Fatalf("%d letters before the morning, %d batches", n, w.batches)
	}
	drain(15 * time.Hour)
	if n := letters(); n == 0 || n == even || !w.failed {
		t.Fatalf("%d of %d letters when the work broke off", n, even)
	}
	for range 5 {
		drain(time.Hour)
	}
	if n := letters(); n != even {
		t.Fatalf("%d letters to %d readers", n, even)
	}
	drain(24 * time.Hour)
	if n := letters(); n != 2*even {
		t.Errorf("%d letters on the second morning, want %d", n, 2*even)
	}
}

// gone is a server that knows no mailbox of one kind, and refuses another for
// its own reasons.
type gone struct{}

func (gone) About() string { return "a test" }

func (gone) Send(_ context.Context, l mail.Letter) error {
	err := error(fault.New(fault.Invalid, "the mail server refuses the letter for good"))
	if l.To.Email == "gone@example.org" {
		err = errors.Join(mail.ErrNoMailbox, err)
	}
	return err
}

// Whoever's mailbox is gone is written to no more; whom the server refuses for
// its own reasons stays.
func TestMailSuspends(t *testing.T) {
	st := testkit.SQLite(t)
	ids := map[subscribe.State]int64{}
	for email, want := range map[string]subscribe.State{"gone@example.org": subscribe.Suspended, "blocked@example.org": subscribe.Active} {
		s := testkit.Subscriber(t, st, email, "en", subscribe.Daily, subscribe.All)
		ids[want] = s.ID
		l := mail.Letter{To: mail.Address{Email: email}, Subject: "s", Text: "t"}
		if err := st.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Digest(s, s.SeenTo.Add(time.Second), &l); return err }); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := jobs.NewWorker(jobs.Mail(gone{}), jobs.MailMany(gone{})).Drain(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	for want, id := range ids {
		s, err := st.Subscriber(t.Context(), id)
		if err != nil || s.State != want || (s.Note == "") != (want == subscribe.Active) {
			t.Errorf("want %s, have %+v %v", want, s, err)
		}
	}
}
