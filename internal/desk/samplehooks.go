package desk

import (
	"time"

	"shanyraq/internal/hooks"
)

// Samples of who is told by machine. The addresses are of nobody.
var hookSamples = []sample{
	{"desk-hooks", "hooks", func(d *Desk, a *answer, q *request) error {
		page := HooksPage{Base: q.base(q.T("hooks.title"), "hooks"), Hubs: []string{"https://news.example.org/hub", "https://hub.example.org/"}, Subscribers: q.T("hooks.subscribers", 3), Form: q.sampleHookForm(true)}
		for _, p := range sampleEndpoints() {
			page.Rows = append(page.Rows, q.hookRow(p))
		}
		return show(a, d.views.hooks, page)
	}},
	{"desk-hooks-empty", "hooks", func(d *Desk, a *answer, q *request) error {
		return show(a, d.views.hooks, HooksPage{Base: q.base(q.T("hooks.title"), "hooks"), Form: q.sampleHookForm(true)})
	}},
	{"desk-hook", "hook", func(d *Desk, a *answer, q *request) error {
		p := sampleEndpoints()[1]
		page := HookPage{Row: q.hookRow(p), Plain: true, Why: q.T("hooks.why.rests", q.moment(sampleDay)), OldEnds: q.moment(sampleDay), On: true, Form: q.sampleHookForm(false), First: "#", Next: "#"}
		page.Base = q.base(page.Row.Name, "hooks")
		event := hooks.Event{ID: 4711, Kind: hooks.Published, At: sampleDay, Path: "/kk/otkizu-beketteri-turaly-khattama", Title: "Өткізу бекеттері туралы хаттама"}
		for i, x := range []hooks.Delivery{
			{Result: hooks.Waiting}, {Result: hooks.Waiting, Attempts: 3, Why: hooks.NoAnswer, Due: sampleDay.Add(time.Hour)},
			{Result: hooks.Delivered, Attempts: 1, Status: 204, Took: 37 * time.Millisecond}, {Result: hooks.Failure, Attempts: 10, Status: 500, Why: hooks.Refused},
			{Result: hooks.Failure, Attempts: 1, Why: hooks.Private},
		} {
			x.ID, x.Event = int64(i+1), event
			page.Deliveries = append(page.Deliveries, q.deliveryRow(x))
		}
		return show(a, d.views.hook, page)
	}},
	{"desk-hook-new", "hook", func(d *Desk, a *answer, q *request) error {
		p := sampleEndpoints()[2]
		page := HookPage{Row: q.hookRow(p), Secret: "whsec_c2FtcGxlIG9mIGEgc2VjcmV0IG9mIHdlYmhvb2tz", Why: q.T("hooks.why.failing", q.moment(sampleDay)), Form: q.sampleHookForm(false)}
		page.Base = q.base(page.Row.Name, "hooks")
		return show(a, d.views.hook, page)
	}},
}

func sampleEndpoints() []hooks.Endpoint {
	return []hooks.Endpoint{
		{ID: 1, Name: "Хабарлама арнасы", Address: "https://chat.example.org/hooks/7f3k", State: hooks.On, Kinds: []hooks.Kind{hooks.Published, hooks.Corrected}, Sections: []string{"news/culture"}, Languages: []string{"kk", "ru"}},
		{ID: 2, Address: "http://archive.example.org/a/rather/long/address/of/a/receiver?that=has&a=question", State: hooks.On, Failed: sampleDay},
		{ID: 3, Name: "Search index", Address: "https://search.example.org/", State: hooks.Failing, Failed: sampleDay},
		{ID: 4, Name: "Partner", Address: "https://partner.example.org/", State: hooks.Gone},
	}
}

func (q *request) sampleHookForm(fresh bool) HookForm {
	f := HookForm{Messages: q.m, Action: "#", New: fresh, SectionList: []string{"news", "news/culture"}}
	for _, k := range hooks.Kinds() {
		f.Kinds = append(f.Kinds, HookKind{string(k), q.T("hooks.kind." + string(k)), k == hooks.Published})
	}
	return f
}
