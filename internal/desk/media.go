package desk

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/media"
	"shanyraq/internal/people"
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

// picture tells the editor what of a picture must stay in sight.
func (d *Desk) picture(a *answer, q *request) error {
	m, err := d.store.Medium(q.Context(), q.PathValue("hash"))
	if err != nil {
		return err
	}
	return a.json(http.StatusOK, map[string]any{"x": m.FocusX, "y": m.FocusY})
}

// focusSent changes that. Whoever brought the picture may, and whoever may
// publish: cards on public pages are cut by it.
func (d *Desk) focusSent(a *answer, q *request) error {
	var in struct{ X, Y int }
	if err := q.decode(&in); err != nil {
		return err
	}
	hash := q.PathValue("hash")
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		m, err := tx.Medium(q.Context(), hash)
		if err != nil {
			return err
		}
		if m.Person != q.user.ID && !q.user.May(people.Publish, people.Scope{}) {
			return fault.New(fault.Forbidden, "the picture was brought by somebody else").Hint("ask an editor to choose what stays in sight")
		}
		if err := tx.FocusMedium(hash, in.X, in.Y); err != nil {
			return err
		}
		return q.audit(tx, "picture-focus", "picture "+hash, number(int64(in.X))+", "+number(int64(in.Y)))
	})
	if err != nil {
		return err
	}
	return a.json(http.StatusOK, map[string]any{"x": in.X, "y": in.Y})
}

// checkPictures refuses to publish a picture that says nothing to those who
// do not see it, and one brought here of which nobody says who made it.
func checkPictures(doc article.Doc) error {
	for i, p := range doc.Pictures() {
		if strings.TrimSpace(p.Alt) == "" {
			return fault.New(fault.Invalid, "picture %d of the text has no words for those who do not see it", i+1).Hint("write under the picture what it shows, save, then publish")
		}
		if strings.HasPrefix(p.Src, media.Prefix) && p.Credit == "" {
			return fault.New(fault.Invalid, "picture %d of the text does not say who made it", i+1).Hint("write the name into the caption, mark it as the credit, save, then publish")
		}
	}
	return nil
}
