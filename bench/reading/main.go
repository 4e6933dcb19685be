// Command reading measures how fast the reader reads: tokens a second of one
// goroutine, every finder on, over at least five megabytes a language, text by text
// and side by side, and the time of one article of 600 words. The text is that of the development set,
// over and over; in every round three in ten capitalised words are spelled
// anew, so that names keep coming that no list has and no cache remembers.
//
// With -text FILE it writes the English text for the peers (see run); with
// -digest FOLDERS it prints checksums of readings (see digest).
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"strings"
	"syscall"
	"time"
	"unicode"

	"shanyraq/internal/reader"
	"shanyraq/internal/value"
)

func main() {
	gold := flag.String("gold", "internal/eval/gold", "folder of the development set")
	size := flag.Int("mb", 5, "megabytes of text a language")
	text := flag.String("text", "", "write the English text to this file and stop")
	only := flag.String("only", "", "one language: en, ru or kk")
	profile := flag.String("cpuprofile", "", "file for a profile of the reading; with -only")
	sums := flag.Bool("digest", false, "print checksums of the readings of the texts below the folders given, and measure nothing")
	readings := flag.String("readings", "", "with -digest: file for the readings themselves")
	flag.Parse()
	if *sums {
		if err := digest(os.Stdout, *readings, flag.Args()); err != nil {
			fatal(err)
		}
		return
	}
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(200)
	published := value.MustDate("2024-05-16")
	for _, tag := range []string{"en", "ru", "kk"} {
		if *only != "" && *only != tag {
			continue
		}
		docs := documents(filepath.Join(*gold, tag, "dev"), *size<<20)
		if *text != "" {
			if err := os.WriteFile(*text, []byte(strings.Join(docs, "\n\n")), 0o644); err != nil {
				fatal(err)
			}
			return
		}
		measure(tag, docs, reader.Options{Language: tag, Published: published}, *profile)
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Printf("memory held by the reader with three languages: %.0f MB\n", float64(m.HeapAlloc)/1e6)
}

// measure reads the texts of a language and prints how long that took.
func measure(tag string, docs []string, o reader.Options, profile string) {
	r := reader.New()
	start := time.Now()
	r.Read(docs[0], o)
	load := time.Since(start)
	tokens, bytes := 0, 0
	texts := make([]reader.Text, len(docs))
	for i, d := range docs {
		tokens += reader.Tokens(tag, d)
		bytes += len(d)
		texts[i] = reader.Text{Text: d, Options: o}
	}
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			fatal(err)
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			fatal(err)
		}
	}
	took, used := timed(func() {
		for _, d := range docs {
			r.Read(d, o)
		}
	})
	pprof.StopCPUProfile()
	beside, besideUsed := timed(func() {
		for part := range slices.Chunk(texts, 48) { // as a caller that has many would
			r.ReadAll(part)
		}
	})
	article := words600(docs)
	var times []time.Duration
	for range 200 {
		once, _ := timed(func() { r.Read(article, o) })
		times = append(times, once)
	}
	slices.Sort(times)
	each := func(took time.Duration) float64 { return float64(tokens) / took.Seconds() }
	fmt.Printf("%s  %9.0f tokens/s  %9.0f a second of processor time  %6.2f MB/s  600 words %5.2f ms  first reading with packs %3.0f ms\n", tag,
		each(took), each(used), float64(bytes)/1e6/took.Seconds(), float64(times[len(times)/2].Microseconds())/1000, float64(load.Microseconds())/1000)
	fmt.Printf("%s  %9.0f tokens/s  %9.0f a second of processor time  %6.2f MB/s  side by side\n", tag, each(beside), each(besideUsed), float64(bytes)/1e6/beside.Seconds())
}

// timed gives the time that work takes, by the clock and of the processor.
func timed(work func()) (took, used time.Duration) {
	start, before := time.Now(), processor()
	work()
	return time.Since(start), processor() - before
}

// processor gives the processor time of this program so far, which others at
// work on the machine lengthen less than they do the time of the clock.
func processor() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// documents gives the texts of a folder over and over until they make size
// bytes, with names spelled anew in each round.
func documents(dir string, size int) (out []string) {
	files, _ := filepath.Glob(filepath.Join(dir, "*.json"))
	var texts []string
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			fatal(err)
		}
		var d struct{ Text string }
		if err := json.Unmarshal(raw, &d); err != nil {
			fatal(err)
		}
		texts = append(texts, d.Text)
	}
	if len(texts) == 0 {
		fatal(fmt.Errorf("no documents in %s; run this from the project's folder", dir))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for n := 0; n < size; {
		for _, t := range texts {
			t = respell(r, t)
			out = append(out, t)
			n += len(t)
		}
	}
	return out
}

// respell exchanges a letter inside three in ten capitalised words.
func respell(r *rand.Rand, text string) string {
	rs := []rune(text)
	for i := 0; i < len(rs); i++ {
		if !unicode.IsUpper(rs[i]) || i > 0 && unicode.IsLetter(rs[i-1]) {
			continue
		}
		end := i
		for end < len(rs) && unicode.IsLetter(rs[end]) {
			end++
		}
		if end-i > 4 && r.IntN(10) < 3 {
			a, b := i+1+r.IntN(end-i-1), i+1+r.IntN(end-i-1)
			rs[a], rs[b] = rs[b], rs[a]
			rs[a] = rs[i+1+r.IntN(end-i-1)]
		}
		i = end
	}
	return string(rs)
}

// words600 joins documents to an article of about 600 words.
func words600(docs []string) string {
	var b strings.Builder
	n := 0
	for _, d := range docs {
		b.WriteString(d + "\n\n")
		if n += len(strings.Fields(d)); n >= 600 {
			break
		}
	}
	return b.String()
}

func fatal(err error) {
	fmt.Fprintln(os.Stderr, "reading:", err)
	os.Exit(1)
}
