package tagger

import (
	"embed"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"shanyraq/internal/fault"
)

//go:embed weights/*.bin
var weights embed.FS

// Schemes of labels. A language may have one or both.
const (
	// Names has the few classes that the reader makes mentions of.
	Names = "names"
	// KazNERD has the 25 classes of the Kazakh corpus of that name.
	KazNERD = "kaznerd"
)

// magic opens a model file and names the version of its format.
const magic = "shanyraq-tagger-1\n"

// Header is the readable part of a model file.
type Header struct {
	Language string   `json:"language"`
	Scheme   string   `json:"scheme"`
	Labels   []string `json:"labels"` // "O" first, then "B-X", "I-X" in pairs
	// Scale is what one unit of a stored weight is worth in log odds.
	Scale   float64 `json:"scale"`
	Lexicon Lexicon `json:"lexicon"`
	// Trained says in words on what and when, for people.
	Trained string `json:"trained"`
}

// Model is a trained tagger. It is read-only and safe for concurrent use; New
// gives the working memory.
type Model struct {
	Header
	transitions []int32 // from*L + to; Forbidden is the least value
	words       table   // feature to label weights
	vectors     vectors // the same, ready to be added
	lexicon     table   // word to classes
	endings     endings

	position      uint8  // the label B-POSITION, 0 in schemes without it
	organisation  uint8  // the label B-ORGANISATION, the same
	language      uint8  // the label B-LANGUAGE, the same
	bodies        uint32 // the classes of the heads of bodies
	common, names uint32 // the classes of ordinary words and of names
}

// Forbidden is the score of a step that IOB2 does not allow.
const Forbidden = -1 << 28

type opened struct {
	once  sync.Once
	model *Model
	err   error
}

var (
	openedMu sync.Mutex
	models   = map[string]*opened{}
)

// Open gives the model of a language and scheme. A language without one is
// fault.NotFound. The model is made once and shared.
func Open(language, scheme string) (*Model, error) {
	file := "weights/" + language + "-" + scheme + ".bin"
	openedMu.Lock()
	o := models[file]
	if o == nil {
		o = &opened{}
		models[file] = o
	}
	openedMu.Unlock()
	o.once.Do(func() {
		data, err := weights.ReadFile(file)
		if err != nil {
			o.err = fault.New(fault.NotFound, "there is no %s model for language %q", scheme, language).
				Hint("models: %s", strings.Join(Available(), ", "))
			return
		}
		o.model, o.err = Decode(string(data))
	})
	return o.model, o.err
}

// Available lists the models inside the program as "language-scheme".
func Available() (names []string) {
	list, _ := weights.ReadDir("weights")
	for _, e := range list {
		names = append(names, strings.TrimSuffix(e.Name(), ".bin"))
	}
	return names
}

// Decode reads a model file in place: the model keeps data. Only the weights of
// a model of few labels are laid out anew.
func Decode(data string) (*Model, error) {
	broken := func(what string) error {
		return fault.New(fault.Invalid, "this is no model file: %s", what).Hint("train it again with cmd/train-tagger")
	}
	rest, ok := strings.CutPrefix(data, magic)
	if !ok {
		return nil, broken("it does not open with " + strings.TrimSpace(magic))
	}
	section := func() (string, bool) {
		if len(rest) < 4 {
			return "", false
		}
		n := int(binary.LittleEndian.Uint32([]byte(rest[:4])))
		if n > len(rest)-4 {
			return "", false
		}
		s := rest[4 : 4+n]
		rest = rest[4+n:]
		return s, true
	}
	head, ok := section()
	if !ok {
		return nil, broken("the header is cut off")
	}
	m := &Model{}
	if err := json.Unmarshal([]byte(head), &m.Header); err != nil {
		return nil, broken("the header is no JSON")
	}
	if len(m.Labels) == 0 || m.Labels[0] != "O" || len(m.Labels)%2 != 1 || len(m.Labels) > 255 {
		return nil, broken("the labels are not O and pairs of B- and I-")
	}
	steps, ok := section()
	n := len(m.Labels)
	if !ok || len(steps) != 4*n*n {
		return nil, broken("the transitions are cut off")
	}
	m.transitions = make([]int32, n*n)
	for i := range m.transitions {
		m.transitions[i] = int32(binary.LittleEndian.Uint32([]byte(steps[4*i:])))
	}
	for _, t := range []*table{&m.words, &m.lexicon} {
		s, ok := section()
		if !ok || !t.open(s) {
			return nil, broken("a table is cut off")
		}
	}
	m.vectors = newVectors(&m.words, lanesFor(n))
	m.endings = newEndings(m.Lexicon)
	m.position = uint8(max(0, slices.Index(m.Labels, "B-POSITION")))
	m.language = uint8(max(0, slices.Index(m.Labels, "B-LANGUAGE")))
	m.organisation = uint8(max(0, slices.Index(m.Labels, "B-ORGANISATION")))
	for i, class := range m.Lexicon.Classes {
		if i >= 32 {
			break
		}
		switch class {
		case "orghead":
			m.bodies |= 1 << i
		case "common":
			m.common |= 1 << i
		case "given", "surname", "place", "people", "body":
			m.names |= 1 << i
		}
	}
	return m, nil
}

// Encode writes a model file. Weights are by feature and label, classes by
// lexicon key; see Lexicon.
func Encode(h Header, transitions []int32, weights map[uint32][]Weight, classes map[uint32]uint32) ([]byte, error) {
	head, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	out := []byte(magic)
	section := func(s []byte) {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(s)))
		out = append(out, s...)
	}
	section(head)
	var steps []byte
	for _, t := range transitions {
		steps = binary.LittleEndian.AppendUint32(steps, uint32(t))
	}
	section(steps)
	section(encodeTable(weights, func(b []byte, ws []Weight) []byte {
		slices.SortFunc(ws, func(a, b Weight) int { return int(a.Label) - int(b.Label) })
		for _, w := range ws {
			b = append(b, w.Label, byte(w.Value))
		}
		return b
	}))
	section(encodeTable(classes, binary.LittleEndian.AppendUint32))
	return out, nil
}

// Weight is the score one feature gives to one label, in units of Scale.
type Weight struct {
	Label uint8
	Value int8
}
