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
	var m classMemo
	for range 2 {
		for _, name := range []string{"orghead", "officenoun", "partywith", "no such list", "of", ""} {
			want, _ := pack.FindClass(name)
			for _, n := range []string{name, strings.Clone(name), ("x" + name)[1:]} {
				if got := m.of(pack, n); got != want {
					t.Errorf("%q: class %d, want %d", n, got, want)
				}
			}
		}
		long := "officenounpartywith"
		for n := range len(long) {
			if want, _ := pack.FindClass(long[:n]); m.of(pack, long[:n]) != want {
				t.Errorf("%q: class %d, want %d", long[:n], m.of(pack, long[:n]), want)
			}
		}
	}
	if c := m.of(pack, "orghead"); c == lang.NoClass {
		t.Error("no list of heads of bodies")
	}
}
