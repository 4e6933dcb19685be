package jobs_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// A reminder is written at its moment, to whom the grant was given, and not
// for one that was taken back meanwhile.
func TestReminder(t *testing.T) {
	st := testkit.SQLite(t)
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	it := testkit.Item("kk", "saparlar", "Сапарлар", "Мәтін.", now)
	var grants []rights.Grant
	for i, email := range []string{"reader@example.org", "other@example.org", ""} {
		grants = append(grants, rights.Grant{To: "Оқырман", Email: email, Language: "kk", Wording: "w", Until: "2026-03-31", Giver: "g", Granted: now})
		_ = i
	}
	err := st.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		for i := range grants {
			g := &grants[i]
			g.Article = it.Article.ID
			if err := tx.SaveGrant(g); err != nil {
				return err
			}
			at, ok := g.Reminder(now, time.UTC)
			if !ok {
				return errors.New("no reminder")
			}
			if err := tx.EnqueueAt(jobs.ReminderJob, strconv.FormatInt(g.ID, 10), "", at); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p := &postman{}
	w := jobs.NewWorker(jobs.Mail(p), jobs.Reminder(rights.Letters{Origin: "https://news.example.org", Site: map[string]string{"kk": "Үлгі"}}))
	drainAt := func(day string) {
		t.Helper()
		if now, err = time.Parse(time.RFC3339, day); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Drain(t.Context(), st); err != nil {
			t.Fatal(err)
		}
	}
	drainAt("2026-03-17T08:59:00Z")
	if len(p.sent) != 0 {
		t.Fatalf("too early: %+v", p.sent)
	}
	if err := grants[1].Revoke("why", now); err != nil {
		t.Fatal(err)
	}
	if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.RevokeGrant(grants[1]) }); err != nil {
		t.Fatal(err)
	}
	drainAt("2026-03-17T09:00:00Z")
	if len(p.sent) != 1 || p.sent[0].To.Email != "reader@example.org" || p.sent[0].Language != "kk" || !strings.Contains(p.sent[0].Text, "https://news.example.org/kk/grant/"+grants[0].Number) || !strings.Contains(p.sent[0].Text, "31.03.2026") {
		t.Errorf("%+v", p.sent)
	}
}

func TestSighting(t *testing.T) {
	st := testkit.SQLite(t)
	it := testkit.Item("kk", "saparlar", "Сапарлар", "Мәтін.", testkit.Now)
	pages := map[string]string{
		"https://copy.example/linked": `<a href="https://news.example.org/kk-Latn/saparlar">дереккөз</a>`,
		"https://copy.example/none":   `<p>nothing`,
	}
	fetch := func(_ context.Context, address string) ([]byte, error) {
		if p, ok := pages[address]; ok {
			return []byte(p), nil
		}
		return nil, errors.New("no answer")
	}
	want := map[string]rights.Finding{"https://copy.example/linked": rights.Linked, "https://copy.example/none": rights.NotLinked, "https://copy.example/gone": rights.Unread}
	err := st.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Save(it); err != nil {
			return err
		}
		for address := range want {
			s := rights.Sighting{Article: it.Article.ID, Address: address, Found: rights.Unread}
			if err := tx.SaveSighting(&s); err != nil {
				return err
			}
			if err := tx.Enqueue(jobs.SightingJob, fmt.Sprint(s.ID), "https://news.example.org", 0); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := jobs.NewWorker(jobs.Sighting(fetch)).Drain(t.Context(), st); n != 3 || err != nil {
		t.Fatal(n, err)
	}
	list, err := st.Sightings(t.Context(), 0)
	if err != nil || len(list) != 3 {
		t.Fatal(list, err)
	}
	for _, s := range list {
		if s.Found != want[s.Address] || s.Checked.IsZero() {
			t.Errorf("%s: %s, want %s", s.Address, s.Found, want[s.Address])
		}
	}
}

func TestSweep(t *testing.T) {
	st := testkit.SQLite(t)
	now := testkit.Now
	st.Now = func() time.Time { return now }
	old := rights.Request{Name: "a", Email: "a@example.org", State: rights.Unverified, Created: now}
	kept := rights.Request{Name: "b", Email: "b@example.org", State: rights.Waiting, Created: now}
	if err := st.Update(t.Context(), func(tx *store.Tx) error {
		return errors.Join(tx.SaveRequest(&old), tx.SaveRequest(&kept), tx.Enqueue(jobs.SweepJob, "daily", "", 0))
	}); err != nil {
		t.Fatal(err)
	}
	w := jobs.NewWorker(jobs.Sweep())
	for day := range 9 {
		if n, err := w.Drain(t.Context(), st); n != 1 || err != nil {
			t.Fatalf("day %d: %d %v", day, n, err)
		}
		list, err := st.Requests(t.Context(), store.RequestFilter{})
		if err != nil || len(list) != map[bool]int{true: 1, false: 2}[day > 7] {
			t.Errorf("day %d: %d requests %v", day, len(list), err)
		}
		now = now.Add(24 * time.Hour)
	}
}
