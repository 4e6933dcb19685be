package translit

import (
	"os"
	"strings"
	"testing"
)

func TestVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/translit_vectors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	tags := map[string][2]string{
		"kk-cyrl-latn-2021": {"kk-Cyrl", "kk-Latn"}, "kk-cyrl-arab": {"kk-Cyrl", "kk-Arab"}, "uz-cyrl-latn-1995": {"uz-Cyrl", "uz-Latn"},
	}
	n := 0
	for _, line := range strings.Split(string(data), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) < 3 {
			continue
		}
		n++
		pair := tags[f[0]]
		got, err := Convert(pair[0], pair[1], f[1])
		if err != nil || got != f[2] {
			t.Errorf("%s: %s: got %q, want %q, %v", f[0], f[1], got, f[2], err)
		}
	}
	if n < 100 {
		t.Errorf("only %d vectors", n)
	}
}
