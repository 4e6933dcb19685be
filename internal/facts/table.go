package facts

import (
	_ "embed" // the tables are part of the program
	"fmt"
	"strings"
)

// The tables as they lie in the program: their cells are pieces of these strings, so
// that reading a table copies nothing of it.
var (
	//go:embed data/bodies.csv
	bodiesCSV string
	//go:embed data/coordinates.csv
	coordinatesCSV string
	//go:embed data/groups.csv
	groupsCSV string
	//go:embed data/meetings.csv
	meetingsCSV string
	//go:embed data/places.csv
	placesCSV string
	//go:embed data/population_by_group.csv
	populationByGroupCSV string
	//go:embed data/population_share_by_group.csv
	populationShareByGroupCSV string
	//go:embed data/population_total.csv
	populationTotalCSV string
)

var tables = map[string]string{
	"bodies":                    bodiesCSV,
	"coordinates":               coordinatesCSV,
	"groups":                    groupsCSV,
	"meetings":                  meetingsCSV,
	"places":                    placesCSV,
	"population_by_group":       populationByGroupCSV,
	"population_share_by_group": populationShareByGroupCSV,
	"population_total":          populationTotalCSV,
}

// table parts CSV into lines of cells, as many in each as in the first. It is
// encoding/csv for what is in our tables, without a copy of every line.
func table(src string) ([][]string, error) {
	head, _, _ := strings.Cut(src, "\n")
	width, n := strings.Count(head, ",")+1, strings.Count(src, "\n")+1
	out, room := make([][]string, 0, n), make([]string, 0, n*width)
	for src != "" {
		from := len(room)
		for more := true; more; {
			var cell string
			var err error
			if cell, src, more, err = cutCell(src); err != nil {
				return nil, fmt.Errorf("line %d: %w", len(out)+1, err)
			}
			room = append(room, cell)
		}
		if len(room)-from != width {
			return nil, fmt.Errorf("line %d has %d cells instead of %d", len(out)+1, len(room)-from, width)
		}
		out = append(out, room[from:len(room):len(room)])
	}
	return out, nil
}

// cutCell parts the first cell from what stands behind it, and tells whether there
// are more in its line.
func cutCell(src string) (cell, rest string, more bool, err error) {
	end := 0
	if strings.HasPrefix(src, `"`) {
		for end = 1; ; end += 2 {
			n := strings.IndexByte(src[end:], '"')
			if n < 0 {
				return "", "", false, fmt.Errorf("a quotation mark is not closed")
			}
			if end += n; !strings.HasPrefix(src[end+1:], `"`) { // two stand for one
				break
			}
		}
		cell, src = strings.ReplaceAll(src[1:end], `""`, `"`), src[end+1:]
		if end = 0; src != "" && src[0] != ',' && src[0] != '\n' {
			return "", "", false, fmt.Errorf("something stands behind a quotation mark")
		}
	} else {
		for end < len(src) && src[end] != ',' && src[end] != '\n' {
			end++
		}
		cell = src[:end]
	}
	if end == len(src) {
		return cell, "", false, nil
	}
	return cell, src[end+1:], src[end] == ',', nil
}
