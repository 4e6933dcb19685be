package detect

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"unicode"
	"unicode/utf8"
)

// Buckets is the number of hashed features a model has a weight for.
const Buckets = 1 << 16

// Model is the linear model of one script: a weight for each feature and
// language. Language "xx" stands for all others.
type Model struct {
	Script    string
	Languages []string
	Step      float64 // value of one unit of a weight
	Weights   []int8  // by feature, then language
}

// Write writes a model in the form Read takes.
func (m *Model) Write(w io.Writer) error {
	var head []byte
	head = append(head, m.Script...)
	head = append(head, byte(len(m.Languages)))
	for _, l := range m.Languages {
		head = append(head, l[:2]...)
	}
	head = binary.LittleEndian.AppendUint64(head, math.Float64bits(m.Step))
	if _, err := w.Write(head); err != nil {
		return err
	}
	raw := make([]byte, len(m.Weights))
	for i, v := range m.Weights {
		raw[i] = byte(v)
	}
	_, err := w.Write(raw)
	return err
}

// readModel takes one model off the front of data.
func readModel(data []byte) (*Model, []byte, error) {
	if len(data) < 5 {
		return nil, nil, fmt.Errorf("detect: a model is cut short")
	}
	m := &Model{Script: string(data[:4])}
	n := int(data[4])
	data = data[5:]
	if len(data) < 2*n+8+Buckets*n {
		return nil, nil, fmt.Errorf("detect: the model of %s is cut short", m.Script)
	}
	for i := range n {
		m.Languages = append(m.Languages, string(data[2*i:2*i+2]))
	}
	data = data[2*n:]
	m.Step = math.Float64frombits(binary.LittleEndian.Uint64(data))
	data = data[8:]
	m.Weights = make([]int8, Buckets*n)
	for i := range m.Weights {
		m.Weights[i] = int8(data[i])
	}
	return m, data[Buckets*n:], nil
}

// Scale dampens the evidence of many features, which are not independent.
func Scale(features int) float64 { return 1 / math.Sqrt(float64(features)) }

// maxLetters is how many letters of a text are looked at; of a longer text,
// words from its whole length.
const maxLetters = 130

// Features appends the hashed features of a text: for each word its letters,
// its sequences of two to four letters with the word's edges, and the word.
func Features(dst []uint32, text string) []uint32 {
	skip := 1
	if len(text) > 3*maxLetters {
		skip = 1 + len(text)/(3*maxLetters)
	}
	var word [26]rune
	letters, n, words := 0, 0, 0
	word[0] = ' '
	flush := func() {
		if n == 0 {
			return
		}
		words++
		if words%skip == 0 {
			word[n+1] = ' '
			dst = wordFeatures(dst, word[:n+2])
			letters += n
		}
		n = 0
	}
	for i := 0; i < len(text) && letters < maxLetters; {
		var r rune
		if b := text[i]; b < utf8.RuneSelf {
			i++
			if b|0x20 >= 'a' && b|0x20 <= 'z' {
				r = rune(b | 0x20)
			} else if b == '\'' || b == '`' {
				r = '\''
			} else {
				r = 0
			}
		} else {
			var w int
			r, w = utf8.DecodeRuneInString(text[i:])
			i += w
			r = fold(r)
		}
		if r == 0 || r == '\'' && n == 0 || n >= len(word)-2 {
			flush()
			continue
		}
		word[n+1] = r
		n++
	}
	flush()
	return dst
}

// fold gives a small letter, one apostrophe for all, 0 for what is neither.
func fold(r rune) rune {
	switch {
	case r == 'ʻ' || r == 'ʼ' || r == '’' || r == '‘' || r == '´' || r == 'ʹ':
		return '\''
	case r == 'İ':
		return 'i'
	case r == 'ٴ':
		return 'ء'
	case r >= 'а' && r <= 'я':
		return r
	case r >= 'А' && r <= 'Я':
		return r + 32
	case unicode.IsLetter(r):
		return unicode.ToLower(r)
	}
	return 0
}

func wordFeatures(dst []uint32, w []rune) []uint32 {
	const prime = 0x01000193
	all := uint32(0x9dc5)
	for i := 0; i < len(w); i++ {
		h := uint32(0x811c9dc5)
		all = (all ^ uint32(w[i])) * prime
		for k := 0; k < 4 && i+k < len(w); k++ {
			h = (h ^ uint32(w[i+k])) * prime
			if k == 0 && w[i] == ' ' {
				continue
			}
			dst = append(dst, (h^h>>16)&(Buckets-1))
		}
	}
	return append(dst, (all^all>>15)&(Buckets-1))
}
