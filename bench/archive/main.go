// Command archive measures what a large archive costs: it generates articles,
// imports them with reading and indexing, and asks the finished site.
//
//	go run ./bench/archive -n 100000
//
// The same seed gives the same articles. Results stand in bench/README.md.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"syscall"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/jobs"
	"shanyraq/internal/read"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

var (
	n        = flag.Int("n", 10000, "articles")
	seed     = flag.Uint64("seed", 1, "of the generator")
	dir      = flag.String("dir", "", "folder for the site; a new one where not given, removed at the end")
	db       = flag.String("db", "", "database instead: postgres://…")
	loaded   = flag.Bool("loaded", false, "the folder holds the archive already: only ask it")
	queries  = flag.Int("queries", 1000, "searches")
	words    = flag.Int("words", 450, "of an article, about")
	facts    = flag.Bool("facts", true, "read the articles; else one name of each is taken, and its words are indexed: for searching what is too large to be read in an evening")
	shuffled = flag.Bool("shuffled", false, "articles in no order of their days")
	profile  = flag.String("cpuprofile", "", "file for a profile of the import")
	heap     = flag.String("memprofile", "", "file for a profile of the memory held after the import")
	binary   = flag.String("shanyraq", "", "the built program, to measure its start")
)

// out takes the figures.
var out io.Writer = os.Stdout

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	ctx := context.Background()
	if *dir == "" {
		d, err := os.MkdirTemp("", "archive-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(d)
		*dir = d
	}
	fmt.Fprintf(out, "%d articles, seed %d, %s, %d processors, %s\n", *n, *seed, runtime.Version(), runtime.GOMAXPROCS(0), time.Now().Format(time.DateOnly))
	st, err := store.Open(ctx, store.DSN(*dir, *db))
	if err != nil {
		return err
	}
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			return err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
	}
	if !*loaded {
		err = load(ctx, st)
	}
	pprof.StopCPUProfile()
	if err != nil {
		return err
	}
	if err := ask(ctx, st); err != nil {
		return err
	}
	if err := suggest(ctx, st); err != nil {
		return err
	}
	if *facts {
		if err := browse(ctx, st); err != nil {
			return err
		}
	}
	if err := st.Close(); err != nil {
		return err
	}
	if *db == "" {
		var size int64
		for _, f := range []string{"shanyraq.db", "shanyraq.db-wal"} {
			if fi, err := os.Stat(filepath.Join(*dir, f)); err == nil {
				size += fi.Size()
			}
		}
		fmt.Fprintf(out, "database       %8.1f MB, %.1f KB an article\n", float64(size)/1e6, float64(size)/1e3/float64(*n))
	}
	if *binary != "" {
		return start(ctx)
	}
	return nil
}

// load imports the articles in batches, each durable, while what is saved is
// being read.
func load(ctx context.Context, st *store.Store) error {
	g := newGenerator(*seed)
	begin := time.Now()
	saved := make(chan error, 1)
	go func() {
		defer close(saved)
		for i := 0; i < *n; i += 200 {
			var items []*store.Item
			for j := i; j < min(i+200, *n); j++ {
				items = append(items, g.item(j))
			}
			if err := st.Update(ctx, func(tx *store.Tx) error {
				for _, it := range items {
					if err := tx.AddSection(article.Section{Path: it.Article.Section}); err != nil {
						return err
					}
					if _, err := tx.Save(it); err != nil {
						return err
					}
					if err := jobs.Enqueue(tx, it.Article.ID); err != nil {
						return err
					}
				}
				return nil
			}); err != nil {
				saved <- err
				return
			}
		}
	}()
	r := jobs.New()
	if !*facts {
		r.Read, r.Version = oneName, "names only"
	}
	done, ended := 0, false
	mark, at := time.Now(), 0
	for !ended || done < *n {
		k, err := r.Drain(ctx, st, func(k int) {
			if at += k; at >= 10000 {
				fmt.Fprintf(out, "  … %.0f articles/s, %d MB\n", float64(at)/time.Since(mark).Seconds(), memory("VmRSS"))
				mark, at = time.Now(), 0
			}
		})
		if err != nil {
			return err
		}
		if done += k; k == 0 && ended {
			break
		}
		select {
		case err, open := <-saved:
			if err != nil {
				return err
			}
			ended = ended || !open
		default:
			time.Sleep(5 * time.Millisecond)
		}
	}
	took := time.Since(begin)
	if *heap != "" {
		f, err := os.Create(*heap)
		if err != nil {
			return err
		}
		if err := errors.Join(pprof.WriteHeapProfile(f), f.Close()); err != nil {
			return err
		}
	}
	counts, err := st.RecordCounts(ctx)
	if err != nil {
		return err
	}
	if done != *n {
		return fmt.Errorf("%d of %d articles were read", done, *n)
	}
	fmt.Fprintf(out, "import         %8.0f articles/s with reading and indexing, generating them included (%s)\n", float64(*n)/took.Seconds(), took.Round(time.Millisecond))
	fmt.Fprintf(out, "work           %8.2f ms of processor time an article\n", worked().Seconds()*1000/float64(*n))
	fmt.Fprintf(out, "memory         %8d MB at the peak\n", memory("VmHWM"))
	fmt.Fprintf(out, "record         %8d statements' facts, %d entities\n", counts["agreement"]+counts["event"]+counts["figure"]+counts["office"]+counts["quote"],
		counts["person"]+counts["organization"]+counts["place"]+counts["group"])
	return nil
}

// memory reads a line of /proc/self/status, in MB; 0 where there is none.
func memory(name string) (mb int) {
	b, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			fmt.Sscan(rest, &mb)
			return mb / 1024
		}
	}
	return 0
}

// worked gives the processor time that this program has had: unlike the time
// that passes, other programs hardly lengthen it.
func worked() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// ask times searches of every sort, each once.
func ask(ctx context.Context, st *store.Store) error {
	g := newGenerator(*seed)
	r := rand.New(rand.NewPCG(*seed, 1<<40))
	word := func(l string) string {
		w := g.fill(r, l, "noun", time.Time{})
		return strings.Fields(w)[0]
	}
	for _, kind := range []struct {
		name  string
		query func(l string) string
	}{
		{"two words", func(l string) string { return word(l) + " " + word(l) }},
		{"a common and a rare word", func(l string) string { return word(l) + " " + g.rare(r, l, 3) }},
		{"a name", func(l string) string { return g.fill(r, l, "person", time.Time{}) }},
		{"two words, language and years", func(l string) string {
			y := 2003 + r.IntN(20)
			return fmt.Sprintf("%s %s lang:%s from:%d to:%d", word(l), word(l), l, y, y+2)
		}},
	} {
		var times, work []time.Duration
		hits := 0
		for i := range *queries {
			q, err := search.Parse(kind.query(languages[i%3]), search.Options{})
			if err != nil {
				return err
			}
			begin, before := time.Now(), worked()
			f, err := st.Search(ctx, store.Search{Query: q})
			if err != nil {
				return err
			}
			times, work = append(times, time.Since(begin)), append(work, worked()-before)
			hits += flag1(f.Total > 0)
		}
		slices.Sort(times)
		slices.Sort(work)
		fmt.Fprintf(out, "search         %8.1f ms p50 %8.1f ms p99   of processor %8.1f, %8.1f   %s (%d %% found)\n", ms(times[len(times)/2]), ms(times[len(times)*99/100]),
			ms(work[len(work)/2]), ms(work[len(work)*99/100]), kind.name, hits*100 / *queries)
	}
	return nil
}

// suggest times what is asked at every letter while a name is typed.
func suggest(ctx context.Context, st *store.Store) error {
	g := newGenerator(*seed)
	r := rand.New(rand.NewPCG(*seed, 1<<42))
	for _, length := range []int{2, 3, 5} {
		var times []time.Duration
		hits := 0
		for i := range *queries {
			name := []rune(g.fill(r, languages[i%3], "person", time.Time{}))
			begin := time.Now()
			list, err := st.Suggest(ctx, string(name[:min(length, len(name))]), 8)
			if err != nil {
				return err
			}
			times = append(times, time.Since(begin))
			hits += flag1(len(list) > 0)
		}
		slices.Sort(times)
		fmt.Fprintf(out, "suggestions    %8.1f ms p50 %8.1f ms p99   after %d letters (%d %% found)\n", ms(times[len(times)/2]), ms(times[len(times)*99/100]), length, hits*100 / *queries)
	}
	return nil
}

// browse times the lists that pages of the site are made of.
func browse(ctx context.Context, st *store.Store) error {
	often, err := st.Entities(ctx, store.EntityFilter{Kind: read.Place, Limit: 12})
	if err != nil || len(often) < 2 {
		return errors.Join(err, errors.New("the archive names no places"))
	}
	r := rand.New(rand.NewPCG(*seed, 1<<41))
	place := func() int64 { return often[r.IntN(len(often))].ID }
	kinds := []string{read.Figure, read.Quote, read.Agreement, read.Office}
	list := func(f store.StatementFilter) error {
		_, err := st.Statements(ctx, f)
		return err
	}
	for _, page := range []struct {
		name string
		ask  func() error
	}{
		{"front page of a language", func() error {
			_, err := st.Articles(ctx, store.ArticleFilter{Language: languages[r.IntN(3)], Limit: 20})
			return err
		}},
		{"section", func() error {
			_, err := st.Articles(ctx, store.ArticleFilter{Language: languages[r.IntN(3)], Section: sections[r.IntN(len(sections))]})
			return err
		}},
		{"register, first page", func() error {
			return list(store.StatementFilter{Kind: kinds[r.IntN(len(kinds))], Facts: true, Limit: 50})
		}},
		{"register, anywhere deep", func() error {
			return list(store.StatementFilter{Kind: kinds[r.IntN(len(kinds))], Facts: true, Limit: 50, After: store.Cursor{Time: int64(11000 + r.IntN(9000))}})
		}},
		{"register, language and years", func() error {
			y := 2001 + r.IntN(22)
			return list(store.StatementFilter{Kind: kinds[r.IntN(len(kinds))], Facts: true, Limit: 50, Language: languages[r.IntN(3)],
				From: value.MustDate(fmt.Sprint(y)), To: value.MustDate(fmt.Sprint(y + 3))})
		}},
		{"register, place and section", func() error {
			return list(store.StatementFilter{Kind: kinds[r.IntN(len(kinds))], Facts: true, Limit: 50, Place: place(), Section: "news"})
		}},
		{"entity's statements", func() error { return list(store.StatementFilter{Entity: place(), Limit: 50}) }},
		{"pair's statements", func() error { return list(store.StatementFilter{Pair: [2]int64{place(), place()}, Limit: 50}) }},
		{"entity's articles", func() error { _, err := st.EntityArticles(ctx, place(), "", store.Cursor{}, 20); return err }},
	} {
		var times []time.Duration
		for range *queries {
			begin := time.Now()
			if err := page.ask(); err != nil {
				return err
			}
			times = append(times, time.Since(begin))
		}
		slices.Sort(times)
		fmt.Fprintf(out, "list           %8.1f ms p50 %8.1f ms p99   %s\n", ms(times[len(times)/2]), ms(times[len(times)*99/100]), page.name)
	}
	return nil
}

func flag1(b bool) int {
	if b {
		return 1
	}
	return 0
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// start measures the time from starting the program to its first answer.
func start(ctx context.Context) error {
	var best time.Duration
	for range 5 {
		args := []string{"serve", "--data", *dir, "--addr", "localhost:0"}
		if *db != "" {
			args = append(args, "--db", *db)
		}
		cmd := exec.CommandContext(ctx, *binary, args...)
		said, err := cmd.StdoutPipe()
		if err != nil {
			return err
		}
		begin := time.Now()
		if err := cmd.Start(); err != nil {
			return err
		}
		line, err := bufio.NewReader(said).ReadString('\n')
		if err == nil {
			var res *http.Response
			if res, err = http.Get(strings.TrimSpace(strings.TrimPrefix(line, "listening on ")) + "en/"); err == nil {
				res.Body.Close()
				if res.StatusCode != http.StatusOK {
					err = fmt.Errorf("the front page answers %s", res.Status)
				}
			}
		}
		took := time.Since(begin)
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
		if err != nil {
			return err
		}
		if best == 0 || took < best {
			best = took
		}
	}
	fmt.Fprintf(out, "start          %8.1f ms to the first answer, the best of 5\n", ms(best))
	return nil
}
