package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"shanyraq/internal/desk"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

type userCmd struct {
	Add  userAddCmd  `cmd:"" help:"Add a user and print the link with which he chooses a password."`
	Link userLinkCmd `cmd:"" help:"Print a new one-time link for a user who cannot get in."`
	List userListCmd `cmd:"" help:"List the users."`
}

type userAddCmd struct {
	siteFlags
	Origin    string   `placeholder:"URL" default:"http://localhost:8080" help:"Public address of the site, for the link."`
	Name      string   `required:"" placeholder:"TEXT" help:"Name, as decisions are signed."`
	Role      []string `default:"administrator" enum:"translator,writer,rights,editor,administrator" help:"Roles: ${enum}."`
	Section   []string `placeholder:"PATH" help:"Only in these sections."`
	Language  []string `placeholder:"TAG" help:"Only in these languages."`
	Interface string   `default:"en" enum:"en,ru,kk" help:"Language of the desk: ${enum}."`
	Email     string   `arg:"" help:"E-mail address to sign in with."`
}

func (*userAddCmd) Help() string {
	return `Examples:
  shanyraq user add --data news --name "A. Sample" a.sample@example.org
  shanyraq user add --data news --name "B. Sample" --role translator --language kk b.sample@example.org`
}

func (c *userAddCmd) Run() error { return c.run(context.Background(), os.Stdout) }

func (c *userAddCmd) run(ctx context.Context, out io.Writer) error {
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	u := people.User{Name: c.Name, Email: c.Email, Language: c.Interface}
	for _, r := range c.Role {
		u.Roles = append(u.Roles, people.Assignment{Role: people.Role(r), Sections: c.Section, Languages: c.Language})
	}
	var token string
	err = st.Update(ctx, func(tx *store.Tx) (err error) {
		if err := tx.SaveUser(&u); err != nil {
			return err
		}
		if err := tx.Audit(people.User{Name: "command line"}, "user-added", fmt.Sprintf("user %d", u.ID), u.Email, ""); err != nil {
			return err
		}
		token, err = tx.MakeLink(u.ID, "invite", desk.LinkLife)
		return err
	})
	if err != nil {
		return err
	}
	printLink(out, c.Origin, u, token)
	return nil
}

func printLink(out io.Writer, origin string, u people.User, token string) {
	fmt.Fprintf(out, "%s chooses a password within %.0f hours at\n%s%senter/%s\n", u.Name, desk.LinkLife.Hours(), strings.TrimSuffix(origin, "/"), desk.Prefix, token)
}

type userLinkCmd struct {
	siteFlags
	Origin string `placeholder:"URL" default:"http://localhost:8080" help:"Public address of the site, for the link."`
	Email  string `arg:"" help:"E-mail address of the user."`
}

func (c *userLinkCmd) Run() error {
	ctx := context.Background()
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	u, err := st.UserByEmail(ctx, c.Email)
	if err != nil {
		return err
	}
	var token string
	err = st.Update(ctx, func(tx *store.Tx) (err error) {
		if err := tx.Audit(people.User{Name: "command line"}, "link-made", fmt.Sprintf("user %d", u.ID), "", ""); err != nil {
			return err
		}
		token, err = tx.MakeLink(u.ID, "recover", desk.LinkLife)
		return err
	})
	if err == nil {
		printLink(os.Stdout, c.Origin, u, token)
	}
	return err
}

type userListCmd struct{ siteFlags }

func (c *userListCmd) Run() error {
	ctx := context.Background()
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	list, err := st.Users(ctx)
	for _, u := range list {
		var roles []string
		for _, a := range u.Roles {
			roles = append(roles, string(a.Role))
		}
		state := "never signed in"
		if u.Disabled {
			state = "disabled"
		} else if !u.Seen.IsZero() {
			state = "last " + u.Seen.Format(time.DateTime)
		}
		fmt.Printf("%-32s %-24s %-28s %s\n", u.Email, u.Name, strings.Join(roles, ","), state)
	}
	return err
}

// firstLink makes, on a site that has no user yet, an administrator and
// prints the link with which the person before the terminal becomes it.
func firstLink(ctx context.Context, st *store.Store, f webFlags, out io.Writer) error {
	users, err := st.Users(ctx)
	if err != nil || len(users) > 0 && !waiting(users) {
		return err
	}
	u := people.User{Name: "Administrator", Email: firstEmail, Language: "en", Roles: []people.Assignment{{Role: people.Administrator}}}
	if len(users) > 0 {
		u = users[0]
	}
	var token string
	err = st.Update(ctx, func(tx *store.Tx) (err error) {
		if err := tx.SaveUser(&u); err != nil {
			return err
		}
		token, err = tx.MakeLink(u.ID, "first", desk.LinkLife)
		return err
	})
	if err != nil {
		return err
	}
	origin := f.Origin
	if origin == "" {
		origin = "http://" + f.Addr
	}
	fmt.Fprintf(out, "nobody can sign in yet. The first administrator (%s) ", u.Email)
	printLink(out, origin, u, token)
	if names, err := st.Names(ctx); err != nil || len(names) > 0 {
		return err
	}
	fmt.Fprintf(out, "The site has no name yet: name it and make its sections at\n%s%ssite\n", strings.TrimSuffix(origin, "/"), desk.Prefix)
	return nil
}

// firstEmail is what the first administrator signs in with until he changes it.
const firstEmail = "admin@localhost.localdomain"

// waiting reports whether all there is is the first administrator, who has
// not come yet.
func waiting(users []people.User) bool {
	return len(users) == 1 && users[0].Email == firstEmail && users[0].Password == ""
}
