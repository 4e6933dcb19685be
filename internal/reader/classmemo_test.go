package reader

import (
	"strings"
	"testing"

	"shanyraq/internal/lang"
)

// TestClassMemo: a name means the same class wherever it stands, one that is
// the beginning of another or that the pack lacks too.
func TestClassMemo(t *testing.T) {
	pack := knowledgeOf("en").pack
	p := part{know: knowledgeOf("en"), memory: &memory{}}
	for range 2 {
		for _, name := range []string{"orghead", "officenoun", "partywith", "no such list", "of", ""} {
			want, _ := pack.FindClass(name)
			for _, n := range []string{name, strings.Clone(name), ("x" + name)[1:]} {
				if got := p.class(n); got != want {
					t.Errorf("%q: class %d, want %d", n, got, want)
				}
			}
		}
		long := "officenounpartywith"
		for n := range len(long) {
			if want, _ := pack.FindClass(long[:n]); p.class(long[:n]) != want {
				t.Errorf("%q: class %d, want %d", long[:n], p.class(long[:n]), want)
			}
		}
	}
	if c := p.class("orghead"); c == lang.NoClass {
		t.Error("no list of heads of bodies")
	}
}
