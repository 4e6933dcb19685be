package store

import (
	"context"
	"time"

	"shanyraq/internal/fault"
)

// Medium is a picture of our own with what is said of it.
type Medium struct {
	Hash    string // SHA-256 of its pixels as kept, hex; part of its address
	Name    string // of the file, as it came
	Width   int
	Height  int
	Files   []MediaFile
	Alt     string
	Caption string
	Credit  string
	FocusX  int // per cent from the left: what must stay in sight when it is cut
	FocusY  int
	Person  int64
	Created time.Time
}

// MediaFile is one size and form of a picture.
type MediaFile struct {
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Type   string `json:"type"` // "webp", "jpeg", "png"
	Bytes  int    `json:"bytes"`
}

const mediaColumns = `hash, name, width, height, files, alt, caption, credit, focus_x, focus_y, person, created`

// SaveMedium writes a picture or what is said of it.
func (tx *Tx) SaveMedium(m *Medium) error {
	if m.Created.IsZero() {
		m.Created = tx.Time()
	}
	_, err := tx.exec(tx.ctx, `/* store.SaveMedium */ INSERT INTO media (`+mediaColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (hash) DO UPDATE SET files = excluded.files, alt = excluded.alt, caption = excluded.caption, credit = excluded.credit, focus_x = excluded.focus_x, focus_y = excluded.focus_y`,
		m.Hash, m.Name, m.Width, m.Height, toJSON(m.Files), m.Alt, m.Caption, m.Credit, m.FocusX, m.FocusY, m.Person, millis(m.Created))
	return translate(err, "picture")
}

// FocusMedium notes what of a picture must stay in sight when it is cut, in
// per cent from the left and from the top. Unlike a new picture it changes
// public pages.
func (tx *Tx) FocusMedium(hash string, x, y int) error {
	if x < 0 || x > 100 || y < 0 || y > 100 {
		return fault.New(fault.Invalid, "%d, %d is no place in a picture", x, y).Hint("give per cent from the left and from the top, 0 to 100")
	}
	n, err := tx.exec(tx.ctx, `/* store.FocusMedium */ UPDATE media SET focus_x = ?, focus_y = ? WHERE hash = ?`, x, y, hash)
	if err == nil && n == 0 {
		return notFound("picture")
	}
	return translate(err, "picture")
}

func scanMedium(scan func(...any) error) (m Medium, err error) {
	var files string
	var created int64
	if err = scan(&m.Hash, &m.Name, &m.Width, &m.Height, &files, &m.Alt, &m.Caption, &m.Credit, &m.FocusX, &m.FocusY, &m.Person, &created); err != nil {
		return m, err
	}
	m.Created = fromMillis(created)
	return m, fromJSON(files, &m.Files)
}

// Medium gives a picture by its hash; fault.NotFound where there is none.
func (q Queries) Medium(ctx context.Context, hash string) (Medium, error) {
	list, err := collect(q, ctx, `/* store.Medium */ SELECT `+mediaColumns+` FROM media WHERE hash = ?`, []any{hash}, scanMedium)
	if err == nil && len(list) == 0 {
		return Medium{}, notFound("picture")
	}
	if err != nil {
		return Medium{}, translate(err, "picture")
	}
	return list[0], nil
}

// Media lists the newest pictures.
func (q Queries) Media(ctx context.Context, n int) ([]Medium, error) {
	list, err := collect(q, ctx, `/* store.Media */ SELECT `+mediaColumns+` FROM media ORDER BY created DESC, hash LIMIT ?`, []any{limit(n)}, scanMedium)
	return list, translate(err, "picture")
}
