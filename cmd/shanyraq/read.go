package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/fault"
	"shanyraq/internal/reader"
	"shanyraq/internal/value"
)

type readCmd struct {
	Language  string `placeholder:"TAG" help:"Language of the text (en, ru, kk…); detected where not given."`
	Published string `placeholder:"DAY" help:"Day of publication, which relative dates count from: 2016-11-07."`
	Title     string `placeholder:"TEXT" help:"Title of the text."`
	Lines     bool   `help:"Read JSON Lines from standard input, print one reading a line."`
	Explain   bool   `help:"Show the reading to a person, sentence by sentence."`
	File      string `arg:"" optional:"" help:"File to read; standard input where none is named."`
}

func (*readCmd) Help() string {
	return `Prints what a text says as JSON: sentences, mentions, entities and statements, each with its place in the text. Spans count code points.

Examples:
  shanyraq read --language kk --published 2024-05-16 article.txt
  shanyraq read --explain < article.txt
  jq -c '{id, text, language, published}' articles.json | shanyraq read --lines > readings.jsonl`
}

func (c *readCmd) Run() error {
	if c.Lines {
		if c.File != "" {
			return fault.New(fault.Invalid, "--lines reads standard input, not a file").Hint("shanyraq read --lines < %s", c.File)
		}
		return readLines(os.Stdin, os.Stdout)
	}
	text, err := readText(c.File)
	if err != nil {
		return err
	}
	o, err := readOptions(c.Language, c.Published, c.Title)
	if err != nil {
		return err
	}
	if len(text) > longText { // memory before time
		debug.SetGCPercent(30)
	}
	r := reader.Read(text, o)
	if !reader.Knows(r.Language) {
		fmt.Fprintln(os.Stderr, unknownLanguage(r.Language))
	}
	if c.Explain {
		return reader.Explain(os.Stdout, text, r)
	}
	return r.Write(os.Stdout)
}

// unknownLanguage says that a text was read by its shape alone.
func unknownLanguage(tag string) string {
	return fmt.Sprintf("shanyraq: there are no rules for the language %q: only dates in digits and figures are read; the languages with rules are en, ru and kk (--language)", tag)
}

// longText is the length in bytes from which on garbage is collected more often.
const longText = 1 << 22

// readText reads a text whole, without the mark some programs put before it.
func readText(file string) (string, error) {
	var b strings.Builder
	in := os.Stdin
	var err error
	if file != "" {
		if in, err = os.Open(file); err == nil {
			defer in.Close()
			if info, err := in.Stat(); err == nil && info.Mode().IsRegular() {
				b.Grow(int(info.Size()))
			}
		}
	}
	if err == nil {
		_, err = io.Copy(&b, in)
	}
	switch {
	case errors.Is(err, os.ErrNotExist):
		return "", fault.Wrap(err, fault.NotFound, "there is no file %q", file).Hint("check the path")
	case err != nil:
		return "", fault.Wrap(err, fault.Unavailable, "the text cannot be read: %v", err)
	}
	text := strings.TrimPrefix(b.String(), "\ufeff")
	if i := invalidAt(text); i >= 0 {
		return "", fault.New(fault.Invalid, "the text is not UTF-8 from byte %d on", i).At("%s", nameOr(file, "standard input")).
			Hint("convert it first: iconv -f windows-1251 -t utf-8")
	}
	return text, nil
}

func invalidAt(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}

func nameOr(file, other string) string {
	if file == "" {
		return other
	}
	return file
}

func readOptions(language, published, title string) (reader.Options, error) {
	o := reader.Options{Language: language, Title: title}
	d, err := value.ParseDate(published)
	if err != nil {
		return o, fault.Wrap(err, fault.Invalid, "%q is no day", published).Hint("write it as 2016-11-07")
	}
	o.Published = d
	return o, nil
}

// readLines reads one text a line and writes one reading a line, in order. Lines
// that are there already are read together, which is faster; memory does not grow
// with the input.
func readLines(in io.Reader, out io.Writer) error {
	br := bufio.NewReaderSize(in, 1<<16)
	bw := bufio.NewWriterSize(out, 1<<16)
	l := lineReader{reader: reader.New(), out: bw}
	var broken error
	for n, end := 1, false; !end; n++ {
		line, err := br.ReadBytes('\n')
		if broken = err; err == io.EOF {
			broken = nil
		}
		end = err != nil
		if broken == nil && len(bytes.TrimSpace(line)) > 0 {
			l.take(n, line)
		}
		alone := end || br.Buffered() == 0 // somebody may wait for the answer
		if alone || len(l.asked) == mostAsked || l.size > mostSize {
			if err := l.answer(); err != nil {
				return err
			}
		}
		if alone {
			if err := bw.Flush(); err != nil {
				return err
			}
		}
	}
	if broken != nil {
		return broken // behind the answers to what came before
	}
	if l.partly {
		return errPartly
	}
	return nil
}

// mostAsked and mostSize bound the lines that are read together, and their bytes.
const mostAsked, mostSize = 24, 1 << 20

// lineReader reads lines some at a time.
type lineReader struct {
	reader *reader.Reader
	out    io.Writer
	line   []byte // the last answer, and room for the next
	asked  []askedLine
	texts  []reader.Text // of the lines that have one
	size   int           // of those texts
	partly bool          // a line had no reading
}

// askedLine is a line with its id and, where it cannot be read, why.
type askedLine struct {
	id  lineID
	err error
}

// lineID is a line's id as it was given: a string or a number.
type lineID = json.RawMessage

// take adds a line to those that are read next.
func (l *lineReader) take(n int, line []byte) {
	id, text, err := parseLine(line)
	if l.asked = append(l.asked, askedLine{id, err}); err == nil {
		l.texts, l.size = append(l.texts, text), l.size+len(text.Text)
		return
	}
	l.partly = true
	fmt.Fprintf(os.Stderr, "shanyraq: line %d: %v\n", n, err)
}

// answer reads the lines taken and writes what they say.
func (l *lineReader) answer() error {
	readings := l.reader.ReadAll(l.texts)
	for _, a := range l.asked {
		var err error
		if a.err != nil {
			l.line, err = appendRefusal(l.line[:0], a)
		} else {
			l.line, err = readings[0].AppendLine(l.line[:0], a.id)
			readings = readings[1:]
		}
		if err == nil {
			_, err = l.out.Write(l.line)
		}
		if err != nil {
			return err
		}
	}
	l.asked, l.texts, l.size = l.asked[:0], l.texts[:0], 0
	return nil
}

// appendRefusal appends why a line has no reading.
func appendRefusal(out []byte, a askedLine) ([]byte, error) {
	b := bytes.NewBuffer(out)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		ID    lineID `json:"id"`
		Error string `json:"error"`
	}{a.id, a.err.Error()})
	return b.Bytes(), err
}

// lineFault says what is wrong with a line that JSON refuses.
func lineFault(err error) error {
	if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
		if kind.Field == "" {
			return fault.Wrap(err, fault.Invalid, "the line is a JSON %s, not an object with id and text", kind.Value)
		}
		return fault.Wrap(err, fault.Invalid, "%q must be a string, not a JSON %s", strings.ToLower(kind.Field), kind.Value)
	}
	return fault.Wrap(err, fault.Invalid, "the line is not a JSON object with id and text: %v", err)
}

// parseLine gives the id and the text of a line.
func parseLine(line []byte) (id lineID, text reader.Text, err error) {
	var in lineFields
	if !utf8.Valid(line) {
		return nil, text, fault.New(fault.Invalid, "the line is not UTF-8")
	}
	if !in.plain(string(line)) {
		in = lineFields{}
		if err := json.Unmarshal(line, &in); err != nil {
			return in.ID, text, lineFault(err)
		}
	}
	text.Text = in.Text
	text.Options, err = readOptions(in.Language, in.Published, in.Title)
	return in.ID, text, err
}
