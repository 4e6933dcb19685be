package testkit

import (
	"slices"
	"testing"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// User saves a user with one role, everywhere, and gives it back.
func User(t testing.TB, st *store.Store, name string, role people.Role) people.User {
	t.Helper()
	u := people.User{Name: name, Email: name + "@example.org", Language: "en", Roles: []people.Assignment{{Role: role}}}
	if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveUser(&u) }); err != nil {
		t.Fatal(err)
	}
	return u
}

func storeUsers(t *testing.T, st *store.Store) {
	u := people.User{Name: "Алия Үлгі", Email: "Aliya@Example.org", Language: "kk", Roles: []people.Assignment{{Role: people.Writer, Sections: []string{"news"}, Languages: []string{"kk"}}}}
	update(t, st, func(tx *store.Tx) error { return tx.SaveUser(&u) })
	got := must[people.User](t)(st.UserByEmail(t.Context(), "ALIYA@example.ORG"))
	if got.ID != u.ID || got.Name != u.Name || got.Email != "aliya@example.org" || !got.May(people.Write, people.Scope{Section: "news/a", Language: "kk"}) || got.May(people.Write, people.Scope{Language: "ru"}) {
		t.Errorf("the user came back as %+v", got)
	}
	twin := people.User{Name: "Another", Email: "aliya@example.org"}
	if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveUser(&twin) }); !fault.Is(err, fault.Exists) {
		t.Errorf("a second user with one address: %v", err)
	}
	for _, c := range []struct {
		counter int64
		want    bool
	}{{7, true}, {7, false}, {6, false}, {8, true}} {
		update(t, st, func(tx *store.Tx) error {
			ok, err := tx.UseCode(u.ID, c.counter)
			if ok != c.want {
				t.Errorf("code %d: %v, want %v", c.counter, ok, c.want)
			}
			return err
		})
	}
	got.Disabled = true
	update(t, st, func(tx *store.Tx) error { return tx.SaveUser(&got) })
	if all := must[[]people.User](t)(st.Users(t.Context())); len(all) != 1 || !all[0].Disabled {
		t.Errorf("users: %+v", all)
	}
}

func storeSessions(t *testing.T, st *store.Store) {
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	st.Now = func() time.Time { return now }
	u := User(t, st, "writer", people.Writer)
	var one, two string
	update(t, st, func(tx *store.Tx) (err error) {
		if one, err = tx.BeginSession(u.ID, "Browser", "192.0.2.1"); err == nil {
			two, err = tx.BeginSession(u.ID, "Telephone", "192.0.2.2")
		}
		return err
	})
	s, who, stale, err := st.SignedIn(t.Context(), one, now)
	if err != nil || who.ID != u.ID || stale || s.Agent != "Browser" {
		t.Fatalf("signed in: %+v %+v %v %v", s, who, stale, err)
	}
	if _, _, stale, _ := st.SignedIn(t.Context(), one, now.Add(6*time.Minute)); !stale {
		t.Error("a session used six minutes ago is not stale")
	}
	if _, _, _, err := st.SignedIn(t.Context(), s.ID, now); !fault.Is(err, fault.Forbidden) {
		t.Errorf("the hash of a token opens a session: %v", err)
	}
	if _, _, _, err := st.SignedIn(t.Context(), one, now.Add(store.SessionIdle+time.Minute)); !fault.Is(err, fault.Forbidden) {
		t.Errorf("an idle session is open: %v", err)
	}
	update(t, st, func(tx *store.Tx) error { return tx.EndSessions(u.ID, s.ID) })
	if _, _, _, err := st.SignedIn(t.Context(), two, now); !fault.Is(err, fault.Forbidden) {
		t.Errorf("an ended session is open: %v", err)
	}
	if list := must[[]store.Session](t)(st.Sessions(t.Context(), u.ID)); len(list) != 1 || list[0].ID != s.ID {
		t.Errorf("sessions: %+v", list)
	}
	u.Disabled = true
	update(t, st, func(tx *store.Tx) error { return tx.SaveUser(&u) })
	if _, _, _, err := st.SignedIn(t.Context(), one, now); !fault.Is(err, fault.Forbidden) {
		t.Errorf("a disabled user is signed in: %v", err)
	}

	var link string
	update(t, st, func(tx *store.Tx) (err error) { link, err = tx.MakeLink(u.ID, "invite", time.Hour); return err })
	if who, purpose, err := st.LinkUser(t.Context(), link, now); err != nil || who.ID != u.ID || purpose != "invite" {
		t.Errorf("link: %+v %q %v", who, purpose, err)
	}
	if _, _, err := st.LinkUser(t.Context(), link, now.Add(2*time.Hour)); !fault.Is(err, fault.NotFound) {
		t.Errorf("an old link holds: %v", err)
	}
	update(t, st, func(tx *store.Tx) error { return tx.UseLink(link) })
	if err := st.Update(t.Context(), func(tx *store.Tx) error { return tx.UseLink(link) }); !fault.Is(err, fault.NotFound) {
		t.Errorf("a link serves twice: %v", err)
	}
}

func storeAudit(t *testing.T, st *store.Store) {
	before := st.Version()
	u := User(t, st, "editor", people.Editor)
	for _, what := range []string{"sign-in", "publish", "publish"} {
		update(t, st, func(tx *store.Tx) error { return tx.Audit(u, what, "article 7", "détail", "192.0.2.1") })
	}
	if st.Version() != before {
		t.Error("a line of the audit log empties the page cache")
	}
	list := must[[]store.Audited](t)(st.AuditLog(t.Context(), store.AuditFilter{What: "publish"}))
	if len(list) != 2 || list[0].Name != "editor" || list[0].ID < list[1].ID {
		t.Errorf("log: %+v", list)
	}
	if older := must[[]store.Audited](t)(st.AuditLog(t.Context(), store.AuditFilter{Before: list[1].ID})); len(older) != 1 || older[0].What != "sign-in" {
		t.Errorf("older lines: %+v", older)
	}
	if n, err := st.CheckAudit(t.Context()); n != 3 || err != nil {
		t.Errorf("the chain: %d, %v", n, err)
	}
	ids := []int64{list[0].ID, list[1].ID}
	slices.Sort(ids)
	if ids[0] != 2 || ids[1] != 3 {
		t.Errorf("lines are numbered %v: one missing would not show", ids)
	}
}
