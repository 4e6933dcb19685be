package media

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"

	encode "github.com/deepteams/webp"
	"golang.org/x/image/webp"
)

// webpWidest is the widest picture also written as WebP: wider ones are for
// print and looking closely, where the largest JPEG serves.
const webpWidest = 1920

// webpQuality gives photographs about half the bytes of JPEG at quality, with
// no more to be seen of it (see doc.go).
const webpQuality = 84

// drift is how far the mean brightness or colour of sixteen points by sixteen
// may stand from what was encoded, of 255. What is lost to the eye's limits
// stays under 4 at webpQuality; a block that came out wrong is far above.
const drift = 12

// asRGBA gives a picture in the form that all of this works on.
func asRGBA(img image.Image) *image.RGBA {
	if m, ok := img.(*image.RGBA); ok {
		return m
	}
	m := image.NewRGBA(img.Bounds())
	draw.Draw(m, m.Bounds(), img, img.Bounds().Min, draw.Src)
	return m
}

// asWebP writes an opaque picture as WebP. Every file is decoded anew by the
// decoder of golang.org/x/image and set beside the picture; nil where that
// fails or the file is not smaller than other bytes, and the other form serves
// alone.
func asWebP(img image.Image, other int) []byte {
	pixels := asRGBA(img)
	o := encode.DefaultOptions()
	o.Quality = webpQuality
	var out bytes.Buffer
	if err := encode.Encode(&out, pixels, o); err != nil || out.Len() >= other {
		return nil
	}
	back, err := fromWebP(out.Bytes())
	if err != nil || !alike(pixels, asRGBA(back)) {
		return nil
	}
	return out.Bytes()
}

// fromWebP decodes WebP. Its lossy form holds brightness from 16 to 235
// (RFC 6386, section 9.2, after ITU-R BT.601), which the decoder hands on as
// if it were from 0 to 255: shown so, a photograph is pale.
func fromWebP(data []byte) (image.Image, error) {
	img, err := webp.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var ycc *image.YCbCr
	var alpha *image.NYCbCrA
	switch v := img.(type) {
	case *image.YCbCr:
		ycc = v
	case *image.NYCbCrA:
		ycc, alpha = &v.YCbCr, v
	default:
		return img, nil // the lossless form has red, green and blue
	}
	b := ycc.Bounds()
	if alpha == nil {
		out := image.NewRGBA(b)
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				out.SetRGBA(x, y, studio(ycc, x, y))
			}
		}
		return out, nil
	}
	out := image.NewNRGBA(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := studio(ycc, x, y)
			out.SetNRGBA(x, y, color.NRGBA{c.R, c.G, c.B, alpha.A[alpha.AOffset(x, y)]})
		}
	}
	return out, nil
}

// studio gives a point's colour by BT.601 with its narrow range, in fixed
// point of 16 bits.
func studio(m *image.YCbCr, x, y int) color.RGBA {
	l := 76309 * (int(m.Y[m.YOffset(x, y)]) - 16)
	o := m.COffset(x, y)
	cb, cr := int(m.Cb[o])-128, int(m.Cr[o])-128
	byteOf := func(v int) uint8 { return uint8(min(255, max(0, (v+1<<15)>>16))) }
	return color.RGBA{byteOf(l + 104597*cr), byteOf(l - 25674*cb - 53279*cr), byteOf(l + 132201*cb), 255}
}

// alike reports whether two pictures have the same size and, block by block,
// the same brightness and colour but for drift.
func alike(a, b *image.RGBA) bool {
	r := a.Bounds()
	if r.Size() != b.Bounds().Size() {
		return false
	}
	by := b.Bounds().Min.Sub(r.Min)
	for y := r.Min.Y; y < r.Max.Y; y += 16 {
		for x := r.Min.X; x < r.Max.X; x += 16 {
			block := image.Rect(x, y, min(x+16, r.Max.X), min(y+16, r.Max.Y))
			p, q := mean(a, block), mean(b, block.Add(by))
			for i := range p {
				if d := p[i] - q[i]; d > drift || d < -drift {
					return false
				}
			}
		}
	}
	return true
}

// mean is the mean red, green and blue of a part of a picture, 0 to 255.
func mean(m *image.RGBA, part image.Rectangle) (out [3]int) {
	n := part.Dx() * part.Dy()
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := m.Pix[m.PixOffset(part.Min.X, y):]
		for x := range part.Dx() {
			out[0] += int(row[4*x])
			out[1] += int(row[4*x+1])
			out[2] += int(row[4*x+2])
		}
	}
	for i := range out {
		out[i] /= n
	}
	return out
}
