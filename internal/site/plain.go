package site

import (
	"strings"

	"golang.org/x/net/html"
)

// plainText takes the tags out of words that we wrote as HTML.
func plainText(s string) string {
	var out strings.Builder
	for z := html.NewTokenizer(strings.NewReader(s)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			out.Write(z.Text())
		}
	}
}
