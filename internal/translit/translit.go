package translit

import (
	"golang.org/x/text/transform"

	"shanyraq/internal/fault"
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

// Schemes lists every conversion, ordered by tag.
func Schemes() []Scheme { return nil }

// Convert gives text, which is in the script of from, in the script of to.
// It fails only where no such conversion exists or an exception is malformed.
func Convert(from, to, text string, opts ...Option) (string, error) {
	t, err := NewTransformer(from, to, opts...)
	if err != nil {
		return "", err
	}
	s, _, err := transform.String(t, text)
	return s, err
}

// NewTransformer is Convert for streams: use it with transform.NewReader or
// transform.NewWriter. How the stream is cut has no influence on the output.
// It keeps state, so every stream needs one of its own.
func NewTransformer(from, to string, opts ...Option) (transform.Transformer, error) {
	if from == to {
		return transform.Nop, nil
	}
	return nil, fault.New(fault.Unsupported, "there is no conversion from %s to %s", from, to)
}
