// Package jobs does the work that waits in the store's queue, one file a task.
// Reading takes a revision through the whole walk, and everything that comes
// of it is saved in one transaction with the end of the job.
//
//	r := jobs.New()
//	n, err := r.Drain(ctx, st, nil)      // read all that waits, then return
//	err = r.Run(ctx, st)                 // read whatever comes, until ctx ends
//
// Every other kind of job is a Task; a Worker runs them side by side. To add
// one: a file here with a function that gives its Task, and a line in
// cmd/shanyraq/tasks.go.
//
//	w := jobs.NewWorker(tasks...)
//	w.Run(ctx, st)                       // until ctx ends
//
// A job is safe to run twice: reading the same revision again changes nothing.
// A job whose worker died is taken over when its lease ends.
//
// jobs decides nothing itself: what a text says is reader's, who is who is
// record's, how a figure compares is stats'.
package jobs
