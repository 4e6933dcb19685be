package people

import (
	"crypto/rand"
	"encoding/base32"
	"net/url"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
)

// One-time codes after RFC 6238: six digits, SHA-1, a new one every thirty
// seconds; a clock may be one step off (section 5.2).
const (
	codeStep = 30 // seconds
	codeSkew = 1  // steps
)

// NewSecret makes the secret of one-time codes: 160 bits in base32, as
// RFC 4226 recommends.
func NewSecret() string {
	b := make([]byte, 20)
	rand.Read(b) // never fails
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b)
}

// CodeCounter gives the step whose code this is, near the time given; ok is
// false where it is none. Spaces in the code are passed over. Whoever accepts
// a code must refuse it the next time: see User.Counter.
func CodeCounter(secret, code string, at time.Time) (counter int64, ok bool) {
	code = strings.ReplaceAll(code, " ", "")
	if secret == "" || len(code) != 6 {
		return 0, false
	}
	now := at.Unix() / codeStep
	for c := now - codeSkew; c <= now+codeSkew; c++ {
		right, err := hotp.ValidateCustom(code, uint64(c), secret, hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err == nil && right {
			return c, true
		}
	}
	return 0, false
}

// CodeURI is the address that an authenticator takes from a QR code: the Key
// URI format that all of them read.
func CodeURI(secret, site, email string) string {
	label := url.PathEscape(site + ":" + email)
	return "otpauth://totp/" + label + "?" + strings.ReplaceAll(url.Values{"secret": {secret}, "issuer": {site}}.Encode(), "+", "%20")
}
