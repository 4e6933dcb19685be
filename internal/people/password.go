package people

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"

	"shanyraq/internal/fault"
)

// The cost of argon2id, after the OWASP Password Storage Cheat Sheet: 19 MiB,
// two passes, one lane.
const (
	argonMemory = 19 * 1024 // KiB
	argonTime   = 2
	argonLanes  = 1
	argonKey    = 32
)

// The length of a password in characters, after OWASP ASVS 2.1.1 and 2.1.2.
const (
	MinPassword = 12
	MaxPassword = 128
)

// CheckPassword refuses a password that is too short or too long. Any
// character may stand in it.
func CheckPassword(password string) error {
	switch n := utf8.RuneCountInString(password); {
	case n < MinPassword:
		return fault.New(fault.Invalid, "the password has %d characters and needs at least %d", n, MinPassword).In("password").Hint("take several words that only you would put together")
	case n > MaxPassword:
		return fault.New(fault.Invalid, "the password has %d characters, and %d are the most", n, MaxPassword).In("password").Hint("shorten it")
	}
	return nil
}

// HashPassword gives what is stored of a password, in the PHC string format:
// $argon2id$v=19$m=19456,t=2,p=1$salt$key.
func HashPassword(password string) string {
	salt := make([]byte, 16)
	rand.Read(salt) // never fails
	key := argon2.IDKey([]byte(password), salt, argonTime, argonMemory, argonLanes, argonKey)
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonTime, argonLanes, b64.EncodeToString(salt), b64.EncodeToString(key))
}

// PasswordIs reports whether the password is the one that was hashed. An
// empty or broken hash is no password's; the work is done all the same, so
// that the time taken tells nothing.
func PasswordIs(hash, password string) bool {
	var version, memory, time, lanes int
	parts := strings.Split(hash, "$")
	known := len(parts) == 6 && parts[1] == "argon2id"
	if known {
		_, err := fmt.Sscanf(parts[2]+" "+parts[3], "v=%d m=%d,t=%d,p=%d", &version, &memory, &time, &lanes)
		known = err == nil && version == argon2.Version && memory > 0 && memory <= 1<<20 && time > 0 && time < 100 && lanes > 0 && lanes < 100
	}
	if !known {
		argon2.IDKey([]byte(password), make([]byte, 16), argonTime, argonMemory, argonLanes, argonKey)
		return false
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	want, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(want) == 0 {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, uint32(time), uint32(memory), uint8(lanes), uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1
}
