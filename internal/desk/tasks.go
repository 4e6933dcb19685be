package desk

import "shanyraq/internal/people"

// tasks lists what may wait for somebody on the front page, with the action
// that shows each.
var tasks = []struct {
	may   people.Action
	count func(d *Desk, q *request) (Task, error)
}{
	{people.Decide, reviewTask},
	{people.Decide, questionsTask},
	{people.License, waitingRequests},
}
