package intake

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"go.yaml.in/yaml/v3"

	"shanyraq/internal/fault"
)

// commonMark renders Markdown with tables, without typographic changes: what
// is typed is what stands. HTML inside is kept for article to judge.
var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote), goldmark.WithRendererOptions(html.WithUnsafe()))

// parseMarkdown reads a Markdown file with YAML ("---") or TOML ("+++") front
// matter, whose fields have the names of a JSON object's. Without a title
// there, the first heading of level 1 is it; without a day, the file's name
// may begin with one (2019-11-15-name.md); a language before the ending
// (name.ru.md) is the article's, and files that differ in it are translations.
func parseMarkdown(in input) ([]*Item, error) {
	text, note, err := toUTF8(in.data, "", in.opt.Repair)
	if err != nil {
		return nil, err
	}
	it := &Item{Place: in.place, Key: in.key}
	it.note(note)
	matter, body, err := frontMatter(text, in.place)
	if err != nil {
		return nil, err
	}
	if err := it.fill(fieldsOf(matter)); err != nil {
		return nil, err
	}
	if it.Key == "" {
		it.Key = in.key
	}
	it.fromFileName(in.key)
	if it.Title == "" {
		it.Title, body = firstHeading(body)
	}
	var out bytes.Buffer
	if err := commonMark.Convert(body, &out); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "the Markdown cannot be read: %v", err).At("%s", in.place)
	}
	it.HTML = out.String()
	return []*Item{it}, nil
}

// frontMatter parts the fields at the head of a document from its text.
func frontMatter(text []byte, place string) (map[string]any, []byte, error) {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	fields := map[string]any{}
	for _, kind := range []struct {
		fence string
		read  func([]byte, any) error
	}{{"---", yaml.Unmarshal}, {"+++", toml.Unmarshal}} {
		rest, ok := bytes.CutPrefix(text, []byte(kind.fence+"\n"))
		if !ok {
			continue
		}
		head, body, ok := bytes.Cut(append([]byte("\n"), rest...), []byte("\n"+kind.fence+"\n"))
		if !ok {
			if head, ok = bytes.CutSuffix(head, []byte("\n"+kind.fence)); !ok {
				if kind.fence == "---" {
					return fields, text, nil // a rule at the head of a text
				}
				return nil, nil, fault.New(fault.Invalid, "the front matter opens with %s and does not close", kind.fence).At("%s", place).Hint("close it with a line %s", kind.fence)
			}
			body = nil
		}
		if err := kind.read(head, &fields); err != nil {
			return nil, nil, fault.Wrap(err, fault.Invalid, "the front matter cannot be read: %v", err).At("%s", place).Hint("correct it; quote values that hold a colon")
		}
		return fields, body, nil
	}
	return fields, text, nil
}

var datedName = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[-_](.+)$`)

// fromFileName fills from the file's name what the front matter left open.
func (it *Item) fromFileName(key string) {
	dir, name := path.Split(strings.TrimPrefix(key, "file:"))
	name = strings.TrimSuffix(name, path.Ext(name))
	if ext := path.Ext(name); ext != "" {
		if tag := canonicalLanguage(ext[1:]); tag != "" && len(ext) <= 8 {
			name = strings.TrimSuffix(name, ext)
			if it.Language == "" {
				it.Language = tag
			}
			if it.Group == "" {
				it.Group = "file:" + dir + name
			}
		}
	}
	if m := datedName.FindStringSubmatch(name); m != nil {
		if it.Day.IsZero() {
			if w, err := ParseWhen(m[1]); err == nil {
				it.Published, it.Day = w.Time, w.Day
			}
		}
		name = m[2]
	}
	if it.Slug == "" && name != "index" {
		it.Slug = Slug(name)
	}
}

// firstHeading takes a heading of level 1 that opens the text as the title.
func firstHeading(body []byte) (string, []byte) {
	trimmed := bytes.TrimLeft(body, "\n\r ")
	line, rest, _ := bytes.Cut(trimmed, []byte("\n"))
	if title, ok := bytes.CutPrefix(line, []byte("# ")); ok {
		return strings.TrimSpace(strings.TrimRight(string(title), "# ")), rest
	}
	if under, rest, _ := bytes.Cut(rest, []byte("\n")); len(under) > 2 && len(bytes.Trim(under, "=")) == 0 {
		return strings.TrimSpace(string(line)), rest
	}
	return "", body
}

// parsePlainText reads a text file: its first line is the title when a blank
// line follows it, the rest are paragraphs.
func parsePlainText(in input) ([]*Item, error) {
	text, note, err := toUTF8(in.data, "", in.opt.Repair)
	if err != nil {
		return nil, err
	}
	it := &Item{Place: in.place, Key: in.key}
	it.note(note)
	it.fromFileName(in.key)
	s := strings.ReplaceAll(string(text), "\r\n", "\n")
	if first, rest, ok := strings.Cut(strings.TrimLeft(s, "\n"), "\n\n"); ok && !strings.Contains(first, "\n") && len(first) < 300 {
		it.Title, s = strings.TrimSpace(first), rest
	}
	it.HTML = htmlFromText(s)
	return []*Item{it}, nil
}
