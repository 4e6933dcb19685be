package names

import "strings"

// Chinese names reach Cyrillic through Palladius's system: Xi Jinping is Си
// Цзиньпин. Initials and finals of pinyin, with the fold of what Palladius
// writes for them.
var (
	pinyinInitials = []struct{ from, to string }{
		{"zh", "C"}, {"ch", "C"}, {"sh", "S"}, {"b", "b"}, {"p", "p"}, {"m", "m"}, {"f", "f"}, {"d", "d"}, {"t", "t"}, {"n", "n"},
		{"l", "l"}, {"g", "g"}, {"k", "k"}, {"h", "h"}, {"j", "Tz"}, {"q", "T"}, {"x", "s"}, {"r", "J"}, {"z", "Tz"}, {"c", "T"}, {"s", "s"},
		{"y", ""}, {"w", "v"},
	}
	pinyinFinals = map[string]string{
		"a": "a", "o": "o", "e": "e", "i": "i", "u": "u", "ai": "ai", "ei": "ei", "ao": "ao", "ou": "ou", "an": "an", "en": "en",
		"ang": "an", "eng": "en", "ong": "un", "ia": "ia", "ie": "e", "iao": "iao", "iu": "iu", "ian": "ian", "in": "in", "iang": "ian",
		"ing": "in", "iong": "iun", "ua": "ua", "uo": "o", "uai": "uai", "ui": "ui", "uan": "uan", "un": "un", "uang": "uan", "ue": "ue", "er": "er",
	}
)

// palladius gives the fold of a pinyin word as Russian would spell it, nil
// where the word is no row of pinyin syllables or reads the same anyway.
func palladius(p *parsed, raw []byte) []byte {
	w := string(raw)
	telling := strings.Contains(w, "hui")
	for i := 0; i < len(w); i++ {
		switch w[i] {
		case 'x', 'q', 'z', 'j', 'c':
			telling = true
		case 'b', 'd', 'g', 'l', 'm', 'n', 'p', 's', 't', 'f', 'h', 'k', 'r', 'w', 'y', 'a', 'e', 'i', 'o', 'u':
		default:
			return nil
		}
	}
	if !telling {
		return nil
	}
	var out []byte
	for i := 0; i < len(w); {
		initial, code := "", ""
		for _, in := range pinyinInitials {
			if strings.HasPrefix(w[i:], in.from) {
				initial, code = in.from, in.to
				break
			}
		}
		i += len(initial)
		n := 0
		for k := min(4, len(w)-i); k > 0; k-- {
			if _, ok := pinyinFinals[w[i:i+k]]; !ok {
				continue
			}
			// a syllable must be able to follow
			if rest := w[i+k:]; rest == "" || !isVowel(rest[0]) {
				n = k
				break
			}
		}
		if n == 0 {
			return nil
		}
		out = append(out, code...)
		if final := w[i : i+n]; initial == "h" && final == "ui" {
			out = append(out, "uei"...) // хуэй
		} else if final == "u" && (initial == "x" || initial == "j" || initial == "q") {
			out = append(out, "iui"...) // сюй
		} else if final == "u" && initial == "y" {
			out = append(out, "ui"...) // юй
		} else {
			out = append(out, pinyinFinals[final]...)
		}
		i += n
	}
	return p.smooth(out, false, false)
}
