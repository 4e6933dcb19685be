package article

import "strings"

// Picture is one picture of a text with what stands under it.
type Picture struct {
	Src, Alt        string
	Caption, Credit string // plain text
}

// Pictures gives the pictures of a text in order.
func (d Doc) Pictures() (out []Picture) { return pictures(d.blocks, out) }

func pictures(blocks []block, out []Picture) []Picture {
	for _, b := range blocks {
		for _, img := range b.images {
			p := Picture{Src: img.src, Alt: img.alt}
			var caption, credit strings.Builder
			for _, r := range b.runs {
				to := &caption
				if under(r, "small") {
					to = &credit
				}
				if r.brk {
					to.WriteByte(' ')
				}
				to.WriteString(r.text)
			}
			p.Caption, p.Credit = strings.TrimSpace(caption.String()), strings.TrimSpace(credit.String())
			out = append(out, p)
		}
		out = pictures(b.kids, out)
		for _, r := range b.rows {
			for _, c := range r.cells {
				out = pictures(c.kids, out)
			}
		}
	}
	return out
}
