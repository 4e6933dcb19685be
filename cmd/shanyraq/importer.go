package main

import (
	"context"
	"errors"
	"iter"
	"net/url"

	"strings"
	"time"

	"golang.org/x/text/language"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/intake"
	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
)

const (
	batchItems = 200 // articles a transaction
	batchTime  = 500 * time.Millisecond
)

// importer saves what intake reads, in batches: an article and the job that
// will read it in one transaction.
type importer struct {
	store  *store.Store // nil in a dry run over an empty folder
	dry    bool
	report *importReport

	sections map[string]bool // already added in this run
	batch    []intake.Result
}

// errDry rolls a dry run's transaction back.
var errDry = errors.New("dry run")

// run saves all results. It ends early, with an error, when the database
// fails; what was reported before is saved.
func (im *importer) run(ctx context.Context, results iter.Seq[intake.Result]) error {
	im.sections = map[string]bool{}
	last := time.Now()
	for r := range results {
		if r.Err != nil {
			im.report.fail(r.Path, r.Err)
		} else if r.Item != nil {
			im.batch = append(im.batch, r)
		}
		if len(im.batch) >= batchItems || len(im.batch) > 0 && time.Since(last) > batchTime {
			if err := im.flush(ctx); err != nil {
				return err
			}
			last = time.Now()
		}
		im.report.show.step(im.report.Imported+im.report.Updated+im.report.Unchanged, r.Done)
	}
	return im.flush(context.WithoutCancel(ctx))
}

// flush saves the batch. An article that the database refuses for itself
// fails alone; a database that cannot be written ends the import.
func (im *importer) flush(ctx context.Context) error {
	batch := im.batch
	im.batch = im.batch[:0]
	if len(batch) == 0 {
		return nil
	}
	ctx = context.WithoutCancel(ctx) // a batch is saved whole or not at all
	err := im.save(ctx, batch)
	if err == nil {
		return nil
	}
	switch fault.KindOf(err) {
	case fault.Unavailable, fault.Forbidden:
		return err
	}
	for _, r := range batch {
		if err := im.save(ctx, []intake.Result{r}); err != nil {
			if k := fault.KindOf(err); k == fault.Unavailable || k == fault.Forbidden {
				return err
			}
			im.report.fail(r.Path, errors.Join(err))
		}
	}
	return nil
}

func (im *importer) save(ctx context.Context, batch []intake.Result) error {
	outcomes := make([]store.Outcome, len(batch))
	added := map[string]bool{}
	write := func(tx *store.Tx) error {
		for i, r := range batch {
			for _, s := range sectionsOf(r.Item) {
				if key := s.Path + "\x00" + r.Item.Language; !im.sections[key] && !added[key] {
					if err := tx.AddSection(s); err != nil {
						return err
					}
					added[key] = true
				}
			}
			it := storeItem(r.Item)
			var err error
			if outcomes[i], err = tx.Save(it); err != nil {
				return err
			}
			if outcomes[i] == store.Created || outcomes[i] == store.Revised {
				if err := queueReading(tx, it); err != nil {
					return err
				}
			}
		}
		if im.dry {
			return errDry
		}
		return nil
	}
	if im.store != nil {
		if err := im.store.Update(ctx, write); err != nil && !errors.Is(err, errDry) {
			return err
		}
	}
	for key := range added {
		if !im.dry {
			im.sections[key] = true
		}
	}
	for i, r := range batch {
		switch outcomes[i] {
		case store.Created:
			im.report.Imported++
		case store.Revised, store.Changed:
			im.report.Updated++
		default:
			im.report.Unchanged++
		}
		if outcomes[i] != store.Unchanged {
			im.report.item(r.Item)
		}
	}
	return nil
}

// sectionsOf gives the sections an item stands in, from the top down, with
// their names in its language.
func sectionsOf(it *intake.Item) []article.Section {
	var out []article.Section
	path := ""
	for _, p := range it.Section {
		path = strings.TrimPrefix(path+"/"+p.Slug, "/")
		out = append(out, article.Section{Path: path, Names: map[string]string{languageOf(it): p.Name}})
	}
	return out
}

// languageOf gives an item's language without its script.
func languageOf(it *intake.Item) string {
	base, _, _ := strings.Cut(it.Language, "-")
	return base
}

// storeItem puts an item in the shape in which the store saves it.
func storeItem(it *intake.Item) *store.Item {
	out := &store.Item{
		Article: article.Article{
			Language: languageOf(it), Script: it.Script, Section: it.SectionPath(), Slug: it.Slug, State: it.State,
			Published: moment(it), Source: it.URL,
		},
		Revision: it.Revision, Authors: it.Authors,
		Key: it.Key, GroupKey: it.Group, Seen: it.Hash(), AnySlug: true,
	}
	if out.Article.Script == "" {
		if tag, err := language.Parse(it.Language); err == nil {
			script, _ := tag.Script()
			out.Article.Script = script.String()
		}
	}
	if out.Article.Slug == "" {
		out.Article.Slug = "article"
	}
	seen := map[string]bool{}
	for _, im := range append([]intake.Image{it.Image}, it.Images...) {
		if im.URL != "" && !seen[im.URL] {
			seen[im.URL] = true
			out.Images = append(out.Images, store.Image{Address: im.URL, Alt: im.Alt, Caption: im.Caption, Credit: im.Credit})
		}
	}
	for _, old := range append([]string{it.URL}, it.Old...) {
		if p := oldPath(old); p != "" {
			out.Article.Old = append(out.Article.Old, p)
		}
	}
	return out
}

// moment gives the publication as the store keeps it, in UTC, such that its
// UTC day is the day at the source's place: an article of the first hour of
// 15 November in Almaty was published on the 15th, and "yesterday" in it is
// the 14th. It is at most hours from the true moment.
func moment(it *intake.Item) time.Time {
	first, ok := it.Day.First()
	t := it.Published
	switch {
	case !ok || t.IsZero():
		return t
	case t.Before(first):
		return first
	case !t.Before(first.AddDate(0, 0, 1)):
		return first.AddDate(0, 0, 1).Add(-time.Second)
	}
	return t
}

// oldPath gives the path and query of an address the article had, decoded,
// under which the site redirects; "" for the front page and for what is no
// address.
func oldPath(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		if strings.HasPrefix(address, "/") && address != "/" {
			return address
		}
		return ""
	}
	p := u.Path
	if u.RawQuery != "" {
		p += "?" + u.RawQuery
	}
	if p == "/" || p == "" {
		return ""
	}
	return p
}

// queueReading queues the reading of a saved article in the transaction that
// saved it.
func queueReading(tx *store.Tx, it *store.Item) error {
	return jobs.Enqueue(tx, it.Article.ID)
}
