// Package media makes pictures ready for the public: whatever is uploaded is
// decoded within limits, turned upright, made smaller in several widths and
// written anew, so that nothing of the file but its pixels goes on. What the
// file says of its author is kept as text.
//
// Photographs are written as JPEG and as WebP, which is lighter: for twelve
// photographs of 960 points (mate-backgrounds 1.26) it took 58 bytes for every
// 100 of JPEG. The encoder is deepteams/webp, in Go alone, 0.7 MB of program;
// it is young, so each file it makes is decoded anew by golang.org/x/image and
// compared before it is kept. What has clear parts stays PNG. AVIF would be
// lighter still, but its encoders are C, or C turned into WebAssembly, which
// asks for a runtime of its own in the program.
//
//	p, err := media.Make(data)          // in this process
//	p, err := media.Apart(ctx, exe, data) // in one of its own, with limits
//	err = folder.Put(p.Hash+"/640.jpg", bytes)
//
// It knows no database and no page: store keeps what is said of a picture,
// desk takes uploads.
package media
