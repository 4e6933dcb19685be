// Package reader reads a text: it finds what is named (mentions, entities)
// and what is stated (offices, figures, quotes, agreements, events), each with
// the words it rests on.
//
//	r := reader.Read(text, reader.Options{Language: "kk", Published: day})
//
// The walk: noise that texts pick up on their way is repaired (repair.go), a
// text without capitals given some (recase.go) and text in another script than
// its language's pack converted (scripts.go), spans staying those of the text
// as it was given; the text is parted into blocks of one language, a long one
// into windows; each is cut into tokens and sentences and its pack's lists are
// laid over it (package lang); then the finders run in a fixed order, each in
// a file of its own, and lay what they find over the tokens for the next ones:
//
//	dates → names → offices → figures → quotes → agreements → events
//
// A finder is Go for the mechanism and rules-<finder>.txt plus word lists in
// each pack for the words; its work is a list of passes over all sentences
// (passes.go). Reading is deterministic and needs no network and
// no clock; the same input gives the same bytes. What the reader knows of the
// world is in packs and package facts; what it says is package read.
//
// Many texts are best read by ReadAll, which has each pass of a finder go over
// several of them before the next begins (sidebyside.go).
//
// Names are proposed step by step over all sentences of a part (namesteps.go); a
// step that asks whom the text has named before does so by ask, since it reads
// ahead of its sentence's turn.
//
// Every finder sees every sentence, so it asks the cheapest thing first. Of a
// token its shapes (Lattice.Is), the classes of all chunks that begin there
// (Lattice.Bits; several at once by a lang.Set and Intersects), the folded form
// (Lattice.Fold) and the endings (Lattice.Analyses) are known already: nothing
// is folded or parted again. The lists, endings and roles of a pack are fields of
// what is known of its language (know.lists.eventNoun, know.endings.pastEnd, know.roles),
// each called as in the pack. Of a sentence package pattern keeps which classes,
// forms and stems it has, and passes over each rule that takes something else: a
// rule whose every match takes a class of its pack or a word costs nothing where
// they are not.
// What a sentence or the part has at all is noted once (sentencehas.go): a step that
// starts from words of a list or a role asks that before it goes over the tokens.
// What does cost is a string made, a map or a regular expression inside a loop
// over tokens; answers about a word are kept by memory (memory.go), and room
// for lists in the finder or the part.
//
// # Files
//
// The folder is flat; a file's name opens with what it is about. The ending _en,
// _ru or _kk says that only that language asks it; a file without one holds what
// languages share, with what they differ in told by their packs. The first function
// of a finder's plainest file (dates.go, offices.go) is the way in.
//
//	reader document window blocks passes sidebyside mentions sentencehas
//	                                 a text on its way to a reading, cut and put together
//	repair* scripts letter* noise addresses
//	                                 what is mended, and how a text's letters are looked at
//	recase* caseless                 capitals for a text that has none
//	memory rooms *index              what is remembered, and lists used again
//	role* lists endings              words of a pack by the part they play and the list they stand in; what words end with
//	number* word* fractions solenum* numbers in digits and in words
//	date* reldates holidays hijri    dates: forms, what they lean on, their joining
//	name* proposed lonenames         the names stage: candidates, their weight and choice
//	    person* peers clergy         persons: runs of words, cases, offices beside them
//	    body* holderbody statebodies bodies by their nouns, left and right of them
//	    asides personasides subjectasides
//	                                 what is told in passing between a name and its verb
//	    place*                       places by their nouns and by what stands before them
//	    people* groups               peoples, listed or told by the words around them
//	    general*                     what a text's own common nouns say of a name
//	    parting* unlisted isa kinds paired* foreign
//	                                 names no list has, parted and weighed by neighbours
//	    echoes abbrev* initials first* thing* the same again: surnames, abbreviations, short names
//	guess*                           words no list has, by the words around them
//	coref pronouns soleholder        who is meant where nobody is named
//	nominative surnames              names as they are called
//	office* titles                   offices: before, behind and around their holder
//	figure* counted* change* currenc* tables
//	                                 figures: units, what is counted, when and where
//	quote*                           words in quotation marks and behind dashes
//	reported speech said*            reported speech and who speaks
//	ground phrase* instrument* headlines annals
//	                                 what agreements and events share: verbs, noun phrases, lines without a full stop
//	agreement* anaphor               instruments, what is done with them and when
//	party* parties                   whose instruments they are
//	event*                           events: kind, name, place, time, who comes
//	denied explain                   what is denied, how a reading came about
//
// # What is told in passing
//
// Three steps at the end of the names stage lead from a name past what stands between it
// and its verb. They differ in what they hide from whom:
//
//   - layAsides (asides.go; Russian, Kazakh) notes brackets (a person's office in them
//     too), «, однако,» and clauses on
//     the lattice (Lattice.LayAside). All rules and the way from a verb to its noun pass
//     over them, and what is in them is of no other clause (InAside, amidAside). It is for
//     words that no rule has a use for.
//   - asidesOfPersons (personasides.go; English, Russian) makes the chunk of a person
//     reach over brackets, small words and days behind the name (Lattice.Add); the
//     mention stays the name. It is for what stands behind persons alone, right before
//     their verb: a rule with @person then needs no more words.
//   - asidesOfSubjects (subjectasides_en.go; English) is for longer asides, behind places
//     and bodies too. Rules read offices and bodies in some of them ("Ada Orrell, head of
//     the bank, said"), so chunks reach over the others only; all are kept in part.asides,
//     by which a finder asks whether a day or place is told beside what it reads
//     (besideWhatIsTold, behindAside).
//
// They share voidAside, asideEnd and inPassing. A new kind of aside belongs to layAsides
// where no rule looks into it, else to asidesOfSubjects.
//
// # Words in Go
//
// Words that a linguist may want to add to stand in the lists and roles of the packs. In
// Go stand single small words that carry grammar ("which", «по», «деп»), each beside the
// step it belongs to, and stems and endings that are matched by how a word begins or ends,
// which roles cannot be.
//
// # Steps
//
// The finders of agreements and events share their questions about tokens (ground.go): at
// gives the mention over a token, is asks its kind, nextNamed goes over all that a sentence
// names; part.mentionsIn gives the mentions of one kind. A function whose name ends in EN,
// RU or KK is asked in that language alone.
//
// A function that asks many things is a list of steps with names; what they hand on
// is a value of its own (partySearch, figure, personRun), and each step says what it
// decides.
package reader
