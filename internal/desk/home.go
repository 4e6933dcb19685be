package desk

// home is the desk's front page.
func (d *Desk) home(a *answer, q *request) error {
	page := HomePage{Base: q.base(q.T("home.title"), "home")}
	for _, t := range tasks {
		if !q.may(t.may, "", "") {
			continue
		}
		task, err := t.count(d, q)
		if err != nil {
			return err
		}
		if task.Count != q.m.Int(0) {
			page.Tasks = append(page.Tasks, task)
		}
	}
	return show(a, d.views.home, page)
}
