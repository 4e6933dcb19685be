// Package media makes pictures ready for the public: whatever is uploaded is
// decoded within limits, turned upright, made smaller in several widths and
// written anew, so that nothing of the file but its pixels goes on. What the
// file says of its author is kept as text.
//
//	p, err := media.Make(data)          // in this process
//	p, err := media.Apart(ctx, exe, data) // in one of its own, with limits
//	err = folder.Put(p.Hash+"/640.jpg", bytes)
//
// It knows no database and no page: store keeps what is said of a picture,
// desk takes uploads.
package media
