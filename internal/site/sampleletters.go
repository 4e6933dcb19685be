package site

import (
	"shanyraq/internal/subscribe"
	"shanyraq/internal/web"
)

// Samples of the pages about news by letter.

func (q *request) sampleTopics() []Choice {
	w := q.wordsFor()
	return []Choice{{Value: "entity:1", Label: w.country, Chosen: true}, {Value: subscribe.All, Label: q.m.T("subscribe.all")}, {Value: "section:news", Label: w.section}}
}

func sampleSubscribe(a *web.Answer, q *request, flaws map[string]string) error {
	return show(a, q, q.site.views.subscribe, SubscribePage{Base: q.base(q.m.T("subscribe.title"), "", here{}), Form: &SubscribeForm{Token: "sample", Email: map[bool]string{true: "nobody"}[flaws != nil], Flaws: flaws,
		Tags: q.tagChoices(q.tag.Name), Topics: q.sampleTopics(), Oftens: q.oftenChoices(subscribe.Daily)}})
}

func sampleOwn(a *web.Answer, q *request, state subscribe.State) error {
	page := LettersPage{Base: q.base(q.m.T("letters.title"), "", here{}), Words: []string{q.m.T("letters.state."+string(state), "a…@example.org")}, Action: "#", Begin: web.Link{Href: "#", Label: q.m.T("letters.add")},
		Own: &OwnForm{State: string(state), Tags: q.tagChoices(q.tag.Name), Topics: q.sampleTopics(), Oftens: q.oftenChoices(subscribe.Weekly), CanStop: state == subscribe.Active, CanResume: state != subscribe.Active}}
	if state == subscribe.Active {
		page.Said = q.m.T("letters.saved")
	}
	return q.showLetters(a, page)
}

var letterSamples = []sample{
	{"subscribe", "subscribe", func(a *web.Answer, q *request) error { return sampleSubscribe(a, q, nil) }},
	{"subscribe", "subscribe-again", func(a *web.Answer, q *request) error {
		return sampleSubscribe(a, q, map[string]string{"": q.m.T("reuse.flaws"), "email": q.m.T("reuse.flaw.email"), "topic": q.m.T("subscribe.flaw.topic")})
	}},
	{"subscribe", "subscribe-closed", func(a *web.Answer, q *request) error {
		return show(a, q, q.site.views.subscribe, SubscribePage{Base: q.base(q.m.T("subscribe.title"), "", here{}), Closed: q.m.T("subscribe.closed")})
	}},
	{"letters", "letters-confirm", func(a *web.Answer, q *request) error {
		return q.showLetters(a, LettersPage{Base: q.base(q.m.T("letters.confirm.title"), "", here{}), Words: []string{q.m.T("letters.confirm.about")}, Action: "#", Button: q.m.T("letters.confirm"),
			Fields: []AskedField{{q.m.T("reuse.email"), "a…@example.org"}, {q.m.T("subscribe.what"), q.m.T("subscribe.all")}, {q.m.T("subscribe.often"), q.m.T("subscribe.often.once")}}})
	}},
	{"letters", "letters-own", func(a *web.Answer, q *request) error { return sampleOwn(a, q, subscribe.Active) }},
	{"letters", "letters-suspended", func(a *web.Answer, q *request) error { return sampleOwn(a, q, subscribe.Suspended) }},
	{"letters", "letters-stop", func(a *web.Answer, q *request) error {
		return q.showLetters(a, LettersPage{Base: q.base(q.m.T("letters.stop.title"), "", here{}), Words: []string{q.m.T("letters.stop.about")}, Action: "#", Button: q.m.T("letters.stop.title"), Fields: []AskedField{{q.m.T("reuse.email"), "a…@example.org"}}})
	}},
	{"letters", "letters-stopped", func(a *web.Answer, q *request) error {
		return q.showLetters(a, LettersPage{Base: q.base(q.m.T("letters.stopped.title"), "", here{}), Words: []string{q.m.T("letters.stopped")}, Begin: web.Link{Href: "#", Label: q.m.T("letters.title")}})
	}},
}
