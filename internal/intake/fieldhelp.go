package intake

import (
	"fmt"
	"strings"
)

// FieldHelp lists the fields of a JSON object and of front matter with the
// names each may have, one field a line, for the manual.
func FieldHelp() string {
	var b strings.Builder
	for _, field := range []string{"id", "url", "title", "lead", "text", "html", "content", "language", "published", "modified",
		"section", "authors", "keywords", "group", "status", "draft", "image", "slug", "old"} {
		names := fieldNames[field]
		fmt.Fprintf(&b, "  %-10s", field)
		if rest := strings.Join(names[1:], " "); names[0] == field && rest != "" {
			b.WriteString(" also " + rest)
		}
		switch field {
		case "text":
			b.WriteString(" (plain text; a blank line parts paragraphs)")
		case "content":
			b.WriteString(" (HTML where it has paragraphs, else plain text)")
		case "group":
			b.WriteString(" (the same for translations of one another)")
		case "section":
			b.WriteString(" (a path: News/Culture)")
		}
		b.WriteByte('\n')
	}
	return b.String()
}
