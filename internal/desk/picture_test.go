package desk

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// jpegOf is a picture of one colour.
func jpegOf(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 200
	}
	img.Set(1, 1, color.Black)
	var b bytes.Buffer
	must(t, jpeg.Encode(&b, img, nil))
	return b.Bytes()
}

// bomb is a small file that asks for 40,000 × 40,000 points.
func bomb(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))))
	out := b.Bytes()
	copy(out[16:], []byte{0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40})
	binary.BigEndian.PutUint32(out[29:], crc32.ChecksumIEEE(out[12:29]))
	return out
}

// upload sends a file as the editor does.
func (c *client) upload(path string, data []byte) (status int, out map[string]any) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), "POST", c.f.server.URL+path, bytes.NewReader(data))
	must(c.t, err)
	r.Header.Set("Accept", "application/json")
	resp, err := c.http.Do(r)
	must(c.t, err)
	defer resp.Body.Close()
	must(c.t, json.NewDecoder(resp.Body).Decode(&out))
	return resp.StatusCode, out
}

// An upload comes back with its size; what must stay in sight is set by who
// brought it or who may publish. A bomb is refused in the asker's language.
func TestPictures(t *testing.T) {
	f := newFixture(t)
	writer, other, editor := f.client(t, testkit.User(t, f.store, "writer", people.Writer)), f.client(t, testkit.User(t, f.store, "other", people.Writer)), f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	status, up := writer.upload(Prefix+"pictures?name=a.jpg", jpegOf(t, 400, 200))
	src, _ := up["src"].(string)
	if status != 200 || up["width"] != 400.0 || up["height"] != 200.0 || !strings.HasPrefix(src, "/media/") || !strings.HasSuffix(src, "/400.jpg") {
		t.Fatalf("uploaded: %d %v", status, up)
	}
	hash := strings.Split(src, "/")[2]
	for _, c := range []struct {
		who    *client
		x, y   int
		status int
	}{{writer, 20, 80, 200}, {other, 1, 1, 403}, {writer, 101, 1, 400}, {editor, 30, 40, 200}} {
		if status, said := c.who.send(Prefix+"pictures/"+hash, map[string]int{"x": c.x, "y": c.y}); status != c.status {
			t.Errorf("%d, %d: %d %v", c.x, c.y, status, said)
		}
	}
	m, err := f.store.Medium(t.Context(), hash)
	must(t, err)
	if m.FocusX != 30 || m.FocusY != 40 {
		t.Errorf("in sight: %d, %d", m.FocusX, m.FocusY)
	}
	if status, said := writer.upload(Prefix+"pictures", bomb(t)); status != 413 || !strings.Contains(said["error"].(string), "40000 × 40000") {
		t.Errorf("a bomb: %d %v", status, said)
	}
	ru := testkit.User(t, f.store, "ru", people.Writer)
	ru.Language = "ru"
	must(t, f.store.Update(t.Context(), func(tx *store.Tx) error { return tx.SaveUser(&ru) }))
	if status, said := f.client(t, ru).upload(Prefix+"pictures", bomb(t)); status != 413 || !strings.Contains(said["error"].(string), "в снимке 40000 × 40000 точек") {
		t.Errorf("a bomb in Russian: %d %v", status, said)
	}
}

// Publishing asks for words for those who do not see a picture, and for who
// made one of ours.
func TestPublishingAsksForPictures(t *testing.T) {
	f := newFixture(t)
	editor := f.client(t, testkit.User(t, f.store, "editor", people.Editor))
	figure := func(src, alt, caption string) string {
		return `<figure><img src="` + src + `" alt="` + alt + `">` + caption + `</figure>`
	}
	credit := `<figcaption>Words <small class="credit">A. Sample</small></figcaption>`
	for i, c := range []struct {
		body string
		want article.State
	}{
		{figure("/media/a/1.jpg", "", credit), article.Draft},
		{figure("/media/a/1.jpg", " ", credit), article.Draft},
		{figure("/media/a/1.jpg", "A hall", "<figcaption>Words</figcaption>"), article.Draft},
		{"<p>x</p>" + figure("https://elsewhere.example/1.jpg", "", ""), article.Draft},
		{figure("https://elsewhere.example/1.jpg", "A hall", ""), article.Published},
		{figure("/media/a/1.jpg", "A hall", credit), article.Published},
	} {
		card := f.made(t, "en", "Sample "+strconv.Itoa(i), c.body, article.Draft)
		editor.post(articlePath(card.ID, "state"), url.Values{"to": {"published"}, "number": {"1"}})
		if got, err := f.store.ArticleByID(t.Context(), card.ID); err != nil || got.State != c.want {
			t.Errorf("%s: %s, %v", c.body, got.State, err)
		}
	}
}
