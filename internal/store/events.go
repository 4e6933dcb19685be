package store

import (
	"maps"
	"slices"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
)

// PingJob is the kind of job that tells hubs that feeds have changed; its key
// is the language and the section of what changed, with a space between.
const PingJob = "ping"

// pingDelay is how long a change waits for others that touch the same feeds,
// and for other processes to learn of it (Watch).
const pingDelay = 2 * time.Second

// hubsSetting names whether any hub is to be told: "1" or empty. Every process
// that saves an article asks it, also those that know no hub.
const hubsSetting = "hubs"

// SetHubs notes whether hubs are to be told of changes.
func (tx *Tx) SetHubs(some bool) error {
	was, err := tx.Setting(tx.ctx, hubsSetting)
	if err != nil || some == (was != "") {
		return err
	}
	if some {
		return tx.SetSetting(hubsSetting, "1")
	}
	return tx.SetSetting(hubsSetting, "")
}

// listeners are who is told of what this transaction changes.
type listeners struct {
	hubs  bool
	hooks []hooks.Endpoint // that are on
}

// sight is what the public saw of an article before this transaction, and
// what it sees after what was done so far.
type sight struct {
	public            bool // before
	language, section string
	path              string

	is         hooks.Event // now
	isPublic   bool
	text       bool // its words, or what stands around them, are others
	correction bool
}

// listening gives who listens; nil where nobody does. It asks once in a
// transaction, so that a large import pays nothing for nobody.
func (tx *Tx) listening() (*listeners, error) {
	if tx.asked {
		return tx.listeners, nil
	}
	tx.asked = true
	hub, err := tx.Setting(tx.ctx, hubsSetting)
	if err != nil {
		return nil, err
	}
	list, err := tx.Hooks(tx.ctx)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(p hooks.Endpoint) bool { return p.State != hooks.On })
	if hub != "" || len(list) > 0 {
		tx.listeners = &listeners{hub != "", list}
	}
	return tx.listeners, nil
}

// seen notes what Save does to an article: s is what was there, nil for
// nothing; text reports that the words or what stands around them change.
// Drafts are nobody's business.
func (tx *Tx) seen(it *Item, s *stored, text bool) error {
	a := &it.Article
	if !a.State.Public() && (s == nil || !article.State(s.state).Public()) {
		return nil
	}
	if l, err := tx.listening(); err != nil || l == nil {
		return err
	}
	v := tx.sight(a.ID)
	if v.is.Article == 0 && s != nil {
		v.public, v.language, v.section, v.path = article.State(s.state).Public(), s.language, s.section, Address(s.language, s.slug)
	}
	v.text = v.text || text
	v.correction = v.correction || s != nil && a.State == article.Corrected && s.state == string(article.Published)
	v.isPublic = a.State.Public()
	v.is = hooks.Event{Article: a.ID, Group: a.Group, Language: a.Language, Section: a.Section, Path: Address(a.Language, a.Slug), State: string(a.State), Revision: it.Revision.Number, Title: it.Revision.Title}
	return nil
}

func (tx *Tx) sight(id int64) *sight {
	if tx.sights == nil {
		tx.sights = map[int64]*sight{}
	}
	if tx.sights[id] == nil {
		tx.sights[id] = &sight{}
	}
	return tx.sights[id]
}

// corrected notes that the public is told of a correction to an article,
// whether or not its words change.
func (tx *Tx) corrected(id int64) error {
	if l, err := tx.listening(); err != nil || l == nil {
		return err
	}
	tx.sight(id).correction = true
	return nil
}

// announce writes, at the end of a transaction, what the public sees anew: in
// the same transaction as the change, so that nothing is lost and nothing is
// told that did not happen. Several changes of one article are told as one.
func (tx *Tx) announce() error {
	l := tx.listeners
	if l == nil || len(tx.sights) == 0 {
		return nil
	}
	feeds := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(tx.sights)) {
		v := tx.sights[id]
		if v.is.Article == 0 { // a note, and no save
			it, err := tx.ArticleByID(tx.ctx, id)
			if fault.Is(err, fault.NotFound) {
				continue
			}
			if err != nil {
				return err
			}
			number, _, err := tx.Newest(tx.ctx, id)
			if err != nil {
				return err
			}
			v.public, v.isPublic, v.language, v.section, v.path = it.State.Public(), it.State.Public(), it.Language, it.Section, it.Address()
			v.is = hooks.Event{Article: id, Group: it.Group, Language: it.Language, Section: it.Section, Path: v.path, State: string(it.State), Revision: number, Title: it.Title}
		}
		for _, e := range v.events() {
			if v.public {
				feeds[v.language+" "+v.section] = true
			}
			if v.isPublic {
				feeds[v.is.Language+" "+v.is.Section] = true
			}
			to := slices.DeleteFunc(slices.Clone(l.hooks), func(p hooks.Endpoint) bool { return !p.Wants(e) })
			if len(to) > 0 {
				if err := tx.happen(&e, to); err != nil {
					return translate(err, "event")
				}
			}
		}
	}
	if l.hubs {
		for _, key := range slices.Sorted(maps.Keys(feeds)) {
			if err := tx.Enqueue(PingJob, key, "", pingDelay); err != nil {
				return err
			}
		}
	}
	return nil
}

// events says what happened to an article in the eyes of the public.
func (v *sight) events() (out []hooks.Event) {
	add := func(kind hooks.Kind) *hooks.Event {
		e := v.is
		e.Kind = kind
		out = append(out, e)
		return &out[len(out)-1]
	}
	switch {
	case v.isPublic && !v.public:
		add(hooks.Published)
	case v.public && !v.isPublic:
		add(hooks.Withdrawn).Title = ""
	case v.public:
		if v.path != v.is.Path {
			add(hooks.Moved).Was = v.path
		}
		if v.correction {
			add(hooks.Corrected)
		} else if v.text {
			add(hooks.Updated)
		}
	}
	return out
}
