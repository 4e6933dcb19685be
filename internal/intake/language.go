package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// languageNames are the names that exports use in the place of a tag.
var languageNames = map[string]string{
	"english": "en", "russian": "ru", "русский": "ru", "kazakh": "kk", "қазақша": "kk", "қазақ": "kk", "казахский": "kk",
	"uzbek": "uz", "o‘zbek": "uz", "oʻzbek": "uz", "o'zbek": "uz", "o‘zbekcha": "uz", "ўзбек": "uz-Cyrl", "ўзбекча": "uz-Cyrl", "узбекский": "uz",
	"kyrgyz": "ky", "кыргызча": "ky", "киргизский": "ky", "tajik": "tg", "тоҷикӣ": "tg", "таджикский": "tg", "turkmen": "tk", "türkmençe": "tk", "türkmen": "tk",
	// codes of countries, which sites of the region write for their language
	"kz": "kk", "kaz": "kk", "qaz": "kk", "kg": "ky", "tj": "tg", "eng": "en", "rus": "ru", "uzb": "uz", "kir": "ky", "tgk": "tg", "tuk": "tk",
	"cyrl": "uz-Cyrl", "oz": "uz", "uz-oz": "uz",
}

// canonicalLanguage gives a language as this site writes it: the subtag of
// the language, with the script where it is not the usual one, without the
// country: "ru-RU" is "ru", "kk_Latn" is "kk-Latn". What is no language gives
// "".
func canonicalLanguage(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" || s == "und" || s == "mul" {
		return ""
	}
	if tag, ok := languageNames[s]; ok {
		return tag
	}
	tag, err := language.Parse(strings.ReplaceAll(s, "_", "-"))
	if err != nil {
		return ""
	}
	base, conf := tag.Base()
	if conf == language.No || base.String() == "und" {
		return ""
	}
	script, _ := tag.Script()
	usual, _ := language.Make(base.String()).Script()
	if _, given, _ := tag.Raw(); given.String() != "Zzzz" && script != usual {
		return base.String() + "-" + script.String()
	}
	return base.String()
}

// shortHash names a value in 16 hexadecimal digits.
func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// clipBytes gives at most n bytes of s, cut at a character.
func clipBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
