package hooks

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
)

// The modes of a request to our hub.
const (
	Subscribe   = "subscribe"
	Unsubscribe = "unsubscribe"
)

// How long a subscription holds: what the subscriber asks for within bounds,
// ten days where he does not say.
const (
	shortestLease = 5 * time.Minute
	longestLease  = 30 * 24 * time.Hour
	usualLease    = 10 * 24 * time.Hour
)

// Request is what somebody asks of our hub (WebSub, section 5.1).
type Request struct {
	Mode     string        `json:"mode"`
	Topic    string        `json:"topic"`    // whole address of a feed
	Callback string        `json:"callback"` // where changes are to be sent
	Secret   string        `json:"secret,omitempty"`
	Lease    time.Duration `json:"lease"`
}

// ParseRequest reads the form of a request. Whether there is such a topic is
// for the caller to say. Unknown fields are passed over.
func (g Guard) ParseRequest(form url.Values) (r Request, err error) {
	one := func(name string) (string, error) {
		v := form[name]
		if len(v) != 1 || v[0] == "" {
			return "", fault.New(fault.Invalid, "the form needs %s, once", name).Hint("see https://www.w3.org/TR/websub/#subscriber-sends-subscription-request")
		}
		return v[0], nil
	}
	if r.Mode, err = one("hub.mode"); err != nil {
		return r, err
	}
	if r.Mode != Subscribe && r.Mode != Unsubscribe {
		return r, fault.New(fault.Invalid, "this hub knows no hub.mode %q", clip(r.Mode)).Hint("send subscribe or unsubscribe: what is published here, the hub knows by itself")
	}
	if r.Topic, err = one("hub.topic"); err != nil {
		return r, err
	}
	if len(r.Topic) > maxAddress {
		return r, fault.New(fault.TooLarge, "hub.topic is longer than %d bytes", maxAddress)
	}
	if r.Callback, err = one("hub.callback"); err != nil {
		return r, err
	}
	u, err := g.Address(r.Callback)
	if err != nil {
		return r, err
	}
	// Who asks need not be known here, so what answers must look like a web
	// server: not somebody's mail.
	if p, _ := strconv.Atoi(u.Port()); p != 0 && p != 80 && p != 443 && p < 1024 {
		return r, fault.New(fault.Forbidden, "port %d is none that this hub sends to", p).Hint("use 80, 443 or one above 1023")
	}
	if r.Secret = form.Get("hub.secret"); len(r.Secret) >= 200 {
		return r, fault.New(fault.TooLarge, "hub.secret must be shorter than 200 bytes")
	}
	r.Lease = usualLease
	if s := form.Get("hub.lease_seconds"); s != "" && r.Mode == Subscribe {
		n, err := strconv.ParseUint(s, 10, 63)
		if err != nil || n == 0 {
			return r, fault.New(fault.Invalid, "hub.lease_seconds %q is no number of seconds", clip(s))
		}
		r.Lease = min(max(time.Duration(min(n, uint64(longestLease/time.Second)))*time.Second, shortestLease), longestLease)
	}
	return r, nil
}

// Verify gives the address that asks a subscriber whether the request was his
// (WebSub, section 5.3): his callback with what it had behind ? kept as it was.
func (r Request) Verify(challenge string) string {
	v := "hub.mode=" + r.Mode + "&hub.topic=" + url.QueryEscape(r.Topic) + "&hub.challenge=" + url.QueryEscape(challenge)
	if r.Mode == Subscribe {
		v += "&hub.lease_seconds=" + strconv.FormatInt(int64(r.Lease/time.Second), 10)
	}
	switch {
	case !strings.Contains(r.Callback, "?"):
		return r.Callback + "?" + v
	case strings.HasSuffix(r.Callback, "?") || strings.HasSuffix(r.Callback, "&"):
		return r.Callback + v
	}
	return r.Callback + "&" + v
}

// Subscription is a subscriber to one of our feeds who has said so himself.
type Subscription struct {
	ID       int64
	Topic    string // path of the feed
	Callback string
	Secret   string
	Ends     time.Time
	Sent     string // hash of what was sent last; empty for nothing yet
}
