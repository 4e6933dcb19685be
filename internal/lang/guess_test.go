package lang

import "testing"

// What is guessed of a word is that of one text: it has its class, value and form there, is
// told apart from what a list has, and is gone with the next text.
func TestGuess(t *testing.T) {
	p, err := Load("en")
	if err != nil {
		t.Fatal(err)
	}
	event := p.Class("eventnoun")
	var l Lattice
	l.Reset(p, "The cakewalk was held.")
	if l.Has(1, event) {
		t.Fatal("a list has the word: take another")
	}
	l.Guess(event, 1, "cakewalk", "other loose")
	c, ok := l.Chunk(1, event)
	if !ok || c.End != 2 {
		t.Fatalf("chunk %+v, %v", c, ok)
	}
	e := l.Entry(c)
	if v, end, ok := l.Value(1, event); !ok || v != "other loose" || end != 2 || !e.Guessed || e.Forms[0] != "cakewalk" {
		t.Errorf("value %q to token %d, %v; entry %+v", v, end, ok, e)
	}
	if laid := l.LaidFrom(0, len(l.Toks)); !laid.Has(event) {
		t.Error("LaidFrom does not tell the class")
	}
	l.Reset(p, "The cakewalk was held.")
	if l.Has(1, event) {
		t.Error("the guess outlives its text")
	}
}
