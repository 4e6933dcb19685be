// Package detect tells which language and script a text is in: English,
// Russian, Kazakh (Cyrillic, Latin, Arabic), Uzbek (Latin, Cyrillic), Kyrgyz,
// Tajik, Turkmen, and, so that they are not taken for those, Turkish,
// Azerbaijani, Uyghur, Tatar, Arabic, Persian, Chinese, German, French and
// Spanish.
//
//	r := detect.Detect("Жаңы мектеп ачылды")   // ky, Cyrl
//
// Use it block by block: an article may quote another language. Where a text
// has no word that tells (numbers, addresses, a lone name), or is in a
// language of none of those, Language is "und".
//
// How: the letters give the script; a linear model of that script over short
// letter sequences and words, one row of 8-bit weights each, gives the
// language. The models are in profiles.bin, made by the command in train/.
package detect

import (
	_ "embed"
	"math"
	"sync"
	"unicode"
)

// Result is what can be said of a text.
type Result struct {
	Language   string  // BCP 47 language subtag, "und" where it cannot be told
	Script     string  // ISO 15924 code of most letters: Latn, Cyrl, Arab, Hans, Hant; "Zyyy" where there are none
	Confidence float64 // 0..1: estimated probability that Language is right
}

// Tag gives language and script as one tag, the script left out where it is
// the language's usual one: "kk", "kk-Latn", "uz", "uz-Cyrl".
func (r Result) Tag() string {
	if usual[r.Language] == r.Script || r.Language == "und" {
		return r.Language
	}
	return r.Language + "-" + r.Script
}

var usual = map[string]string{
	"en": "Latn", "ru": "Cyrl", "kk": "Cyrl", "uz": "Latn", "ky": "Cyrl", "tg": "Cyrl", "tk": "Latn",
	"tr": "Latn", "az": "Latn", "ug": "Arab", "tt": "Cyrl", "ar": "Arab", "fa": "Arab", "zh": "Hans",
	"de": "Latn", "fr": "Latn", "es": "Latn",
}

//go:embed profiles.bin
var profiles []byte

var models = sync.OnceValue(func() map[string]*Model {
	m := map[string]*Model{}
	for rest := profiles; len(rest) > 0; {
		model, more, err := readModel(rest)
		if err != nil {
			panic(err) // the file is part of the program
		}
		m[model.Script] = model
		rest = more
	}
	return m
})

// A language is not named below this probability, nor where a language that we
// do not know is likelier by far.
const (
	doubtful = 0.35
	stranger = 0.6
)

// scriptLetters is how many letters decide on the script.
const scriptLetters = 400

// Detect tells the language and script of a text.
func Detect(text string) Result {
	script, letters := scriptOf(text)
	r := Result{Language: "und", Script: script}
	if letters < 2 {
		return r
	}
	switch script {
	case "Hans", "Hant":
		r.Language, r.Confidence = "zh", 0.99
		return r
	}
	m := models()[script]
	if m == nil {
		return r
	}
	var buf [1400]uint32
	feats := Features(buf[:0], text)
	if len(feats) == 0 {
		return r
	}
	lang, p, other := m.best(feats)
	r.Confidence = p
	if p >= doubtful && other < stranger {
		r.Language = lang
	}
	return r
}

// best gives the likeliest language, its probability, and that of a language
// that is none of ours.
func (m *Model) best(feats []uint32) (lang string, p, other float64) {
	var sums [16]int32
	n := len(m.Languages)
	s := sums[:n]
	for _, f := range feats {
		row := m.Weights[int(f)*n : int(f)*n+n]
		for k := range s {
			s[k] += int32(row[k])
		}
	}
	unit := m.Step * Scale(len(feats))
	top := -1
	for k := range s {
		if m.Languages[k] != "xx" && (top < 0 || s[k] > s[top]) {
			top = k
		}
	}
	sum, strange := 0.0, 0.0
	for k, v := range s {
		e := math.Exp(float64(v-s[top]) * unit)
		sum += e
		if m.Languages[k] == "xx" {
			strange = e
		}
	}
	if math.IsInf(sum, 1) {
		return "und", 0, 1
	}
	return m.Languages[top], 1 / sum, strange / sum
}

// scriptOf gives the script of most letters, and how many letters there are.
func scriptOf(text string) (string, int) {
	var latin, cyrillic, arabic, han, other, traditional int
	for _, r := range text {
		switch {
		case r < 'A' || r > 'z' && r < 0xc0 || r > 'Z' && r < 'a':
		case r < 0x250:
			latin++
		case r >= 0x400 && r < 0x530:
			cyrillic++
		case r >= 0x620 && r < 0x700 && unicode.IsLetter(r):
			arabic++
		case r >= 0x3400 && r <= 0x9fff:
			han++
			if isTraditional(r) {
				traditional++
			}
		case unicode.IsLetter(r):
			other++
		}
		if latin+cyrillic+arabic+han+other >= scriptLetters {
			break
		}
	}
	all := latin + cyrillic + arabic + han + other
	switch {
	case all == 0:
		return "Zyyy", 0
	case other > all/2, other > han && han > 0:
		return "Zyyy", all
	case 2*han >= latin+cyrillic+arabic+other: // a sign says more than a letter
		if traditional*20 > han {
			return "Hant", han * 2
		}
		return "Hans", han * 2
	case cyrillic >= latin && cyrillic >= arabic:
		return "Cyrl", cyrillic
	case arabic >= latin:
		return "Arab", arabic
	}
	return "Latn", latin
}

// isTraditional knows some of the commonest characters that only traditional
// Chinese writes.
func isTraditional(r rune) bool {
	switch r {
	case '國', '會', '們', '這', '個', '來', '時', '為', '說', '對', '學', '後', '過', '發', '與', '經', '還', '開', '關', '長', '門', '問', '東', '車', '馬', '書', '機', '電', '話', '語', '體', '點', '實', '現', '見', '業', '員', '將', '並', '據':
		return true
	}
	return false
}
