// Package names answers whether two names in any script and spelling are the
// name of one person: Auezov, Ауэзов, Әуезов and Äuezov; Токаев, Tokayev and
// توقايەۆ; "Ш. Мирзиёев" and "Shavkat Mirziyoyev".
//
//	r := names.Same("Касым-Жомарт Токаев", "Qasym-Jomart Toqaev")   // r.Same, r.Reasons
//	for _, k := range names.Key("Садыр Жапаров") { … }              // look-up in an index
//
// Same compares names only. Whether two bearers of one name are one person is
// for package record, which also knows offices, organizations and dates.
package names

// Result is the answer for one pair.
type Result struct {
	Same    bool     `json:"same"`
	Score   float64  `json:"score"`   // 0..1; Same is Score >= 0.5
	Reasons []string `json:"reasons"` // for people: "surname: Жапаров = Zhaparov", "given name: С. is an initial of Садыр"
}

// Same says whether a and b are spellings of one person's name.
func Same(a, b string) Result { return Result{} }

// Key gives the look-up keys of a name, best first: two names that Same calls
// the same share at least one key (a law for names with a surname); sharing
// one is no proof.
func Key(name string) []string { return nil }

// Latin folds s to small ASCII letters, one crude romanisation for every
// script and spelling: what search compares across scripts. Digits stay,
// everything else becomes a single space.
func Latin(s string) string { return "" }
