package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	utf16 "golang.org/x/text/encoding/unicode"

	"shanyraq/internal/fault"
)

// toUTF8 gives the text of b as UTF-8 without byte order mark, and a note
// where it had to convert ("converted from windows-1251, as declared").
//
// declared is what the source says of itself (an HTTP header, a meta element,
// an XML declaration), empty for nothing. In this order: a byte order mark is
// believed; text that is valid UTF-8 is UTF-8, whatever is declared, because
// saved pages keep the declaration of the page they were; then the
// declaration; then the letters themselves tell.
//
// Text that is UTF-8 but for a few broken sequences is an error that names
// the first one; with repair each becomes U+FFFD and the note counts them.
func toUTF8(b []byte, declared string, repair bool) (text []byte, note string, err error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return decode(b, utf16.UTF16(utf16.LittleEndian, utf16.ExpectBOM), "UTF-16 (little-endian)", "by its byte order mark")
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return decode(b, utf16.UTF16(utf16.BigEndian, utf16.ExpectBOM), "UTF-16 (big-endian)", "by its byte order mark")
	}
	if utf8.Valid(b) {
		return b, "", nil
	}
	good, bad, first := countUTF8(b)
	if good > 10*bad {
		if repair {
			return bytes.ToValidUTF8(b, []byte("\uFFFD")), fmt.Sprintf("%d broken UTF-8 sequences replaced by U+FFFD", bad), nil
		}
		line := 1 + bytes.Count(b[:first], []byte("\n"))
		return nil, "", fault.New(fault.Invalid, "the text is not valid UTF-8: line %d, byte %d is 0x%02X (%d such places)", line, first, b[first], bad).
			Hint("save it as UTF-8 again, or use --repair to put U+FFFD in these places")
	}
	if declared = strings.ToLower(strings.TrimSpace(declared)); declared != "" && declared != "utf-8" && declared != "utf8" {
		if declared == "kz-1048" || declared == "strk1048-2002" || declared == "rk1048" {
			return []byte(kz1048(b)), "converted from KZ-1048, as declared", nil
		}
		if enc, err := htmlindex.Get(declared); err == nil && !strings.HasPrefix(declared, "utf-16") {
			if name, _ := htmlindex.Name(enc); name == "windows-1251" && isKZ1048(b) {
				return []byte(kz1048(b)), "converted from KZ-1048 (declared as " + declared + ")", nil
			}
			return decode(b, enc, declared, "as declared")
		}
	}
	name, enc := guessEncoding(b)
	if name == "KZ-1048" {
		return []byte(kz1048(b)), "converted from KZ-1048, as its letters show", nil
	}
	return decode(b, enc, name, "as its letters show")
}

func decode(b []byte, enc encoding.Encoding, name, why string) ([]byte, string, error) {
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return nil, "", fault.Wrap(err, fault.Invalid, "the text is not %s as it says", name).Hint("save it as UTF-8 and try again")
	}
	return out, "converted from " + name + ", " + why, nil
}

// countUTF8 counts whole multi-byte sequences and broken bytes, and gives the
// offset of the first broken byte.
func countUTF8(b []byte) (good, bad, first int) {
	first = -1
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			if bad++; first < 0 {
				first = i
			}
		} else {
			good++
		}
		i += n
	}
	return good, bad, first
}

// guessEncoding tells the one-byte encodings of the region apart: the two
// Cyrillic ones by which of them gives the commoner letters,
// the Kazakh variant by its own letters, Turkish by the six letters in which
// it differs from Western European.
func guessEncoding(b []byte) (string, encoding.Encoding) {
	sample := b[:min(len(b), 1<<18)]
	var high, runs int
	for i, c := range sample {
		if c >= 0xC0 {
			high++
			if i > 0 && sample[i-1] >= 0xC0 {
				runs++
			}
		}
	}
	// Cyrillic words are runs of high bytes; Latin words have single ones.
	if runs*2 > high {
		win, koi := commonLetters(sample, charmap.Windows1251), commonLetters(sample, charmap.KOI8R)
		if koi > win {
			return "KOI8-R", charmap.KOI8R
		}
		if isKZ1048(sample) {
			return "KZ-1048", nil
		}
		return "windows-1251", charmap.Windows1251
	}
	var turkish, western int
	for _, c := range sample {
		switch c {
		case 0xF0, 0xFD, 0xFE, 0xDD, 0xDE, 0xD0: // ğ ı ş İ Ş Ğ, in 1252 ð ý þ Ý Þ Ð
			turkish++
		case 0xE9, 0xE8, 0xE0, 0xE4, 0xDF, 0xF1: // é è à ä ß ñ
			western++
		}
	}
	if turkish > western {
		return "windows-1254", charmap.Windows1254
	}
	return "windows-1252", charmap.Windows1252
}

// commonLetters counts the ten commonest Russian letters less the nine rarest
// ones, and less capitals behind a small letter: text decoded by the wrong
// table of the two has other letters and its case turned round.
func commonLetters(b []byte, cm *charmap.Charmap) int {
	n, prev := 0, ' '
	for _, c := range b {
		r := cm.DecodeByte(c)
		small := unicode.ToLower(r)
		switch {
		case strings.ContainsRune("оеаинтсрвл", small):
			n++
		case strings.ContainsRune("щэъёфцхюж", small):
			n--
		}
		if r != small && prev >= 'а' && prev <= 'я' {
			n -= 2
		}
		prev = r
	}
	return n
}

// KZ-1048 (STRK1048-2002) is windows-1251 but for sixteen letters.
var kzLetters = map[byte]rune{
	0x8D: 'Қ', 0x8E: 'Һ', 0x9D: 'қ', 0x9E: 'һ', 0xA1: 'Ұ', 0xA2: 'ұ', 0xA3: 'Ә', 0xA5: 'Ө',
	0xAA: 'Ғ', 0xAF: 'Ү', 0xB4: 'ө', 0xBA: 'ғ', 0xBC: 'ә', 0xBD: 'Ң', 0xBE: 'ң', 0xBF: 'ү',
}

// isKZ1048 reports whether text in a windows-1251-like table uses the bytes
// of қ and ң with і, which no Slavic language written in windows-1251 does.
func isKZ1048(b []byte) bool {
	var q, ng, i, je int
	for _, c := range b {
		switch c {
		case 0x9D, 0x8D:
			q++
		case 0xBE, 0xBD:
			ng++
		case 0xB3:
			i++
		case 0x9E, 0x8E: // Serbian ћ
			je++
		}
	}
	return q > 0 && i > 0 && q+ng > 2*je
}

func kz1048(b []byte) string {
	var out strings.Builder
	out.Grow(len(b) * 2)
	for _, c := range b {
		if r, ok := kzLetters[c]; ok {
			out.WriteRune(r)
		} else {
			out.WriteRune(charmap.Windows1251.DecodeByte(c))
		}
	}
	return out.String()
}

// xmlEncoding gives the encoding an XML declaration names, "" for none.
func xmlEncoding(b []byte) string {
	b = b[:min(len(b), 200)]
	if !bytes.HasPrefix(bytes.TrimLeft(b, "\xef\xbb\xbf \r\n\t"), []byte("<?xml")) {
		return ""
	}
	decl, _, ok := bytes.Cut(b, []byte("?>"))
	_, rest, found := bytes.Cut(decl, []byte("encoding="))
	if !ok || !found || len(rest) < 2 {
		return ""
	}
	name, _, _ := bytes.Cut(rest[1:], rest[:1])
	return string(name)
}
