package intake

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"iter"
	"runtime"

	"golang.org/x/sync/semaphore"

	"shanyraq/internal/fault"
)

// Result is an item, or the error of one input that could not be read, or
// neither where an input held nothing to import.
type Result struct {
	Item *Item
	Err  error
	Path string // the input, as its user named it
	// Done is the number of source bytes up to and with this result; compare
	// it with Size.
	Done int64
}

// Size is the number of bytes of the named inputs, for a progress bar; 0
// where any of them cannot tell.
func Size(paths []string) int64 {
	var total int64
	for _, p := range paths {
		s, err := open(p, Options{})
		if err != nil {
			continue
		}
		n := s.size()
		if n == 0 {
			return 0
		}
		total += n
	}
	return total
}

// Read reads files, folders and addresses and gives their items in the order
// of the sources. An input that cannot be read gives one result with its
// error; the rest follows. When ctx is done the sequence ends. At most some
// 128 MB of source text are in work at any moment.
func Read(ctx context.Context, paths []string, opt Options) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		workers := opt.Workers
		if workers <= 0 {
			workers = runtime.GOMAXPROCS(0)
		}
		type task struct {
			unit
			held  int64
			items []*Item
			err   error
			done  chan struct{}
		}
		todo := make(chan *task)
		queue := make(chan *task, 16*workers) // in the order of the sources
		budget := semaphore.NewWeighted(inFlight)

		for range workers {
			go func() {
				for t := range todo {
					t.items, t.err = t.run(ctx, opt)
					close(t.done)
				}
			}()
		}
		go func() {
			defer close(todo)
			defer close(queue)
			put := func(u unit) bool {
				t := &task{unit: u, held: min(max(u.size, 1<<10), inFlight), done: make(chan struct{})}
				if budget.Acquire(ctx, t.held) != nil {
					return false
				}
				select {
				case queue <- t:
				case <-ctx.Done():
					return false
				}
				select {
				case todo <- t:
				case <-ctx.Done():
					t.err = ctx.Err()
					close(t.done)
					return false
				}
				return true
			}
			fail := func(path string, err error) bool {
				return put(unit{path: path, place: path, parse: func(context.Context) ([]*Item, error) { return nil, err }})
			}
			for _, path := range paths {
				s, err := open(path, opt)
				if err == nil {
					err = s.cut(ctx, put)
				}
				if ctx.Err() != nil || err != nil && !fail(path, at(err, path)) {
					return
				}
			}
		}()

		seen := map[uint64]uint32{} // identity to content, hashed, for duplicates within this import: some 20 bytes an article
		var done int64
		for t := range queue {
			<-t.done
			budget.Release(t.held)
			done += t.size
			if ctx.Err() != nil {
				return
			}
			if len(t.items) == 0 && t.err == nil && !yield(Result{Path: t.path, Done: done}) {
				return
			}
			for _, it := range t.items {
				r := Result{Item: it, Path: t.path, Done: done}
				key := sha256.Sum256([]byte(it.Key))
				identity, hash := binary.BigEndian.Uint64(key[:]), crc32.ChecksumIEEE([]byte(it.Hash()))
				switch first, twice := seen[identity]; {
				case !twice:
					seen[identity] = hash
				case first == hash:
					continue // the same article named twice
				default:
					r.Item, r.Err = nil, fault.New(fault.Exists, "another article of this import has the same address or identifier, %s, and other words", readable(it.Key)).
						At("%s", it.Place).Hint("keep one of the two, or give them different addresses")
				}
				if !yield(r) {
					return
				}
			}
			for _, err := range parted(t.err) {
				if !yield(Result{Err: err, Path: t.path, Done: done}) {
					return
				}
			}
		}
	}
}

// run parses a unit and finishes its items. A parser that panics on some
// input loses that input only.
func (u unit) run(ctx context.Context, opt Options) (items []*Item, err error) {
	defer func() {
		if p := recover(); p != nil {
			items, err = nil, fault.New(fault.Internal, "the importer stumbled over this input: %v", p).
				At("%s", u.place).Hint("report it with the file")
		}
	}()
	found, err := u.parse(ctx)
	var errs []error
	for _, e := range parted(err) {
		errs = append(errs, at(e, u.place))
	}
	for _, it := range found {
		if e := it.finish(opt); e != nil {
			errs = append(errs, e)
			continue
		}
		items = append(items, it)
	}
	return items, errors.Join(errs...)
}

// parted gives the errors that errors.Join has joined.
func parted(err error) []error {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return many.Unwrap()
	}
	return []error{err}
}
