package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/read"
	"shanyraq/internal/store"
)

// reread counts the pages that the site answers while the archive is read
// again behind it and while it is not, in alternating windows: each begins and
// ends with a step that is saved, and the other takes as long. So a window
// holds the reading, the saving, which empties the cache of pages, the pauses,
// and the pages made anew after it.
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
	serve := func(enough func(time.Duration) bool) (float64, time.Duration, error) {
		var n atomic.Int64
		var failed atomic.Value
		var all sync.WaitGroup
		begin := time.Now()
		for k := range 2 {
			all.Go(func() {
				for i := k; !enough(time.Since(begin)); i += 2 {
					if _, err := get(h, address(i)); err != nil {
						failed.Store(err)
						return
					}
					n.Add(1)
				}
			})
		}
		all.Wait()
		took := time.Since(begin)
		if err, ok := failed.Load().(error); ok {
			return 0, 0, err
		}
		return float64(n.Load()) / took.Seconds(), took, nil
	}
	long := func(d time.Duration) func(time.Duration) bool {
		return func(t time.Duration) bool { return t >= d }
	}
	r := jobs.New()
	if _, err := r.EnqueueReread(ctx, st); err != nil {
		return err
	}
	if _, _, err := serve(long(5 * time.Second)); err != nil { // the first pages
		return err
	}
	saved := func() int {
		p, _, err := st.RereadProgress(ctx)
		if err != nil {
			return -1
		}
		return p.Done
	}
	var ratios []float64
	for range *rounds {
		before := saved()
		working, stop := context.WithCancel(ctx)
		done := make(chan struct{})
		var now atomic.Int64 // how much is saved
		go func() {
			defer close(done)
			jobs.NewWorker(r.Reread(jobs.Background())).Run(working, st)
		}()
		watched := make(chan struct{})
		go func() {
			defer close(watched)
			for working.Err() == nil {
				now.Store(int64(saved()))
				time.Sleep(20 * time.Millisecond)
			}
		}()
		_, _, err := serve(func(time.Duration) bool { return now.Load() > int64(before) }) // to the end of a step
		from, last, steps := now.Load(), now.Load(), 0
		var lock sync.Mutex
		beside, took, err2 := serve(func(t time.Duration) bool {
			lock.Lock()
			defer lock.Unlock()
			if n := now.Load(); n != last {
				last, steps = n, steps+1
				return t >= *window && steps > 1
			}
			return t > 10**window
		})
		stop()
		<-done
		<-watched
		if err := errors.Join(err, err2); err != nil {
			return err
		}
		alone, _, err := serve(long(took))
		if err != nil {
			return err
		}
		ratios = append(ratios, beside/alone)
		fmt.Fprintf(out, "%3.0f s: while reading again %7.0f pages/s, %d articles in %d steps; alone %7.0f; ratio %.3f\n", took.Seconds(), beside, last-from, steps, alone, beside/alone)
	}
	slices.Sort(ratios)
	fmt.Fprintf(out, "reread: the middle ratio %.3f (goal: 0.9)\n", ratios[len(ratios)/2])
	return nil
}
