package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"time"

	"shanyraq/internal/value"
)

// Status of an item at its source.
const (
	Published = "published"
	Draft     = "draft" // draft, pending, private or in the bin: never made public by an import
)

// Item is one article in one language as its source gives it.
type Item struct {
	// Key is the item's identity, the same whenever the source is read
	// again: its address where it has one ("https://…"), else the source's
	// own identifier, else its path in the folder that was named.
	Key string
	// Place says where the item stands, for reports: "export.xml: item 12".
	Place string

	URL  string   // address it had, empty where unknown
	Old  []string // further addresses that led to it (WordPress "?p=12", a guid)
	Slug string   // last part of the address, percent-decoded; may be empty

	Title string
	Lead  string // summary written by the author, plain text; empty where there is none
	HTML  string // the body, as the source wrote it, without the page around it

	Language string // BCP 47; empty where the source does not say
	Group    string // the same for translations of one another; empty where unknown
	Section  []string
	Authors  []string
	Keywords []string
	Status   string

	Published time.Time // zero where unknown; midnight UTC of the day where only a day is known
	Day       value.Date
	Modified  time.Time

	Image  Image   // lead picture
	Images []Image // all pictures the body or the source names, in order

	Notes  []string // what was done or seen on the way: "windows-1251 converted to UTF-8"
	Damage []Damage // damage by other systems, with the proposed repair
}

// Image is a picture that an item refers to. Its bytes are not fetched.
type Image struct {
	URL     string
	Alt     string
	Caption string
	Credit  string
}

// Hash is the SHA-256 of everything a reader of the item could see, in hex:
// two items with the same hash need no new revision.
func (it *Item) Hash() string {
	h := sha256.New()
	for _, s := range []string{it.Title, it.Lead, it.HTML, it.Language, it.Group, it.Status,
		strings.Join(it.Section, "\x1f"), strings.Join(it.Authors, "\x1f"),
		it.Day.String(), it.Image.URL} {
		io.WriteString(h, s)
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))
}
