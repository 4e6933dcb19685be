package reader

import (
	"sync/atomic"
	"unsafe"
)

// endingMemo finds lists of endings by where the bytes of their names stand, as
// classMemo does classes. Readers share what is known of a language, so a place
// is taken once and for all; a name that finds its place taken is asked of the
// pack each time.
type endingMemo [4096]atomic.Pointer[namedEndings]

// namedEndings is a list of endings by where its name lies in memory: literals do not move.
type namedEndings struct {
	at   *byte
	len  int
	list *endingList // nil: no such list
}

// endingsOf gives the list of endings of a name, nil where the pack lacks it.
func (k *knowledge) endingsOf(name string) *endingList {
	at := unsafe.StringData(name)
	place := &k.endingNames[uintptr(unsafe.Pointer(at))%uintptr(len(k.endingNames))]
	e := place.Load()
	if e != nil && e.at == at && e.len == len(name) {
		return e.list
	}
	c, _ := k.pack.FindClass(name)
	if e == nil {
		place.CompareAndSwap(nil, &namedEndings{at, len(name), k.endings[c]})
	}
	return k.endings[c]
}
