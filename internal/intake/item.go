package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/value"
)

// Item is one article in one language as its source gives it.
type Item struct {
	// Key is the item's identity, the same whenever the source is read
	// again: its address where it has one ("https://…"), else the source's
	// own identifier ("id:…"), else its path in the folder that was named
	// ("file:…").
	Key string
	// Place says where the item stands, for reports: "export.xml: item 12, line 340".
	Place string

	URL  string   // address it had, empty where unknown
	Old  []string // further addresses that led to it (WordPress "?p=12", former slugs)
	Slug string   // last part of its address, percent-decoded; Slug(Title) where it had none

	Title string
	Lead  string // summary written by the author, plain text; empty where there is none
	HTML  string // the body, as the source wrote it, without the page around it

	Revision article.Revision // title, lead and body as they are saved, made from the above
	Dropped  article.Report   // what the canonical tree of the body had to leave out

	Language string // BCP 47; detected where the source does not say, "und" where that fails
	// vague is set where the source gives the language of a whole site or of
	// a page's frame, which is often not the text's.
	vague    bool
	Script   string // ISO 15924 script of most letters; empty where there are none
	Group    string // the same for translations of one another; empty where unknown
	Section  []Part // from the top down; empty where unknown
	Authors  []string
	Keywords []string
	State    article.State // Draft or Published

	Published time.Time  // UTC; zero where unknown, midnight where only the day is known
	Day       value.Date // the day of publication at the source's place
	Modified  time.Time

	Image  Image   // lead picture
	Images []Image // all pictures the source names, in order

	Notes  []string // what was done or seen on the way: "converted from windows-1251, as declared"
	Damage []Damage // damage by other systems, with the proposed repair
}

// Part is one step of a section's path.
type Part struct {
	Slug string // "border-trade"; never empty
	Name string // "Border & trade"
}

// SectionPath gives the path of an item's section: "news/agreements".
func (it *Item) SectionPath() string {
	var slugs []string
	for _, p := range it.Section {
		slugs = append(slugs, p.Slug)
	}
	return strings.Join(slugs, "/")
}

// Image is a picture that an item refers to. Its bytes are not fetched.
type Image struct {
	URL     string
	Alt     string
	Caption string
	Credit  string
}

// Hash is the SHA-256 of all that an import would save, in hex: an item whose
// hash is that of the last import has not changed.
func (it *Item) Hash() string {
	h := sha256.New()
	put := func(s string) { h.Write([]byte(strconv.Itoa(len(s)) + ":" + s)) }
	for _, s := range []string{it.Title, it.Lead, it.HTML, it.Language, it.Group, it.SectionPath(), string(it.State),
		it.Published.UTC().Format(time.RFC3339), it.Day.String(), it.Image.URL} {
		put(s)
	}
	for _, list := range [][]string{it.Authors, it.Keywords, it.Old} {
		put(strings.Join(list, "\x1f"))
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (it *Item) note(s string) {
	if s != "" {
		it.Notes = append(it.Notes, s)
	}
}

// when sets the day of publication from the text of a field of the source.
func (it *Item) when(field, s string) error {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	w, err := ParseWhen(s)
	if err != nil {
		return at(err, it.Place+", "+field)
	}
	it.Published, it.Day = w.Time, w.Day
	return nil
}

// section makes a path of names; an empty name is passed over.
func section(names ...string) []Part {
	var parts []Part
	for _, name := range names {
		if name = strings.TrimSpace(name); name != "" {
			if slug := Slug(name); slug != "" {
				parts = append(parts, Part{slug, name})
			}
		}
	}
	return parts
}
