package main

import (
	"encoding/json"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPlainLineIsTheLibrarys changes lines at random: what plain takes the library
// takes alike. Lines that are often met are taken.
func TestPlainLineIsTheLibrarys(t *testing.T) {
	plain := []string{
		`{"id": "0", "text": "С 30 августа — \"Ә\"\nand\tso", "language": "ru"}`,
		`{"id":17,"text":"\u0421\u00b7 a\\b\/","language":"kk","published":"2024-05-16","title":"é 😀"}` + "\r\n",
		`{ "text" : "", "id" : 0 }`,
		`{"id":"\"\u00e9"}`,
	}
	other := []string{`{}`, `{"id":null,"text":"a"}`, `{"Text":"a"}`, `{"text":"a","text":"b"}`, `{"text":"","text":"b"}`, `{"text":"\ud83d\ude00"}`, `{"text":"\ud83d"}`,
		`{"id":-1.5e3,"text":"a"}`, `{"id":{"a":[1,2]},"more":true}`, `{"id":01}`, `{"text":1}`, `{"text":"a"},`, `{"text":"a",}`, `[]`, ``, `null`, "{\"text\":\"a\nb\"}"}
	for _, line := range plain {
		if !new(lineFields).plain(line) {
			t.Errorf("not taken: %s", line)
		}
	}
	r := rand.New(rand.NewSource(1))
	pieces := []string{`"`, `\`, `{`, `}`, `,`, `:`, ` `, "\n", `\u00`, `\n`, `0`, `1`, `.`, `e`, `null`, `"text"`, `"id":`, `,"text":"c"`, "\x00", "é", "a"}
	taken := 0
	for range 50_000 {
		all := slices.Concat(plain, other)
		line := all[r.Intn(len(all))]
		for range r.Intn(4) {
			at := r.Intn(len(line) + 1)
			line = line[:at] + pieces[r.Intn(len(pieces))] + line[min(at+r.Intn(3), len(line)):]
		}
		line = strings.ToValidUTF8(line, "?")
		var got, want lineFields
		if !utf8.ValidString(line) || !got.plain(line) {
			continue
		}
		taken++
		if err := json.Unmarshal([]byte(line), &want); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\ngot  %q\nwant %q (%v)", line, got, want, err)
		}
	}
	if taken < 1000 {
		t.Errorf("only %d lines were taken", taken)
	}
}
