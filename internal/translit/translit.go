package translit

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/transform"
)

// Scheme describes one conversion.
type Scheme struct {
	From, To string // tags, e.g. "kk-Cyrl", "kk-Latn-x-2018"
	Version  string // names the rules, e.g. "kk-Cyrl/kk-Latn 2021.1"; changes when output may change
	Exact    bool   // converting back gives the same text, for every text in the alphabet of From
	Source   string // where the rules come from
}

// Option changes how a conversion works.
type Option func(*options)

type options struct {
	exceptions map[string]string
	ready      *Exceptions
}

// WithExceptions gives forms that win over the rules. A key is a word or
// phrase of the source text, matched whatever its case; a key that ends in
// "*" also matches with any ending, which is converted by rule. An empty
// value keeps the source form. Later options win over earlier ones, so that
// an article's exceptions follow the site's.
func WithExceptions(exceptions map[string]string) Option {
	return func(o *options) {
		if o.exceptions == nil {
			o.exceptions = map[string]string{}
		}
		for k, v := range exceptions {
			o.exceptions[k] = v
		}
	}
}

// Exceptions are an editor's forms made ready, for those who convert many
// texts with them; they may be used by many at once.
type Exceptions struct{ list *exceptions }

// NewExceptions makes forms ready; see [WithExceptions].
func NewExceptions(forms map[string]string) (*Exceptions, error) {
	list, err := newExceptions(forms)
	return &Exceptions{list}, err
}

// With gives forms that have been made ready, in the place of any others; nil
// for none.
func With(e *Exceptions) Option {
	return func(o *options) { o.ready = e }
}

// Schemes lists every direct conversion, ordered by tags. Two alphabets that
// both convert with Cyrillic also convert to one another.
func Schemes() []Scheme {
	var list []Scheme
	for _, s := range all() {
		list = append(list, s.info)
	}
	slices.SortFunc(list, func(a, b Scheme) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return list
}

// Version names the rules of a conversion, so that a text can record what it
// was made with; the string changes whenever output may change.
func Version(from, to string) (string, error) {
	path, err := route(from, to)
	if err != nil {
		return "", err
	}
	var v []string
	for _, s := range path {
		v = append(v, s.info.Version)
	}
	return strings.Join(v, ", "), nil
}

// Convert gives text, which is in the script of from, in the script of to.
// It fails only where no such conversion exists or an exception is malformed.
func Convert(from, to, text string, opts ...Option) (string, error) {
	c, err := newChain(from, to, opts)
	if err != nil || c == nil {
		return text, err
	}
	src := []byte(text)
	dst := make([]byte, 0, len(src)+len(src)/8+16)
	for len(src) > 0 {
		n := piece(src, true)
		dst = c.paragraph(dst, src[:n])
		src = src[n:]
	}
	return string(dst), nil
}

// NewTransformer is Convert for streams: use it with transform.NewReader or
// transform.NewWriter. How the stream is cut has no influence on the output.
// It keeps state, so every stream needs one of its own.
func NewTransformer(from, to string, opts ...Option) (transform.Transformer, error) {
	c, err := newChain(from, to, opts)
	if err != nil {
		return nil, err
	}
	if c == nil {
		return transform.Nop, nil
	}
	return &stream{chain: *c}, nil
}

// newChain gives nil where both tags name one alphabet.
func newChain(from, to string, opts []Option) (*chain, error) {
	var o options
	for _, opt := range opts {
		opt(&o)
	}
	if o.ready == nil {
		var err error
		if o.ready, err = NewExceptions(o.exceptions); err != nil {
			return nil, err
		}
	}
	path, err := route(from, to)
	if err != nil || path == nil {
		return nil, err
	}
	c := &chain{exc: o.ready.list}
	for _, s := range path {
		c.steps = append(c.steps, newConverter(s))
	}
	return c, nil
}
