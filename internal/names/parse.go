package names

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed forms.txt
var formsText string

//go:embed givens.txt
var givensText string

//go:embed titles.txt
var titlesText string

// role says which part of a name a word is.
type role uint8

const (
	unknown role = iota
	given
	surname
	patronymic
)

func (r role) String() string { return [...]string{"name", "given name", "surname", "patronymic"}[r] }

// articles are the Arabic article, where a hyphen joins it to a name; Arabic
// script writes it as one with the name.
var articles = map[string]bool{"al": true, "el": true, "ar": true, "as": true, "ash": true, "at": true, "аль": true, "эль": true, "ал": true, "ар": true, "ас": true, "аш": true, "ат": true}

// part is one word of a name.
type part struct {
	text    string
	fold    []byte // codes of package comment's fold
	alt     []byte // another reading of the same letters, nil where there is none
	key     ckey   // consonants of fold
	altKey  ckey
	initial bool
	female  int8 // 1 and -1 where the ending shows it
	role    role
	base    int // length of fold without the ending that shows role and gender
	marks   uint8
	sets    []int16 // sets of forms.txt it is in
}

// ckey is a fold's consonants by class, at most ten.
type ckey [10]byte

// parsed is a name cut into parts.
type parsed struct {
	parts  [8]part
	n      int
	manner manner
	buf    [400]byte // where the folds are
	used   int
}

// setForms gives the words of each set of forms.txt, one of each spelling.
var setForms [][]string

// setHeads gives the first fold of each set of forms.txt, the set's key.
var setHeads []string

var titles, givens, forms = func() (map[string]bool, map[string]bool, map[string][]int16) {
	t, g, f := map[string]bool{}, map[string]bool{}, map[string][]int16{}
	for line := range strings.Lines(titlesText) {
		if line[0] != '#' {
			for _, w := range strings.Fields(line) {
				t[w] = true
			}
		}
	}
	sets := int16(0)
	for line := range strings.Lines(formsText) {
		if line[0] == '#' {
			continue
		}
		sets++
		setHeads = append(setHeads, "")
		var latin, spelled []string
		for _, w := range strings.Fields(line) {
			if l := Latin(w); !slices.Contains(latin, l) {
				latin = append(latin, l)
				spelled = append(spelled, w)
			}
			if have := f[foldOf(w)]; !slices.Contains(have, sets) {
				f[foldOf(w)] = append(have, sets)
				if setHeads[sets-1] == "" {
					setHeads[sets-1] = foldOf(w)
				}
			}
		}
		setForms = append(setForms, spelled)
	}
	for line := range strings.Lines(givensText) {
		if line[0] != '#' {
			for _, w := range strings.FieldsFunc(line, func(r rune) bool { return r == '-' || unicode.IsSpace(r) }) {
				g[foldOf(w)] = true
			}
		}
	}
	return t, g, f
}()

func foldOf(w string) string {
	raw, marks := rough(nil, w)
	return string(smooth(nil, raw, false, marks&isTurkish != 0))
}

// parse cuts a name into its parts and finds their roles.
func (p *parsed) parse(name string) {
	p.n, p.used = 0, 0
	p.manner = mannerOf(name)
	comma := -1
	for rest := name; rest != "" && p.n < len(p.parts); {
		w, after := cutWord(rest)
		if w == "" {
			break
		}
		gap := rest[:len(rest)-len(after)-len(w)]
		if strings.ContainsAny(gap, ",،") && comma < 0 && p.n > 0 {
			comma = p.n
		}
		rest = after
		if len(w) < 12 && titles[strings.ToLower(w)] {
			rest = strings.TrimPrefix(rest, ".")
			continue
		}
		if strings.HasPrefix(after, "-") && articles[strings.ToLower(w)] {
			continue // al-Rahman
		}
		w = strings.Replace(w, "الد", "د", 1) // -uddin: صدرالدین
		if bare, ok := strings.CutPrefix(w, "ال"); ok && utf8.RuneCountInString(bare) > 2 {
			w = bare
		}
		dotted := strings.HasPrefix(after, ".")
		p.add(w, dotted)
	}
	p.attach()
	p.roles(comma)
}

// add folds one word and appends it.
func (p *parsed) add(w string, dotted bool) {
	var rawBuf [64]byte
	if len(w) > 56 {
		w = w[:56]
	}
	raw, marks := rough(rawBuf[:0], w)
	x := &p.parts[p.n]
	*x = part{text: w, marks: marks}
	x.fold = p.smooth(raw, false, marks&isTurkish != 0)
	if len(x.fold) == 0 {
		return
	}
	x.sets = forms[string(x.fold)]
	x.alt = p.otherReading(raw, marks)
	runes := utf8.RuneCountInString(w)
	x.initial = runes == 1 && len(x.fold) <= 2 || dotted && runes <= 3 && len(x.fold) <= 2
	x.key = keyOf(x.fold)
	if x.alt != nil {
		x.altKey = keyOf(x.alt)
	}
	x.base = len(x.fold)
	if !x.initial {
		x.ending()
	}
	p.n++
}

// otherReading gives the fold of what the letters may stand for besides: pinyin
// as Palladius writes it, Cyrillic я and ю, Uzbek x, Turkish c, an Arabic f for v and a silent
// ع; nil where there is no doubt.
func (p *parsed) otherReading(raw []byte, marks uint8) []byte {
	switch {
	case turkmenG(raw):
		return p.smooth(bytes.Replace(raw, []byte("gt"), []byte("ht"), 1), false, marks&isTurkish != 0)
	case marks&(isCyrillic|isArabic) != 0 && len(raw) > 5 && bytes.HasSuffix(raw, []byte("kan")): // Шәріпқан, Шарипхан
		return p.smooth(append(raw[:len(raw)-3:len(raw)-3], "han"...), false, false)
	case marks&(isArabic|fullVowel) == isArabic|fullVowel && bytes.HasSuffix(raw, []byte("of")): // Uyghur writes -ov so
		return p.smooth(append(raw[:len(raw)-1:len(raw)-1], 'v'), false, false)
	case marks&isCyrillic != 0:
		// я and ю behind a consonant stand for ä and ü too: Нигяр, Nigar.
		for i := 1; i+1 < len(raw); i++ {
			if raw[i] == 'y' && (raw[i+1] == 'a' || raw[i+1] == 'u') && !isVowel(raw[i-1]) && raw[i-1] != 'y' {
				return p.smooth(append(append(make([]byte, 0, len(raw)), raw[:i]...), raw[i+1:]...), false, false)
			}
		}
	case marks&(isArabic|fullVowel) == isArabic:
		if bytes.ContainsAny(raw, "fg") {
			return p.smooth(bytes.Map(func(r rune) rune {
				switch r {
				case 'f':
					return 'v'
				case 'g':
					return 'a'
				}
				return r
			}, raw), false, false)
		}
	case marks&isLatin != 0:
		if marks == isLatin && len(raw) <= 12 && p.manner != pinyin {
			if alt := palladius(p, raw); alt != nil {
				return alt
			}
		}
		if other := p.manner.rewritten(raw); other != nil {
			return p.smooth(other, false, marks&isTurkish != 0)
		}
		if bytes.IndexByte(raw, 'x') >= 0 {
			return p.smooth(raw, true, false)
		}
		if i := bytes.IndexByte(raw, 'c'); i >= 0 && marks&isTurkish == 0 && i+1 < len(raw) && isVowel(raw[i+1]) {
			return p.smooth(raw, false, true) // Ceyhun, Recep without a mark of their language
		}
	}
	return nil
}

// smooth folds into the name's own buffer.
func (p *parsed) smooth(raw []byte, uzbek, turkish bool) []byte {
	if p.used+2*len(raw) > len(p.buf) {
		return smooth(nil, raw, uzbek, turkish)
	}
	out := smooth(p.buf[p.used:p.used], raw, uzbek, turkish)
	p.used += len(out)
	return out[:len(out):len(out)]
}

// ending reads role and gender off the end of a word.
func (x *part) ending() {
	f := string(x.fold)
	if strings.HasSuffix(f, "guli") || givens[f] { // Gurbanguly: "slave", not "son"
		return
	}
	for _, e := range endings {
		if len(f) >= len(e.end)+e.least && strings.HasSuffix(f, e.end) {
			x.role, x.female, x.base = e.role, e.female, len(f)-len(e.end)
			return
		}
	}
}

// endings of folded names, the longer first; least is how many letters stand
// before them.
var endings = []struct {
	end    string
	least  int
	role   role
	female int8
}{
	{"eviCna", 2, patronymic, 1}, {"ovna", 2, patronymic, 1}, {"evna", 2, patronymic, 1}, {"iCna", 3, patronymic, 1},
	{"oviC", 2, patronymic, -1}, {"eviC", 2, patronymic, -1}, {"uli", 3, patronymic, -1}, {"ulu", 3, patronymic, -1},
	{"kizi", 2, patronymic, 1}, {"gizi", 2, patronymic, 1}, {"ogli", 2, patronymic, -1}, {"oglu", 2, patronymic, -1}, {"ogl", 3, patronymic, -1},
	{"ova", 2, surname, 1}, {"eva", 2, surname, 1}, {"ov", 2, surname, -1}, {"ev", 2, surname, -1},
	{"ski", 2, surname, -1}, {"ska", 2, surname, 1}, {"Svili", 2, surname, 0}, {"enko", 2, surname, 0},
	{"zoda", 2, surname, 0}, {"zade", 2, surname, 0}, {"zada", 2, surname, 0}, {"ina", 4, unknown, 1}, {"in", 4, unknown, -1},
}

// attach joins a patronymic ending that is written apart: "Мақсұт ұлы".
func (p *parsed) attach() {
	for i := 1; i < p.n; i++ {
		switch string(p.parts[i].fold) {
		case "uli", "ulu", "ogli", "oglu", "kizi", "gizi", "ogl":
			x, e := &p.parts[i-1], p.parts[i]
			x.role, x.base = patronymic, len(x.fold)
			x.female = -1
			if e.fold[len(e.fold)-2] == 'z' {
				x.female = 1
			}
			copy(p.parts[i:], p.parts[i+1:p.n])
			p.n--
		}
	}
}

// roles settles which part is the surname.
func (p *parsed) roles(comma int) {
	if p.n < 2 {
		return
	}
	if comma > 0 && comma < p.n { // "Surname, Given"
		for i := range p.n {
			x := &p.parts[i]
			if i < comma {
				x.role = surname
			} else if x.role != patronymic || x.initial {
				x.role = given
			}
		}
		return
	}
	s, father := -1, -1
	for i := range p.n {
		x := &p.parts[i]
		if x.initial {
			x.role = given
			continue
		}
		if x.role == patronymic {
			father = i
		}
		if x.role == surname && givens[string(x.fold)] {
			x.role = unknown
		}
		if x.role == surname && (s < 0 || i == p.n-1) {
			s = i
		}
	}
	if s < 0 { // by elimination: known given names, then the usual order
		left := -1
		for i := range p.n {
			x := &p.parts[i]
			if x.role == unknown && !givens[string(x.fold)] && !(x.alt != nil && givens[string(x.alt)]) {
				if left >= 0 {
					left = -2
					break
				}
				left = i
			}
		}
		switch {
		case left >= 0:
			s = left
		case father == 1 && p.n == 2: // "Абай Құнанбайұлы"
		case father == p.n-1 && p.n > 2:
			s = 0
		}
	}
	for i := range p.n {
		x := &p.parts[i]
		switch {
		case i == s:
			x.role = surname
		case x.role == patronymic, s < 0:
		default:
			x.role = given
		}
	}
}

// keyOf gives the consonants of a fold by class: what sounds may stand for
// one another have one class, vowels and weak letters none.
func keyOf(fold []byte) (k ckey) {
	n := 0
	for i, b := range fold {
		c := class[b]
		switch {
		case i == 0 && (isVowel(b) || b == 'v'):
			c = 'A'
		case i == 0 && (b == 'h' || b == 'g' || b == 'k'):
			c = 'k'
		case b == 'g' && i > 0 && fold[i-1] == 'n', c == 0:
			continue
		}
		if n == len(k) {
			break
		}
		k[n] = c
		n++
	}
	return k
}

var class = func() (t [256]byte) {
	for from, to := range map[string]byte{"bp": 'p', "dt": 't', "gk": 'k', "szSTJC": 's', "l": 'l', "m": 'm', "n": 'n', "r": 'r', "f": 'f'} {
		for _, b := range []byte(from) {
			t[b] = to
		}
	}
	for b := '0'; b <= '9'; b++ {
		t[b] = byte(b)
	}
	for b := 0x80; b < 256; b++ { // other scripts stand for themselves
		t[b] = byte(b)
	}
	return
}()
