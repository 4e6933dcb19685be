package site

import (
	"strings"

	"shanyraq/internal/web"
)

// Topics gives the paths of the feeds that an article of a language and a
// section stands in while it is among the newest: those of the language and of
// the section with all above it, in each script and form. WebSub calls them
// topics. There are none for a language that the site does not speak.
func Topics(language, section string) (paths []string) {
	for _, tag := range web.Tags() {
		if tag.Language != language {
			continue
		}
		for _, form := range feedForms {
			paths = append(paths, escaped(feedAddress(tag, form.name)))
			for at, left := section, section != ""; left; {
				paths = append(paths, escaped(sectionFeedAddress(tag, at, form.name)))
				i := strings.LastIndexByte(at, '/')
				if left = i > 0; left {
					at = at[:i]
				}
			}
		}
	}
	return paths
}
