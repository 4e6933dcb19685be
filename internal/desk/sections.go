package desk

import (
	"net/url"
	"slices"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

const (
	maxSteps = 5   // levels of sections
	maxPath  = 200 // bytes of a section's path
)

// SectionRow is a section in the tree.
type SectionRow struct {
	Path, Href, Name, Articles string
	Level                      int
	First, Last                bool // among its siblings
}

// SectionPage is one section, or a new one.
type SectionPage struct {
	Base
	Path, Step string // empty for a new one
	Parents    []Option
	Names      []NameLine
	Articles   string   // how many stand in it; empty for none
	Below      bool     // there are sections below
	Others     []Option // where its articles may go
}

func sectionPath(path string) string {
	return Prefix + "site/section?" + url.Values{"path": {path}}.Encode()
}

// parent gives the path above a section, empty at the top, and its last step.
func parent(path string) (above, step string) {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i], path[i+1:]
	}
	return "", path
}

// sectionRows gives the tree as a list, each with its level.
func (q *request) sectionRows() ([]SectionRow, error) {
	list, err := q.desk.store.Sections(q.Context())
	if err != nil {
		return nil, err
	}
	counts, err := q.desk.store.SectionCounts(q.Context())
	if err != nil {
		return nil, err
	}
	var out []SectionRow
	for _, s := range list {
		r := SectionRow{Path: s.Path, Href: sectionPath(s.Path), Name: q.nameOf(s), Level: strings.Count(s.Path, "/")}
		if n := counts[s.Path]; n > 0 {
			r.Articles = q.T("site.section.articles", n)
		}
		row := siblings(list, s.Path)
		r.First, r.Last = row[0].Path == s.Path, row[len(row)-1].Path == s.Path
		out = append(out, r)
	}
	return out, nil
}

// siblings gives, in order, the sections that stand beside one, itself among
// them.
func siblings(list []article.Section, path string) (out []article.Section) {
	above, _ := parent(path)
	for _, s := range list {
		if a, _ := parent(s.Path); a == above {
			out = append(out, s)
		}
	}
	return out
}

// sectionPage shows the form of a section.
func (d *Desk) sectionPage(a *answer, q *request) error {
	path := q.URL.Query().Get("path")
	page := SectionPage{Path: path}
	var s article.Section
	if path != "" {
		var err error
		if s, err = d.store.Section(q.Context(), path); err != nil {
			return err
		}
		page.Base = q.base(q.nameOf(s), "site")
	} else {
		page.Base = q.base(q.T("site.section.new"), "site")
	}
	above, step := parent(path)
	if path == "" {
		above = q.URL.Query().Get("below")
	}
	page.Step, page.Names = step, nameFields(s.Names)
	options, err := q.sectionOptions(above)
	if err != nil {
		return err
	}
	for _, o := range options {
		if path == "" || o.Value != path && !strings.HasPrefix(o.Value, path+"/") {
			page.Parents = append(page.Parents, o)
		}
		if o.Chosen = false; o.Value != path {
			page.Others = append(page.Others, o)
		}
		page.Below = page.Below || path != "" && strings.HasPrefix(o.Value, path+"/")
	}
	counts, err := d.store.SectionCounts(q.Context())
	if err != nil {
		return err
	}
	if n := counts[path]; n > 0 && path != "" {
		page.Articles = q.T("site.section.articles", n)
	}
	return show(a, d.views.section, page)
}

// sectionTyped reads a section from the form: its path below the parent that
// was chosen, and its names. Where no last step is typed it is made from a
// name. Nothing but small letters, digits and hyphens can stand in a step, so
// that no section can take the place of a feed ("feed.xml") or of anything
// else that the site answers for.
func (q *request) sectionTyped() (s article.Section, err error) {
	if s.Names, err = q.namesTyped(); err != nil {
		return s, err
	}
	step := q.field("step")
	if step == "" {
		for _, l := range []string{"en", "ru", "kk"} {
			if step == "" {
				step = article.Slug(s.Names[l])
			}
		}
		for _, t := range writable() {
			if step == "" {
				step = article.Slug(s.Names[t.Language])
			}
		}
	}
	if step == "" || article.Slug(step) != step {
		return s, fault.New(fault.Invalid, "%q cannot be an address", step).In("step").Hint("take small letters, digits and hyphens: %q", article.Slug(step))
	}
	s.Path = step
	if above := q.field("parent"); above != "" {
		if _, err := q.desk.store.Section(q.Context(), above); err != nil {
			return s, blame(err, "parent")
		}
		s.Path = above + "/" + step
	}
	if strings.Count(s.Path, "/") >= maxSteps || len(s.Path) > maxPath {
		return s, fault.New(fault.TooLarge, "sections stand at most %d deep", maxSteps).In("parent").Hint("choose one further up")
	}
	return s, nil
}

// sectionSent makes a section, or changes one: its names, its path, the
// section it stands below.
func (d *Desk) sectionSent(a *answer, q *request) error {
	was := q.PostFormValue("path")
	s, err := q.sectionTyped()
	if err != nil {
		return err
	}
	said := "section-saved"
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		list, err := tx.Sections(q.Context())
		if err != nil {
			return err
		}
		at := slices.IndexFunc(list, func(o article.Section) bool { return o.Path == was })
		what := "section-changed"
		switch {
		case was == "":
			if slices.ContainsFunc(list, func(o article.Section) bool { return o.Path == s.Path }) {
				return fault.New(fault.Exists, "there is a section %q already", s.Path).In("step").Hint("take another word for its address")
			}
			what = "section-added"
		case at < 0:
			return fault.New(fault.NotFound, "there is no section %q", was)
		}
		if was == "" || !sameParent(was, s.Path) {
			for _, o := range siblings(list, s.Path) {
				s.Order = max(s.Order, o.Order+1)
			}
		} else {
			s.Order = list[at].Order
		}
		if was != "" && was != s.Path {
			what = "section-moved"
			if err := moveSection(q, tx, list, was, s.Path); err != nil {
				return err
			}
		}
		if err := tx.SaveSection(s); err != nil {
			return err
		}
		detail := was + " → " + s.Path
		if was == "" || was == s.Path {
			detail = changedNames(map[string]string{}, s.Names)
		}
		return q.audit(tx, what, "section "+s.Path, detail)
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"site", said))
	return nil
}

func sameParent(a, b string) bool {
	x, _ := parent(a)
	y, _ := parent(b)
	return x == y
}

// moveSection gives a section another path; its old addresses lead on, in
// every language.
func moveSection(q *request, tx *store.Tx, list []article.Section, was, now string) error {
	deep := 0
	for _, o := range list {
		if strings.HasPrefix(o.Path, was+"/") {
			deep = max(deep, strings.Count(o.Path, "/")-strings.Count(was, "/"))
		}
	}
	if strings.Count(now, "/")+deep >= maxSteps {
		return fault.New(fault.TooLarge, "sections stand at most %d deep", maxSteps).In("parent").Hint("choose one further up")
	}
	if strings.HasPrefix(now, was+"/") {
		return fault.New(fault.Invalid, "a section cannot stand below itself").In("parent").Hint("choose another one")
	}
	moved, err := tx.MoveSection(was, now)
	if err != nil {
		return blame(err, "step")
	}
	for from, to := range moved {
		if err := leadOn(tx, from, to); err != nil {
			return err
		}
	}
	return nil
}

// leadOn lets the addresses of a section lead to those of another.
func leadOn(tx *store.Tx, from, to string) error {
	for _, t := range web.Tags() {
		address := func(path string) string { return "/" + t.Name + "/section/" + path }
		if err := tx.Retarget(address(from), address(to)); err != nil {
			return err
		}
		if err := tx.SaveRedirect(store.Redirect{Path: address(from), Target: address(to)}); err != nil {
			return err
		}
	}
	return nil
}

// sectionOrder moves a section one place up or down among its siblings.
func (d *Desk) sectionOrder(a *answer, q *request) error {
	path, up := q.PostFormValue("path"), q.field("to") == "up"
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		list, err := tx.Sections(q.Context())
		if err != nil {
			return err
		}
		row := siblings(list, path)
		at := slices.IndexFunc(row, func(s article.Section) bool { return s.Path == path })
		if at < 0 {
			return fault.New(fault.NotFound, "there is no section %q", path)
		}
		with := at + 1
		if up {
			with = at - 1
		}
		if with < 0 || with >= len(row) {
			return nil // it is there
		}
		row[at], row[with] = row[with], row[at]
		for i, s := range row {
			if s.Order == i {
				continue
			}
			s.Order = i
			if err := tx.SaveSection(s); err != nil {
				return err
			}
		}
		return q.audit(tx, "section-order", "section "+path, q.field("to"))
	})
	if err != nil {
		return err
	}
	a.to(Prefix + "site#sections")
	return nil
}

// sectionDrop takes a section away; its articles go where the form says.
func (d *Desk) sectionDrop(a *answer, q *request) error {
	path, to := q.PostFormValue("path"), q.field("to")
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.RemoveSection(path, to, q.user.Name); err != nil {
			return blame(err, "to")
		}
		if to != "" {
			if err := leadOn(tx, path, to); err != nil {
				return err
			}
		}
		return q.audit(tx, "section-removed", "section "+path, to)
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"site", "section-removed"))
	return nil
}
