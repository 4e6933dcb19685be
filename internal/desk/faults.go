package desk

import (
	"fmt"
	"io/fs"
	"strings"
)

// loadFaults reads the translations of errors, faults/<language>.txt: an
// English format string as it stands in the code on one line, its translation
// on the next, after a tab. Arguments keep their order, or are numbered as in
// %[2]s.
func loadFaults(files fs.FS) (map[string]map[string]string, error) { return loadSaid(files, "faults") }

// loadSaid reads such files of a folder, by language.
func loadSaid(files fs.FS, folder string) (map[string]map[string]string, error) {
	out := map[string]map[string]string{}
	names, err := fs.Glob(files, folder+"/*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		said := map[string]string{}
		english, n := "", 0
		for line := range strings.Lines(string(src)) {
			n++
			line = strings.TrimSuffix(line, "\n")
			translation, indented := strings.CutPrefix(line, "\t")
			switch {
			case line == "" || strings.HasPrefix(line, "# "):
			case indented && english != "":
				said[english], english = translation, ""
			case indented || english != "":
				return nil, fmt.Errorf("%s:%d: want an English line and then its translation after a tab", name, n)
			default:
				english = line
			}
		}
		language := strings.TrimSuffix(strings.TrimPrefix(name, folder+"/"), ".txt")
		out[language] = said
	}
	return out, nil
}
