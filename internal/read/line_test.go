package read

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"shanyraq/internal/value"
)

// TestAppendLineIsTheEncoders sets each field of each struct, one after the other,
// to each of some hard values and holds the line to that of the standard encoder.
func TestAppendLineIsTheEncoders(t *testing.T) {
	for _, field := range fieldsOf(reflect.TypeFor[Reading](), nil) {
		for _, v := range hardValues[field.typ] {
			r := Reading{Sentences: []value.Span{{}, {}}, Mentions: []Mention{{}, {}}, Entities: []Entity{{}}, Statements: []Statement{{}, {}}}
			field.of(&r).Set(reflect.ValueOf(v))
			holdToEncoder(t, &r, nil)
		}
		if len(hardValues[field.typ]) == 0 {
			t.Errorf("no values for a field of the kind %s", field.typ)
		}
	}
	for _, id := range []string{`"a b"`, `7`, "{\"a\": [1,\t2]}", `null`, `"<\u003c"`} {
		holdToEncoder(t, &Reading{Language: "en", Sentences: []value.Span{}}, json.RawMessage(id))
	}
	for _, n := range []float64{math.NaN(), math.Inf(-1)} {
		if _, err := (&Reading{Statements: []Statement{{Times: n}}}).AppendLine(nil, nil); err == nil {
			t.Errorf("%v was written", n)
		}
	}
}

func holdToEncoder(t *testing.T, r *Reading, id json.RawMessage) {
	t.Helper()
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(struct {
		ID json.RawMessage `json:"id,omitempty"`
		Reading
	}{id, *r}); err != nil {
		t.Fatal(err)
	}
	if got, err := r.AppendLine(nil, id); err != nil || string(got) != want.String() {
		t.Errorf("got  %swant %s(%v)", got, want.String(), err)
	}
}

// hardValues are values of the types that fields have.
var hardValues = func() map[reflect.Type][]any {
	var zero, half, tiny, huge, no, yes = 0.0, -0.5, 1.5e-9, 3e21, false, true
	texts := []any{"", "so", "A <b> & \"c\" \\ \u2028\u2029", "\b\f\n\r\t\x00\x1f\x7f", "Дана Ә ӿ", "日本 😀 é", "a\xffb", "\xd0", "\xd0a", "\xe2\x80", "\ufffd"}
	m := map[reflect.Type][]any{
		reflect.TypeFor[string]():       texts,
		reflect.TypeFor[int]():          {0, 1, -12, math.MaxInt},
		reflect.TypeFor[bool]():         {no, yes},
		reflect.TypeFor[float64]():      {0.0, 1.0, 0.1, half, tiny, 1e-12, 1e-6, 123456789.25, 1e20, huge, 1e300, math.Copysign(0, -1)},
		reflect.TypeFor[*float64]():     {(*float64)(nil), &zero, &half, &tiny, &huge},
		reflect.TypeFor[*bool]():        {(*bool)(nil), &no, &yes},
		reflect.TypeFor[[]string]():     {[]string(nil), []string{}, []string{""}, []string{"e1", "\"", "e2"}},
		reflect.TypeFor[[]value.Span](): {[]value.Span(nil), []value.Span{}},
		reflect.TypeFor[[]Mention]():    {[]Mention(nil), []Mention{}},
		reflect.TypeFor[[]Entity]():     {[]Entity(nil), []Entity{}},
		reflect.TypeFor[[]Statement]():  {[]Statement(nil), []Statement{}},
	}
	return m
}()

// field is a field of a reading, or of the last item of one of its lists.
type field struct {
	typ reflect.Type
	of  func(*Reading) reflect.Value
}

func fieldsOf(typ reflect.Type, path []int) (all []field) {
	for i := range typ.NumField() {
		f, here := typ.Field(i), append(path[:len(path):len(path)], i)
		if f.Type.Kind() != reflect.Struct {
			all = append(all, field{f.Type, func(r *Reading) reflect.Value { return fieldAt(reflect.ValueOf(r).Elem(), here) }})
		}
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			all = append(all, fieldsOf(f.Type.Elem(), here)...)
		} else if f.Type.Kind() == reflect.Struct {
			all = append(all, fieldsOf(f.Type, here)...)
		}
	}
	return all
}

func fieldAt(v reflect.Value, path []int) reflect.Value {
	for _, i := range path {
		if v.Kind() == reflect.Slice {
			v = v.Index(v.Len() - 1)
		}
		v = v.Field(i)
	}
	return v
}
