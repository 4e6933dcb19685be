package desk

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// usersPage lists the users.
func (d *Desk) usersPage(a *answer, q *request) error {
	list, err := d.store.Users(q.Context())
	if err != nil {
		return err
	}
	page := UsersPage{Base: q.base(q.T("users.title"), "users")}
	for _, u := range list {
		row := UserRow{Href: Prefix + "users/" + strconv.FormatInt(u.ID, 10), Name: u.Name, Email: u.Email, Seen: q.moment(u.Seen)}
		var roles []string
		for _, r := range u.Roles {
			s := q.T("role." + string(r.Role))
			if where := slices.Concat(r.Sections, r.Languages); len(where) > 0 {
				s += " (" + strings.Join(where, ", ") + ")"
			}
			roles = append(roles, s)
		}
		row.Roles = strings.Join(roles, " · ")
		if u.Disabled {
			row.State = q.T("users.disabled")
		}
		page.Users = append(page.Users, row)
	}
	return show(a, d.views.users, page)
}

// userNew shows the form of a new user.
func (d *Desk) userNew(a *answer, q *request) error {
	return d.showUser(a, q, people.User{Language: "en"}, "")
}

// userPage shows a user.
func (d *Desk) userPage(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	u, err := d.store.User(q.Context(), id)
	if err != nil {
		return err
	}
	return d.showUser(a, q, u, "")
}

func (d *Desk) showUser(a *answer, q *request, u people.User, link string) error {
	page := UserPage{ID: u.ID, Name: u.Name, Email: u.Email, Language: u.Language, Languages: d.spoken(), Disabled: u.Disabled, New: u.ID == 0, Link: link}
	title := u.Name
	if u.ID == 0 {
		title = q.T("users.new")
	}
	page.Base = q.base(title, "users")
	for _, t := range web.Tags() {
		if !t.Variant() {
			page.ContentLanguages = append(page.ContentLanguages, t)
		}
	}
	sections, err := d.store.Sections(q.Context())
	if err != nil {
		return err
	}
	for _, s := range sections {
		page.SectionList = append(page.SectionList, s.Path)
	}
	for _, role := range people.Roles() {
		row := RoleRow{Role: string(role), Name: q.T("role." + string(role)), About: q.T("role." + string(role) + ".about")}
		for _, has := range u.Roles {
			if has.Role == role {
				row.Has, row.Sections, row.Languages = true, strings.Join(has.Sections, " "), strings.Join(has.Languages, " ")
			}
		}
		page.Roles = append(page.Roles, row)
	}
	if u.ID != 0 {
		keys, err := d.store.Passkeys(q.Context(), u.ID)
		if err != nil {
			return err
		}
		var how []string
		for what, has := range map[string]bool{"users.by.password": u.Password != "", "users.by.code": u.Secret != "", "users.by.passkey": len(keys) > 0} {
			if has {
				how = append(how, q.T(what))
			}
		}
		slices.Sort(how)
		page.SignsIn = strings.Join(how, ", ")
		lines, err := d.store.AuditLog(q.Context(), store.AuditFilter{Person: u.ID, Limit: 20})
		if err != nil {
			return err
		}
		for _, l := range lines {
			page.Log = append(page.Log, q.logRow(l))
		}
	}
	return show(a, d.views.user, page)
}

// userSent adds or changes a user. An administrator cannot take his own
// rights, so that one is always left.
func (d *Desk) userSent(a *answer, q *request) error {
	var u people.User
	if q.PathValue("id") != "" {
		id, err := q.id("id")
		if err != nil {
			return err
		}
		if u, err = d.store.User(q.Context(), id); err != nil {
			return err
		}
	}
	if err := q.ParseForm(); err != nil {
		return fault.Wrap(err, fault.Invalid, "the form cannot be read")
	}
	added := u.ID == 0
	u.Name, u.Email, u.Language = q.field("name"), strings.ToLower(q.field("email")), q.field("language")
	u.Disabled = q.field("disabled") != ""
	u.Roles = nil
	for _, role := range people.Roles() {
		if slices.Contains(q.PostForm["role"], string(role)) {
			u.Roles = append(u.Roles, people.Assignment{Role: role, Sections: strings.Fields(q.field("sections-" + string(role))), Languages: strings.Fields(q.field("languages-" + string(role)))})
		}
	}
	if u.ID == q.user.ID && !u.May(people.Manage, people.Scope{}) {
		return fault.New(fault.Conflict, "you would take the administrator's role from yourself").In("role").Hint("let another administrator do it")
	}
	var link string
	err := d.store.Update(q.Context(), func(tx *store.Tx) (err error) {
		if err := tx.SaveUser(&u); err != nil {
			return err
		}
		if u.Disabled {
			if err := tx.EndSessions(u.ID, ""); err != nil {
				return err
			}
		}
		what := "user-changed"
		if added {
			what = "user-added"
			if link, err = tx.MakeLink(u.ID, "invite", LinkLife); err != nil {
				return err
			}
		}
		return q.audit(tx, what, about("user", u.ID), describe(u))
	})
	if fault.Is(err, fault.Exists) {
		return fault.Wrap(err, fault.Exists, "another user signs in with %s", u.Email).In("email").Hint("give another address")
	}
	if err != nil {
		return err
	}
	if added {
		return d.showUser(a, q, u, q.origin()+Prefix+"enter/"+link)
	}
	a.to(saying(Prefix+"users/"+strconv.FormatInt(u.ID, 10), "saved"))
	return nil
}

// describe is a user's roles in the audit log.
func describe(u people.User) string {
	var out []string
	for _, r := range u.Roles {
		out = append(out, strings.Join(slices.Concat([]string{string(r.Role)}, r.Sections, r.Languages), " "))
	}
	if u.Disabled {
		out = append(out, "disabled")
	}
	return u.Email + ": " + strings.Join(out, "; ")
}

// userLink makes a one-time link: an invitation for who has never come, a
// recovery for who cannot get in. It is shown once.
func (d *Desk) userLink(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	u, err := d.store.User(q.Context(), id)
	if err != nil {
		return err
	}
	if u.Demo {
		return fault.New(fault.Forbidden, "the demo's editor has no password")
	}
	purpose := "recover"
	if u.Seen.IsZero() {
		purpose = "invite"
	}
	var link string
	err = d.store.Update(q.Context(), func(tx *store.Tx) (err error) {
		if link, err = tx.MakeLink(u.ID, purpose, LinkLife); err != nil {
			return err
		}
		return q.audit(tx, "link-made", about("user", u.ID), purpose)
	})
	if err != nil {
		return err
	}
	return d.showUser(a, q, u, q.origin()+Prefix+"enter/"+link)
}
