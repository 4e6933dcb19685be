package site

import (
	"context"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/translit"
	"shanyraq/internal/web"
)

// AlphabetSetting is the name of the site's setting that says which of its
// alphabets a script variant is shown in.
func AlphabetSetting(tag string) string { return store.AlphabetSetting(tag) }

// forms are the exceptions that editors have set, by the tag of the variant.
type forms struct {
	site    map[string]*translit.Exceptions
	article map[int64]map[string]*translit.Exceptions // the site's among them
}

// in gives the script in which an article is shown.
func (f forms) in(tag web.Tag, article int64) inScript {
	if own, ok := f.article[article][tag.Name]; ok {
		return inScript{tag, own}
	}
	return inScript{tag, f.site[tag.Name]}
}

// inAlphabet gives the tag in the alphabet that the site has chosen for it.
func (s *Site) inAlphabet(ctx context.Context, tag web.Tag) (web.Tag, error) {
	if len(tag.Alphabets()) == 0 {
		return tag, nil
	}
	name, err := s.store.Setting(ctx, AlphabetSetting(tag.Name))
	if err != nil || name == "" {
		return tag, err
	}
	in, ok := tag.In(name)
	if !ok {
		s.log.Error("the site's setting names no alphabet", "setting", AlphabetSetting(tag.Name), "value", name)
	}
	return in, nil
}

// readForms makes the exceptions ready. One that cannot be used is left out
// and named in the log: pages are better without it than not at all.
func (s *Site) readForms(ctx context.Context) (f forms, err error) {
	list, err := s.store.Exceptions(ctx)
	if err != nil || len(list) == 0 {
		return f, err
	}
	type variant struct {
		article int64
		tag     string
	}
	gathered := map[variant]map[string]string{}
	for _, e := range list { // those of the site come first
		v := variant{e.Article, e.Tag}
		if gathered[v] == nil {
			gathered[v] = map[string]string{}
			for word, form := range gathered[variant{0, e.Tag}] {
				gathered[v][word] = form
			}
		}
		if err := CheckException(e); err != nil {
			s.log.Error("an exception cannot be used", "tag", e.Tag, "word", e.Word, "error", err)
			continue
		}
		gathered[v][e.Word] = e.Form
	}
	f = forms{map[string]*translit.Exceptions{}, map[int64]map[string]*translit.Exceptions{}}
	for v, words := range gathered {
		ready, err := translit.NewExceptions(words)
		if err != nil {
			return f, err // each was tried
		}
		if v.article == 0 {
			f.site[v.tag] = ready
			continue
		}
		if f.article[v.article] == nil {
			f.article[v.article] = map[string]*translit.Exceptions{}
		}
		f.article[v.article][v.tag] = ready
	}
	return f, nil
}

// variantTag finds the tag of a script variant.
func variantTag(name string) (web.Tag, error) {
	var there []string
	for _, t := range web.Tags() {
		if t.Variant() {
			if t.Name == name {
				return t, nil
			}
			there = append(there, t.Name)
		}
	}
	return web.Tag{}, fault.New(fault.Unsupported, "%q is no script variant of the site", name).Hint("there are %s", strings.Join(there, ", "))
}

// CheckAlphabet says what is wrong with the name of an alphabet for a script
// variant before it is stored under AlphabetSetting; the empty name stands
// for the usual one.
func CheckAlphabet(tag, name string) error {
	t, err := variantTag(tag)
	if err != nil || name == "" {
		return err
	}
	if _, ok := t.In(name); ok {
		return nil
	}
	var there []string
	for _, a := range t.Alphabets() {
		there = append(there, a.Name)
	}
	e := fault.New(fault.Unsupported, "%s has no alphabet %q", tag, name)
	if there == nil {
		return e.Hint("it has one only")
	}
	return e.Hint("there are %s; the first is the usual one", strings.Join(there, ", "))
}

// CheckException says what is wrong with an exception before it is stored:
// the tag must be of a script variant, the word one that package translit can
// look for.
func CheckException(e store.Exception) error {
	if _, err := variantTag(e.Tag); err != nil {
		return err
	}
	_, err := translit.NewExceptions(map[string]string{e.Word: e.Form})
	return err
}
