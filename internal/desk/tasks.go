package desk

import (
	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// tasks lists what may wait for somebody on the front page, with the action
// that shows each.
var tasks = []struct {
	may   people.Action
	count func(d *Desk, q *request) (Task, error)
}{
	{people.Decide, reviewTask},
	{people.Decide, questionsTask},
	{people.License, waitingRequests},
	{people.Write, unsavedTask},
	{people.Publish, proposedTask},
	{people.Publish, stateTask(article.Review)},
	{people.Write, stateTask(article.Scheduled)},
}

// unsavedTask counts the texts that somebody has left without saving them.
func unsavedTask(d *Desk, q *request) (Task, error) {
	own, _, err := d.store.DraftsWaiting(q.Context(), q.user.ID)
	return Task{Href: Prefix + "articles?show=unsaved", Name: q.T("articles.task.unsaved"), Count: q.m.Int(own)}, err
}

// proposedTask counts the changes that wait for somebody who may publish.
func proposedTask(d *Desk, q *request) (Task, error) {
	_, proposed, err := d.store.DraftsWaiting(q.Context(), q.user.ID)
	return Task{Href: Prefix + "articles?show=proposed", Name: q.T("articles.task.proposed"), Count: q.m.Int(proposed)}, err
}

// mostCounted is how many articles of a state are counted.
const mostCounted = 99

// stateTask counts the articles of a state, where the user may do something
// about them.
func stateTask(state article.State) func(d *Desk, q *request) (Task, error) {
	return func(d *Desk, q *request) (Task, error) {
		list, err := d.store.DeskArticles(q.Context(), store.DeskFilter{State: state, Limit: mostCounted + 1})
		n := 0
		for _, c := range list {
			if q.may(people.Write, c.Section, c.Language) {
				n++
			}
		}
		count := q.m.Int(min(n, mostCounted))
		if n > mostCounted {
			count += "+"
		}
		return Task{Href: Prefix + "articles?state=" + string(state), Name: q.T("articles.task." + string(state)), Count: count}, err
	}
}
