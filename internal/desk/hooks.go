package desk

import (
	"slices"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// hookKinds are the lines of the audit log about endpoints.
var hookKinds = []string{"hook-added", "hook-changed", "hook-tested", "hook-secret", "hook-sent-again", "hook-off", "hook-on", "hook-removed", "hook-ended"}

// HooksPage lists who is told, by machine, when what the public sees changes.
type HooksPage struct {
	Base
	Rows        []HookRow
	Form        HookForm
	Hubs        []string // addresses of the WebSub hubs
	Subscribers string   // of our own; empty where we are none
}

// HookRow is an endpoint in the list.
type HookRow struct {
	Href, Name, Address, State, StateWords, About string
}

// HookForm is what a person says of an endpoint.
type HookForm struct {
	*web.Messages
	Action, Name, Address string
	Kinds                 []HookKind
	Sections, Languages   string // with spaces between
	SectionList           []string
	ContentLanguages      []web.Tag
	New                   bool
}

// HookKind is an event that an endpoint may choose.
type HookKind struct {
	Name, Words string
	Has         bool
}

// hooksPage shows the list and the form of a new endpoint.
func (d *Desk) hooksPage(a *answer, q *request) error {
	list, err := d.store.Hooks(q.Context())
	if err != nil {
		return err
	}
	page := HooksPage{Base: q.base(q.T("hooks.title"), "hooks"), Hubs: d.cfg.Hubs}
	for _, p := range list {
		page.Rows = append(page.Rows, q.hookRow(p))
	}
	if page.Form, err = q.hookForm(hooks.Endpoint{}); err != nil {
		return err
	}
	if d.cfg.OwnHub {
		n, err := d.store.SubscriptionCount(q.Context())
		if err != nil {
			return err
		}
		page.Subscribers = q.T("hooks.subscribers", n)
	}
	return show(a, d.views.hooks, page)
}

func hookPath(id int64) string { return Prefix + "hooks/" + number(id) }

func (q *request) hookRow(p hooks.Endpoint) HookRow {
	r := HookRow{Href: hookPath(p.ID), Name: p.Name, Address: p.Address, State: string(p.State), StateWords: q.T("hooks.state." + string(p.State))}
	if r.Name == "" {
		r.Name = p.Address
	}
	var words []string
	for _, k := range p.Kinds {
		words = append(words, q.T("hooks.kind."+string(k)))
	}
	if len(words) == 0 {
		words = []string{q.T("hooks.kind.all")}
	}
	r.About = strings.Join(slices.Concat(words, p.Sections, p.Languages), " · ")
	if p.State == hooks.On && !p.Failed.IsZero() {
		r.State, r.StateWords = "troubled", q.T("hooks.state.troubled", q.moment(p.Failed))
	}
	return r
}

func (q *request) hookForm(p hooks.Endpoint) (f HookForm, err error) {
	f = HookForm{Messages: q.m, Action: Prefix + "hooks", Name: p.Name, Address: p.Address, Sections: strings.Join(p.Sections, " "), Languages: strings.Join(p.Languages, " "), New: p.ID == 0}
	if p.ID != 0 {
		f.Action = hookPath(p.ID)
	}
	for _, k := range hooks.Kinds() {
		f.Kinds = append(f.Kinds, HookKind{string(k), q.T("hooks.kind." + string(k)), slices.Contains(p.Kinds, k)})
	}
	for _, t := range web.Tags() {
		if !t.Variant() {
			f.ContentLanguages = append(f.ContentLanguages, t)
		}
	}
	sections, err := q.desk.store.Sections(q.Context())
	for _, s := range sections {
		f.SectionList = append(f.SectionList, s.Path)
	}
	return f, err
}

// hookTyped reads the form into an endpoint and refuses what cannot be.
func (q *request) hookTyped(p *hooks.Endpoint) error {
	if err := q.ParseForm(); err != nil {
		return fault.Wrap(err, fault.Invalid, "the form cannot be read")
	}
	p.Name, p.Address, p.Kinds = q.field("name"), q.field("address"), nil
	for _, k := range q.PostForm["kind"] {
		p.Kinds = append(p.Kinds, hooks.Kind(k))
	}
	p.Sections, p.Languages = strings.Fields(q.field("sections")), strings.Fields(q.field("languages"))
	if err := p.Check(q.desk.cfg.Guard); err != nil {
		return err
	}
	sections, err := q.desk.store.Sections(q.Context())
	if err != nil {
		return err
	}
	for _, path := range p.Sections {
		if !slices.ContainsFunc(sections, func(s article.Section) bool { return s.Path == path }) {
			return fault.New(fault.Invalid, "there is no section %q", path).Hint("choose of the list, with spaces between")
		}
	}
	for _, l := range p.Languages {
		if t, ok := web.TagOf(l); !ok || t.Variant() {
			return fault.New(fault.Invalid, "%q is no language an article is written in", l).Hint("choose one of the list; other scripts are made from the text")
		}
	}
	return nil
}

// hookSent adds an endpoint and shows its secret, this once.
func (d *Desk) hookSent(a *answer, q *request) error {
	p := hooks.Endpoint{State: hooks.On, Secret: hooks.NewSecret()}
	if err := q.hookTyped(&p); err != nil {
		return err
	}
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SaveHook(&p); err != nil {
			return err
		}
		return q.audit(tx, "hook-added", about("hook", p.ID), p.Address)
	})
	if err != nil {
		return err
	}
	return d.showHook(a, q, p, p.Secret)
}
