// Package translit shows one text in another script of its language: Kazakh
// in Cyrillic, Latin and Arabic letters, Uzbek in Latin and Cyrillic, Turkmen
// in both, and Kyrgyz and Tajik romanised.
//
//	s, err := translit.Convert("kk-Cyrl", "kk-Latn", "Яғни, доцент келді.")
//	// "İağni, dosent keldı."
//
// A script is named by a BCP 47 tag. A private-use extension picks another
// alphabet of the same script: "kk-Latn" is the alphabet of 2021,
// "kk-Latn-x-2018" that of February 2018, "kk-Latn-x-aqparat" QazAqparat.
// [Schemes] lists every conversion with its version, so that a derived text
// can record what it was made with.
//
// The rules are text files in schemes/, each with its source and an example
// after every rule in context that the tests run; Go holds the mechanism
// only. Web and mail addresses, codes, Roman numerals, words in another
// script, and quotations in another language keep their form. An editor's
// exceptions win over every rule ([WithExceptions]).
//
// What the package leaves to others: markup (convert text nodes), dates and
// number formats, and telling which language a text is in (package detect).
package translit
