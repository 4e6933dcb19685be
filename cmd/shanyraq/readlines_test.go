package main

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// TestReadLines reads lines together: each has its answer at its place, whatever is
// wrong with its neighbours.
func TestReadLines(t *testing.T) {
	in := strings.Join([]string{
		`{"id":1,"text":"Anna Lind, the minister, arrived on 3 May.","language":"en","published":"2024-05-16"}`,
		``,
		`{"id":"b","text":"Встреча прошла 4 мая.","language":"ru","published":"2024-05-16"}`,
		`not an object`,
		`{"id":3,"text":"x","language":"en","published":"yesterday"}`,
		`{"text":"Кездесу 5 мамырда өтті.","language":"kk","published":"2024-05-16"}`, // and no line's end
	}, "\n")
	var out strings.Builder
	if err := readLines(strings.NewReader(in), &out); !errors.Is(err, errPartly) {
		t.Errorf("lines without a reading end in %v", err)
	}
	answers := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	for i, want := range []string{`"id":1,`, `"id":"b",`, `"id":null,"error":"the line is not a JSON object`, `"id":3,"error":"\"yesterday\" is no day`, `"language":"kk"`} {
		if i >= len(answers) || !strings.Contains(answers[i], want) {
			t.Fatalf("answer %d has no %s in\n%s", i+1, want, out.String())
		}
	}
	for i, day := range map[int]string{0: "2024-05-03", 1: "2024-05-04", 4: "2024-05-05"} {
		if !strings.Contains(answers[i], day) {
			t.Errorf("answer %d has no %s: %s", i+1, day, answers[i])
		}
	}
	if len(answers) != 5 {
		t.Errorf("5 lines have %d answers", len(answers))
	}
}

// TestReadLinesInTurn asks for the next line only when the one before is answered.
func TestReadLinesInTurn(t *testing.T) {
	ask, asked := io.Pipe()
	answers, answered := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- readLines(ask, answered) }()
	br := bufio.NewReader(answers)
	for range 3 {
		if _, err := io.WriteString(asked, `{"text":"Anna Lind arrived on 3 May.","language":"en","published":"2024-05-16"}`+"\n"); err != nil {
			t.Fatal(err)
		}
		if line, err := br.ReadString('\n'); err != nil || !strings.Contains(line, "2024-05-03") {
			t.Fatalf("the answer is %q, %v", line, err)
		}
	}
	asked.Close()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// TestReadLinesThatBreak answers the lines before the one at which the input breaks.
func TestReadLinesThatBreak(t *testing.T) {
	broken := errors.New("the cable is cut")
	line := `{"text":"Anna Lind arrived on 3 May.","language":"en","published":"2024-05-16"}` + "\n"
	in := io.MultiReader(strings.NewReader(line+line+`{"text":"Anna`), iotest.ErrReader(broken))
	var out strings.Builder
	if err := readLines(in, &out); !errors.Is(err, broken) {
		t.Errorf("a broken input ends in %v", err)
	}
	if n := strings.Count(out.String(), "2024-05-03"); n != 2 {
		t.Errorf("2 whole lines have %d answers: %s", n, out.String())
	}
}

// TestLineFaults holds that a line with a field of another kind is refused in words.
func TestLineFaults(t *testing.T) {
	for line, want := range map[string]string{
		`{"text": 5}`:                   `"text" must be a string, not a JSON number`,
		`{"text": "x", "published": 7}`: `"published" must be a string, not a JSON number`,
		`[1]`:                           `the line is a JSON array, not an object with id and text`,
	} {
		if _, _, err := parseLine([]byte(line)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", line, err, want)
		}
	}
}
