package intake

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"shanyraq/internal/fault"
)

// lines is a JSON Lines file: one article a line, in constant memory.
type lines struct{ file }

func (l lines) cut(ctx context.Context, yield func(unit) bool) error {
	f, err := os.Open(l.path)
	if err != nil {
		return cannotOpen(err, l.path)
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 256<<10)
	if head, _ := r.Peek(2); bytes.Equal(head, []byte("\xff\xfe")) || bytes.Equal(head, []byte("\xfe\xff")) {
		return fault.New(fault.Unsupported, "JSON Lines in UTF-16").At("%s", l.path).Hint("save it as UTF-8")
	}
	for n := 1; ; n++ {
		line, size, err := readLine(r, maxArticle)
		if size == 0 && err == io.EOF {
			return nil
		}
		if err != nil && err != io.EOF {
			return cannotOpen(err, l.path)
		}
		place := fmt.Sprintf("%s:%d", l.path, n)
		u := unit{place: place, path: l.path, size: size}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		switch {
		case size > maxArticle:
			u.parse = func(context.Context) ([]*Item, error) { return nil, tooLarge(place, size) }
		case len(bytes.TrimSpace(line)) == 0:
			continue
		default:
			u.parse = func(context.Context) ([]*Item, error) {
				return parseObject(input{place: place, key: fmt.Sprintf("file:%s:%d", l.key, n), data: line, opt: l.opt})
			}
		}
		if !yield(u) {
			return nil
		}
		if err == io.EOF {
			return nil
		}
	}
}

// readLine gives the next line in memory of its own, and its length in
// bytes. Of a line longer than limit it gives nothing but the length.
func readLine(r *bufio.Reader, limit int) (line []byte, size int64, err error) {
	for {
		part, err := r.ReadSlice('\n')
		size += int64(len(part))
		if size <= int64(limit) {
			line = append(line, part...)
		} else {
			line = nil
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		return line, size, err
	}
}

// array is a JSON document: an array of articles, an object that holds one
// ("items", "articles", …: JSON Feed among them), or a single article.
type array struct{ file }

func (a array) cut(ctx context.Context, yield func(unit) bool) error {
	f, err := os.Open(a.path)
	if err != nil {
		return cannotOpen(err, a.path)
	}
	defer f.Close()
	br := bufio.NewReaderSize(f, 256<<10)
	if head, _ := br.Peek(3); bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		br.Discard(3)
	}
	dec := json.NewDecoder(br)
	if err := enterArray(dec); err == errNoArray {
		return a.single(yield)
	} else if err != nil {
		return badJSON(err, a.path)
	}
	for n := 1; dec.More(); n++ {
		start := dec.InputOffset()
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return badJSON(err, fmt.Sprintf("%s: article %d, byte %d", a.path, n, start))
		}
		place := fmt.Sprintf("%s: article %d", a.path, n)
		u := unit{place: place, path: a.path, size: dec.InputOffset() - start, parse: func(context.Context) ([]*Item, error) {
			return parseObject(input{place: place, key: fmt.Sprintf("file:%s:%d", a.key, n), data: raw, opt: a.opt})
		}}
		if !yield(u) {
			return nil
		}
	}
	if _, err := dec.Token(); err != nil {
		return badJSON(err, a.path)
	}
	return nil
}

func (a array) single(yield func(unit) bool) error {
	yield(whole{a.file, maxArticle, parseObject}.unit())
	return nil
}

var errNoArray = errors.New("no array of articles")

// enterArray moves the decoder behind the "[" of the articles.
func enterArray(dec *json.Decoder) error {
	t, err := dec.Token()
	if err != nil {
		return err
	}
	if t == json.Delim('[') {
		return nil
	}
	if t != json.Delim('{') {
		return errNoArray
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return err
		}
		switch name {
		case "items", "articles", "posts", "news", "results", "data", "documents":
			t, err := dec.Token()
			if err != nil {
				return err
			}
			if t == json.Delim('[') {
				return nil
			}
			return errNoArray
		case "title", "headline", "text", "html", "content", "body":
			return errNoArray // this object is an article itself
		}
		var skip json.RawMessage
		if err := dec.Decode(&skip); err != nil {
			return err
		}
	}
	return errNoArray
}

func badJSON(err error, place string) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fault.Wrap(err, fault.Invalid, "the JSON ends in the middle").At("%s", place).Hint("export it again; what stood before the end was read")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fault.Wrap(err, fault.Invalid, "this is not JSON: %v, at byte %d", err, syntax.Offset).At("%s", place).Hint("check it with a JSON tool such as jq")
	}
	return fault.Wrap(err, fault.Invalid, "this is not JSON: %v", err).At("%s", place)
}
