package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"text/tabwriter"
	"time"

	"shanyraq/internal/demo"
	"shanyraq/internal/fault"
	"shanyraq/internal/reader"
	"shanyraq/internal/site"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

type benchCmd struct {
	Name string        `arg:"" optional:"" help:"One benchmark: reading, import or pages."`
	For  time.Duration `default:"2s" help:"How long each measure runs."`
}

func (*benchCmd) Help() string {
	return `Measures this machine with the demo's articles: how fast texts are read (tokens a second of one thread), how fast they are imported, read, matched and indexed, and how fast pages are answered, beside a bare server of the standard library that writes the same bytes from memory, in the same run.

The client of the page measure runs on the same machine, so ratios say more than the numbers. Larger measures stand in the folder bench of the source.

Examples:
  shanyraq bench
  shanyraq bench pages --for 5s`
}

func (c *benchCmd) Run() error {
	all := []struct {
		name string
		run  func(context.Context, io.Writer) error
	}{{"reading", c.reading}, {"import", c.imports}, {"pages", c.pages}}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%d processors, %s, %s\n\n", runtime.NumCPU(), runtime.Version(), time.Now().Format(time.DateOnly))
	found := false
	for _, b := range all {
		if c.Name != "" && c.Name != b.name {
			continue
		}
		found = true
		if err := b.run(context.Background(), w); err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	if !found {
		return fault.New(fault.NotFound, "there is no benchmark %q", c.Name).Hint("benchmarks: reading, import, pages")
	}
	return nil
}

// reading reads the demo's articles over and over on one goroutine, one by one and
// side by side.
func (c *benchCmd) reading(_ context.Context, w io.Writer) error {
	texts := map[string][]string{}
	err := fs.WalkDir(demo.Articles, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(demo.Articles, path)
		if err != nil {
			return err
		}
		parts := strings.SplitN(string(raw), "---\n", 3) // front matter between the first two
		tag := strings.TrimPrefix(filepath.Ext(strings.TrimSuffix(path, ".md")), ".")
		texts[tag] = append(texts[tag], parts[len(parts)-1])
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "reading\ttokens/s\tMB/s\tof the goal\tside by side")
	for _, l := range []struct {
		tag  string
		goal float64
	}{{"en", 1e6}, {"ru", 6e5}, {"kk", 6e5}} {
		docs := texts[l.tag]
		if len(docs) == 0 {
			continue
		}
		r, o := reader.New(), reader.Options{Language: l.tag, Published: value.MustDate("2024-05-16")}
		tokens, bytes := 0, 0
		all := make([]reader.Text, len(docs))
		for i, d := range docs {
			tokens, bytes = tokens+reader.Tokens(l.tag, d), bytes+len(d)
			all[i] = reader.Text{Text: d, Options: o}
		}
		r.ReadAll(all) // packs are loaded
		rounds := c.rounds(func() {
			for _, d := range docs {
				r.Read(d, o)
			}
		})
		speed, beside := rounds*float64(tokens), c.rounds(func() { r.ReadAll(all) })*float64(tokens)
		fmt.Fprintf(w, "%s\t%.0f\t%.2f\t%.2f\t%.0f\n", l.tag, speed, rounds*float64(bytes)/1e6, speed/l.goal, beside)
	}
	fmt.Fprintln(w)
	return nil
}

// rounds does some work over and over and tells how often a second.
func (c *benchCmd) rounds(work func()) float64 {
	n, start := 0, time.Now()
	for n == 0 || time.Since(start) < c.For {
		work()
		n++
	}
	return float64(n) / time.Since(start).Seconds()
}

// demoSite fills a new folder with the demo.
func demoSite(ctx context.Context) (st *store.Store, took time.Duration, clean func(), err error) {
	dir, err := os.MkdirTemp("", "shanyraq-bench-")
	if err != nil {
		return nil, 0, nil, err
	}
	clean = func() { os.RemoveAll(dir) }
	if st, err = store.Open(ctx, store.DSN(dir, "")); err != nil {
		clean()
		return nil, 0, nil, err
	}
	clean = func() { st.Close(); os.RemoveAll(dir) }
	start := time.Now()
	if err = fillDemo(ctx, st); err != nil {
		clean()
		return nil, 0, nil, err
	}
	return st, time.Since(start), clean, nil
}

// imports fills a site with the demo and says how long that took.
func (c *benchCmd) imports(ctx context.Context, w io.Writer) error {
	_, took, clean, err := demoSite(ctx)
	if err != nil {
		return err
	}
	defer clean()
	files, err := fs.Glob(demo.Articles, "*/*.md")
	if err != nil {
		return err
	}
	n := len(files)
	fmt.Fprintln(w, "import\tarticles/s\tof the goal")
	rate := float64(n) / took.Seconds()
	fmt.Fprintf(w, "%d articles, durable, read, matched, checked, indexed\t%.0f\t%.2f\n\n", n, rate, rate/1000)
	return nil
}

// pages asks the site for pages from its cache and made anew, and a bare
// server, in turn.
func (c *benchCmd) pages(ctx context.Context, w io.Writer) error {
	st, _, clean, err := demoSite(ctx)
	if err != nil {
		return err
	}
	defer clean()
	handler, err := site.New(site.Config{Store: st, Name: demo.Name, CacheBytes: 64 << 20})
	if err != nil {
		return err
	}
	ours, stop, err := loopback(handler)
	if err != nil {
		return err
	}
	defer stop()
	paths := []string{"/en/about-the-assembly", "/en/", "/en/record/agreements", "/en/search?q=Tashkent"}
	body, err := fetch(ours + paths[0])
	if err != nil {
		return err
	}
	bare, stopBare, err := loopback(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		w.Write(body)
	}))
	if err != nil {
		return err
	}
	defer stopBare()
	fmt.Fprintln(w, "pages, 64 connections\trequests/s\tp99 ms\tratio to the bare server")
	limit, p99, err := load(bare+"/", c.For)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "bare net/http, same bytes\t%.0f\t%.1f\t1.00\n", limit, p99)
	for _, p := range paths {
		rate, p99, err := load(ours+p, c.For)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\t%.0f\t%.1f\t%.2f\n", p, rate, p99, rate/limit)
	}
	anew, err := site.New(site.Config{Store: st, Name: demo.Name})
	if err != nil {
		return err
	}
	made, stopMade, err := loopback(anew)
	if err != nil {
		return err
	}
	defer stopMade()
	for _, p := range append(paths, "/kk-Latn/search?q=Tashkent") {
		rate, p99, err := load(made+p, c.For)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "made anew: %s\t%.0f\t%.1f\t%.3f\n", p, rate, p99, rate/limit)
	}
	fmt.Fprintln(w)
	return nil
}

// loopback serves a handler on a free port of this machine.
func loopback(h http.Handler) (address string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	go s.Serve(l)
	return "http://" + l.Addr().String(), func() { s.Close() }, nil
}

func fetch(url string) ([]byte, error) {
	res, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fault.New(fault.Internal, "%s answered %s", url, res.Status)
	}
	return io.ReadAll(res.Body)
}

// load asks an address from 64 connections for a while, and gives requests a
// second and the time in milliseconds that 99 of 100 answers stayed under.
func load(url string, long time.Duration) (rate, p99 float64, err error) {
	const connections = 64
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections, DisableCompression: true}}
	defer client.CloseIdleConnections()
	var (
		wait   sync.WaitGroup
		n      atomic.Int64
		failed atomic.Value
		mu     sync.Mutex
		times  []time.Duration
	)
	start := time.Now()
	for range connections {
		wait.Go(func() {
			var mine []time.Duration
			for time.Since(start) < long {
				t := time.Now()
				res, err := client.Get(url)
				if err != nil {
					failed.Store(err)
					return
				}
				_, err = io.Copy(io.Discard, res.Body)
				res.Body.Close()
				if err != nil || res.StatusCode != http.StatusOK {
					failed.Store(fault.New(fault.Internal, "%s answered %s", url, res.Status))
					return
				}
				mine = append(mine, time.Since(t))
				n.Add(1)
			}
			mu.Lock()
			times = append(times, mine...)
			mu.Unlock()
		})
	}
	wait.Wait()
	if err, ok := failed.Load().(error); ok {
		return 0, 0, err
	}
	return float64(n.Load()) / time.Since(start).Seconds(), percentile(times, 0.99), nil
}

// percentile gives a share's time in milliseconds.
func percentile(times []time.Duration, share float64) float64 {
	if len(times) == 0 {
		return 0
	}
	slices.Sort(times)
	return float64(times[int(float64(len(times)-1)*share)].Microseconds()) / 1000
}
