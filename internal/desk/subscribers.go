package desk

import (
	"encoding/csv"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
	"shanyraq/internal/web"
)

const (
	subscriberRows = 50 // addresses that one page lists
	letterRows     = 30
	topicRows      = 30
)

// SubscribersPage counts who gets news by letter, and lists addresses for the
// one who may remove them. An address never stands in an address of ours: it
// is looked for by a form that is posted.
type SubscribersPage struct {
	Base
	Sum     string
	Tables  []CountTable
	Letters []LetterRow
	Asked   string // the address looked for
	Rows    []SubscriberRow
	Next    string
}

// LetterRow is a letter that was sent, without the address it went to.
type LetterRow struct {
	Subscriber           int64
	Subject, Lang        string
	State, When, Trouble string
}

// SubscriberRow is an address with what it gets.
type SubscriberRow struct {
	ID                                            int64
	Email, Tag, Often, Topics, State, Note, Since string
	Letters                                       int
}

// subscribers shows the counts and the addresses after ?after=.
func (d *Desk) subscribers(a *answer, q *request) error {
	after, _ := strconv.ParseInt(q.URL.Query().Get("after"), 10, 64)
	return d.showSubscribers(a, q, store.SubscriberFilter{After: after, Limit: subscriberRows + 1})
}

// subscriberFind looks for one address.
func (d *Desk) subscriberFind(a *answer, q *request) error {
	return d.showSubscribers(a, q, store.SubscriberFilter{Email: q.field("email"), Limit: subscriberRows + 1})
}

func (d *Desk) showSubscribers(a *answer, q *request, f store.SubscriberFilter) error {
	a.header.Set("Cache-Control", "no-store")
	page := SubscribersPage{Base: q.base(q.T("subscribers.title"), "subscribers"), Asked: f.Email}
	counts, err := d.store.SubscriberCounts(q.Context())
	if err != nil {
		return err
	}
	var active int
	page.Tables, active = q.subscriberTables(counts)
	page.Sum = q.T("subscribers.sum", active)
	topics, err := d.store.TopicCounts(q.Context(), topicRows)
	if err != nil {
		return err
	}
	most := CountTable{Head: q.T("subscribers.topics")}
	for _, t := range topics {
		name, err := q.topicWords(t.Topic)
		if err != nil {
			return err
		}
		most.Rows = append(most.Rows, CountRow{Name: name, N: q.m.Int(t.N), Share: share(t.N, topics[0].N)})
	}
	page.Tables = append(page.Tables, most)
	letters, err := d.store.SentLetters(q.Context(), letterRows)
	if err != nil {
		return err
	}
	for _, l := range letters {
		row := LetterRow{Subscriber: l.Subscriber, Subject: l.Subject, Lang: l.Language, State: q.T("subscribers.letter." + l.State), When: q.moment(l.Created), Trouble: l.Error}
		page.Letters = append(page.Letters, row)
	}
	list, err := d.store.Subscribers(q.Context(), f)
	if err != nil {
		return err
	}
	if len(list) > subscriberRows {
		list = list[:subscriberRows]
		page.Next = Prefix + "subscribers?after=" + strconv.FormatInt(list[subscriberRows-1].ID, 10)
	}
	for _, s := range list {
		row := SubscriberRow{ID: s.ID, Email: s.Email, Tag: s.Tag, Often: q.T("subscribers.often." + string(s.Often)), State: q.T("subscribers.state." + string(s.State)), Note: s.Note, Since: q.moment(s.Created), Letters: s.Letters}
		if t, ok := web.TagOf(s.Tag); ok {
			row.Tag = t.Autonym
		}
		var names []string
		for _, t := range s.Topics {
			name, err := q.topicWords(t.Name)
			if err != nil {
				return err
			}
			names = append(names, name)
		}
		row.Topics = strings.Join(names, " · ")
		page.Rows = append(page.Rows, row)
	}
	return show(a, d.views.subscribers, page)
}

// subscriberTables counts by state, and those who get letters by language and
// frequency.
func (q *request) subscriberTables(counts []store.SubscriberCount) (tables []CountTable, active int) {
	states, tags, oftens := map[subscribe.State]int{}, map[string]int{}, map[subscribe.Often]int{}
	for _, c := range counts {
		states[c.State] += c.N
		if c.State == subscribe.Active {
			tags[c.Tag] += c.N
			oftens[c.Often] += c.N
			active += c.N
		}
	}
	table := func(head string) *CountTable {
		tables = append(tables, CountTable{Head: q.T(head)})
		return &tables[len(tables)-1]
	}
	add := func(t *CountTable, name, lang string, n, most int) {
		if n > 0 {
			t.Rows = append(t.Rows, CountRow{Name: name, Lang: lang, N: q.m.Int(n), Share: share(n, most)})
		}
	}
	byState := table("subscribers.states")
	for _, s := range []subscribe.State{subscribe.Active, subscribe.Suspended, subscribe.Ended} {
		add(byState, q.T("subscribers.state."+string(s)), "", states[s], max(states[subscribe.Active], states[subscribe.Suspended], states[subscribe.Ended]))
	}
	byTag := table("subscribers.languages")
	for _, t := range web.Tags() {
		add(byTag, t.Autonym, t.Name, tags[t.Name], active)
	}
	byOften := table("subscribers.oftens")
	for _, o := range subscribe.Oftens {
		add(byOften, q.T("subscribers.often."+string(o)), "", oftens[o], active)
	}
	return tables, active
}

// topicWords says a topic in words where that is easy, else by its name.
func (q *request) topicWords(topic string) (string, error) {
	kind, of := subscribe.Topic{Name: topic}.Parts()
	switch kind {
	case subscribe.All:
		return q.T("subscribers.all"), nil
	case "section":
		return of, nil
	case "entity":
		id, _ := strconv.ParseInt(of, 10, 64)
		e, err := q.desk.store.EntityByID(q.Context(), id)
		if err == nil {
			return e.Name(q.tag.Language), nil
		}
		if !fault.Is(err, fault.NotFound) {
			return "", err
		}
	}
	return topic, nil
}

// subscriberDrop deletes an address and what is kept under it. The log says
// whose it was by number only.
func (d *Desk) subscriberDrop(a *answer, q *request) error {
	id, err := q.id("id")
	if err != nil {
		return err
	}
	err = d.store.Update(q.Context(), func(tx *store.Tx) error {
		if err := tx.DropSubscriber(id); err != nil {
			return err
		}
		return q.audit(tx, "subscriber-removed", "subscriber "+strconv.FormatInt(id, 10), "")
	})
	if err != nil {
		return err
	}
	a.to(saying(Prefix+"subscribers", "subscriber-removed"))
	return nil
}

// subscribersCSV gives all addresses with what they get. That somebody took
// them away is noted in the log before the first one is read.
func (d *Desk) subscribersCSV(a *answer, q *request) error {
	if err := d.store.Update(q.Context(), func(tx *store.Tx) error { return q.audit(tx, "subscribers-exported", "", "") }); err != nil {
		return err
	}
	a.header.Set("Cache-Control", "no-store")
	a.header.Set("Content-Type", "text/csv; charset=utf-8")
	a.header.Set("Content-Disposition", `attachment; filename="subscribers.csv"`)
	w := csv.NewWriter(&a.body)
	w.Write([]string{"id", "email", "tag", "often", "state", "topics", "confirmed", "letters", "last_letter", "note"})
	moment := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format(time.RFC3339)
	}
	for after := int64(0); ; {
		list, err := d.store.Subscribers(q.Context(), store.SubscriberFilter{After: after, Limit: 1000})
		if err != nil {
			return err
		}
		for _, s := range list {
			after = s.ID
			var topics []string
			for _, t := range s.Topics {
				topics = append(topics, t.Name)
			}
			row := []string{strconv.FormatInt(s.ID, 10), s.Email, s.Tag, string(s.Often), string(s.State), strings.Join(topics, " "), moment(s.Created), strconv.Itoa(s.Letters), moment(s.Lettered), s.Note}
			for i, c := range row {
				if c != "" && strings.ContainsRune("=+-@", rune(c[0])) { // no formula for a spreadsheet
					row[i] = "'" + c
				}
			}
			w.Write(row)
		}
		if len(list) < 1000 {
			w.Flush()
			return w.Error()
		}
	}
}
