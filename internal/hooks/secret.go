package hooks

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
)

// secretPrefix marks a secret of Standard Webhooks, as their libraries read it.
const secretPrefix = "whsec_"

// NewSecret makes a secret of 256 random bits.
func NewSecret() string {
	var b [32]byte
	rand.Read(b[:])
	return secretPrefix + base64.StdEncoding.EncodeToString(b[:])
}

// key gives the bytes of a secret: 24 to 64, as the specification bounds them.
func key(secret string) ([]byte, error) {
	b, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, secretPrefix))
	if err != nil || len(b) < 24 || len(b) > 64 {
		return nil, fault.New(fault.Internal, "the secret of an endpoint is damaged").Hint("make a new one")
	}
	return b, nil
}

// Sign gives the signature of a message, "v1,…": HMAC-SHA256 over its name,
// the second it is sent at and its body.
func Sign(secret, name string, at time.Time, body []byte) (string, error) {
	k, err := key(secret)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, k)
	mac.Write([]byte(name + "." + strconv.FormatInt(at.Unix(), 10) + "."))
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}

// Headers gives the headers of a webhook that is sent now, signed with each
// of the secrets.
func Headers(name string, now time.Time, body []byte, secrets ...string) (map[string]string, error) {
	var signed []string
	for _, s := range secrets {
		one, err := Sign(s, name, now, body)
		if err != nil {
			return nil, err
		}
		signed = append(signed, one)
	}
	return map[string]string{
		"Content-Type": "application/json", "Webhook-Id": name, "Webhook-Timestamp": strconv.FormatInt(now.Unix(), 10),
		"Webhook-Signature": strings.Join(signed, " "),
	}, nil
}

// HubSignature is the X-Hub-Signature of what a hub hands on (WebSub,
// section 7.1): sha256 with the subscriber's secret over the body.
func HubSignature(secret string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}
