package web

import (
	"encoding/json"
	"strings"
)

// StructuredData is a schema.org description of a page, as JSON-LD. It is a
// data block and never executed, so the content security policy needs no
// exception for it.
type StructuredData struct {
	Value any // marshals to a JSON object with @context and @type
}

// write puts the data block into a head. json.Marshal writes <, > and & as
// escapes, so no text of an article can end the element.
func (d *StructuredData) write(s *strings.Builder) {
	b, err := json.Marshal(d.Value)
	if err != nil {
		return // a page without its description is still a page
	}
	s.WriteString(`<script type="application/ld+json">`)
	s.Write(b)
	s.WriteString("</script>\n")
}
