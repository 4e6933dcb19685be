// Package names answers whether two names in any script and spelling are the
// name of one person: Auezov, Ауэзов, Әуезов and Äuezov; Токаев, Tokayev and
// توقايەۆ; "Ш. Мирзиёев" and "Shavkat Mirziyoyev".
//
//	r := names.Same("Касым-Жомарт Токаев", "Qasym-Jomart Toqaev")   // r.Same, r.Reasons
//	for _, k := range names.Key("Садыр Жапаров") { … }              // look-up in an index
//
// How: every word is folded to one crude romanisation (letters.txt, then
// digraphs and glides). Folds with the same consonants are compared letter by
// letter at costs that know which spellings alternate. Roles follow endings,
// order and a list of given names: surnames must agree, given names may be
// initials or missing, patronymics and genders must not contradict. Words that
// differ between languages (Владимир, Volodymyr) are sets in forms.txt.
//
// Same compares names only. Whether two bearers of one name are one person is
// for package record, which also knows offices, organizations and dates.
package names

import "sync"

// scratch keeps the memory of comparisons: millions are made in a row.
var scratch = sync.Pool{New: func() any { return new([2]parsed) }}

// Result is the answer for one pair.
type Result struct {
	Same    bool     `json:"same"`
	Score   float64  `json:"score"`   // 0..1; Same is Score >= 0.5
	Reasons []string `json:"reasons"` // for people: "surname: Жапаров = Zhaparov"
}

// Same says whether a and b are spellings of one person's name.
func Same(a, b string) Result {
	pair := scratch.Get().(*[2]parsed)
	defer scratch.Put(pair)
	pa, pb := &pair[0], &pair[1]
	pa.parse(a)
	pb.parse(b)
	if pa.n == 0 || pb.n == 0 {
		return Result{Reasons: []string{"no name to compare"}}
	}
	if pa.n > pb.n {
		return compare(pb, pa)
	}
	return compare(pa, pb)
}
