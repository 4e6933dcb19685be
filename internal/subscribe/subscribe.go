package subscribe

import (
	"slices"
	"strings"
	"time"
)

// Often is how often a subscriber is written to.
type Often string

// Once: as soon as an article is public. Daily and Weekly: in the morning,
// see Next.
const (
	Once   Often = "once"
	Daily  Often = "daily"
	Weekly Often = "weekly"
)

// Oftens are all of them, in the order of a form.
var Oftens = []Often{Once, Daily, Weekly}

// Valid reports whether o is one of them.
func (o Often) Valid() bool { return slices.Contains(Oftens, o) }

// State says whether a subscriber gets letters.
type State string

// Active gets them. Suspended does not, because the mail server said that
// there is no such mailbox. Ended has stopped them and may begin again, until
// he is forgotten after KeepEnded.
const (
	Active    State = "active"
	Suspended State = "suspended"
	Ended     State = "ended"
)

// How long is kept what is not, or no longer, a subscription.
const (
	KeepAsks    = 3 * 24 * time.Hour  // an address that nobody confirmed; its token is good for as long
	KeepEnded   = 30 * 24 * time.Hour // an address whose letters were stopped
	KeepLetters = 30 * 24 * time.Hour // that a letter was sent, for the desk; its words go when it is sent
)

// MostTopics is how much one subscriber may follow.
const MostTopics = 20

// Topic is something followed: "all", "section:news/culture", "entity:12",
// "list:agreements?kind=signed", "pair:3/9", "search:q=caravanserai".
type Topic struct {
	Name  string
	Since time.Time // nothing older is sent for it
}

// All is the topic of whoever wants every article.
const All = "all"

// Parts cuts the name of a topic into what it is and of what.
func (t Topic) Parts() (kind, of string) {
	kind, of, _ = strings.Cut(t.Name, ":")
	return kind, of
}

// Subscriber is a confirmed address with what it is sent.
type Subscriber struct {
	ID       int64
	Email    string
	Tag      string // of the language and script of the letters: "kk-Arab"
	Often    Often
	State    State
	Note     string // why he is suspended
	Topics   []Topic
	Created  time.Time // first confirmed
	Changed  time.Time // state, language, frequency or topics
	SeenTo   time.Time // what became public until then was sent, or was not for him
	Due      time.Time // when the next letter is made; zero with Once
	Letters  int       // sent, or waiting to be
	Lettered time.Time // the last one; zero before the first
}

// Language is the language his letters are written in.
func (s Subscriber) Language() string { return Language(s.Tag) }

// Language is the language of a tag: "kk" of "kk-Arab".
func Language(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	return language
}

// Ask is what somebody asked for who has not shown yet that the address is
// his.
type Ask struct {
	ID      int64
	Token   string // hash of the token in the letter, see Hash
	Email   string
	Tag     string
	Often   Often
	Topic   string
	Created time.Time
}

// Expired reports whether the ask's token is too old to be used.
func (a Ask) Expired(now time.Time) bool { return now.Sub(a.Created) >= KeepAsks }

// DigestHour is the hour of the day, UTC, at which letters of a day and of a
// week are made: morning from the Caspian to the Altai.
const DigestHour = 3

// Next gives when the letter after one made now is made: the next morning, or
// the morning of the next Monday; the zero time for Once, which has no hour.
func Next(o Often, now time.Time) time.Time {
	if o == Once {
		return time.Time{}
	}
	now = now.UTC()
	next := time.Date(now.Year(), now.Month(), now.Day(), DigestHour, 0, 0, 0, time.UTC)
	for !next.After(now) || o == Weekly && next.Weekday() != time.Monday {
		next = next.AddDate(0, 0, 1)
	}
	return next
}

// Masked shows enough of an address for its owner to know it: "a…@example.org".
func Masked(email string) string {
	at := strings.LastIndexByte(email, '@')
	if at < 1 {
		return "…"
	}
	first := []rune(email[:at])[0]
	return string(first) + "…" + email[at:]
}
