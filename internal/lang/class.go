package lang

import "math/bits"

// Class is a kind of chunk: the shape of a token, a word list of the pack, or
// a kind of mention that the reader lays over the tokens.
type Class uint8

// Shapes: every token has those that apply to it.
const (
	NoClass    Class = iota
	Word             // letters
	Number           // digits, with inner separators: 34,000  3.6  15.11.2019
	Punct            // one mark
	Cap              // a word whose first letter is a capital
	Upper            // a word of two letters or more, all capitals
	Lower            // a word whose first letter is small
	Initial          // one capital letter followed by a full stop
	Latin            // a word in Latin letters
	Cyrillic         // a word in Cyrillic letters
	Arabic           // a word in Arabic letters
	OpenQuote        // a mark that opens a quotation here
	CloseQuote       // a mark that closes one
	Glued            // no space stands before the token
	Year             // four digits from 1000 to 2199
	DayNumber        // one or two digits from 1 to 31
	DotDate          // digits as 15.11.2019
	Roman            // capitals that write a Roman number: XXXIV
	// Mentions, laid over the tokens by the reader.
	PersonChunk
	OrgChunk
	PlaceChunk
	GroupChunk
	DateChunk
	FigureChunk
	QuoteChunk
	TitleChunk
	EventChunk
	InstrumentChunk
	NumberChunk // a number in digits or words, cardinal or ordinal
	firstList
)

var fixedClasses = map[string]Class{
	"Word": Word, "Number": Number, "Punct": Punct, "Cap": Cap, "Upper": Upper, "Lower": Lower, "Initial": Initial,
	"Latin": Latin, "Cyrillic": Cyrillic, "Arabic": Arabic, "OpenQuote": OpenQuote, "CloseQuote": CloseQuote, "Glued": Glued,
	"Year": Year, "DayNumber": DayNumber, "DotDate": DotDate, "Roman": Roman, "number": NumberChunk,
	"person": PersonChunk, "org": OrgChunk, "place": PlaceChunk, "group": GroupChunk, "date": DateChunk, "figure": FigureChunk,
	"quote": QuoteChunk, "title": TitleChunk, "event": EventChunk, "instrument": InstrumentChunk,
}

// maxClasses bounds the classes of one pack: what a Class can number.
const maxClasses = 256

// Set is a set of classes.
type Set [(maxClasses + 63) / 64]uint64

// Has reports whether the set holds c.
func (s *Set) Has(c Class) bool { return s[c>>6]&(1<<(c&63)) != 0 }

// Add puts c into the set.
func (s *Set) Add(c Class) { s[c>>6] |= 1 << (c & 63) }

// Each calls yield with the classes of the set in their order.
func (s *Set) Each(yield func(Class)) {
	for w, word := range s {
		for ; word != 0; word &= word - 1 {
			yield(Class(w*64 + bits.TrailingZeros64(word)))
		}
	}
}

// Intersects reports whether the two sets share a class.
func (s *Set) Intersects(t *Set) bool { return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0 }
