package main

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/read"
	"shanyraq/internal/store"
)

const (
	rounds = 8
	window = 5 * time.Second
)

// reread counts the pages that the site answers while the archive is read
// again behind it and while it is not, in alternating windows. Each round
// breaks the work off and takes it up again.
func reread(ctx context.Context, st *store.Store) error {
	h, err := door(st, 64<<20)
	if err != nil {
		return err
	}
	places, err := often(ctx, st, read.Place, 7)
	if err != nil {
		return err
	}
	address := func(i int) string {
		switch i % 10 {
		case 0:
			return "/en/record/agreements?from=" + fmt.Sprint(2001+i/10%years)
		case 1:
			return fmt.Sprintf("/ru/record/pair/%d/%d", min(places[0].ID, places[1].ID), max(places[0].ID, places[1].ID))
		case 2:
			return "/kk/"
		}
		n := i % 3000
		return fmt.Sprintf("/%s/g%d", tags[n%3], n)
	}
	serve := func() (float64, error) {
		var n atomic.Int64
		var failed atomic.Value
		var all sync.WaitGroup
		begin := time.Now()
		for k := range 2 {
			all.Go(func() {
				for i := k; time.Since(begin) < window; i += 2 {
					if _, err := get(h, address(i)); err != nil {
						failed.Store(err)
						return
					}
					n.Add(1)
				}
			})
		}
		all.Wait()
		if err, ok := failed.Load().(error); ok {
			return 0, err
		}
		return float64(n.Load()) / time.Since(begin).Seconds(), nil
	}
	r := jobs.New()
	if _, err := r.EnqueueReread(ctx, st); err != nil {
		return err
	}
	if _, err := serve(); err != nil { // the first pages
		return err
	}
	var ratios []float64
	for range rounds {
		alone, err := serve()
		if err != nil {
			return err
		}
		before, _, err := st.RereadProgress(ctx)
		if err != nil {
			return err
		}
		working, stop := context.WithCancel(ctx)
		done := make(chan struct{})
		go func() {
			defer close(done)
			jobs.NewWorker(r.Reread(jobs.Background())).Run(working, st)
		}()
		beside, err := serve()
		stop()
		<-done
		if err != nil {
			return err
		}
		after, _, err := st.RereadProgress(ctx)
		if err != nil {
			return err
		}
		ratios = append(ratios, beside/alone)
		fmt.Printf("pages alone %8.0f/s   while reading again %8.0f/s   ratio %.3f   read again %d (%d of %d)\n", alone, beside, beside/alone, after.Done-before.Done, after.Done, after.Total)
	}
	slices.Sort(ratios)
	fmt.Printf("reread: the middle ratio %.3f (goal: 0.9)\n", ratios[len(ratios)/2])
	return nil
}
