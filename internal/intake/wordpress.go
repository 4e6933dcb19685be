package intake

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	"shanyraq/internal/fault"
)

// export is a WordPress export (WXR): the header of a feed with authors and
// categories, then one <item> for each post, page, picture and menu entry.
// It is cut at the items' borders without parsing them, so that memory stays
// flat, one broken item loses itself only, and a file that ends in the middle
// loses its last item only. A first pass collects the pictures, which posts
// name by number and which may stand behind them.
type export struct{ file }

func (e export) cut(ctx context.Context, yield func(unit) bool) error {
	site := newSite()
	if err := e.scan(ctx, func(header []byte) { site.readHeader(header) }, func(raw []byte, _ int, _ int64) bool {
		site.remember(raw)
		return true
	}); err != nil && !errors.Is(err, errCutOff) {
		return err
	}
	n := 0
	err := e.scan(ctx, nil, func(raw []byte, line int, size int64) bool {
		n++
		place := fmt.Sprintf("%s: item %d, line %d", e.path, n, line)
		raw = bytes.Clone(raw)
		return yield(unit{place: place, path: e.path, size: size, parse: func(context.Context) ([]*Item, error) {
			return site.parse(input{place: place, data: raw, opt: e.opt})
		}})
	})
	return err
}

var errCutOff = errors.New("the export is cut off")

// scan calls header with what stands before the first item, if it is not
// nil, and item with each item's bytes, the line it begins on and the bytes
// of the file it accounts for.
func (e export) scan(ctx context.Context, header func([]byte), item func(raw []byte, line int, size int64) bool) error {
	f, err := os.Open(e.path)
	if err != nil {
		return cannotOpen(err, e.path)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(make([]byte, 256<<10), maxHeader)
	cut := &itemCutter{line: 1}
	s.Split(cut.split)
	for s.Scan() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if !cut.inItem {
			if header != nil {
				header(s.Bytes())
			}
			continue
		}
		size := cut.offset - cut.reported
		cut.reported = cut.offset
		if !item(s.Bytes(), cut.itemLine, size) {
			return nil
		}
	}
	switch err := s.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return fault.Wrap(err, fault.TooLarge, "an item, or the header before the first one, is longer than %d MB", maxHeader>>20).
			At("%s: line %d", e.path, cut.line).Hint("export the site in parts, year by year")
	case err != nil:
		return cannotOpen(err, e.path)
	case cut.cutOff:
		return fault.Wrap(errCutOff, fault.Invalid, "the export ends in the middle of item %d; the %d whole items before it were read", cut.items+1, cut.items).
			At("%s: line %d", e.path, cut.line).Hint("export or download it again")
	case !cut.closed:
		return fault.Wrap(errCutOff, fault.Invalid, "the export ends without its closing </channel>, after %d whole items; more may be missing", cut.items).
			At("%s: line %d", e.path, cut.line).Hint("export or download it again")
	}
	return nil
}

// itemCutter is the state of a scan: a bufio.SplitFunc that gives the header,
// then item after item. It steps over CDATA sections and comments, inside
// which an author may write "</item>".
type itemCutter struct {
	headerDone bool
	inItem     bool // the token is an item, not the header
	items      int
	offset     int64 // bytes behind us
	reported   int64
	line       int // line of offset
	itemLine   int
	cutOff     bool // the file ended inside an item
	closed     bool // </channel> was seen
}

func (c *itemCutter) pass(data []byte) int {
	c.offset += int64(len(data))
	c.line += bytes.Count(data, []byte("\n"))
	return len(data)
}

func (c *itemCutter) split(data []byte, atEOF bool) (int, []byte, error) {
	start, _ := findTag(data, "<item", 0)
	if start < 0 {
		if !atEOF {
			return 0, nil, nil
		}
		at, _ := findTag(data, "</channel", 0)
		c.closed = at >= 0
		if !c.headerDone { // no items at all
			c.headerDone = true
			return c.pass(data), data, nil
		}
		if len(data) > 0 {
			c.pass(data)
		}
		return len(data), nil, nil
	}
	if !c.headerDone {
		c.headerDone, c.inItem = true, false
		return c.pass(data[:start]), nonNil(data[:start]), nil
	}
	_, end := findTag(data, "</item", start)
	if end < 0 {
		if atEOF {
			c.cutOff = true
			c.pass(data[:start])
			return len(data), nil, nil
		}
		return 0, nil, nil
	}
	c.itemLine = c.line + bytes.Count(data[:start], []byte("\n"))
	c.inItem = true
	c.items++
	return c.pass(data[:end]), data[start:end], nil
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// findTag finds a tag by its opening ("<item", "</item") from an offset on,
// outside CDATA and comments, and gives its bounds; -1, -1 where it is not
// there whole.
func findTag(data []byte, tag string, from int) (start, end int) {
	for i := from; i < len(data); {
		j := bytes.IndexByte(data[i:], '<')
		if j < 0 {
			return -1, -1
		}
		i += j
		rest := data[i:]
		switch {
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			k := bytes.Index(rest, []byte("]]>"))
			if k < 0 {
				return -1, -1
			}
			i += k + 3
		case bytes.HasPrefix(rest, []byte("<!--")):
			k := bytes.Index(rest[4:], []byte("-->"))
			if k < 0 {
				return -1, -1
			}
			i += 4 + k + 3
		case bytes.HasPrefix(rest, []byte(tag)) && len(rest) > len(tag) && (rest[len(tag)] == '>' || rest[len(tag)] == ' ' || rest[len(tag)] == '\n' || rest[len(tag)] == '\t' || rest[len(tag)] == '\r'):
			k := bytes.IndexByte(rest, '>')
			if k < 0 {
				return -1, -1
			}
			return i, i + k + 1
		default:
			i++
		}
	}
	return -1, -1
}
