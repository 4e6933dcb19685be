package site

import (
	"strings"
	"testing"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

const picturedHash, lonelyHash, unknownHash = "00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100", "00000000000000000000000000000000"

func (f *fixture) keepPictures(t *testing.T) {
	t.Helper()
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.SaveMedium(&store.Medium{Hash: picturedHash, Width: 700, Height: 350, FocusX: 50, FocusY: 50, Files: []store.MediaFile{
			{Width: 320, Height: 160, Type: "webp"}, {Width: 320, Height: 160, Type: "jpeg"}, {Width: 700, Height: 350, Type: "jpeg"}}}); err != nil {
			return err
		}
		return tx.SaveMedium(&store.Medium{Hash: lonelyHash, Width: 200, Height: 100, Files: []store.MediaFile{{Width: 200, Height: 100, Type: "png"}}})
	}))
}

// A picture of ours in a text is offered in all its forms and widths, with
// its size; the second is fetched when it is near. One of a single width, one
// that nobody knows and one elsewhere stay as they are.
func TestOwnPicturesHaveWidths(t *testing.T) {
	f := newFixture(t, 0)
	f.keepPictures(t)
	widths := `<picture><source type="image/webp" srcset="/media/` + picturedHash + `/320.webp 320w" sizes="` + column + `"><img srcset="/media/` + picturedHash + `/320.jpg 320w, /media/` + picturedHash + `/700.jpg 700w" sizes="` + column + `"`
	img := ` src="/media/` + picturedHash + `/700.jpg" alt="x"`
	for in, want := range map[string]string{
		`<img` + img + ` width="70" height="35">`:              widths + img + ` width="70" height="35"></picture>`,
		`<img` + img + `><p>and</p><img` + img + `>`:           widths + ` width="700" height="350"` + img + `></picture><p>and</p>` + widths + ` loading="lazy" decoding="async" width="700" height="350"` + img + `></picture>`,
		`<img src="/media/` + lonelyHash + `/200.png" alt="">`: `<img width="200" height="100" src="/media/` + lonelyHash + `/200.png" alt="">`,
		`<img src="/media/` + unknownHash + `/9.jpg" alt="">`:  `<img src="/media/` + unknownHash + `/9.jpg" alt="">`,
		`<img src="/files/` + picturedHash + `.png" alt="">`:   `<img src="/files/` + picturedHash + `.png" alt="">`,
	} {
		if got := pictures(in, func(src string) (store.Medium, bool) { return f.medium(t.Context(), src) }); got != want {
			t.Errorf("%s\n gives %s\n want  %s", in, got, want)
		}
	}
}

// Cards show the picture of their article, cut around what must stay in
// sight, and a change of that is seen at once. A picture of others, and one
// that is too small, is not shown.
func TestCardsShowPictures(t *testing.T) {
	f := newFixture(t, 1<<20)
	f.keepPictures(t)
	add := func(slug, address string) {
		it := testkit.Item("en", slug, "Pictured "+slug, "It shows something.", time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC))
		it.Article.Section, it.Images = "news", []store.Image{{Address: address}}
		must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }))
	}
	add("own", "/media/"+picturedHash+"/700.jpg")
	add("small", "/media/"+lonelyHash+"/200.png")
	add("other", "https://elsewhere.example/a.jpg")
	for _, path := range []string{"/en/", "/en/section/news"} {
		body := f.get(t, path).Body.String()
		if n := strings.Count(body, `class="shot"`); n != 1 || strings.Contains(body, "elsewhere.example") || strings.Contains(body, lonelyHash) {
			t.Errorf("%s: %d pictures", path, n)
		}
		if !strings.Contains(body, `/320.webp 320w`) || !strings.Contains(body, `at-5 from-5`) {
			t.Errorf("%s: no widths, or not the middle", path)
		}
	}
	at := "/media/" + picturedHash + "/700.jpg"
	if body := f.get(t, "/en/own").Body.String(); !strings.Contains(body, `<meta property="og:image" content="http://example.org`+at+`">`) || !strings.Contains(body, `"image":"http://example.org`+at) {
		t.Error("the article does not name its picture to who shows a link to it")
	}
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.FocusMedium(picturedHash, 83, 10) }))
	if body := f.get(t, "/en/section/news").Body.String(); !strings.Contains(body, `at-8 from-1"`) {
		t.Error("the picture is still cut as before")
	}
}
