package store

import (
	"database/sql"
	"errors"
	"strconv"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
)

// Item is all that is saved of one article at once.
type Item struct {
	Article  article.Article
	Revision article.Revision // ID, Article and Number are filled by Save
	Authors  []string
	Images   []Image // the first is the lead picture

	// Key is what an importer knows the article by, GroupKey the same for
	// its translations; empty for an article written here.
	Key, GroupKey string
	// Seen is the importer's hash of the source. When it is the stored one,
	// nothing is compared and nothing is written.
	Seen string
	// AnySlug lets Save append -2, -3… where another article of the language
	// has the slug. Without it a taken slug is fault.Exists.
	AnySlug bool
}

// Image is a picture that an article refers to.
type Image struct {
	Address string `json:"address"`
	Alt     string `json:"alt,omitempty"`
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"credit,omitempty"`
}

// Outcome says what Save did.
type Outcome int

// Created: a new article. Revised: a new revision of a known one. Changed:
// only what stands around the text (state, section, pictures). Unchanged:
// nothing was written.
const (
	Created Outcome = iota
	Revised
	Changed
	Unchanged
)

// Save writes an article with its newest revision. It finds the article by
// ID, else by Key. A text that is the stored one makes no revision. The ids
// it gives stand in it afterwards.
func (tx *Tx) Save(it *Item) (Outcome, error) {
	a, r := &it.Article, &it.Revision
	if a.Language == "" || a.Slug == "" || !a.State.Valid() {
		return 0, fault.New(fault.Invalid, "an article needs a language, a slug and a state").At("article %q", r.Title)
	}
	known, err := tx.known(it)
	if err != nil {
		return 0, translate(err, "article")
	}
	// What the public saw before and sees after: nothing of a draft.
	hidden := !a.State.Public() && (known == nil || known.state == "" || !article.State(known.state).Public() && known.state != string(article.Withdrawn))
	if hidden && a.State != article.Withdrawn {
		defer func(changed bool) { tx.changed = changed }(tx.changed)
	}
	if known != nil {
		return tx.saveAgain(it, known)
	}
	if it.AnySlug {
		if a.Slug, err = tx.freeSlug(a.Language, a.Slug); err != nil {
			return 0, translate(err, "article")
		}
	}
	if a.ID, err = tx.newID(); err != nil {
		return 0, translate(err, "article")
	}
	if err := tx.group(it); err != nil {
		return 0, translate(err, "article")
	}
	if err := tx.saveRevision(it, 1); err != nil {
		return 0, err
	}
	_, err = tx.exec(tx.ctx, `/* store.Save */ INSERT INTO articles (id, group_id, group_key, source, key, seen, section, language, script, slug, state, public,
		published, created, updated, revision, title, lead, image, authors) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		a.ID, a.Group, it.GroupKey, a.Source, it.Key, it.Seen, a.Section, a.Language, a.Script, a.Slug, a.State, flag(a.State.Public()),
		millis(a.Published), tx.now, tx.now, r.ID, r.Title, r.Lead, it.leadImage(), toJSON(it.Authors))
	if err != nil {
		return 0, translate(err, "article")
	}
	if err := tx.seen(it, nil, true); err != nil {
		return 0, err
	}
	if a.State.Public() {
		if err := tx.becameNews(*a); err != nil {
			return 0, err
		}
	}
	return Created, tx.saveAround(it)
}

// stored is what Save needs to know of an article that is there.
type stored struct {
	id, group, revision, number      int64
	language, slug, section, seen    string
	hash, state, image, authors, key string
	published                        int64
}

func (tx *Tx) known(it *Item) (*stored, error) {
	cond, arg := "a.id = ?", any(it.Article.ID)
	if it.Article.ID == 0 {
		// The second half lets SQLite use the partial index on key.
		if cond, arg = "a.key = ? AND a.key <> ''", it.Key; it.Key == "" {
			return nil, nil
		}
	}
	var s stored
	err := tx.one(tx.ctx, `/* store.known */ SELECT a.id, a.group_id, a.revision, r.number, a.language, a.slug, a.section, a.seen,
		r.hash, a.state, a.image, a.authors, a.key, a.published FROM articles a JOIN revisions r ON r.id = a.revision WHERE `+cond, []any{arg},
		&s.id, &s.group, &s.revision, &s.number, &s.language, &s.slug, &s.section, &s.seen, &s.hash, &s.state, &s.image, &s.authors, &s.key, &s.published)
	if errors.Is(err, sql.ErrNoRows) {
		if it.Article.ID != 0 {
			return nil, err
		}
		return nil, nil
	}
	return &s, err
}

func (tx *Tx) saveAgain(it *Item, s *stored) (Outcome, error) {
	a, r := &it.Article, &it.Revision
	a.ID, a.Group = s.id, s.group
	r.ID, r.Article, r.Number = s.revision, s.id, int(s.number)
	if it.Seen != "" && it.Seen == s.seen {
		a.Language, a.Slug = s.language, s.slug
		return Unchanged, nil
	}
	out := Changed
	if r.Hash != s.hash {
		out = Revised
		if err := tx.saveRevision(it, int(s.number)+1); err != nil {
			return 0, err
		}
	}
	if it.Key == "" { // changed here: an importer that knows it still knows what it saw
		it.Key, it.Seen = s.key, s.seen
	}
	if it.AnySlug && a.Language == s.language {
		a.Slug = s.slug // a known article keeps the address it was given
	}
	around := a.Section == s.section && string(a.State) == s.state && millis(a.Published) == s.published && it.leadImage() == s.image && toJSON(it.Authors) == s.authors
	same := a.Language == s.language && a.Slug == s.slug && around
	if out == Changed && same && it.Seen == s.seen {
		return Unchanged, nil
	}
	_, err := tx.exec(tx.ctx, `/* store.saveAgain */ UPDATE articles SET source = ?, key = ?, seen = ?, section = ?, language = ?, script = ?, slug = ?, state = ?, public = ?,
		published = ?, updated = ?, revision = ?, title = ?, lead = ?, image = ?, authors = ? WHERE id = ?`,
		a.Source, it.Key, it.Seen, a.Section, a.Language, a.Script, a.Slug, a.State, flag(a.State.Public()),
		millis(a.Published), tx.now, r.ID, r.Title, r.Lead, it.leadImage(), toJSON(it.Authors), a.ID)
	if err != nil {
		return 0, translate(err, "article")
	}
	if err := tx.seen(it, s, out == Revised || !around); err != nil {
		return 0, err
	}
	// The old address leads on, where the public may know it.
	if (a.Language != s.language || a.Slug != s.slug) && (s.published != 0 || s.key != "") {
		a.Old = append(a.Old, Address(s.language, s.slug))
	}
	tx.review(a.ID)
	for _, path := range branches(s.section) {
		if _, err := tx.exec(tx.ctx, `/* store.saveAgain */ DELETE FROM section_articles WHERE section = ? AND language = ? AND published = ? AND article = ?`,
			path, s.language, s.published, a.ID); err != nil {
			return 0, translate(err, "section")
		}
	}
	if !article.State(s.state).Public() && a.State.Public() {
		if err := tx.becameNews(*a); err != nil {
			return 0, err
		}
	}
	if article.State(s.state).Public() && !a.State.Public() {
		if err := tx.hide(a.ID); err != nil {
			return 0, translate(err, "statement")
		}
		if err := tx.Unindex(a.ID); err != nil {
			return 0, err
		}
	}
	if _, err := tx.exec(tx.ctx, `/* store.saveAgain */ DELETE FROM images WHERE article = ?`, a.ID); err != nil {
		return 0, translate(err, "image")
	}
	return out, tx.saveAround(it)
}

// Address is the path of an article on the public site.
func Address(language, slug string) string { return "/" + language + "/" + slug }

func (tx *Tx) saveRevision(it *Item, number int) (err error) {
	r := &it.Revision
	if r.ID, err = tx.newID(); err != nil {
		return translate(err, "revision")
	}
	r.Article, r.Number = it.Article.ID, number
	if r.Created.IsZero() {
		r.Created = tx.Time()
	}
	_, err = tx.exec(tx.ctx, `/* store.saveRevision */ INSERT INTO revisions (id, article, number, hash, title, lead, body, plain, author, created)
		VALUES (?,?,?,?,?,?,?,?,?,?)`, r.ID, r.Article, r.Number, r.Hash, r.Title, r.Lead, r.Body, r.Plain, r.Author, millis(r.Created))
	return translate(err, "revision")
}

// saveAround writes what hangs on an article besides its text.
func (tx *Tx) saveAround(it *Item) error {
	a := &it.Article
	if a.State.Public() {
		for _, path := range branches(a.Section) {
			if _, err := tx.exec(tx.ctx, `/* store.saveAround */ INSERT INTO section_articles (section, language, published, article) VALUES (?,?,?,?)`,
				path, a.Language, millis(a.Published), a.ID); err != nil {
				return translate(err, "section")
			}
		}
	}
	for i, im := range it.Images {
		if _, err := tx.exec(tx.ctx, `/* store.saveAround */ INSERT INTO images (article, position, address, alt, caption, credit) VALUES (?,?,?,?,?,?)`,
			a.ID, i, im.Address, im.Alt, im.Caption, im.Credit); err != nil {
			return translate(err, "image")
		}
	}
	for _, path := range a.Old {
		if err := tx.SaveRedirect(Redirect{Path: path, Article: a.ID}); err != nil {
			return err
		}
	}
	return nil
}

// group finds the group that a new article joins, or opens one.
func (tx *Tx) group(it *Item) error {
	a := &it.Article
	if a.Group != 0 {
		return nil
	}
	a.Group = a.ID
	if it.GroupKey == "" {
		return nil
	}
	err := tx.one(tx.ctx, `/* store.group */ SELECT group_id FROM articles WHERE group_key = ? AND group_key <> '' LIMIT 1`, []any{it.GroupKey}, &a.Group)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// freeSlug gives slug, or slug-2, slug-3… where it is taken.
func (tx *Tx) freeSlug(language, slug string) (string, error) {
	for n := 1; ; n++ {
		try := slug
		if n > 1 {
			try += "-" + strconv.Itoa(n)
		}
		var id int64
		err := tx.one(tx.ctx, `/* store.freeSlug */ SELECT id FROM articles WHERE language = ? AND slug = ?`, []any{language, try}, &id)
		if errors.Is(err, sql.ErrNoRows) {
			return try, nil
		}
		if err != nil {
			return "", err
		}
	}
}

func (it *Item) leadImage() string {
	if len(it.Images) == 0 {
		return ""
	}
	return toJSON(it.Images[0])
}
