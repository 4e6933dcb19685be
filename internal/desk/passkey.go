package desk

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"net"
	"net/url"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// holder is a user as the WebAuthn library sees him. His handle is his id,
// which says nothing of him.
type holder struct {
	user people.User
	keys []webauthn.Credential
}

func (h holder) WebAuthnID() []byte                         { return binary.BigEndian.AppendUint64(nil, uint64(h.user.ID)) }
func (h holder) WebAuthnName() string                       { return h.user.Email }
func (h holder) WebAuthnDisplayName() string                { return h.user.Name }
func (h holder) WebAuthnCredentials() []webauthn.Credential { return h.keys }

// holder gives a user with his keys.
func (d *Desk) holder(q *request, id int64) (h holder, err error) {
	if h.user, err = d.store.User(q.Context(), id); err != nil {
		return h, err
	}
	list, err := d.store.Passkeys(q.Context(), id)
	if err != nil {
		return h, err
	}
	for _, p := range list {
		var c webauthn.Credential
		if err := json.Unmarshal([]byte(p.Credential), &c); err != nil {
			return h, err
		}
		h.keys = append(h.keys, c)
	}
	return h, nil
}

// relyingParty is the site as passkeys know it: by its host name.
func (q *request) relyingParty() (*webauthn.WebAuthn, error) {
	origin := q.origin()
	u, err := url.Parse(origin)
	if err != nil {
		return nil, err
	}
	if net.ParseIP(u.Hostname()) != nil { // the standard binds keys to names
		return nil, fault.New(fault.Unsupported, "passkeys need the site to be opened by its name, not by a number").Hint("open it as http://localhost or under its public name")
	}
	return webauthn.New(&webauthn.Config{RPID: u.Hostname(), RPDisplayName: q.siteName(), RPOrigins: []string{origin}})
}

// beginKey keeps a challenge and sends the browser its options.
func (q *request) beginKey(a *answer, kind string, person int64, session *webauthn.SessionData, options any) error {
	data, err := json.Marshal(session)
	if err != nil {
		return err
	}
	if err := q.beginStep(a, store.Step{Person: person, Kind: kind, Data: string(data)}); err != nil {
		return err
	}
	return a.json(200, options)
}

// endKey takes the challenge that the browser answers; it serves once.
func (q *request) endKey(kind string) (person int64, session webauthn.SessionData, err error) {
	token, s, err := q.step(kind)
	if err != nil {
		return 0, session, err
	}
	if err := json.Unmarshal([]byte(s.Data), &session); err != nil {
		return 0, session, err
	}
	err = q.desk.store.Update(q.Context(), func(tx *store.Tx) error { return tx.EndStep(token) })
	return s.Person, session, err
}

// keyAsk begins to sign in with a passkey: no name is asked for.
func (d *Desk) keyAsk(a *answer, q *request) error {
	rp, err := q.relyingParty()
	if err != nil {
		return err
	}
	options, session, err := rp.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return err
	}
	return q.beginKey(a, keyAsked, 0, session, options)
}

// keyAnswer checks a passkey's signature and signs its holder in.
func (d *Desk) keyAnswer(a *answer, q *request) error {
	_, session, err := q.endKey(keyAsked)
	if err != nil {
		return err
	}
	rp, err := q.relyingParty()
	if err != nil {
		return err
	}
	var h holder
	find := func(_, handle []byte) (webauthn.User, error) {
		if len(handle) != 8 {
			return nil, errors.New("the handle is none of ours")
		}
		h, err = d.holder(q, int64(binary.BigEndian.Uint64(handle)))
		return h, err
	}
	c, err := rp.FinishDiscoverableLogin(find, session, q.Request)
	if err != nil || h.user.Disabled || c.Authenticator.CloneWarning {
		if e := d.refuse(q, h.user.ID, h.user.Email, "passkey"); e != nil {
			return e
		}
		return fault.Wrap(err, fault.Forbidden, "this passkey is not known here").Hint("sign in with your password and add the passkey again")
	}
	if err := d.saveKey(q, h.user.ID, "", c, "passkey-used"); err != nil {
		return err
	}
	if err := q.begin(a, h.user, "passkey"); err != nil {
		return err
	}
	return a.json(200, map[string]string{"to": next(q.URL.Query().Get("to"))})
}

// keyOwner is who may add a passkey: whoever is signed in, or has just typed
// his password and has no second factor yet.
func (d *Desk) keyOwner(q *request) (id int64, enrolling string, err error) {
	if q.signedIn() {
		return q.user.ID, "", nil
	}
	token, s, err := q.step(enrolStep)
	return s.Person, token, err
}

// keyOffer begins to register a passkey.
func (d *Desk) keyOffer(a *answer, q *request) error {
	id, _, err := d.keyOwner(q)
	if err != nil {
		return err
	}
	h, err := d.holder(q, id)
	if err != nil {
		return err
	}
	rp, err := q.relyingParty()
	if err != nil {
		return err
	}
	var have []protocol.CredentialDescriptor
	for _, c := range h.keys {
		have = append(have, c.Descriptor())
	}
	options, session, err := rp.BeginRegistration(h, webauthn.WithExclusions(have), webauthn.WithAuthenticatorSelection(protocol.AuthenticatorSelection{
		ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired}))
	if err != nil {
		return err
	}
	return q.beginKey(a, keyOffered, id, session, options)
}

// keyKeep checks and keeps a new passkey. Whoever stood on the step before
// signing in is signed in with it.
func (d *Desk) keyKeep(a *answer, q *request) error {
	id, enrolling, err := d.keyOwner(q)
	if err != nil {
		return err
	}
	person, session, err := q.endKey(keyOffered)
	if err != nil {
		return err
	}
	if person != id {
		return fault.New(fault.Forbidden, "this step of signing in has ended").Hint("begin again")
	}
	h, err := d.holder(q, id)
	if err != nil {
		return err
	}
	rp, err := q.relyingParty()
	if err != nil {
		return err
	}
	c, err := rp.FinishRegistration(h, session, q.Request)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "the device's answer cannot be read").Hint("try again, or take another device")
	}
	name := q.URL.Query().Get("name")
	if name == "" {
		name = browserName(q.UserAgent())
	}
	if err := d.saveKey(q, id, name, c, "passkey-added"); err != nil {
		return err
	}
	to := saying(Prefix+"account", "passkey")
	if enrolling != "" {
		if err := d.store.Update(q.Context(), func(tx *store.Tx) error { return tx.EndStep(enrolling) }); err != nil {
			return err
		}
		if err := q.begin(a, h.user, "password and passkey"); err != nil {
			return err
		}
		to = Prefix
	}
	return a.json(200, map[string]string{"to": to})
}

func (d *Desk) saveKey(q *request, person int64, name string, c *webauthn.Credential, what string) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if r := []rune(name); len(r) > 60 {
		name = string(r[:60])
	}
	return d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.SavePasskey(store.Passkey{ID: base64.RawURLEncoding.EncodeToString(c.ID), Person: person, Name: name, Credential: string(data)}); err != nil {
			return err
		}
		return q.audit(tx, what, about("user", person), name)
	})
}
