package media

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

// TestMain lets the test's own program be the worker.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "internal" {
		if err := Work(os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// photo is a JPEG whose left half is red and right half blue, lying on its
// side as EXIF says, with an author.
func photo(t *testing.T, w, h, orientation int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{200, 0, 0, 255}
			if x >= w/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	artist := "A. Sample\x00"
	tiff := []byte("II*\x00\x08\x00\x00\x00\x02\x00")
	entry := func(tag, kind uint16, n, v uint32) {
		tiff = binary.LittleEndian.AppendUint16(tiff, tag)
		tiff = binary.LittleEndian.AppendUint16(tiff, kind)
		tiff = binary.LittleEndian.AppendUint32(tiff, n)
		tiff = binary.LittleEndian.AppendUint32(tiff, v)
	}
	entry(274, 3, 1, uint32(orientation))
	entry(315, 2, uint32(len(artist)), 8+2+24+4)
	tiff = append(append(tiff, 0, 0, 0, 0), artist...)
	part := append([]byte("Exif\x00\x00"), tiff...)
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1}, byte((len(part)+2)>>8), byte(len(part)+2))
	return append(append(out, part...), b.Bytes()[2:]...)
}

func TestMake(t *testing.T) {
	p, err := Make(photo(t, 1000, 400, 6))
	if err != nil {
		t.Fatal(err)
	}
	if p.Width != 400 || p.Height != 1000 || p.Credit != "A. Sample" {
		t.Errorf("%d × %d by %q", p.Width, p.Height, p.Credit)
	}
	var names []string
	for _, f := range p.Files {
		names = append(names, f.Name())
	}
	if got := strings.Join(names, " "); got != "320.webp 320.jpg 400.webp 400.jpg" || p.Files[0].Height != 800 {
		t.Errorf("files: %s", got)
	}
	for _, f := range p.Files {
		if bytes.Contains(f.Data, []byte("Exif")) || bytes.Contains(f.Data, []byte("Sample")) {
			t.Error("metadata is left in the file")
		}
		decode := map[string]func([]byte) (image.Image, error){"jpeg": func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) }, "webp": fromWebP}[f.Type]
		img, err := decode(f.Data)
		if err != nil {
			t.Fatal(err)
		}
		// Turned by a quarter: what was left is above.
		if r, _, b, _ := img.At(f.Width/2, 5).RGBA(); r < b {
			t.Error("the picture is not upright")
		}
	}
}

func TestRefused(t *testing.T) {
	var bomb bytes.Buffer // a header that asks for 40,000 × 40,000 points
	if err := png.Encode(&bomb, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	b := bomb.Bytes()
	binary.BigEndian.PutUint32(b[16:], 40000)
	binary.BigEndian.PutUint32(b[20:], 40000)
	binary.BigEndian.PutUint32(b[29:], crc(b[12:29]))
	whole := photo(t, 300, 300, 1)
	for _, c := range []struct {
		name string
		data []byte
		kind fault.Kind
	}{
		{"a bomb", b, fault.TooLarge},
		{"a drawing", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), fault.Unsupported},
		{"nothing", nil, fault.Unsupported},
		{"half a file", whole[:len(whole)/2], fault.Invalid},
		{"a huge file", make([]byte, MaxBytes+1), fault.TooLarge},
	} {
		if _, err := Make(c.data); !fault.Is(err, c.kind) {
			t.Errorf("%s: %v", c.name, err)
		}
		if len(c.data) > 1<<20 {
			continue
		}
		if _, err := Apart(t.Context(), os.Args[0], c.data); !fault.Is(err, c.kind) {
			t.Errorf("%s, in a process of its own: %v", c.name, err)
		}
	}
}

func TestApart(t *testing.T) {
	data := photo(t, 700, 300, 1)
	p, err := Apart(t.Context(), os.Args[0], data)
	if err != nil {
		t.Fatal(err)
	}
	same, err := Make(data)
	if err != nil || p.Hash != same.Hash || len(p.Files) != len(same.Files) {
		t.Errorf("made apart: %s, here: %s, %v", p.Hash, same.Hash, err)
	}
	if no, err := exec.LookPath("false"); err == nil {
		if _, err := Apart(t.Context(), no, data); !fault.Is(err, fault.Invalid) {
			t.Errorf("a worker that dies: %v", err)
		}
	}
}

func TestFolder(t *testing.T) {
	f := Folder(t.TempDir())
	name := strings.Repeat("a", 32) + "/640.jpg"
	if err := f.Put(name, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := f.Put("../x.jpg", nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("a name outside the folder: %v", err)
	}
	for path, want := range map[string]int{Prefix + name: 200, Prefix + "../x": 404, Prefix + strings.Repeat("b", 32) + "/1.jpg": 404, Prefix + name + "/": 404} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/", nil)
		r.URL.Path = path
		f.ServeHTTP(w, r)
		if w.Code != want || want == 200 && (w.Body.String() != "x" || !strings.Contains(w.Header().Get("Cache-Control"), "immutable")) {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func crc(b []byte) uint32 { return crc32.ChecksumIEEE(b) }
