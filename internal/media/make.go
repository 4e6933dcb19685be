package media

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"

	"shanyraq/internal/fault"
)

// MaxBytes is the largest file taken, MaxPixels the largest picture: beyond
// it a small file may ask for more memory than a machine has.
const (
	MaxBytes  = 20 << 20
	MaxPixels = 60_000_000
)

// widths are the widths that a picture is written in, where it is wider.
var widths = []int{320, 640, 960, 1280, 1920}

// largest is the width beyond which nothing is kept.
const largest = 2560

// quality of JPEG, at which photographs of faces and crowds show no blocks on
// a screen of twice the usual density.
const quality = 82

// Picture is a picture made ready.
type Picture struct {
	Hash          string // of its largest form, hex
	Width, Height int    // of its largest form
	Files         []File // smallest first; the last is the largest that every browser shows
	Credit        string // author and copyright, as the file says
	Caption       string // description, as the file says
}

// File is one size of a picture.
type File struct {
	Width, Height int
	Type          string // "jpeg", "png"; "webp" beside a JPEG of the same width
	Data          []byte
}

// Name is the last part of a file's address.
func (f File) Name() string {
	return itoa(f.Width) + map[string]string{"jpeg": ".jpg", "png": ".png", "webp": ".webp"}[f.Type]
}

type format struct {
	magic  string
	config func([]byte) (image.Config, error)
	decode func([]byte) (image.Image, error)
}

var formats = []format{
	{"\xff\xd8\xff", func(b []byte) (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(b)) }, func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) }},
	{"\x89PNG\r\n\x1a\n", func(b []byte) (image.Config, error) { return png.DecodeConfig(bytes.NewReader(b)) }, func(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) }},
	{"GIF8", func(b []byte) (image.Config, error) { return gif.DecodeConfig(bytes.NewReader(b)) }, func(b []byte) (image.Image, error) { return gif.Decode(bytes.NewReader(b)) }},
	{"RIFF", func(b []byte) (image.Config, error) { return webp.DecodeConfig(bytes.NewReader(b)) }, fromWebP},
}

// Make makes a picture ready. A file of another kind, SVG among them, is
// fault.Unsupported; one that is too large fault.TooLarge; one that cannot be
// read fault.Invalid.
func Make(data []byte) (p Picture, err error) {
	if len(data) > MaxBytes {
		return p, fault.New(fault.TooLarge, "the file has %d megabytes, more than %d", len(data)>>20, MaxBytes>>20).Hint("save it smaller")
	}
	var f *format
	for i := range formats {
		if bytes.HasPrefix(data, []byte(formats[i].magic)) {
			f = &formats[i]
		}
	}
	if f == nil {
		return p, fault.New(fault.Unsupported, "the file is no JPEG, PNG, WebP or GIF").Hint("save it as one of these; drawings (SVG) can carry programs and are not taken")
	}
	c, err := f.config(data)
	if err != nil {
		return p, fault.Wrap(err, fault.Invalid, "the picture cannot be read").Hint("open it in a program for pictures and save it anew")
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > MaxPixels/c.Height {
		return p, fault.New(fault.TooLarge, "the picture has %d × %d points, more than %d million", c.Width, c.Height, MaxPixels/1_000_000).Hint("save it smaller")
	}
	img, err := f.decode(data)
	if err != nil {
		return p, fault.Wrap(err, fault.Invalid, "the picture cannot be read to its end").Hint("open it in a program for pictures and save it anew")
	}
	about := exifOf(data)
	img = upright(img, about.orientation)
	p.Credit, p.Caption = about.credit(), about.description
	return p, p.write(img)
}

// write makes the sizes.
func (p *Picture) write(img image.Image) error {
	b := img.Bounds()
	full := min(b.Dx(), largest)
	clear := !opaque(img)
	for _, w := range append(widths, full) {
		if w > full || w == full && len(p.Files) > 0 && p.Files[len(p.Files)-1].Width == w {
			continue
		}
		h := max(1, (b.Dy()*w+b.Dx()/2)/b.Dx())
		small := img
		if w != b.Dx() {
			to := image.NewRGBA(image.Rect(0, 0, w, h))
			draw.CatmullRom.Scale(to, to.Bounds(), img, b, draw.Src, nil)
			small = to
		}
		var out bytes.Buffer
		f := File{Width: w, Height: h, Type: "jpeg"}
		err := error(nil)
		if clear {
			f.Type = "png"
			err = png.Encode(&out, small)
		} else {
			err = jpeg.Encode(&out, small, &jpeg.Options{Quality: quality})
		}
		if err != nil {
			return fault.Wrap(err, fault.Invalid, "the picture cannot be written anew").Hint("save it in another form")
		}
		f.Data = out.Bytes()
		if !clear && w <= webpWidest {
			if data := asWebP(small, len(f.Data)); data != nil {
				p.Files = append(p.Files, File{Width: w, Height: h, Type: "webp", Data: data})
			}
		}
		p.Files = append(p.Files, f)
	}
	last := p.Files[len(p.Files)-1]
	sum := sha256.Sum256(last.Data)
	p.Hash, p.Width, p.Height = hex.EncodeToString(sum[:16]), last.Width, last.Height
	return nil
}

func opaque(img image.Image) bool {
	if o, ok := img.(interface{ Opaque() bool }); ok {
		return o.Opaque()
	}
	return false
}

// upright turns a picture as its camera says (EXIF orientation, 1 to 8).
func upright(img image.Image, how int) image.Image {
	if how < 2 || how > 8 {
		return img
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if how >= 5 {
		w, h = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			sx, sy := x, y
			switch how {
			case 2:
				sx = w - 1 - x
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sy = h - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, w-1-x
			case 7:
				sx, sy = h-1-y, w-1-x
			case 8:
				sx, sy = h-1-y, x
			}
			out.Set(x, y, img.At(b.Min.X+sx, b.Min.Y+sy))
		}
	}
	return out
}
