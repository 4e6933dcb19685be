package desk

import (
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// siteKinds are the lines of the audit log about the site as a whole.
var siteKinds = []string{"site-name", "site-zone", "site-contact", "site-alphabet", "section-added", "section-changed", "section-moved", "section-order", "section-removed"}

// SitePage is what stands around all articles: names, sections, clock,
// alphabets.
type SitePage struct {
	Base
	Names       []NameLine
	Fixed       bool // a name of this run stands before one that is kept
	Sections    []SectionRow
	Zone        string
	Zones       []string
	Now         Moment
	Contact     string
	FlagContact string // the address of this run, which wins
	Alphabets   []AlphabetChoice
}

// NameLine is a name in one language.
type NameLine struct {
	Field, Autonym, Lang, Dir, Value string
}

// AlphabetChoice is a script variant with its alphabets.
type AlphabetChoice struct {
	Field, Name, Lang string
	Options           []Option
}

// maxName is how many characters a name of the site or of a section has at
// most.
const maxName = 200

// zones are the time zones of the region that the form offers; any other of
// the IANA database may be typed.
var zones = []string{"Asia/Almaty", "Asia/Aqtau", "Asia/Ashgabat", "Asia/Baku", "Asia/Bishkek", "Asia/Dushanbe", "Asia/Qyzylorda", "Asia/Samarkand", "Asia/Tashkent", "Europe/Istanbul", "Europe/Moscow", "UTC"}

// sitePage shows everything with its forms.
func (d *Desk) sitePage(a *answer, q *request) error {
	ctx := q.Context()
	names, err := d.store.Names(ctx)
	if err != nil {
		return err
	}
	page := SitePage{Base: q.base(q.T("site.title"), "site"), Names: nameFields(names), Zones: zones, Now: q.clock(d.cfg.Now()), FlagContact: d.cfg.Contact}
	for language, name := range d.cfg.Name {
		page.Fixed = page.Fixed || names[language] != name
	}
	if page.Sections, err = q.sectionRows(); err != nil {
		return err
	}
	if page.Zone, err = d.store.Setting(ctx, store.ZoneSetting); err != nil {
		return err
	}
	if page.Contact, err = d.store.Setting(ctx, store.ContactSetting); err != nil {
		return err
	}
	page.Alphabets, err = q.alphabetChoices()
	if err != nil {
		return err
	}
	return show(a, d.views.site, page)
}

// nameFields gives a field for each language that articles are written in.
func nameFields(names map[string]string) (out []NameLine) {
	for _, t := range writable() {
		out = append(out, NameLine{Field: "name-" + t.Name, Autonym: t.Autonym, Lang: t.Name, Dir: t.Dir, Value: names[t.Language]})
	}
	return out
}

func (q *request) alphabetChoices() (out []AlphabetChoice, err error) {
	for _, t := range web.Tags() {
		all := t.Alphabets()
		if len(all) < 2 {
			continue
		}
		now, err := q.desk.store.Setting(q.Context(), store.AlphabetSetting(t.Name))
		if err != nil {
			return nil, err
		}
		c := AlphabetChoice{Field: "alphabet-" + t.Name, Name: t.Autonym, Lang: t.Name}
		for i, alphabet := range all {
			in, _ := t.In(alphabet.Name)
			c.Options = append(c.Options, Option{Value: alphabet.Name, Label: alphabet.Name + " · " + in.Autonym, Chosen: alphabet.Name == now || now == "" && i == 0})
		}
		out = append(out, c)
	}
	return out, nil
}

// namesTyped reads the names of a form, checked.
func (q *request) namesTyped() (map[string]string, error) {
	names, first := map[string]string{}, ""
	for _, t := range writable() {
		field := "name-" + t.Name
		if first == "" {
			first = field
		}
		name := strings.Join(strings.Fields(q.field(field)), " ")
		switch {
		case utf8.RuneCountInString(name) > maxName:
			return nil, fault.New(fault.TooLarge, "the name has more than %d characters", maxName).In(field)
		case strings.ContainsFunc(name, unicode.IsControl) || !utf8.ValidString(name):
			return nil, fault.New(fault.Invalid, "%q is no name", name).In(field).Hint("write it in letters")
		case name != "":
			names[t.Language] = name
		}
	}
	if len(names) == 0 {
		return nil, fault.New(fault.Invalid, "there is no name in any language").In(first).Hint("give one at least in the language of most articles")
	}
	return names, nil
}

// namesSent names the site.
func (d *Desk) namesSent(a *answer, q *request) error {
	names, err := q.namesTyped()
	if err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		was, err := tx.Names(q.Context())
		if err != nil {
			return err
		}
		if changed := changedNames(was, names); changed != "" {
			if err := q.audit(tx, "site-name", "setting name", changed); err != nil {
				return err
			}
		}
		if err := tx.SetNames(names); err != nil {
			return err
		}
		return jobs.MeetHouse(tx)
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"site", "site-saved"))
	return nil
}

// changedNames says which names have changed, for the audit log.
func changedNames(was, now map[string]string) string {
	var out []string
	for _, t := range writable() {
		if l := t.Language; was[l] != now[l] {
			out = append(out, l+": "+was[l]+" → "+now[l])
		}
	}
	return strings.Join(out, "; ")
}

// siteSent takes the clock and the address.
func (d *Desk) siteSent(a *answer, q *request) error {
	zone := q.field("zone")
	if _, err := time.LoadLocation(zone); err != nil || zone == "Local" {
		return fault.New(fault.Invalid, "%q is no time zone", zone).In("zone").Hint("write it as Asia/Almaty")
	}
	contact, err := contactAddress(q.field("contact"))
	if err != nil {
		return err
	}
	return d.settingsSent(a, q, []setting{{"site-zone", store.ZoneSetting, zone}, {"site-contact", store.ContactSetting, contact}})
}

// alphabetsSent takes the alphabets of script variants.
func (d *Desk) alphabetsSent(a *answer, q *request) error {
	var list []setting
	for _, t := range web.Tags() {
		field := "alphabet-" + t.Name
		name := q.field(field)
		if len(t.Alphabets()) < 2 || name == "" {
			continue
		}
		if _, ok := t.In(name); !ok {
			return fault.New(fault.Invalid, "%q is no alphabet of this script", name).In(field).Hint("choose one of the list")
		}
		if name == t.Alphabets()[0].Name {
			name = "" // the usual one
		}
		list = append(list, setting{"site-alphabet", store.AlphabetSetting(t.Name), name})
	}
	return d.settingsSent(a, q, list)
}

// setting is a setting to be written, with its line of the audit log.
type setting struct{ what, name, value string }

func (d *Desk) settingsSent(a *answer, q *request, list []setting) error {
	err := d.store.Update(q.Context(), func(tx *store.Tx) error {
		for _, s := range list {
			was, err := tx.Setting(q.Context(), s.name)
			if err != nil {
				return err
			}
			if was == s.value {
				continue
			}
			if err := tx.SetSetting(s.name, s.value); err != nil {
				return err
			}
			if err := q.audit(tx, s.what, "setting "+s.name, was+" → "+s.value); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"site", "site-saved"))
	return nil
}

// contactAddress reads an address for security.txt, which is one with its
// scheme (RFC 9116, section 2.5.3); a bare mail address gets its own.
func contactAddress(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	if !strings.Contains(s, ":") && strings.Count(s, "@") == 1 {
		s = "mailto:" + s
	}
	u, err := url.Parse(s)
	bad := err != nil || len(s) > maxAddress || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
	switch {
	case bad:
	case u.Scheme == "mailto":
		if people.CheckEmail(u.Opaque) == nil {
			return s, nil
		}
	case u.Scheme == "https" && u.Host != "", u.Scheme == "tel" && u.Opaque != "":
		return s, nil
	}
	return "", fault.New(fault.Invalid, "%q is no address to write to", s).In("contact").Hint("give an e-mail address, a telephone number as tel:+7…, or a page that begins with https://")
}
