package site

import (
	"context"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/mail"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
	"shanyraq/internal/web"
)

// The most of a letter: articles that are looked at for it, articles that it
// shows, sentences it quotes of one.
const (
	mostNews   = 1000
	mostItems  = 40
	mostQuotes = 3
	leadSize   = 280 // bytes of a text without a lead
)

// edition is what the letters of one batch are written from. All their
// readers read one language; each topic is looked for once, and each article
// is put into words once for each alphabet.
type edition struct {
	site   *Site
	ctx    context.Context
	secret rights.Secret
	news   []store.News
	asking map[string]*request                    // by tag
	found  map[string]map[int64][]store.Statement // by topic
	items  map[string]SheetItem                   // by tag, article and what is quoted
}

// Digests writes the letters to subscribers of one language: what is new
// since each one's last, and of what he follows. An empty letter stands for
// nothing new.
func (s *Site) Digests(ctx context.Context, list []subscribe.Subscriber, upTo time.Time) ([]mail.Letter, error) {
	out := make([]mail.Letter, len(list))
	if len(list) == 0 {
		return out, nil
	}
	oldest := list[0].SeenTo
	for _, sub := range list {
		if sub.SeenTo.Before(oldest) {
			oldest = sub.SeenTo
		}
	}
	news, err := s.store.News(ctx, list[0].Language(), oldest, upTo, mostNews)
	if err != nil || len(news) == 0 {
		return out, err
	}
	secret, err := s.store.RightsSecret(ctx)
	if err != nil {
		return out, err
	}
	e := &edition{s, ctx, secret, news, map[string]*request{}, map[string]map[int64][]store.Statement{}, map[string]SheetItem{}}
	for i, sub := range list {
		if out[i], err = e.letter(sub); err != nil {
			return out, err
		}
	}
	return out, nil
}

// letter writes one subscriber's letter.
func (e *edition) letter(sub subscribe.Subscriber) (l mail.Letter, err error) {
	q, err := e.in(sub.Tag)
	if err != nil {
		return l, err
	}
	var items []SheetItem
	more := false
	for _, n := range e.news {
		if !n.At.After(sub.SeenTo) {
			continue
		}
		quoted, found := []store.Statement(nil), false
		for _, t := range sub.Topics {
			if !n.At.After(t.Since) {
				continue
			}
			about, err := e.find(q, t.Name)
			if err != nil {
				return l, err
			}
			list, ok := about[n.ID]
			found = found || ok
			if quoted == nil {
				quoted = list
			}
		}
		if !found {
			continue
		}
		if more = len(items) == mostItems; more {
			break
		}
		item, err := e.item(q, n, quoted)
		if err != nil {
			return l, err
		}
		items = append(items, item)
	}
	if items == nil {
		return l, nil
	}
	return e.write(q, sub, items, more)
}

// in gives what letters of a tag are written with.
func (e *edition) in(tag string) (*request, error) {
	q, ok := e.asking[tag]
	if !ok {
		var err error
		if q, err = e.site.letterRequest(e.ctx, tag); err != nil {
			return nil, err
		}
		e.asking[tag] = q
	}
	return q, nil
}

// find gives the news of a topic. A topic that there is no more has none.
func (e *edition) find(q *request, topic string) (map[int64][]store.Statement, error) {
	about, ok := e.found[topic]
	if ok {
		return about, nil
	}
	f, err := q.follow(topic)
	if err == nil {
		about, err = f.find(e.ctx, e.news)
	}
	if fault.Is(err, fault.NotFound) || fault.Is(err, fault.Invalid) {
		err = nil
	}
	if err == nil {
		e.found[topic] = about
	}
	return about, err
}

// item puts an article into the words of a letter: its title, its lead or its
// first sentences, what it states of the topic.
func (e *edition) item(q *request, n store.News, quoted []store.Statement) (SheetItem, error) {
	key := q.tag.Name + " " + strconv.FormatInt(n.ID, 10)
	for _, st := range quoted {
		key += " " + strconv.FormatInt(st.ID, 10)
	}
	if it, ok := e.items[key]; ok {
		return it, nil
	}
	in := q.forms.in(q.tag, n.ID)
	it := SheetItem{Title: in.text(n.Language, n.Title), Href: q.letterOrigin() + escaped(articleAddress(q.tag, n.Slug))}
	lead := n.Lead
	if lead == "" {
		plain, err := e.site.plain(q, n.Revision)
		if err != nil {
			return it, err
		}
		if lead = beginOf(plain, leadSize); len(lead) < len(plain) {
			lead = strings.TrimRight(lead, " .,;:–-\n") + "…"
		}
	}
	it.Lead = mail.OneLine(in.text(n.Language, lead))
	for i, st := range quoted {
		if i == mostQuotes {
			break
		}
		it.Quotes = append(it.Quotes, web.Link{Label: mail.OneLine(in.text(n.Language, st.Quote)), Href: it.Href + sentenceAnchor(st.ID)})
	}
	e.items[key] = it
	return it, nil
}

// write makes the letter of its items, with what a list's letters say of
// themselves: how they are stopped (RFC 2369, RFC 8058), which list they are of
// (RFC 2919), and that nobody need answer.
func (e *edition) write(q *request, sub subscribe.Subscriber, items []SheetItem, more bool) (mail.Letter, error) {
	origin, key := q.letterOrigin(), subscribe.Key(e.secret, sub.ID)
	stop := origin + subscribe.StopPath(sub.Tag, key)
	w := q.sheet(origin)
	w.Items = items
	w.Subject = q.m.T("letter.subject", w.Site, q.m.Day(e.site.now()))
	if len(items) == 1 {
		w.Subject = items[0].Title
	}
	if more {
		w.More = web.Link{Label: q.m.T("letter.more"), Href: origin + frontAddress(q.tag)}
	}
	w.Outro = []string{q.m.T("letter.why", w.Site)}
	w.Links = []web.Link{{Label: q.m.T("letter.change"), Href: origin + subscribe.OwnPath(sub.Tag, key)}, {Label: q.m.T("letter.stop"), Href: stop}}
	l, err := w.letter(q.tag)
	l.To = mail.Address{Email: sub.Email}
	l.Headers = map[string]string{
		"List-Unsubscribe": "<" + stop + ">", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		"List-Id": "<letters." + hostOf(origin) + ">", "Precedence": "bulk",
	}
	return l, err
}

// letterOrigin is where letters lead that no page has caused: the site's own
// address, else this machine.
func (q *request) letterOrigin() string {
	if q.site.cfg.Origin != "" {
		return q.site.cfg.Origin
	}
	return q.site.cfg.Here
}

// hostOf is the host of an origin, without its port.
func hostOf(origin string) string {
	_, host, _ := strings.Cut(origin, "://")
	host, _, _ = strings.Cut(host, ":")
	return host
}
