package site

import (
	"time"

	"shanyraq/internal/store"
)

// readSoFar gives how often an article was read until the end of yesterday,
// and that day. A number that changed all day would empty the page cache all
// day.
func (q *request) readSoFar(article int64) (n int, until string, err error) {
	if q.site.cfg.Views == nil {
		return 0, "", nil
	}
	today := store.DayOf(q.site.now())
	n, err = q.site.store.Views(q.Context(), article, today)
	return n, q.m.Date(store.DayTime(today - 1).Format(time.DateOnly)), err
}
