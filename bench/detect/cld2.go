//go:build cld2

package main

/*
#cgo LDFLAGS: -lcld2 -lstdc++
#include <stdlib.h>
const char *cld2_language(const char *text, int n);
*/
import "C"

import "unsafe"

func init() {
	extra = append(extra, detector{"CLD2", func(t string) string {
		c := C.CString(t)
		defer C.free(unsafe.Pointer(c))
		return C.GoString(C.cld2_language(c, C.int(len(t))))
	}})
}
