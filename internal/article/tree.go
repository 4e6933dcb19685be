package article

// Doc is the canonical tree of a text. It is made by Parse or FromText and
// not changed afterwards.
type Doc struct {
	blocks []block
}

// Empty reports whether the Doc holds neither a word nor a picture.
func (d Doc) Empty() bool { return len(d.blocks) == 0 }

type kind uint8

const (
	para kind = iota
	lead
	heading
	speaker // who is quoted, the footer of a quotation
	list
	item
	quote
	figure
	table
)

// attrs are the language and direction marks every element may carry.
type attrs struct{ lang, dir string }

// or gives a, with what it lacks taken from the elements around it.
func (a attrs) or(outer attrs) attrs {
	if a.lang == "" {
		a.lang = outer.lang
	}
	if a.dir == "" {
		a.dir = outer.dir
	}
	return a
}

// block is one node of the tree. Which fields are used follows from its kind.
type block struct {
	kind kind
	attrs
	runs    []run   // para, lead, heading, speaker; caption of figure and table
	kids    []block // items of a list; blocks of an item or a quote
	level   int     // heading: 2 to 4
	ordered bool    // list
	start   int     // ordered list: its first number when that is not 1
	cite    string  // quote: address of its source
	images  []image // figure
	rows    []row   // table
}

type image struct {
	src, alt, href string // href: the address the picture links to
	width, height  int    // 0 where unknown
}

type row struct {
	section byte // 'h' head, 'b' body, 'f' foot
	cells   []cell
}

type cell struct {
	attrs
	header     bool
	scope      string
	cols, rows int // spans; 1 is usual
	kids       []block
}

// run is a piece of a paragraph: a text under a stack of inline elements, or
// a line break. Keeping the stack with the text, instead of a tree, makes one
// canonical nesting and lets a span be cut out anywhere.
type run struct {
	text  string
	wraps []wrap
	brk   bool
}

// wrap is one inline element. Two wraps with equal fields that meet are one.
type wrap struct {
	tag  string // a em strong sub sup code s q cite bdi span small
	href string // a: its address; q: the address of its source
	attrs
}

// Report lists what Parse had to leave out, in the order it was met.
type Report struct {
	Dropped []Dropped
}

// Dropped is one kind of thing that Parse left out of the tree.
type Dropped struct {
	What string // "<script>", "onclick", "address"
	Text string // the words or the address lost with the first; empty when none was lost
	N    int    // how many times
}

func (r *Report) drop(what, text string) {
	for i := range r.Dropped {
		if d := &r.Dropped[i]; d.What == what && (d.Text == text || text == "") {
			d.N++
			return
		}
	}
	const most = 200 // a broken page may have a hundred thousand
	if len(r.Dropped) < most {
		r.Dropped = append(r.Dropped, Dropped{what, text, 1})
	}
}
