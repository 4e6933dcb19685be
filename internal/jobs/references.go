package jobs

import (
	"strings"

	"shanyraq/internal/article"
)

// ownText gives the text of a revision with the titles of its sources blanked:
// a list of links to other sites holds the words of others, and reading "News
// Central Asia: the treaty" as a statement of this text would put names into
// the record that nobody stated anything of. Every letter keeps its place.
func ownText(rev article.Revision) string {
	if !strings.Contains(rev.Body, `<li><a href="http`) { // no need to build the tree
		return rev.Plain
	}
	doc, err := rev.Doc()
	if err != nil {
		return rev.Plain
	}
	plain := doc.Plain()
	refs := plain.References()
	if len(refs) == 0 || plain.Text != rev.Plain {
		return rev.Plain
	}
	runes := []rune(rev.Plain)
	for _, span := range refs {
		for i := span.Start; i < span.End; i++ {
			runes[i] = ' '
		}
	}
	return string(runes)
}
