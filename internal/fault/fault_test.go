package fault

import (
	"errors"
	"fmt"
	"io"
	"testing"
)

func TestErrorSaysPlaceMessageAndHint(t *testing.T) {
	err := Wrap(io.ErrUnexpectedEOF, Invalid, "the file ends in the middle of %q", "item").
		At("news.xml:12").Hint("export it again")
	want := `news.xml:12: the file ends in the middle of "item"; export it again`
	if got := err.Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	wrapped := fmt.Errorf("import: %w", err)
	if !errors.Is(wrapped, io.ErrUnexpectedEOF) || !Is(wrapped, Invalid) || KindOf(wrapped) != Invalid {
		t.Error("kind or cause is lost in the chain")
	}
	if KindOf(io.EOF) != Internal || Is(io.EOF, Internal) {
		t.Error("a foreign error is Internal by KindOf and of no kind by Is")
	}
}

func TestAtAndHintCopy(t *testing.T) {
	base := New(NotFound, "nothing")
	_ = base.At("here").Hint("look there")
	if base.Error() != "nothing" {
		t.Errorf("At or Hint changed the original: %v", base)
	}
}
