package store

import (
	"strings"
	"sync"
)

// insertMany writes rows of one table with few statements: many values in
// one INSERT, in sizes of which each is prepared once. head names the method
// and everything up to VALUES; tail may hold an ON CONFLICT. After an error
// some of the rows may stand: the transaction must end with it.
func (tx *Tx) insertMany(head, tail string, columns int, values []any) error {
	for len(values) > 0 {
		size := 0
		for size < len(manyRows)-1 && len(values) < manyRows[size]*columns {
			size++
		}
		n := manyRows[size]
		if _, err := tx.exec(tx.ctx, manyText(many{tx.d.insertRows, head, size}, tail, columns), values[:n*columns]...); err != nil {
			return err
		}
		values = values[n*columns:]
	}
	return nil
}

var manyRows = [...]int{64, 32, 16, 8, 4, 2, 1}

// many is an INSERT of this package by its verb, its head and the size of its
// list.
type many struct {
	verb, head string
	size       int
}

// manyTexts keeps the texts written out; there are as many as there are
// INSERTs in this package, seven times, on each of two databases.
var manyTexts sync.Map

func manyText(m many, tail string, columns int) string {
	if text, ok := manyTexts.Load(m); ok {
		return text.(string)
	}
	row := ",(" + placeholders(columns) + ")"
	text := strings.Replace(m.head, "INSERT", m.verb, 1) + " VALUES " + strings.Repeat(row, manyRows[m.size])[1:] + tail
	manyTexts.Store(m, text)
	return text
}
