package reader

import (
	"math/bits"
	"unsafe"

	"shanyraq/internal/lang"
)

// classMemo remembers the classes of names by where their bytes stand. Finders
// name classes by constants of the program, in their inmost loops, and a
// constant is found by its address in a third of the time its letters take. A
// name that stands elsewhere, or whose place another took, is asked of the pack.
type classMemo [4096]struct {
	at    *byte
	len   int32
	class lang.Class
}

func (m *classMemo) of(pack *lang.Pack, name string) lang.Class {
	at := unsafe.StringData(name)
	hash, _ := bits.Mul64(uint64(uintptr(unsafe.Pointer(at)))<<32, 0x9E3779B97F4A7C15)
	e := &m[hash%uint64(len(m))]
	if e.at != at || int(e.len) != len(name) {
		e.at, e.len = at, int32(len(name))
		e.class, _ = pack.FindClass(name)
	}
	return e.class
}
