package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"shanyraq/internal/fault"
)

// The settings that administrators give at the desk.
const (
	NameSetting    = "name"     // the site's names: a JSON object by language
	ZoneSetting    = "timezone" // of the desk's clocks: "Asia/Almaty"; UTC where empty
	ContactSetting = "contact"  // where to report a security hole: "mailto:security@example.org"
)

// AlphabetSetting is the name of the setting that says which of its alphabets
// a script variant is shown in; the value is the name of one of web's
// Alphabets, the usual one where it is empty.
func AlphabetSetting(tag string) string { return "alphabet " + tag }

// Names gives the names of the site by language, which are those of the
// institution whose site it is; nil where nobody has named it.
func (q Queries) Names(ctx context.Context) (names map[string]string, err error) {
	text, err := q.Setting(ctx, NameSetting)
	if err != nil || text == "" {
		return nil, err
	}
	if err := json.Unmarshal([]byte(text), &names); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "the site's name in the database is not an object of names by language: %s", text).
			Hint("name the site at /desk/site")
	}
	return names, nil
}

// SetNames names the site by language; what is empty is left out.
func (tx *Tx) SetNames(names map[string]string) error {
	kept := map[string]string{}
	for language, name := range names {
		if name != "" {
			kept[language] = name
		}
	}
	return tx.SetSetting(NameSetting, toJSON(kept))
}

// named are the names of the site as they stood under a version.
type named struct {
	version uint64
	names   map[string]string
}

// Called is Names, asked of the database only where the content has changed
// since: every page has the site's name. Nobody may change what it gives.
func (s *Store) Called(ctx context.Context) (map[string]string, error) {
	version := s.Version()
	if k := s.called.Load(); k != nil && k.version == version {
		return k.names, nil
	}
	names, err := s.Names(ctx)
	if err != nil {
		return nil, err
	}
	s.called.Store(&named{version, names})
	return names, nil
}

// Setting gives the value of a site setting, empty where it is not set.
func (q Queries) Setting(ctx context.Context, name string) (string, error) {
	var v string
	err := q.one(ctx, `/* store.Setting */ SELECT value FROM settings WHERE name = ?`, []any{name}, &v)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return v, translate(err, "setting")
}

// SetSetting writes a site setting.
func (tx *Tx) SetSetting(name, value string) error {
	_, err := tx.exec(tx.ctx, `/* store.SetSetting */ INSERT INTO settings (name, value) VALUES (?, ?)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	return translate(err, "setting")
}
