package subscribe

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"shanyraq/internal/rights"
)

// NewToken gives what the letter to an address that is not confirmed holds,
// and its hash, which is all that is kept.
func NewToken() (token, hash string) {
	token = rand.Text()
	return token, Hash(token)
}

// Hash is how a token is kept. It has 130 random bits: a plain hash will do.
func Hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Key is the last part of the address of a subscriber's own page. It is made
// from the site's secret and kept nowhere; it does not hold the address, and
// cannot be guessed.
func Key(secret rights.Secret, id int64) string {
	n := strconv.FormatInt(id, 36)
	return n + "-" + secret.Seal("subscriber", n)
}

// Of gives the subscriber whose page a key opens; false for a key of nobody.
func Of(secret rights.Secret, key string) (int64, bool) {
	n, mac, ok := strings.Cut(key, "-")
	id, err := strconv.ParseInt(n, 36, 64)
	if !ok || err != nil || len(secret) == 0 || !hmac.Equal([]byte(mac), []byte(secret.Seal("subscriber", n))) {
		return 0, false
	}
	return id, true
}

// The pages of a subscriber, by the tag of his letters. site answers them;
// letters lead to them.

// AskPath is the page with the button that confirms an address.
func AskPath(tag, token string) string { return "/" + tag + "/subscribe/" + token }

// OwnPath is the page where a subscriber changes what he gets.
func OwnPath(tag, key string) string { return "/" + tag + "/letters/" + key }

// StopPath is where one click, or a POST of a mail program, stops the letters
// (RFC 8058).
func StopPath(tag, key string) string { return OwnPath(tag, key) + "/stop" }
