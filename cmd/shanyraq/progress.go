package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
)

// progress shows how far a long command is: a bar with rate and time left on
// a terminal, a line every ten seconds elsewhere.
type progress struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	total    int64 // 0: unknown
	unit     string
	start    time.Time
	last     time.Time
	drawn    bool
}

func newProgress(f *os.File, total int64, start time.Time) *progress {
	info, err := f.Stat()
	return &progress{w: f, terminal: err == nil && info.Mode()&os.ModeCharDevice != 0, total: total, unit: "articles", start: start, last: start}
}

// phase begins another count: "read 12 of 400".
func (p *progress) phase(unit string, total int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.unit, p.total, p.start = unit, total, time.Now()
	p.last = p.start
}

// step says that n things are done, which is done of the total.
func (p *progress) step(n int, done int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	every := 10 * time.Second
	if p.terminal {
		every = 100 * time.Millisecond
	}
	if now.Sub(p.last) < every {
		return
	}
	p.last = now
	text := progressText(n, done, p.total, now.Sub(p.start), p.unit)
	if p.terminal {
		fmt.Fprint(p.w, "\r\x1b[K", bar(done, p.total), text)
		p.drawn = true
	} else {
		fmt.Fprintln(p.w, text)
	}
}

// progressText gives "1,200 articles, 48 %, 1,350/s, 0:21 left".
func progressText(n int, done, total int64, spent time.Duration, unit string) string {
	parts := []string{thousands(n) + " " + unit}
	if total > 0 {
		parts = append(parts, fmt.Sprintf("%d %%", min(100, done*100/total)))
	}
	if s := spent.Seconds(); s > 0 {
		parts = append(parts, thousands(int(float64(n)/s))+"/s")
		if total > 0 && done > 0 && done < total {
			left := time.Duration(s * float64(total-done) / float64(done) * float64(time.Second)).Round(time.Second)
			parts = append(parts, fmt.Sprintf("%d:%02d left", int(left.Minutes()), int(left.Seconds())%60))
		}
	}
	return strings.Join(parts, ", ")
}

func bar(done, total int64) string {
	if total <= 0 {
		return ""
	}
	const width = 24
	full := int(min(width, done*width/total))
	return strings.Repeat("█", full) + strings.Repeat("░", width-full) + " "
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// line prints a line of its own, above the bar.
func (p *progress) line(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	fmt.Fprintf(p.w, format+"\n", args...)
}

func (p *progress) clear() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.drawn = false
	}
}

// close takes the bar away.
func (p *progress) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
}
