package reader

import (
	"unsafe"

	"shanyraq/internal/lang"
)

// classMemo remembers the classes of names by where their bytes stand. Finders
// name classes by constants of the program, in their inmost loops, and a
// constant is found by its address in a third of the time its letters take. A
// name that stands elsewhere, or whose place another took, is asked of the pack.
type classMemo [8192]struct {
	at    *byte
	len   int32
	class lang.Class
}

// class gives a class of the part's pack, NoClass where the pack lacks it.
func (p *part) class(name string) lang.Class {
	at := unsafe.StringData(name)
	if m := p.memory; m != nil {
		if e := &m.classes[uintptr(unsafe.Pointer(at))%uintptr(len(m.classes))]; e.at == at && int(e.len) == len(name) {
			return e.class
		}
	}
	return p.classOf(name)
}

// classOf asks the pack and remembers the answer.
func (p *part) classOf(name string) lang.Class {
	c, _ := p.know.pack.FindClass(name)
	if m := p.memory; m != nil {
		at := unsafe.StringData(name)
		e := &m.classes[uintptr(unsafe.Pointer(at))%uintptr(len(m.classes))]
		e.at, e.len, e.class = at, int32(len(name)), c
	}
	return c
}
