package store

import (
	"context"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
)

const userColumns = `id, name, email, language, roles, disabled, demo, password, secret, counter, created, seen`

func scanUser(scan func(...any) error) (u people.User, err error) {
	var roles string
	var disabled, demo, created, seen int64
	err = scan(&u.ID, &u.Name, &u.Email, &u.Language, &roles, &disabled, &demo, &u.Password, &u.Secret, &u.Counter, &created, &seen)
	if err != nil {
		return u, err
	}
	u.Disabled, u.Demo, u.Created, u.Seen = disabled == 1, demo == 1, fromMillis(created), fromMillis(seen)
	return u, fromJSON(roles, &u.Roles)
}

// SaveUser writes a user; one without an id is new and is given one. An
// address that another user has is fault.Exists.
func (tx *Tx) SaveUser(u *people.User) (err error) {
	u.Email = strings.ToLower(u.Email)
	if err := u.Check(); err != nil {
		return err
	}
	if u.ID == 0 {
		if u.ID, err = tx.newID(); err != nil {
			return translate(err, "user")
		}
		u.Created = tx.Time()
		_, err = tx.exec(tx.ctx, `/* store.SaveUser */ INSERT INTO users (`+userColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`,
			u.ID, u.Name, u.Email, u.Language, toJSON(u.Roles), flag(u.Disabled), flag(u.Demo), u.Password, u.Secret, u.Counter, millis(u.Created), millis(u.Seen))
		return translate(err, "user")
	}
	n, err := tx.exec(tx.ctx, `/* store.SaveUser */ UPDATE users SET name = ?, email = ?, language = ?, roles = ?, disabled = ?, demo = ?, password = ?, secret = ?, counter = ?, seen = ? WHERE id = ?`,
		u.Name, u.Email, u.Language, toJSON(u.Roles), flag(u.Disabled), flag(u.Demo), u.Password, u.Secret, u.Counter, millis(u.Seen), u.ID)
	if err == nil && n == 0 {
		return notFound("user")
	}
	return translate(err, "user")
}

// User gives a user by id.
func (q Queries) User(ctx context.Context, id int64) (people.User, error) {
	return q.user(ctx, `/* store.User */ SELECT `+userColumns+` FROM users WHERE id = ?`, id)
}

// UserByEmail gives the user who signs in with an address, in any case.
func (q Queries) UserByEmail(ctx context.Context, email string) (people.User, error) {
	return q.user(ctx, `/* store.UserByEmail */ SELECT `+userColumns+` FROM users WHERE email = ?`, strings.ToLower(email))
}

func (q Queries) user(ctx context.Context, query string, arg any) (people.User, error) {
	list, err := collect(q, ctx, query, []any{arg}, scanUser)
	if err != nil {
		return people.User{}, translate(err, "user")
	}
	if len(list) == 0 {
		return people.User{}, notFound("user")
	}
	return list[0], nil
}

// Users lists all users by name.
func (q Queries) Users(ctx context.Context) ([]people.User, error) {
	list, err := collect(q, ctx, `/* store.Users */ SELECT `+userColumns+` FROM users ORDER BY name, id`, nil, scanUser)
	return list, translate(err, "user")
}

// UseCode notes that a one-time code was used; false where that code or a
// later one was used before.
func (tx *Tx) UseCode(user, counter int64) (bool, error) {
	n, err := tx.exec(tx.ctx, `/* store.UseCode */ UPDATE users SET counter = ? WHERE id = ? AND counter < ?`, counter, user, counter)
	if err != nil {
		return false, translate(err, "user")
	}
	return n == 1, nil
}

// userGone is the error for a user who may not act any more.
func userGone() error {
	return fault.New(fault.Forbidden, "nobody is signed in").Hint("sign in again")
}
