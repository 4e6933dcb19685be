package desk

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/media"
	"shanyraq/internal/store"
)

// PictureMaker makes an upload ready; media.Apart in a process of its own.
type PictureMaker func(ctx context.Context, data []byte) (media.Picture, error)

// pictureSent takes an upload: the file is the whole body. It is made ready,
// stored, and only then acknowledged.
func (d *Desk) pictureSent(a *answer, q *request) error {
	data, err := io.ReadAll(q.Body)
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) || err == nil && len(data) > media.MaxBytes {
		return fault.New(fault.TooLarge, "the file is larger than %d megabytes", media.MaxBytes>>20).Hint("save it smaller")
	}
	if err != nil {
		return formError(err)
	}
	p, err := d.cfg.Pictures(q.Context(), data)
	if err != nil {
		return err
	}
	name := strings.ToValidUTF8(q.URL.Query().Get("name"), "")
	if len(name) > 200 {
		name = ""
	}
	m := store.Medium{Hash: p.Hash, Name: name, Width: p.Width, Height: p.Height, Caption: p.Caption, Credit: p.Credit, FocusX: 50, FocusY: 50, Person: q.user.ID}
	for _, f := range p.Files {
		if err := d.cfg.Blobs.Put(p.Hash+"/"+f.Name(), f.Data); err != nil {
			return err
		}
		m.Files = append(m.Files, store.MediaFile{Width: f.Width, Height: f.Height, Type: f.Type, Bytes: len(f.Data)})
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if _, err := tx.Medium(q.Context(), m.Hash); err == nil {
			return nil // the same picture again: what is said of it stays
		} else if !fault.Is(err, fault.NotFound) {
			return err
		}
		if err := tx.SaveMedium(&m); err != nil {
			return err
		}
		return q.audit(tx, "picture-added", "picture "+m.Hash, name)
	})
	if err != nil {
		return err
	}
	last := p.Files[len(p.Files)-1]
	return a.json(http.StatusOK, map[string]any{"src": media.Prefix + p.Hash + "/" + last.Name(), "width": p.Width, "height": p.Height, "alt": "", "caption": p.Caption, "credit": p.Credit})
}
