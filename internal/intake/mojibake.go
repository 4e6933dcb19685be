package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// findMojibake finds runs of text that are another text read in the wrong
// encoding: UTF-8 read as windows-1252 ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "â€™") or as
// windows-1251 ("РїСЂРёРІРµС‚"), and windows-1251 read as windows-1252
// ("ïðèâåò"). A run counts when reading it back gives text without a broken
// byte and of a kind people write; anything else is left alone.
func findMojibake(s string, fixes []fix) []fix {
	fixes = findUTF8As(s, charmap.Windows1252, fixes)
	fixes = findUTF8As(s, charmap.Windows1251, fixes)
	return find1251As1252(s, fixes)
}

// backTo gives the byte that the table shows as r. The bytes the table lacks
// show as C1 controls, as browsers do it.
func backTo(cm *charmap.Charmap, r rune) (byte, bool) {
	if b, ok := cm.EncodeRune(r); ok {
		return b, true
	}
	if r >= 0x80 && r <= 0x9F {
		return byte(r), true
	}
	return 0, false
}

func findUTF8As(s string, cm *charmap.Charmap, fixes []fix) []fix {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		lead, ok := backTo(cm, r)
		if r < utf8.RuneSelf || !ok || lead < 0xC2 || lead > 0xF4 {
			i += n
			continue
		}
		var out []byte
		end, seqs := i, 0
		for j := i; j < len(s); {
			r, n := utf8.DecodeRuneInString(s[j:])
			if r < utf8.RuneSelf {
				// ASCII inside a run stays; it ends the run unless more follows
				if r == '<' || r == '&' {
					break
				}
				out = append(out, byte(r))
				j += n
				continue
			}
			b, ok := backTo(cm, r)
			if !ok || b < 0xC2 || b > 0xF4 {
				break
			}
			seq := []byte{b}
			k := j + n
			for want := seqLen(b); len(seq) < want && k < len(s); {
				r, n := utf8.DecodeRuneInString(s[k:])
				c, ok := backTo(cm, r)
				if !ok || c < 0x80 || c > 0xBF {
					break
				}
				seq = append(seq, c)
				k += n
			}
			got, size := utf8.DecodeRune(seq)
			if got == utf8.RuneError || size != len(seq) || !writable(got) {
				break
			}
			out = append(out, seq...)
			j, seqs = k, seqs+1
			end = k
		}
		if end == i {
			i += n
			continue
		}
		// ASCII after the last sequence lies behind the run's end
		repair := strings.TrimRightFunc(string(out), func(r rune) bool { return r < utf8.RuneSelf })
		if plausible(s[i:end], repair, seqs, cm) {
			fixes = append(fixes, fix{i, end, Mojibake, repair})
		}
		i = end
	}
	return fixes
}

func seqLen(lead byte) int {
	switch {
	case lead < 0xE0:
		return 2
	case lead < 0xF0:
		return 3
	}
	return 4
}

// writable reports whether a decoded character is one that stands in texts
// of the region: letters of its scripts, punctuation, signs.
func writable(r rune) bool {
	return unicode.In(r, unicode.Cyrillic, unicode.Latin, unicode.Arabic, unicode.Han, unicode.Greek) ||
		r >= 0xA0 && r <= 0xBF || r >= 0x2010 && r <= 0x2122 || unicode.In(r, unicode.Sc, unicode.So, unicode.Mn, unicode.Lm)
}

// plausible asks more of short runs. Cyrillic words never read back as UTF-8
// for long, so that table wants three letters; a single sequence must give a
// mark that word processors write, or begin as UTF-8 for "é" and the like
// does; "CAFÉ»" is none of these.
func plausible(found, repair string, seqs int, cm *charmap.Charmap) bool {
	const marks = "’‘“”„–—…«»№\u00a0°"
	letters := 0
	for _, r := range repair {
		if unicode.IsLetter(r) && r >= utf8.RuneSelf {
			letters++
		}
	}
	switch {
	case cm == charmap.Windows1251:
		return seqs >= 3 && letters >= 3 || letters == 0 && strings.ContainsAny(repair, marks)
	case seqs >= 2:
		return true
	}
	return letters == 0 && strings.ContainsAny(repair, marks) ||
		strings.HasPrefix(found, "Ã") && !strings.ContainsAny(found, "»”’") || strings.HasPrefix(found, "Å") && letters == 1 && !strings.ContainsAny(found, "»”’")
}

// find1251As1252 finds words made only of accented Latin letters, five or
// more in a row, which no language writes and every Russian word becomes.
func find1251As1252(s string, fixes []fix) []fix {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !accented(r) {
			i += n
			continue
		}
		end, last, letters, longest, word := i, i, 0, 0, 0
		var b strings.Builder
		for j := i; j < len(s); {
			r, n := utf8.DecodeRuneInString(s[j:])
			switch {
			case accented(r):
				c, _ := charmap.Windows1252.EncodeRune(r)
				b.WriteRune(charmap.Windows1251.DecodeByte(c))
				letters++
				word++
				longest = max(longest, word)
				last = j + n
			case r == ' ' || r == '-' || r == ',' || r == '.':
				b.WriteRune(r)
				word = 0
			default:
				goto done
			}
			j += n
			end = j
		}
	done:
		if longest >= 5 {
			repair := strings.TrimRight(b.String(), " -,.")
			fixes = append(fixes, fix{i, last, Mojibake, repair})
		}
		i = max(end, i+n)
	}
	return fixes
}

func accented(r rune) bool {
	return r >= 'À' && r <= 'ÿ' || r == '¸' || r == '¨' || r == '³' || r == '²' || r == '¿' || r == '¯'
}
