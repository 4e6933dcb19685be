package jobs

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"log/slog"
	"net/url"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/store"
	"shanyraq/internal/tell"
)

// gone is the answer by which a subscriber says that it wants no more.
const gone = 410

// verifyAttempts is how often a subscriber who gives no answer is asked
// whether a request was his.
const verifyAttempts = 3

// Verify asks a subscriber of our hub whether a request was his, and does
// what it asks when he says so. One who does not is not an error: anybody may
// send a request in another's name.
func Verify(s *tell.Sender, h Hubs) Task {
	return Task{
		Kind: store.VerifyJob, Parallel: 8, Attempts: verifyAttempts, Wait: func(n int) time.Duration { return time.Duration(n*n) * 15 * time.Second },
		Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
			var r hooks.Request
			if err := json.Unmarshal([]byte(j.Payload), &r); err != nil {
				return nil, errors.Join(fault.Wrap(err, fault.Invalid, "a job to verify has no request"), ErrGiveUp)
			}
			path, ours := strings.CutPrefix(r.Topic, h.Origin)
			to, err := url.Parse(r.Callback)
			if !ours || err != nil || !h.Own { // the site has another address by now, or is no hub
				return nil, nil
			}
			challenge, ends := rand.Text(), st.Now().Add(r.Lease)
			out, said := s.Get(ctx, r.Verify(challenge))
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			switch {
			case out.Why == "" && string(said) == challenge && r.Mode == hooks.Unsubscribe:
				return func(tx *store.Tx) error { return tx.DropSubscription(path, r.Callback) }, nil
			case out.Why == "" && string(said) == challenge:
				return func(tx *store.Tx) error {
					err := tx.SaveSubscription(&hooks.Subscription{Topic: path, Callback: r.Callback, Secret: r.Secret, Ends: ends}, strings.ToLower(to.Hostname()))
					if fault.Is(err, fault.TooMany) {
						slog.Warn("jobs: the hub refuses a subscription", "host", to.Hostname(), "error", err)
						return nil
					}
					return err
				}, nil
			case (out.Why.Silence() || out.Status >= 500) && j.Attempt < verifyAttempts:
				return nil, fault.New(fault.Unavailable, "a subscriber could not be asked: %s, status %d", string(out.Why), out.Status)
			}
			slog.Info("jobs: a subscriber did not confirm", "host", to.Hostname(), "status", out.Status, "why", out.Why)
			return nil, nil
		},
	}
}

// feedAttempts is after how many failures to send a feed a subscription ends.
const feedAttempts = 8

// Feed sends subscribers of our hub the whole feed, as it is when it is sent,
// unless that is what they were sent last. fetch gives a feed by its path.
func Feed(s *tell.Sender, h Hubs, fetch func(ctx context.Context, path string) (contentType string, body []byte, err error)) Task {
	return Task{
		Kind: store.FeedJob, Parallel: 16, Attempts: feedAttempts, Wait: func(n int) time.Duration { return hooks.Wait(n, 0) },
		Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
			id, err := strconv.ParseInt(j.Key, 10, 64)
			if err != nil {
				return nil, errors.Join(fault.Wrap(err, fault.Invalid, "a job to send a feed names no subscription: %q", j.Key), ErrGiveUp)
			}
			sub, err := st.Subscription(ctx, id)
			if fault.Is(err, fault.NotFound) || err == nil && !h.Own { // it has ended
				return nil, nil
			}
			if err != nil {
				return nil, err
			}
			drop := func(tx *store.Tx) error { return tx.DropSubscription(sub.Topic, sub.Callback) }
			kind, body, err := fetch(ctx, sub.Topic)
			if fault.Is(err, fault.NotFound) { // the section is no more
				return drop, nil
			}
			if err != nil {
				return nil, err
			}
			sum := sha256.Sum256(body)
			hash := hex.EncodeToString(sum[:])
			if hash == sub.Sent {
				return nil, nil
			}
			header := map[string]string{"Content-Type": kind, "Link": "<" + h.Origin + HubPath + `>; rel="hub", <` + h.Origin + sub.Topic + `>; rel="self"`}
			if sub.Secret != "" {
				header["X-Hub-Signature"] = hooks.HubSignature(sub.Secret, body)
			}
			out := s.Post(ctx, sub.Callback, header, body)
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			switch {
			case out.Why == "":
				return func(tx *store.Tx) error { return tx.SubscriptionSent(id, hash) }, nil
			case out.Status == gone || j.Attempt >= feedAttempts:
				slog.Info("jobs: a subscription ends", "topic", sub.Topic, "status", out.Status, "why", out.Why)
				return drop, nil
			}
			return nil, fault.New(fault.Unavailable, "a subscriber was not sent a feed: %s, status %d", string(out.Why), out.Status)
		},
	}
}
