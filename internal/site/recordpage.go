package site

import (
	"cmp"
	"slices"

	"shanyraq/internal/stats"
	"shanyraq/internal/web"
)

const recordLatest = 12

// record is the front page of the record.
func (s *Site) record(a *web.Answer, q *request) error {
	page := RecordPage{
		Base:         q.base(q.m.T("record.title"), q.m.T("record.about"), here{place: "record"}),
		CoverageHref: registerAddress(q.tag, "coverage"),
	}
	for _, name := range pictureNames {
		page.Pictures = append(page.Pictures, web.Link{Href: registerAddress(q.tag, name), Label: q.m.T(name + ".title")})
	}
	counts, err := s.counts(q)
	if err != nil {
		return err
	}
	for _, r := range registers {
		page.Registers = append(page.Registers, RegisterLink{
			Href: registerAddress(q.tag, r.name), Name: q.m.T("register." + r.name), About: q.m.T("register." + r.name + ".about"), Count: q.m.Int(counts[r.kind+r.entity]),
		})
	}
	if page.Latest, err = q.latest(recordLatest); err != nil {
		return err
	}
	if page.Pair, err = q.pairForm(); err != nil {
		return err
	}
	page.Data = q.siteData(page.Base)
	return show(a, q, s.views.record, page)
}

// counts gives the number of facts and entities by kind.
func (s *Site) counts(q *request) (map[string]int, error) {
	return s.countMemo.get("", s.cache.Version(), func() (map[string]int, error) {
		return s.store.RecordCounts(q.Context())
	})
}

// coverage tells what was read, by which version, and how much waits.
func (s *Site) coverage(a *web.Answer, q *request) error {
	ctx := q.Context()
	page := CoveragePage{Base: q.base(q.m.T("coverage.title"), q.m.T("coverage.about"), here{place: "record"}), RecordHref: recordAddress(q.tag)}
	covers, err := s.store.Coverage(ctx)
	if err != nil {
		return err
	}
	articles, err := s.store.Languages(ctx)
	if err != nil {
		return err
	}
	waiting, err := s.store.Waiting(ctx)
	if err != nil {
		return err
	}
	counts, err := s.counts(q)
	if err != nil {
		return err
	}
	type line struct{ articles, statements int }
	versions := map[string]line{}
	readIn := map[string]int{}
	for _, c := range covers {
		l := versions[c.Version]
		versions[c.Version] = line{l.articles + c.Articles, l.statements + c.Statements}
		readIn[c.Language] += c.Articles
	}
	languages := SideBlock{ID: "languages", Name: q.m.T("coverage.languages"),
		Head: []string{q.m.T("coverage.column.language"), q.m.T("coverage.column.articles"), q.m.T("coverage.column.read")}}
	for _, t := range q.tags {
		if !t.Variant() {
			autonym := t.Autonym
			if t.Language == q.tag.Language { // in the page's letters
				autonym = q.tag.Autonym
			}
			languages.Rows = append(languages.Rows, []string{autonym, q.m.Int(articles[t.Language]), q.m.Int(readIn[t.Language])})
		}
	}
	kinds := SideBlock{ID: "kinds", Name: q.m.T("coverage.kinds"), Head: []string{q.m.T("coverage.column.kind"), q.m.T("coverage.column.entries")}}
	for _, r := range registers {
		kinds.Rows = append(kinds.Rows, []string{q.m.T("register." + r.name), q.m.Int(counts[r.kind+r.entity])})
	}
	kinds.Rows = append(kinds.Rows, []string{q.m.T("coverage.column.suggested"), q.m.Int(waiting)})
	byVersion := SideBlock{ID: "versions", Name: q.m.T("coverage.versions"),
		Head: []string{q.m.T("coverage.column.version"), q.m.T("coverage.column.articles"), q.m.T("coverage.column.entries")}}
	for v, l := range versions {
		byVersion.Rows = append(byVersion.Rows, []string{v, q.m.Int(l.articles), q.m.Int(l.statements)})
	}
	slices.SortFunc(byVersion.Rows, func(x, y []string) int { return cmp.Compare(y[0], x[0]) })
	if p, ok, err := s.store.RereadProgress(ctx); err != nil {
		return err
	} else if ok {
		byVersion.Rows = append(byVersion.Rows, []string{q.m.T("coverage.again", p.Version), q.m.Int(p.Done) + " / " + q.m.Int(p.Total), ""})
	}
	if p, ok, err := s.store.ReindexProgress(ctx); err != nil {
		return err
	} else if ok && p.Total > 0 && !p.Joining {
		byVersion.Rows = append(byVersion.Rows, []string{q.m.T("coverage.reindex"), q.m.Int(p.Done) + " / " + q.m.Int(p.Total), ""})
	}
	page.Tables = []SideBlock{languages, kinds, byVersion, q.method()}
	page.Data = pageData(page.Base, "AboutPage")
	return show(a, q, s.views.coverage, page)
}

// about and terms are pages of plain words from the interface's wording.
func (s *Site) about(a *web.Answer, q *request) error {
	return s.words(a, q, q.m.T("about.title"), q.m.T("about.1"), q.m.T("about.2"), q.m.T("about.3"), q.m.T("about.4"), q.m.T("about.5"))
}

func (s *Site) words(a *web.Answer, q *request, title string, paragraphs ...string) error {
	page := TextPage{Base: q.base(title, paragraphs[0], here{}), Parts: []TextPart{{Paragraphs: paragraphs}}}
	page.Data = pageData(page.Base, "AboutPage")
	return show(a, q, s.views.text, page)
}

// method publishes what a figure's words may mean when it is set beside
// statistics, in per cent of the figure.
func (q *request) method() SideBlock {
	b := SideBlock{ID: "tolerances", Name: q.m.T("method.title"), Head: []string{q.m.T("register.verdict"), q.m.T("verdict.consistent"), q.m.T("verdict.rounding")}}
	for _, t := range stats.Tolerances() {
		word := q.m.T("figure."+t.Word, "N")
		if t.Word == "exact" {
			word = "N"
		}
		between := func(low, high float64) string {
			return q.m.Number(low) + " – " + q.m.T("unit.percent", q.m.Number(high))
		}
		b.Rows = append(b.Rows, []string{word, between(t.Core[0], t.Core[1]), between(t.Wide[0], t.Wide[1])})
	}
	b.Rows = append(b.Rows, []string{q.m.T("method.only"), q.m.T("unit.percent", "0 – "+q.m.Number(stats.Unlisted*100)), ""})
	b.Rows = append(b.Rows, []string{q.m.T("method.nearest", q.m.Int(stats.MaxGap)), "", ""})
	return b
}
