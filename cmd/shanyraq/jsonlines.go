package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"shanyraq/internal/fault"
)

// eachLine reads JSON Lines from in, one Q a line, and writes one answer a
// line to out, in order, while it reads. A line that cannot be read gets
// {"id", "error"} in its place, and errPartly is returned at the end.
func eachLine[Q any](in io.Reader, out io.Writer, answer func(q Q) any) error {
	br, bw := bufio.NewReaderSize(in, 1<<16), bufio.NewWriterSize(out, 1<<16)
	enc := json.NewEncoder(bw)
	enc.SetEscapeHTML(false)
	partly := false
	for {
		line, err := br.ReadBytes('\n')
		if err != nil && err != io.EOF {
			bw.Flush()
			return fault.Wrap(err, fault.Unavailable, "the input stopped")
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			var q Q
			var result any
			if e := json.Unmarshal(line, &q); e != nil {
				partly = true
				var id struct {
					ID json.RawMessage `json:"id"`
				}
				_ = json.Unmarshal(line, &id) // as far as it goes
				result = struct {
					ID    json.RawMessage `json:"id"`
					Error string          `json:"error"`
				}{id.ID, "this line is not the JSON object that is wanted: " + e.Error()}
			} else {
				result = answer(q)
			}
			if e := enc.Encode(result); e != nil {
				return fault.Wrap(e, fault.Unavailable, "the output cannot be written")
			}
		}
		if err == io.EOF {
			break
		}
		if br.Buffered() == 0 { // nothing waits: let the reader at the other end see it
			if e := bw.Flush(); e != nil {
				return fault.Wrap(e, fault.Unavailable, "the output cannot be written")
			}
		}
	}
	if err := bw.Flush(); err != nil {
		return fault.Wrap(err, fault.Unavailable, "the output cannot be written")
	}
	if partly {
		return errPartly
	}
	return nil
}
