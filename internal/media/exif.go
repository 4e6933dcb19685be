package media

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// exif is what of a file's metadata is of use: how it lies, and whose it is
// (TIFF 6.0 tags 270, 274, 315 and 33432, in the first directory).
type exif struct {
	orientation                    int
	description, artist, copyright string
}

func (e exif) credit() string {
	switch {
	case e.artist == "" || strings.Contains(e.copyright, e.artist):
		return e.copyright
	case e.copyright == "" || strings.Contains(e.artist, e.copyright):
		return e.artist
	}
	return e.artist + " / " + e.copyright
}

// exifOf reads the metadata of a JPEG. What is broken counts as not there.
func exifOf(data []byte) (e exif) {
	if len(data) < 4 || data[0] != 0xff || data[1] != 0xd8 {
		return e
	}
	for at := 2; at+4 <= len(data) && data[at] == 0xff && data[at+1] != 0xda; {
		n := int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + n
		if n < 2 || end > len(data) {
			return e
		}
		if part, ok := bytes.CutPrefix(data[at+4:end], []byte("Exif\x00\x00")); data[at+1] == 0xe1 && ok {
			return directory(part)
		}
		at = end
	}
	return e
}

func directory(tiff []byte) (e exif) {
	if len(tiff) < 8 {
		return e
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return e
	}
	n := int(order.Uint16(tiff[at:]))
	for i := range n {
		f := at + 2 + 12*i
		if f+12 > len(tiff) {
			return e
		}
		tag, count := order.Uint16(tiff[f:]), int(order.Uint32(tiff[f+4:]))
		text := func() string {
			from := f + 8
			if count > 4 {
				from = int(order.Uint32(tiff[f+8:]))
			}
			if count <= 0 || count > 2000 || from < 0 || from+count > len(tiff) {
				return ""
			}
			s := strings.TrimSpace(strings.ReplaceAll(strings.TrimRight(string(tiff[from:from+count]), "\x00"), "\x00", " / "))
			if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' }) {
				return ""
			}
			return s
		}
		switch tag {
		case 270:
			e.description = text()
		case 274:
			e.orientation = int(order.Uint16(tiff[f+8:]))
		case 315:
			e.artist = text()
		case 33432:
			e.copyright = text()
		}
	}
	return e
}
