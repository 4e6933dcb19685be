package jobs

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/store"
	"shanyraq/internal/tell"
)

// PingHubJob is the kind of the jobs that tell one hub of one feed; the key is
// the hub's address and the feed's, with a space between.
const PingHubJob = "ping-hub"

// Hubs says which WebSub hubs are told of feeds that change.
type Hubs struct {
	Origin string   // public address of the site
	Others []string // addresses of hubs elsewhere
	Own    bool     // the site is a hub itself, at HubPath
	// Topics gives the paths of the feeds that an article of a language and a
	// section stands in.
	Topics func(language, section string) []string
}

// HubPath is where our own hub is.
const HubPath = "/hub"

// Addresses gives the addresses of all hubs, as feeds name them.
func (h Hubs) Addresses() []string {
	if h.Own {
		return append([]string{h.Origin + HubPath}, h.Others...)
	}
	return h.Others
}

// Ping finds the feeds that a change touches and queues a job for each hub and
// each subscriber of each. A job that waits for the same feed does for both.
func Ping(h Hubs) Task {
	return Task{Kind: store.PingJob, Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
		language, section, _ := strings.Cut(j.Key, " ")
		topics := h.Topics(language, section)
		return func(tx *store.Tx) error {
			for _, path := range topics {
				for _, hub := range h.Others {
					if err := tx.Enqueue(PingHubJob, hub+" "+h.Origin+path, "", 0); err != nil {
						return err
					}
				}
				if !h.Own {
					continue
				}
				list, err := tx.SubscriptionsTo(tx.Context(), path)
				if err != nil {
					return err
				}
				for _, s := range list {
					if err := tx.Enqueue(store.FeedJob, strconv.FormatInt(s.ID, 10), "", 0); err != nil {
						return err
					}
				}
			}
			return nil
		}, nil
	}}
}

// pingAttempts is after how many failures a hub is not told of one change any
// more: after a day and a half. The next change is told anew.
const pingAttempts = 8

// PingHub tells hubs elsewhere that a feed has changed. WebSub leaves open
// how; all public hubs take hub.mode=publish, with the feed as hub.topic or,
// the older ones, as hub.url.
func PingHub(s *tell.Sender, h Hubs) Task {
	return Task{
		Kind: PingHubJob, Parallel: 8, Attempts: pingAttempts, Wait: func(n int) time.Duration { return hooks.Wait(n, 0) },
		Do: func(ctx context.Context, _ *store.Store, j store.Job) (func(*store.Tx) error, error) {
			hub, topic, _ := strings.Cut(j.Key, " ")
			if !slices.Contains(h.Others, hub) { // it was one when the job was queued
				return nil, nil
			}
			body := url.Values{"hub.mode": {"publish"}, "hub.topic": {topic}, "hub.url": {topic}}.Encode()
			out := s.Post(ctx, hub, map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, []byte(body))
			if out.Why != "" {
				return nil, fault.New(fault.Unavailable, "the hub was not told: %s, status %d", string(out.Why), out.Status).At("%s", hub)
			}
			return nil, nil
		},
	}
}
