package desk

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// How many refused attempts a quarter of an hour takes, by the address that
// signs in and by the network address that tries. OWASP ASVS 2.2.1 allows at
// most 100 an hour on one account.
const (
	attemptWindow     = 15 * time.Minute
	attemptsOfUser    = 6
	attemptsOfAddress = 40
)

func itoa(n int) string { return strconv.Itoa(n) }

// attemptKey counts attempts by what was typed, known or not, so that a
// refusal does not tell which addresses are known.
func attemptKey(email string) string {
	email = strings.ToLower(email)
	if len(email) > 254 {
		email = email[:254]
	}
	return "user " + email
}

// throttle refuses an attempt after too many that were wrong.
func (d *Desk) throttle(q *request, email string) error {
	now := d.cfg.Now()
	for _, c := range []struct {
		key  string
		most int
	}{{attemptKey(email), attemptsOfUser}, {"address " + q.address(), attemptsOfAddress}} {
		n, first, err := d.store.Refusals(q.Context(), c.key, now.Add(-attemptWindow))
		if err != nil {
			return err
		}
		if n >= c.most {
			minutes := int((first.Add(attemptWindow).Sub(now) + time.Minute - 1) / time.Minute)
			return fault.New(fault.TooMany, "too many attempts to sign in").Hint("try again in %d minutes, sign in with a passkey, or ask an administrator for a link", minutes)
		}
	}
	return nil
}

// refuse notes an attempt that was wrong.
func (d *Desk) refuse(q *request, user int64, email, what string) error {
	return d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.Refuse(attemptWindow, attemptKey(email), "address "+q.address()); err != nil {
			return err
		}
		return q.audit(tx, "sign-in-refused", about("user", user), what)
	})
}
