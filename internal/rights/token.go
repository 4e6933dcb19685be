package rights

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"strconv"
	"strings"
	"time"
)

// Secret is what seals are made with: 32 random bytes of the site.
type Secret []byte

var sealLetters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// Seal gives 26 letters (16 bytes of HMAC-SHA256) that only the secret's owner
// can make for these words in this order.
func (s Secret) Seal(words ...string) string {
	m := hmac.New(sha256.New, s)
	for _, w := range words {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(w)))
		m.Write(n[:])
		m.Write([]byte(w))
	}
	return sealLetters.EncodeToString(m.Sum(nil)[:16])
}

// RequestKey is the last part of the private address of a request: it names
// the request and cannot be guessed.
func (s Secret) RequestKey(id int64) string {
	n := strconv.FormatInt(id, 36)
	return n + "-" + s.Seal("request", n)
}

// RequestOf gives the request that a key opens; false for a key of nobody.
func (s Secret) RequestOf(key string) (int64, bool) {
	n, mac, ok := strings.Cut(key, "-")
	id, err := strconv.ParseInt(n, 36, 64)
	if !ok || err != nil || len(s) == 0 || !hmac.Equal([]byte(mac), []byte(s.Seal("request", n))) {
		return 0, false
	}
	return id, true
}

// The least and the most time between showing a form and its coming back:
// a person needs some seconds to fill it in, and a stolen token grows old.
const (
	FillAtLeast = 3 * time.Second
	FillAtMost  = 24 * time.Hour
)

// Filled says what a form's token tells of how it was filled in.
type Filled int

// InTime: as a person does. TooFast and TooLate: show it again. Forged: it
// was not our form, or a form for something else.
const (
	Forged Filled = iota
	TooFast
	TooLate
	InTime
)

// FormToken goes into a form that is shown now; about says what the form is
// for.
func (s Secret) FormToken(now time.Time, about string) string {
	at := strconv.FormatInt(now.UnixMilli(), 36)
	return at + "-" + s.Seal("form", at, about)
}

// FormFilled reads the token of a form that came back.
func (s Secret) FormFilled(token, about string, now time.Time) Filled {
	at, mac, ok := strings.Cut(token, "-")
	ms, err := strconv.ParseInt(at, 36, 64)
	if !ok || err != nil || len(s) == 0 || !hmac.Equal([]byte(mac), []byte(s.Seal("form", at, about))) {
		return Forged
	}
	switch age := now.Sub(time.UnixMilli(ms)); {
	case age < FillAtLeast:
		return TooFast
	case age > FillAtMost:
		return TooLate
	}
	return InTime
}
