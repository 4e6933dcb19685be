package intake

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"shanyraq/internal/fault"
)

// format is what a file or an answer holds.
type format int

const (
	unknown format = iota
	page
	feed
	wordpress
	markdown
	plainText
	jsonLines
	jsonDocument
)

// byExtension names the formats that a folder is searched for.
var byExtension = map[string]format{
	".html": page, ".htm": page, ".xhtml": page, ".shtml": page,
	".rss": feed, ".atom": feed, ".rdf": feed, ".xml": feed,
	".md": markdown, ".markdown": markdown, ".txt": plainText,
	".jsonl": jsonLines, ".ndjson": jsonLines, ".json": jsonDocument,
}

// open recognises one input: an address, a folder or a file.
func open(path string, opt Options) (source, error) {
	if isAddress(path) {
		return address{path, opt}, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, cannotOpen(err, path)
	}
	if info.IsDir() {
		return folder{path, opt}, nil
	}
	if !info.Mode().IsRegular() {
		return nil, fault.New(fault.Unsupported, "it is neither a file nor a folder").At("%s", path)
	}
	return openFile(path, keyPath(path), info.Size(), opt)
}

// keyPath names a file by its folder and its own name, so that importing the
// folder and importing the file give one identity.
func keyPath(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	return filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(abs)), filepath.Base(abs)))
}

func openFile(path, key string, size int64, opt Options) (source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(err, path)
	}
	defer f.Close()
	head := make([]byte, 8<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, cannotOpen(err, path)
	}
	kind := sniff(head[:n], strings.ToLower(filepath.Ext(path)))
	fl := file{path: path, key: key, bytes: size, opt: opt}
	switch kind {
	case page:
		return whole{fl, maxArticle, parsePage}, nil
	case feed:
		return whole{fl, maxFeed, parseFeed}, nil
	case markdown:
		return whole{fl, maxArticle, parseMarkdown}, nil
	case plainText:
		return whole{fl, maxArticle, parsePlainText}, nil
	case wordpress:
		return export{fl}, nil
	case jsonLines:
		return lines{fl}, nil
	case jsonDocument:
		return array{fl}, nil
	}
	if n == 0 {
		return nil, fault.New(fault.Invalid, "the file is empty").At("%s", path)
	}
	return nil, fault.New(fault.Unsupported, "it is no page, feed, WordPress export, Markdown or JSON Lines").At("%s", path).
		Hint("give the file the ending of its format: .html, .xml, .md, .txt or .jsonl")
}

// sniff tells a format from the first bytes of a file and the ending of its
// name. What the bytes say comes first where they can say it.
func sniff(head []byte, ext string) format {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		head = bytes.ReplaceAll(head, []byte{0}, nil) // UTF-16: the markup is ASCII
		head = head[2:]
	}
	s := strings.ToLower(strings.TrimLeft(string(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))), " \r\n\t"))
	known := byExtension[ext]
	switch {
	case known == markdown || known == plainText || known == jsonLines:
		return known
	case strings.HasPrefix(s, "<?xml") || strings.HasPrefix(s, "<rss") || strings.HasPrefix(s, "<feed") || strings.HasPrefix(s, "<rdf:rdf"):
		switch {
		case strings.Contains(s, "wordpress.org/export/"):
			return wordpress
		case strings.Contains(s, "<rss") || strings.Contains(s, "<feed") || strings.Contains(s, "<rdf:rdf"):
			return feed
		case strings.Contains(s, "<html"):
			return page
		}
		return known
	case strings.HasPrefix(s, "<!doctype html") || strings.HasPrefix(s, "<html"):
		return page
	case strings.HasPrefix(s, "{") || strings.HasPrefix(s, "["):
		if known == jsonDocument || known == unknown {
			if manyObjects(head) {
				return jsonLines
			}
			return jsonDocument
		}
	}
	return known
}

// manyObjects reports whether a JSON file opens with a whole object on its
// first line and another on its second.
func manyObjects(head []byte) bool {
	first, rest, ok := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
	return ok && bytes.HasPrefix(first, []byte("{")) && bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")) &&
		bytes.HasPrefix(bytes.TrimSpace(rest), []byte("{"))
}

// cannotOpen says in words why the file system refused.
func cannotOpen(err error, path string) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(err, fault.NotFound, "there is no such file or folder").At("%s", path).Hint("check the path")
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(err, fault.Forbidden, "the file may not be read").At("%s", path).Hint("check its permissions")
	}
	return fault.Wrap(err, fault.Unavailable, "it cannot be read: %v", errors.Unwrap(err)).At("%s", path)
}

// file is an input file with what its importer needs to know of it.
type file struct {
	path  string
	key   string // path in the folder that was named
	bytes int64
	opt   Options
}

func (f file) size() int64 { return f.bytes }

// input is the text of a page, feed or document with what is known around it.
type input struct {
	place   string // for reports
	key     string // identity where the text itself has none
	url     string // address it was fetched from; empty for a file
	charset string // declared by the server
	data    []byte
	opt     Options
}

// whole is a file that is one unit.
type whole struct {
	file
	limit int64
	read  func(input) ([]*Item, error)
}

func (w whole) cut(ctx context.Context, yield func(unit) bool) error {
	yield(w.unit())
	return nil
}

func (w whole) unit() unit {
	return unit{place: w.path, path: w.path, size: w.bytes, parse: func(context.Context) ([]*Item, error) {
		if w.bytes > w.limit {
			if w.limit == maxArticle {
				return nil, tooLarge(w.path, w.bytes)
			}
			return nil, fault.New(fault.TooLarge, "the feed is %d MB long; a feed may have at most %d MB", w.bytes>>20, w.limit>>20).
				At("%s", w.path).Hint("divide it")
		}
		data, err := os.ReadFile(w.path)
		if err != nil {
			return nil, cannotOpen(err, w.path)
		}
		return w.read(input{place: w.path, key: "file:" + w.key, data: data, opt: w.opt})
	}}
}

func emptyFolder(path string) error {
	return fault.New(fault.NotFound, "the folder holds no page, feed, export, Markdown or JSON Lines").At("%s", path).
		Hint("files are told by their endings: .html, .xml, .rss, .atom, .md, .txt, .jsonl, .json")
}
