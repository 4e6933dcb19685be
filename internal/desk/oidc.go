package desk

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"sync"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// OIDC names the institution's identity provider (OpenID Connect Core 1.0).
type OIDC struct {
	Issuer string // "https://login.example.org"
	Client string // the id under which the provider knows the desk
	Secret string // never in a log or an address
	Name   string // as the sign-in page calls it
}

// provider is the identity provider, asked for its addresses when somebody
// first signs in through it: the desk starts without a network.
type provider struct {
	cfg   OIDC
	mu    sync.Mutex
	found *oidc.Provider
}

func (p *provider) discover(ctx context.Context) (*oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found != nil {
		return p.found, nil
	}
	// The provider keeps the context for fetching keys later.
	found, err := oidc.NewProvider(context.WithoutCancel(ctx), p.cfg.Issuer)
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "the institution's sign-in does not answer").Hint("sign in with a passkey or a password, and tell an administrator")
	}
	p.found = found
	return found, nil
}

func (p *provider) oauth(q *request, found *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{ClientID: p.cfg.Client, ClientSecret: p.cfg.Secret, Endpoint: found.Endpoint(),
		RedirectURL: q.origin() + Prefix + "oidc/back", Scopes: []string{oidc.ScopeOpenID, "profile", "email"}}
}

// trip is what must come back from the provider.
type trip struct{ State, Nonce, Verifier, To string }

// oidcGo sends somebody to the provider.
func (d *Desk) oidcGo(a *answer, q *request) error {
	if d.oidc == nil {
		return fault.New(fault.NotFound, "there is no such page")
	}
	found, err := d.oidc.discover(q.Context())
	if err != nil {
		return err
	}
	t := trip{State: store.NewToken(), Nonce: store.NewToken(), Verifier: oauth2.GenerateVerifier(), To: next(q.URL.Query().Get("to"))}
	data, _ := json.Marshal(t)
	if err := q.beginStep(a, store.Step{Kind: oidcAsked, Data: string(data)}); err != nil {
		return err
	}
	a.to(d.oidc.oauth(q, found).AuthCodeURL(t.State, oidc.Nonce(t.Nonce), oauth2.S256ChallengeOption(t.Verifier)))
	return nil
}

// oidcBack takes the provider's answer. Whom it vouches for must be a user
// already: by the subject bound to him, or, the first time, by an address
// that the provider has verified.
func (d *Desk) oidcBack(a *answer, q *request) error {
	if d.oidc == nil {
		return fault.New(fault.NotFound, "there is no such page")
	}
	token, s, err := q.step(oidcAsked)
	if err != nil {
		return err
	}
	var t trip
	if err := json.Unmarshal([]byte(s.Data), &t); err != nil {
		return err
	}
	if err := d.store.Update(q.Context(), func(tx *store.Tx) error { return tx.EndStep(token) }); err != nil {
		return err
	}
	refused := fault.New(fault.Forbidden, "the institution's sign-in did not vouch for you").Hint("try again, or sign in with a passkey or a password")
	if subtle.ConstantTimeCompare([]byte(q.URL.Query().Get("state")), []byte(t.State)) != 1 || q.URL.Query().Get("code") == "" {
		return refused
	}
	found, err := d.oidc.discover(q.Context())
	if err != nil {
		return err
	}
	answer, err := d.oidc.oauth(q, found).Exchange(q.Context(), q.URL.Query().Get("code"), oauth2.VerifierOption(t.Verifier))
	if err != nil {
		return fault.Wrap(err, fault.Forbidden, "%s", refused.Key).Hint("%s", refused.Try)
	}
	raw, _ := answer.Extra("id_token").(string)
	id, err := found.Verifier(&oidc.Config{ClientID: d.oidc.cfg.Client, Now: d.cfg.Now}).Verify(q.Context(), raw)
	if err != nil || subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(t.Nonce)) != 1 {
		return fault.Wrap(err, fault.Forbidden, "%s", refused.Key).Hint("%s", refused.Try)
	}
	var claims struct {
		Email    string `json:"email"`
		Verified bool   `json:"email_verified"`
	}
	if err := id.Claims(&claims); err != nil {
		return err
	}
	u, err := d.vouched(q, id.Issuer+" "+id.Subject, claims.Email, claims.Verified)
	if err != nil {
		return err
	}
	if err := q.begin(a, u, "identity provider"); err != nil {
		return err
	}
	a.to(t.To)
	return nil
}

func (d *Desk) vouched(q *request, subject, email string, verified bool) (u people.User, err error) {
	u, err = d.store.UserBySubject(q.Context(), subject)
	if fault.Is(err, fault.NotFound) && verified {
		if u, err = d.store.UserByEmail(q.Context(), email); err == nil && !u.Disabled {
			err = d.store.Update(q.Context(), func(tx *store.Tx) error {
				if err := q.audit(tx, "identity-bound", about("user", u.ID), subject); err != nil {
					return err
				}
				return tx.BindSubject(subject, u.ID)
			})
		}
	}
	if fault.Is(err, fault.NotFound) || err == nil && u.Disabled {
		if err := d.refuse(q, u.ID, email, "identity provider"); err != nil {
			return u, err
		}
		return u, fault.New(fault.Forbidden, "no user of this desk has your address").Hint("ask an administrator to add you")
	}
	return u, err
}
