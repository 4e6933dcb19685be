package hooks

import (
	"hash/fnv"
	"strconv"
	"time"
)

// schedule is how long after each failed attempt the next one is made: the
// example of Standard Webhooks, some 76 hours in all.
var schedule = []time.Duration{
	5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 14 * time.Hour, 20 * time.Hour, 24 * time.Hour,
}

// Attempts is after how many failures something is not tried again by itself.
var Attempts = len(schedule) + 1

// Wait gives how long to wait after the n-th failure, n from 1: the schedule
// and up to a fifth more, another part for each id, so that what failed
// together does not come together again.
func Wait(n int, id int64) time.Duration {
	step := schedule[min(max(n, 1), len(schedule))-1]
	h := fnv.New32a()
	h.Write([]byte(strconv.FormatInt(id, 10) + " " + strconv.Itoa(n)))
	return step + step/5*time.Duration(h.Sum32()%1000)/1000
}

// longestAsked is the longest that an answer may put us off.
const longestAsked = 24 * time.Hour

// Later gives how long an answer asks to be left alone (Retry-After, RFC 9110,
// section 10.2.3): seconds or a date. Zero where it does not, and never more
// than a day.
func Later(header string, now time.Time) time.Duration {
	if n, err := strconv.Atoi(header); err == nil {
		if n > int(longestAsked/time.Second) {
			return longestAsked
		}
		return time.Duration(max(n, 0)) * time.Second
	}
	at, err := time.Parse("Mon, 02 Jan 2006 15:04:05 GMT", header)
	if err != nil {
		return 0
	}
	return min(max(at.Sub(now), 0), longestAsked)
}
