package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// Write writes a reading as JSON over lines, indented by two spaces: the bytes
// of a json.Encoder with that indent and no escaping of HTML. It writes item by
// item, so that a long reading is never held a second time.
func (r *Reading) Write(w io.Writer) error {
	out := &writer{w: bufio.NewWriterSize(w, 1<<16)}
	out.enc = json.NewEncoder(&out.item)
	out.enc.SetEscapeHTML(false)
	out.enc.SetIndent("    ", "  ")
	out.field("{", "language", r.Language)
	if r.Published != "" {
		out.field(",", "published", r.Published)
	}
	list(out, "sentences", r.Sentences)
	list(out, "mentions", r.Mentions)
	list(out, "entities", r.Entities)
	list(out, "statements", r.Statements)
	out.text("\n}\n")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// writer remembers the first error.
type writer struct {
	w    *bufio.Writer
	enc  *json.Encoder
	item bytes.Buffer
	err  error
}

func (w *writer) text(s string) {
	if w.err == nil {
		_, w.err = w.w.WriteString(s)
	}
}

func (w *writer) value(v any) {
	if w.err != nil {
		return
	}
	w.item.Reset()
	if w.err = w.enc.Encode(v); w.err == nil {
		_, w.err = w.w.Write(bytes.TrimSuffix(w.item.Bytes(), []byte("\n")))
	}
}

func (w *writer) field(before, name string, v any) {
	w.text(before + "\n  \"" + name + "\": ")
	w.value(v)
}

func list[T any](w *writer, name string, items []T) {
	w.text(",\n  \"" + name + "\": ")
	switch {
	case items == nil:
		w.text("null")
		return
	case len(items) == 0:
		w.text("[]")
		return
	}
	before := "[\n    "
	for i := range items {
		w.text(before)
		w.value(&items[i])
		before = ",\n    "
	}
	w.text("\n  ]")
}
