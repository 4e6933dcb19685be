package site

import (
	"testing"

	"shanyraq/internal/store"
)

// A picture of ours is offered in all its widths; one of a single width, one
// that nobody knows and one elsewhere stay as they are.
func TestOwnPicturesHaveWidths(t *testing.T) {
	const two, one, none = "00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100", "00000000000000000000000000000000"
	f := newFixture(t, 0)
	if err := f.store.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.SaveMedium(&store.Medium{Hash: two, Width: 700, Height: 350, Files: []store.MediaFile{{Width: 320, Height: 160, Type: "png"}, {Width: 640, Height: 320, Type: "png"}, {Width: 700, Height: 350, Type: "png"}}}); err != nil {
			return err
		}
		return tx.SaveMedium(&store.Medium{Hash: one, Width: 200, Height: 100, Files: []store.MediaFile{{Width: 200, Height: 100, Type: "jpeg"}}})
	}); err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		`<img src="/media/` + two + `/700.png" alt="x" width="700">`: `<img srcset="/media/` + two + `/320.png 320w, /media/` + two + `/640.png 640w, /media/` + two + `/700.png 700w" sizes="` + column + `" src="/media/` + two + `/700.png" alt="x" width="700">`,
		`<img src="/media/` + one + `/200.jpg" alt="">`:              `<img src="/media/` + one + `/200.jpg" alt="">`,
		`<img src="/media/` + none + `/9.jpg" alt="">`:               `<img src="/media/` + none + `/9.jpg" alt="">`,
		`<img src="/files/` + two + `.png" alt="">`:                  `<img src="/files/` + two + `.png" alt="">`,
	} {
		if got := pictures(in, func(src string) string { return f.sizes(t.Context(), src) }); got != want {
			t.Errorf("%s\n gives %s\n want  %s", in, got, want)
		}
	}
}
