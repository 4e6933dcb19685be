package desk

import (
	"encoding/csv"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/audience"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// periods are the spans of days that the page offers.
var periods = []int{7, 30, 90, 365}

// audienceFilter reads the filter of the pages about reading from an address.
func (d *Desk) audienceFilter(q *request) (f store.ViewFilter, days int) {
	v := q.URL.Query()
	days = 30
	if n, err := strconv.Atoi(v.Get("days")); err == nil && slices.Contains(periods, n) {
		days = n
	}
	f.To = store.DayOf(d.cfg.Now())
	f.From = f.To - int64(days) + 1
	f.Section, f.Language = v.Get("section"), v.Get("language")
	f.Article, _ = strconv.ParseInt(v.Get("article"), 10, 64)
	return f, days
}

// audience shows how much is read: by day as a picture, and by article,
// language and script, section and referrer.
func (d *Desk) audience(a *answer, q *request) error {
	f, days := d.audienceFilter(q)
	page := AudiencePage{Base: q.base(q.T("audience.title"), "audience"), Days: days, Periods: periods, Language: f.Language, Section: f.Section}
	ctx := q.Context()
	byDay, err := d.store.CountViews(ctx, store.ByDay, f, days)
	if err != nil {
		return err
	}
	page.Chart = dayChart(q.m, byDay, f.From, f.To)
	sum := 0
	for _, c := range byDay {
		sum += c.N
	}
	page.Sum = q.m.T("audience.sum", sum)
	articles, err := d.store.CountViews(ctx, store.ByArticle, f, 25)
	if err != nil {
		return err
	}
	var ids []int64
	for _, c := range articles {
		ids = append(ids, c.ID)
	}
	cards, err := d.store.ArticlesByID(ctx, ids)
	if err != nil {
		return err
	}
	if f.Article != 0 {
		page.Article = cards[f.Article].Title
	}
	top := CountTable{Head: q.T("audience.articles")}
	for _, c := range articles {
		top.Rows = append(top.Rows, CountRow{Name: cards[c.ID].Title, Lang: cards[c.ID].Language, Href: q.with("article", strconv.FormatInt(c.ID, 10)), N: q.m.Int(c.N), Share: share(c.N, articles[0].N)})
	}
	page.Tables = append(page.Tables, top)
	for _, by := range []struct{ column, head string }{{store.ByTag, "audience.tags"}, {store.BySection, "audience.sections"}, {store.ByReferrer, "audience.referrers"}} {
		counts, err := d.store.CountViews(ctx, by.column, f, 15)
		if err != nil {
			return err
		}
		t := CountTable{Head: q.T(by.head)}
		for _, c := range counts {
			t.Rows = append(t.Rows, CountRow{Name: q.countName(by.column, c.Name), N: q.m.Int(c.N), Share: share(c.N, counts[0].N)})
		}
		page.Tables = append(page.Tables, t)
	}
	sections, err := d.store.Sections(ctx)
	if err != nil {
		return err
	}
	for _, s := range sections {
		page.SectionList = append(page.SectionList, s.Path)
	}
	for _, t := range web.Tags() {
		if !t.Variant() {
			page.Languages = append(page.Languages, t)
		}
	}
	page.CSV = Prefix + "audience.csv?" + q.URL.RawQuery
	return show(a, d.views.audience, page)
}

// countName is the name of a group of views as people read it.
func (q *request) countName(column, name string) string {
	switch {
	case column == store.ByTag:
		if t, ok := web.TagOf(name); ok {
			return t.Autonym
		}
	case name == "" && column == store.ByReferrer:
		return q.T("audience.direct")
	case name == "":
		return q.T("audience.no-section")
	}
	return name
}

// with is the page's address with one value of its query changed.
func (q *request) with(name, value string) string {
	v := url.Values{}
	for k, list := range q.URL.Query() {
		v[k] = list
	}
	v.Set(name, value)
	return q.URL.Path + "?" + v.Encode()
}

// share is a part of the largest in percent, for the bar behind a number.
func share(n, most int) int {
	if most == 0 {
		return 0
	}
	return max(1, n*100/most)
}

// dayChart draws days as bars: a picture 100 high, four wide a day.
func dayChart(m *web.Messages, counts []store.Count, from, to int64) DayChart {
	byDay := map[int64]int{}
	most := 0
	for _, c := range counts {
		byDay[c.ID] = c.N
		most = max(most, c.N)
	}
	c := DayChart{Width: int(to-from+1) * 4, Most: m.Int(most)}
	var path strings.Builder
	for day := from; day <= to; day++ {
		n := byDay[day]
		name := m.Date(store.DayTime(day).Format(time.DateOnly))
		c.Rows = append(c.Rows, DayRow{name, m.Int(n)})
		if n > 0 {
			h := max(1, n*100/most)
			path.WriteString("M" + itoa(int(day-from)*4) + " 100v-" + itoa(h) + "h3v" + itoa(h) + "z")
		}
	}
	c.Path, c.First, c.Last = path.String(), c.Rows[0].Name, c.Rows[len(c.Rows)-1].Name
	return c
}

// audienceCSV gives the views of the same filter, a row an article, day, tag
// and referrer.
func (d *Desk) audienceCSV(a *answer, q *request) error {
	f, _ := d.audienceFilter(q)
	a.header.Set("Content-Type", "text/csv; charset=utf-8")
	a.header.Set("Content-Disposition", `attachment; filename="views.csv"`)
	w := csv.NewWriter(&a.body)
	w.Write([]string{"article", "day", "tag", "referrer", "views"})
	err := d.store.EachView(q.Context(), f, func(k audience.Key, n int) error {
		return w.Write([]string{strconv.FormatInt(k.Article, 10), store.DayTime(k.Day).Format(time.DateOnly), k.Tag, k.From, strconv.Itoa(n)})
	})
	w.Flush()
	return err
}
