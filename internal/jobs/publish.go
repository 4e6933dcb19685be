package jobs

import (
	"context"
	"strconv"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// PublishJob is the kind of the jobs that publish an article at its moment.
// The key is the article's id.
const PublishJob = "publish"

// Publish publishes scheduled articles when their moment has come, also one
// that passed while no program ran. An article that was taken back, or whose
// moment was moved, is left as it is.
func Publish() Task {
	return Task{Kind: PublishJob, Do: func(_ context.Context, _ *store.Store, j store.Job) (func(*store.Tx) error, error) {
		id, err := strconv.ParseInt(j.Key, 10, 64)
		if err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "a job to publish names no article: %q", j.Key)
		}
		return func(tx *store.Tx) error { return publish(tx, id) }, nil
	}}
}

func publish(tx *store.Tx, id int64) error {
	it, err := tx.ItemOf(id)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil || it.Article.State != article.Scheduled {
		return err
	}
	if it.Article.Published.After(tx.Time()) { // the clock was set back meanwhile
		return tx.EnqueueAt(PublishJob, strconv.FormatInt(id, 10), "", it.Article.Published)
	}
	it.Article.State = article.Published
	if _, err := tx.Save(it); err != nil {
		return err
	}
	if err := Enqueue(tx, id); err != nil {
		return err
	}
	return tx.Audit(people.User{Name: "schedule"}, "article-published", "article "+strconv.FormatInt(id, 10), "at its moment, revision "+strconv.Itoa(it.Revision.Number), "")
}
