package site

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// PairPage is all that was agreed and held between two entities.
type PairPage struct {
	web.Base
	RecordHref string
	Sides      []Named
	Action     string
	Clear      string
	Filters    []Filter
	Picture    *Drawing
	Found      string
	Years      []YearBlock
	Pager      Pager
	Downloads  []web.Link
}

// pairs reports whether entities of this kind agree and meet as bodies do.
func pairs(kind string) bool { return kind == read.Place || kind == read.Organization }

// choosePair leads from the form on the record's front page to a pair's page.
func (s *Site) choosePair(a *web.Answer, q *request) error {
	v := q.URL.Query()
	x, err := s.partner(q, v.Get("a"))
	if err != nil {
		return err
	}
	y, err := s.partner(q, v.Get("b"))
	if err != nil {
		return err
	}
	if x.ID == y.ID {
		return fault.New(fault.Invalid, "a pair needs two entities").Hint("choose two that differ")
	}
	since, err := year(v.Get("since"))
	if err != nil {
		return err
	}
	return redirect(a, address(pairAddress(q.tag, x.ID, y.ID), url.Values{"since": {since.String()}}))
}

// partner finds one of the two: by its number, or by the code it is known
// under ("UZ").
func (s *Site) partner(q *request, name string) (e store.Entity, err error) {
	ctx := q.Context()
	id, err := strconv.ParseInt(name, 10, 64)
	if err != nil {
		known, err := s.store.EntityByKnown(ctx, read.Place, name)
		if fault.Is(err, fault.NotFound) {
			known, err = s.store.EntityByKnown(ctx, read.Organization, name)
		}
		if err != nil || name == "" {
			return e, q.gone(err)
		}
		id = known.ID
	}
	for range 8 { // merged into another, which may have been merged again
		if e, err = s.store.EntityByID(ctx, id); err != nil {
			return e, q.gone(err)
		}
		if e.Into == 0 {
			break
		}
		id = e.Into
	}
	if !pairs(e.Kind) || e.Articles == 0 || q.reviewed && !decided(e.Rank) {
		return e, q.nothing()
	}
	return e, nil
}

// gone makes what is not there a page that says so.
func (q *request) gone(err error) error {
	if err == nil || fault.Is(err, fault.NotFound) {
		return q.nothing()
	}
	return err
}

// pair shows what two entities agreed and held together, oldest first.
func (s *Site) pair(a *web.Answer, q *request) error {
	last, ext, _ := strings.Cut(q.PathValue("b"), ".")
	x, err := s.partner(q, q.PathValue("a"))
	if err != nil {
		return err
	}
	y, err := s.partner(q, last)
	if err != nil {
		return err
	}
	form, ok := formOf(lives, ext)
	if x.ID == y.ID || !ok && ext != pictureForm {
		return q.nothing()
	}
	path := pairAddress(q.tag, x.ID, y.ID)
	if ext != "" {
		path += "." + ext
	}
	if path != q.URL.Path {
		return redirect(a, address(path, q.URL.Query()))
	}
	if x.ID > y.ID {
		x, y = y, x
	}
	f, err := q.askPair(x.ID, y.ID)
	if err != nil {
		return err
	}
	if ext == pictureForm {
		days, err := s.pairDays(q, x, y, f)
		if err != nil {
			return err
		}
		return sendJSON(a, q.drawn(days, nil))
	}
	if ext != "" {
		sides := q.named([]store.Entity{x, y})
		return s.take(a, q, f, form, q.m.T("pair.title", sides[0].Name, sides[1].Name), q.m.T("pair.about", sides[0].Name, sides[1].Name))
	}
	return s.pairPage(a, q, f, x, y)
}

// askPair reads the filters from the address: since a year or a day, and a
// kind: "agreement", "event", or a finer one, "signed", "visit".
func (q *request) askPair(a, b int64) (f store.StatementFilter, err error) {
	v := q.URL.Query()
	f = store.StatementFilter{Pair: [2]int64{a, b}, Facts: true, Oldest: true, Reviewed: q.reviewed}
	if f.From, err = year(v.Get("since")); err != nil {
		return f, err
	}
	switch kind := v.Get("kind"); kind {
	case "", read.Agreement, read.Event:
		f.Kind = kind
	default:
		f.Sub = kind
	}
	f.After, err = readCursor(v.Get("after"))
	return f, err
}

// pairDays gives how what a filter chooses of a pair spreads over time.
func (s *Site) pairDays(q *request, x, y store.Entity, f store.StatementFilter) ([]store.PairDay, error) {
	all, err := s.allPairDays(q, x, y)
	return slices.DeleteFunc(slices.Clone(all), func(d store.PairDay) bool { return !f.Chooses(d) }), err
}

func (s *Site) allPairDays(q *request, x, y store.Entity) ([]store.PairDay, error) {
	return s.pairMemo.get(pairAddress(web.Tag{}, x.ID, y.ID), s.cache.Version(), func() ([]store.PairDay, error) {
		return s.store.PairDays(q.Context(), x.ID, y.ID, q.reviewed)
	})
}

func (s *Site) pairPage(a *web.Answer, q *request, f store.StatementFilter, x, y store.Entity) error {
	ctx := q.Context()
	f.Limit = entityEntries + 1
	list, err := s.store.Statements(ctx, f)
	if err != nil {
		return err
	}
	days, err := s.allPairDays(q, x, y)
	if err != nil {
		return err
	}
	pager := q.pager(f.After != store.Cursor{})
	if len(list) > entityEntries {
		list = list[:entityEntries]
		pager.Next = q.with("after", writeCursor(store.CursorOfStatement(list[len(list)-1])))
		pager.NextWords = q.m.T("pager.newer")
	}
	differ, err := q.ownTellings(list)
	if err != nil {
		return err
	}
	t, err := q.tell(ctx, list)
	if err != nil {
		return err
	}
	t.differ = differ
	sides := q.named([]store.Entity{x, y})
	title := q.m.T("pair.title", sides[0].Name, sides[1].Name)
	page := PairPage{
		Base: q.base(title, q.m.T("pair.about", sides[0].Name, sides[1].Name), here{place: "record"}), RecordHref: recordAddress(q.tag),
		Sides: sides, Action: q.URL.Path, Filters: q.pairFilters(days), Years: q.years(t), Pager: pager,
	}
	days = slices.DeleteFunc(slices.Clone(days), func(d store.PairDay) bool { return !f.Chooses(d) })
	n := 0
	for _, d := range days {
		n += d.Count
	}
	page.Found = q.m.T("entity.found", n)
	if page.Picture = q.yearsPicture(days, address(q.URL.Path+"."+pictureForm, q.URL.Query())); page.Picture != nil {
		pictured(a, &page.Base)
	}
	if q.URL.RawQuery != "" {
		page.Clear = q.URL.Path
	}
	page.NoIndex = page.Clear != "" || n == 0
	page.Downloads = q.downloads(q.URL.Path, lives)
	page.Feeds = append(feedsAmong(page.Downloads, page.FullTitle()), page.Feeds...)
	page.Data = pairData(page)
	page.Downloads = q.offerLetters(page.Downloads, "pair:"+strconv.FormatInt(x.ID, 10)+"/"+strconv.FormatInt(y.ID, 10))
	return show(a, q, s.views.pair, page)
}

// pairFilters offers the kinds there are between the two, each with its
// number, and the year to begin with.
func (q *request) pairFilters(days []store.PairDay) []Filter {
	v := q.URL.Query()
	kind := Filter{Name: "kind", Label: q.m.T("register.kind"), Choices: []Choice{{Label: q.m.T("register.any")}}}
	for _, r := range registers {
		if len(r.subs) == 0 {
			continue
		}
		all, count := 0, map[string]int{}
		for _, d := range days {
			if d.Kind == r.kind {
				all += d.Count
				count[d.Sub] += d.Count
			}
		}
		if all == 0 {
			continue
		}
		kind.Choices = append(kind.Choices, Choice{Value: r.kind, Label: q.m.T("register."+r.name) + dot + q.m.Int(all), Chosen: v.Get("kind") == r.kind})
		for _, sub := range r.subs {
			if count[sub] > 0 && sub != "other" { // both kinds have others
				kind.Choices = append(kind.Choices, Choice{Value: sub, Label: q.m.T(r.words+sub) + dot + q.m.Int(count[sub]), Chosen: v.Get("kind") == sub})
			}
		}
	}
	return []Filter{kind, {Name: "since", Label: q.m.T("register.from"), Value: v.Get("since"), Narrow: true, Numeric: true}}
}

func pairData(p PairPage) *web.StructuredData {
	var about, forms []object
	for _, side := range p.Sides {
		about = append(about, object{"@type": "Thing", "name": side.Name, "url": p.Origin + side.Href})
	}
	for _, d := range p.Downloads {
		forms = append(forms, object{"@type": "DataDownload", "encodingFormat": d.Type, "contentUrl": p.Origin + d.Href})
	}
	return &web.StructuredData{Value: object{
		"@context": schema, "@type": "Dataset", "name": p.Title, "description": p.Description, "url": p.Origin + p.Path, "inLanguage": p.Tag.Name, "about": about,
		"license": p.Origin + "/" + p.Tag.Name + "/terms", "distribution": forms, "isAccessibleForFree": true,
		"creator": object{"@type": "Organization", "name": p.SiteName},
	}}
}

// yearOf gives the year of a day counted from 1970-01-01.
func yearOf(day int) int { return time.Unix(int64(day)*86400, 0).UTC().Year() }

// PairForm asks for two entities and leads to their page.
type PairForm struct {
	Action  string
	Filters []Filter
}

// pairForm offers the most mentioned places and bodies on both sides; no
// filters where there are not two.
func (q *request) pairForm() (PairForm, error) {
	choices, err := q.site.often(q)
	if err != nil || len(choices) < 2 {
		return PairForm{}, err
	}
	second := slices.Clone(choices)
	second[1].Chosen = true
	return PairForm{Action: "/" + q.tag.Name + "/record/pair", Filters: []Filter{
		{Name: "a", Label: q.m.T("pair.a"), Choices: choices}, {Name: "b", Label: q.m.T("pair.b"), Choices: second},
		{Name: "since", Label: q.m.T("register.from"), Narrow: true, Numeric: true},
	}}, nil
}
