package rights

import (
	"encoding/xml"
	"io"
	"strings"
)

// Really Simple Licensing 1.0, https://rslstandard.org/rsl: an XML document
// that says what automated systems may do with the contents of addresses.

// RSLType is the media type of such a document.
const RSLType = "application/rsl+xml"

// RSLContent is one entry: addresses under one set of terms.
type RSLContent struct {
	URL    string // whole address, or a path in the manner of robots.txt
	Terms  Resolved
	Ask    string // address of the form where a licence is asked for
	Holder string
}

type rslRoot struct {
	XMLName xml.Name `xml:"https://rslstandard.org/rsl rsl"`
	Content []rslContent
}

type rslContent struct {
	XMLName   xml.Name `xml:"content"`
	URL       string   `xml:"url,attr"`
	License   []rslLicense
	Copyright *rslCopyright
	Terms     string `xml:"terms,omitempty"`
}

type rslLicense struct {
	XMLName   xml.Name  `xml:"license"`
	Permits   []rslUses `xml:"permits"`
	Prohibits []rslUses `xml:"prohibits"`
	Payment   *rslPayment
}

type rslUses struct {
	Type string `xml:"type,attr"` // "usage", "user", "geo"
	Uses string `xml:",chardata"` // words with spaces between
}

type rslPayment struct {
	XMLName xml.Name `xml:"payment"`
	Type    string   `xml:"type,attr"`
	Custom  string   `xml:"custom,omitempty"`
}

type rslCopyright struct {
	XMLName xml.Name `xml:"copyright"`
	Type    string   `xml:"type,attr"`
	Email   string   `xml:"contactEmail,attr,omitempty"`
	URL     string   `xml:"contactUrl,attr,omitempty"`
	Holder  string   `xml:",chardata"`
}

// WriteRSL writes the document. Finding a text by search is always permitted:
// the site is there to be found. What the terms say nothing of, the document
// says nothing of.
func WriteRSL(w io.Writer, by Issuer, list []RSLContent) error {
	root := rslRoot{}
	for _, c := range list {
		e := rslContent{URL: c.URL, Terms: by.Terms,
			Copyright: &rslCopyright{Type: "organization", Email: c.Terms.Contact.Email, URL: c.Ask, Holder: c.Holder}}
		search := rslLicense{Permits: []rslUses{{"usage", "search"}}, Payment: &rslPayment{Type: "free"}}
		switch c.Terms.Mining {
		case Yes:
			l := rslLicense{Permits: []rslUses{{"usage", "all"}}, Payment: &rslPayment{Type: "free"}}
			if c.Terms.Link == Yes {
				l.Payment.Type = "attribution"
			}
			if c.Terms.Answer(true) != Yes { // free, but not for money
				l.Permits = append(l.Permits, rslUses{"user", "non-commercial education government personal"})
			}
			e.License = append(e.License, l)
		case Ask, No:
			search.Prohibits = []rslUses{{"usage", "ai-all"}}
			e.License = append(e.License, search)
		default:
			e.License = append(e.License, search)
		}
		root.Content = append(root.Content, e)
	}
	if _, err := io.WriteString(w, strings.TrimSuffix(xml.Header, "\n")+"\n"); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(root); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
