package media

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"testing"

	encode "github.com/deepteams/webp"
)

// scene is a picture with light, shadow and strong colours, and a little
// grain, as photographs have.
func scene(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	grain := uint32(1)
	for y := range h {
		for x := range w {
			grain = grain*1664525 + 1013904223
			n := float64(grain>>28) - 8
			c := func(v float64) uint8 { return uint8(min(255, max(0, v+n))) }
			fx, fy := float64(x)/float64(w), float64(y)/float64(h)
			img.SetRGBA(x, y, color.RGBA{c(255 * fx), c(255 * fy), c(127 + 127*math.Sin(12*fx*fy)), 255})
		}
	}
	return img
}

// A WebP that comes in keeps its colours: black stays black, white white.
func TestWebPKeepsItsColours(t *testing.T) {
	for _, want := range []color.RGBA{{0, 0, 0, 255}, {255, 255, 255, 255}, {200, 30, 30, 255}, {30, 160, 60, 255}, {20, 40, 200, 255}} {
		img := image.NewRGBA(image.Rect(0, 0, 64, 48))
		for i := 0; i < len(img.Pix); i += 4 {
			img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = want.R, want.G, want.B, want.A
		}
		var b bytes.Buffer
		if err := encode.Encode(&b, img, encode.DefaultOptions()); err != nil {
			t.Fatal(err)
		}
		p, err := Make(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		got, err := jpeg.Decode(bytes.NewReader(p.Files[len(p.Files)-1].Data))
		if err != nil {
			t.Fatal(err)
		}
		m := mean(asRGBA(got), got.Bounds())
		for i, v := range []uint8{want.R, want.G, want.B} {
			if d := m[i] - int(v); d > 4 || d < -4 {
				t.Errorf("%v came out as %v", want, m)
				break
			}
		}
	}
}

// A WebP is kept where it is smaller and shows the same, and not where a
// single block differs.
func TestWebPIsCompared(t *testing.T) {
	img := scene(333, 217)
	var other bytes.Buffer
	if err := jpeg.Encode(&other, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	data := asWebP(img, other.Len())
	if data == nil {
		t.Fatal("no WebP of a picture like a photograph")
	}
	back, err := fromWebP(data)
	if err != nil || !alike(img, asRGBA(back)) {
		t.Fatalf("it does not show the same: %v", err)
	}
	if asWebP(img, len(data)) != nil {
		t.Error("kept though it is no smaller")
	}
	broken := back.(*image.RGBA)
	for y := 96; y < 112; y++ {
		for x := 160; x < 176; x++ {
			broken.SetRGBA(x, y, color.RGBA{255, 0, 255, 255})
		}
	}
	if alike(img, broken) {
		t.Error("a block of another colour is not seen")
	}
	if alike(img, img.SubImage(image.Rect(0, 0, 332, 217)).(*image.RGBA)) {
		t.Error("another size is not seen")
	}
}
