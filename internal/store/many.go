package store

import "strings"

// insertMany writes rows of one table with few statements: many values in
// one INSERT, in sizes of which each is prepared once. head names the method
// and everything up to VALUES; tail may hold an ON CONFLICT.
func (tx *Tx) insertMany(head, tail string, columns int, values []any) error {
	for len(values) > 0 {
		n := 1
		for _, size := range [...]int{32, 8, 4, 2} {
			if len(values) >= size*columns {
				n = size
				break
			}
		}
		row := ",(" + placeholders(columns) + ")"
		if _, err := tx.exec(tx.ctx, head+" VALUES "+strings.Repeat(row, n)[1:]+tail, values[:n*columns]...); err != nil {
			return err
		}
		values = values[n*columns:]
	}
	return nil
}
