package jobs_test

import (
	"context"
	"testing"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/mail"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// postman answers what its reader's address says.
type postman struct{ sent []mail.Letter }

func (p *postman) About() string { return "a test" }

func (p *postman) Send(_ context.Context, l mail.Letter) error {
	p.sent = append(p.sent, l)
	switch l.To.Email {
	case "later@example.org":
		return fault.New(fault.Unavailable, "the mail server does not take the letter now")
	case "nobody@example.org":
		return fault.New(fault.Invalid, "the mail server refuses the letter for good")
	}
	return nil
}

func TestMail(t *testing.T) {
	st := testkit.SQLite(t)
	now := testkit.Now
	st.Now = func() time.Time { return now }
	for _, to := range []string{"reader@example.org", "later@example.org", "nobody@example.org"} {
		l := mail.Letter{To: mail.Address{Email: to}, Subject: "s", Text: "t"}
		if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.QueueLetter(&l) }); err != nil {
			t.Fatal(err)
		}
	}
	p := &postman{}
	w := jobs.NewWorker(jobs.Mail(p))
	tries := func() map[string]int {
		n := map[string]int{}
		for _, l := range p.sent {
			n[l.To.Email]++
		}
		return n
	}
	if _, err := w.Drain(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	if n := tries(); n["reader@example.org"] != 1 || n["later@example.org"] != 1 || n["nobody@example.org"] != 1 {
		t.Errorf("at first: %v", n)
	}
	if n, err := st.LetterCounts(t.Context()); err != nil || n["sent"] != 1 || n["failed"] != 1 || n["waiting"] != 1 {
		t.Errorf("%v %v", n, err)
	}
	for range 24 * 4 * 7 { // a week, looked at every quarter of an hour
		now = now.Add(15 * time.Minute)
		if _, err := w.Drain(t.Context(), st); err != nil {
			t.Fatal(err)
		}
	}
	if n := tries(); n["reader@example.org"] != 1 || n["nobody@example.org"] != 1 || n["later@example.org"] < 10 {
		t.Errorf("after a week: %v", n)
	}
	if n, err := st.LetterCounts(t.Context()); err != nil || n["sent"] != 1 || n["failed"] != 2 || n["waiting"] != 0 {
		t.Errorf("after a week: %v %v", n, err)
	}
}
