// Package eval scores readings against gold documents: texts whose dates,
// names and statements a person has written down. It knows the published
// contract and nothing of how a text is read; the reader comes in as a
// function. The development set lies in gold/ (see gold/README.md).
//
//	docs, bad := eval.Load("internal/eval/gold")
//	report := eval.Run(docs, readText)
//	fmt.Println(report.All.MacroF1())
//
// # How gold and found are compared
//
// Within one document and one kind, gold and found items are paired one to
// one so that the sum of credits is the greatest possible. Precision is that
// sum over the items found, recall the sum over the items in gold, F1 their
// harmonic mean; macro F1 is the mean of F1 over the kinds that gold has. A
// gold item marked "optional" is one that careful readers may leave out:
// finding it is neither right nor wrong.
//
// All names and words compare after folding: case, spaces, the quotation
// marks, the apostrophe family, ё as е. "Overlap" of two word lists is the
// Dice measure (twice the shared words over all words) without function
// words, where two words are shared when they are equal or share a beginning
// of at least four letters and three fifths of the longer word, so that an
// inflected form still counts.
//
//   - dates: the distinct EDTF values of a document, equal as text or with the
//     same first and last day, so that the marks ~ ? % cost nothing; a mention
//     without value is no item.
//   - people, places: one of the names (name or alias) of each is equal. A
//     place inside the name of a gold body may be found or left.
//   - organizations: the same; otherwise half a credit where names overlap by
//     at least 0.6.
//   - groups: one of the names is equal, a plural or an inflected form of the other.
//   - offices: the person is the same, and title, or title and organization
//     together, overlap by at least 0.5.
//   - figures: value and unit are equal (for a figure without value: rank, or
//     times); half a credit where a figure without a measure names something
//     else that is counted, or where the upper end of a range is another. Unit
//     spellings are folded (kilometre, km), and person equals no unit.
//   - quotes: words overlap by at least 0.8 for a direct quote, 0.5 for a
//     reported one; half a credit where the speaker is another.
//   - agreements: instruments overlap by at least 0.5. Half a credit for that,
//     the other half for the share of status, parties and date, as far as
//     gold gives them, that agree.
//   - events: the kind is the same, and date, place or name agree (dates that
//     may mean a common day; names that overlap by 0.5), or gold gives none
//     of the three; half a credit where the kind is another and the name
//     agrees.
//
// Credits forgive. Beside them stand, of the statements that were paired, the fields
// (fields.go): of each thing that gold tells of a statement, whether the reading tells
// the same: the same days, all sides and no other, titles and bodies that overlap by
// 0.75. A statement is whole that has every field right; `shanyraq eval --fields` prints them.
//
// Entity ids of a reading's statements are resolved to names first.
package eval
