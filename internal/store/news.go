package store

import (
	"context"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/mail"
	"shanyraq/internal/subscribe"
)

// NewsFor is how long after its day of publication an article is new: one
// that becomes public later, as those of an archive that is imported, is sent
// to nobody.
const NewsFor = 3 * 24 * time.Hour

// News is an article that became public while it was new.
type News struct {
	Card
	At time.Time // when that was
}

// becameNews notes that an article has become public, if it is new. One that
// was public before keeps its moment: it is not news again.
func (tx *Tx) becameNews(a article.Article) error {
	if a.Published.IsZero() || tx.Time().Sub(a.Published) > NewsFor {
		return nil
	}
	_, err := tx.exec(tx.ctx, `/* store.becameNews */ INSERT INTO news (article, language, at) VALUES (?,?,?) ON CONFLICT (article) DO NOTHING`, a.ID, a.Language, tx.now)
	return translate(err, "article")
}

// News gives what became public in a language in (after, upTo] and still is,
// newest first.
func (q Queries) News(ctx context.Context, language string, after, upTo time.Time, n int) ([]News, error) {
	list, err := collect(q, ctx, `/* store.News */ SELECT n.at, `+cardColumns+` FROM news n JOIN articles a ON a.id = n.article
		WHERE n.language = ? AND n.at > ? AND n.at <= ? AND a.language = n.language AND a.public = 1 ORDER BY n.at DESC, n.article DESC LIMIT ?`,
		[]any{language, millis(after), millis(upTo), n}, func(scan func(...any) error) (n News, err error) {
			var at int64
			n.Card, err = scanCard(func(into ...any) error { return scan(append([]any{&at}, into...)...) })
			n.At = fromMillis(at)
			return n, err
		})
	return list, translate(err, "article")
}

// settled is how long news waits before it is sent: transactions that were
// begun earlier have ended by then, so that nothing is passed over.
const settled = time.Minute

// unread is how long news waits for its text to be read: what it says of
// whom decides whom it is sent to.
const unread = time.Hour

// NewsTo gives the moment up to which the news of a language may be sent now,
// and the moment of the newest until then, the zero time where there is none.
func (q Queries) NewsTo(ctx context.Context, language string) (upTo, newest time.Time, err error) {
	to := q.clock() - settled.Milliseconds()
	var first, last int64
	err = q.one(ctx, `/* store.NewsTo */ SELECT COALESCE(MIN(n.at), 0) FROM news n JOIN articles a ON a.id = n.article LEFT JOIN readings r ON r.article = n.article
		WHERE n.language = ? AND n.at > ? AND n.at <= ? AND a.public = 1 AND r.article IS NULL`, []any{language, to - unread.Milliseconds(), to}, &first)
	if err != nil {
		return upTo, newest, translate(err, "article")
	}
	if first != 0 {
		to = first - 1
	}
	err = q.one(ctx, `/* store.NewsTo */ SELECT COALESCE(MAX(at), 0) FROM news WHERE language = ? AND at <= ?`, []any{language, to}, &last)
	return fromMillis(to), fromMillis(last), translate(err, "article")
}

// SubscribedLanguages lists the languages of those who are written to at
// once.
func (q Queries) SubscribedLanguages(ctx context.Context) ([]string, error) {
	list, err := collect(q, ctx, `/* store.SubscribedLanguages */ SELECT DISTINCT language FROM subscribers WHERE state = 'active' AND often = 'once'`, nil,
		func(scan func(...any) error) (s string, err error) { return s, scan(&s) })
	return list, translate(err, "subscriber")
}

// Digest moves a subscriber's SeenTo, sets when the next letter is due, and
// queues the letter, where there is one: all in one transaction, so that no
// article is sent twice and none is passed over. It does nothing, and says
// so, where the subscriber has changed since he was read: he has stopped his
// letters, or another worker has made this one.
func (tx *Tx) Digest(s subscribe.Subscriber, seenTo time.Time, l *mail.Letter) (bool, error) {
	letters, lettered := s.Letters, millis(s.Lettered)
	if l != nil {
		letters, lettered = letters+1, tx.now
	}
	if seenTo.Before(s.SeenTo) { // the clock was set back, or a text waits to be read
		seenTo = s.SeenTo
	}
	n, err := tx.exec(tx.ctx, `/* store.Digest */ UPDATE subscribers SET seen_to = ?, due = ?, letters = ?, lettered = ? WHERE id = ? AND state = 'active' AND seen_to = ? AND changed = ?`,
		millis(seenTo), millis(subscribe.Next(s.Often, tx.Time())), letters, lettered, s.ID, millis(s.SeenTo), millis(s.Changed))
	if err != nil || n == 0 {
		return false, translate(err, "subscriber")
	}
	if l == nil {
		return true, nil
	}
	l.Subscriber, l.Many = s.ID, true
	return true, tx.QueueLetter(l)
}

// SubscriberCount counts subscribers who are alike.
type SubscriberCount struct {
	State subscribe.State
	Tag   string
	Often subscribe.Often
	N     int
}

// SubscriberCounts counts subscribers by state, tag and frequency.
func (q Queries) SubscriberCounts(ctx context.Context) ([]SubscriberCount, error) {
	list, err := collect(q, ctx, `/* store.SubscriberCounts */ SELECT state, tag, often, COUNT(*) FROM subscribers GROUP BY state, tag, often ORDER BY state, tag, often`, nil,
		func(scan func(...any) error) (c SubscriberCount, err error) {
			return c, scan(&c.State, &c.Tag, &c.Often, &c.N)
		})
	return list, translate(err, "subscriber")
}

// TopicCount counts the active subscribers of a topic.
type TopicCount struct {
	Topic string
	N     int
}

// TopicCounts gives the topics most followed.
func (q Queries) TopicCounts(ctx context.Context, n int) ([]TopicCount, error) {
	list, err := collect(q, ctx, `/* store.TopicCounts */ SELECT t.topic, COUNT(*) FROM subscriber_topics t JOIN subscribers s ON s.id = t.subscriber
		WHERE s.state = 'active' GROUP BY t.topic ORDER BY COUNT(*) DESC, t.topic LIMIT ?`, []any{limit(n)},
		func(scan func(...any) error) (c TopicCount, err error) { return c, scan(&c.Topic, &c.N) })
	return list, translate(err, "subscriber")
}

// SentLetter is a letter to a subscriber, as the desk sees it: without
// address and without words.
type SentLetter struct {
	ID, Subscriber    int64
	Language, Subject string
	State, Error      string
	Created, Sent     time.Time
}

// SentLetters gives the newest letters to subscribers.
func (q Queries) SentLetters(ctx context.Context, n int) ([]SentLetter, error) {
	list, err := collect(q, ctx, `/* store.SentLetters */ SELECT id, subscriber, language, subject, state, error, created, sent FROM outbox WHERE subscriber <> 0 ORDER BY created DESC, id DESC LIMIT ?`, []any{limit(n)},
		func(scan func(...any) error) (l SentLetter, err error) {
			var created, sent int64
			err = scan(&l.ID, &l.Subscriber, &l.Language, &l.Subject, &l.State, &l.Error, &created, &sent)
			l.Created, l.Sent = fromMillis(created), fromMillis(sent)
			return l, err
		})
	return list, translate(err, "letter")
}

// DropLetters forgets that letters made before a moment were sent to
// subscribers, and says how many. Those that wait are kept.
func (tx *Tx) DropLetters(before time.Time) (int, error) {
	n, err := tx.exec(tx.ctx, `/* store.DropLetters */ DELETE FROM outbox WHERE subscriber <> 0 AND created < ? AND state <> 'waiting'`, millis(before))
	return int(n), translate(err, "letter")
}
