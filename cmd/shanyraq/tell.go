package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/jobs"
	"shanyraq/internal/site"
	"shanyraq/internal/store"
	"shanyraq/internal/tell"
)

// tellFlags say who is told, by machine, when what the public sees changes.
// Webhooks are set up at the desk.
type tellFlags struct {
	Hub   []string `placeholder:"URL" help:"WebSub hub that is told when feeds change; may be given several times. \"own\" makes the site a hub itself, at /hub. Needs --origin."`
	Reach []string `placeholder:"NETWORK" help:"Network that webhooks, hubs and subscribers may be in although it is not of the public internet, as 10.1.0.0/16; may be given several times."`
}

// ownHub is what stands after --hub for a hub of the site's own.
const ownHub = "own"

// telling is who is told, and by what.
type telling struct {
	guard hooks.Guard
	hubs  jobs.Hubs
}

// telling reads the flags. origin is the public address of the site where
// known, here where webhooks lead back to otherwise.
func (f tellFlags) telling(origin, here string) (t telling, err error) {
	if t.guard, err = hooks.ParseAllow(f.Reach); err != nil {
		return t, err
	}
	t.hubs = jobs.Hubs{Origin: cmp.Or(origin, here), Topics: site.Topics}
	if len(f.Hub) > 0 && origin == "" {
		return t, fault.New(fault.Invalid, "hubs must know the address of the feeds").Hint("give it with --origin https://news.example.org")
	}
	for _, hub := range f.Hub {
		if hub == ownHub {
			t.hubs.Own = true
			continue
		}
		if _, err := t.guard.Address(hub); err != nil || strings.ContainsAny(hub, "<>\" ") {
			return t, fault.Wrap(err, fault.Invalid, "%q is no hub", hub).Hint("write its whole address, as https://hub.example.org/, or \"own\"")
		}
		if !slices.Contains(t.hubs.Others, hub) {
			t.hubs.Others = append(t.hubs.Others, hub)
		}
	}
	return t, nil
}

// show tells the public site which hubs there are.
func (t telling) show(cfg *site.Config) {
	cfg.Hubs = t.hubs.Addresses()
	if t.hubs.Own {
		cfg.Hub = &site.Hub{Path: jobs.HubPath, Guard: t.guard}
	}
}

// note has every process that saves articles know whether hubs are told.
func (t telling) note(ctx context.Context, st *store.Store) error {
	return st.Update(ctx, func(tx *store.Tx) error { return tx.SetHubs(len(t.hubs.Addresses()) > 0) })
}

// tasks gives the jobs of telling. feed gives a feed by its path.
func (t telling) tasks(feed func(context.Context, string) (string, []byte, error)) []jobs.Task {
	s := tell.New(t.guard, t.hubs.Origin)
	return []jobs.Task{
		jobs.Hook(s, t.hubs.Origin),
		jobs.Ping(t.hubs),
		jobs.PingHub(s, t.hubs),
		jobs.Verify(s, t.hubs),
		jobs.Feed(s, t.hubs, feed),
	}
}
