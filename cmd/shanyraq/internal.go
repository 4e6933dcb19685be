package main

import (
	"os"

	"shanyraq/internal/media"
)

// internalCmd holds what the program runs itself for, in processes apart.
type internalCmd struct {
	ImageWorker imageWorkerCmd `cmd:"" hidden:"" help:"Make one picture ready, from standard input to standard output."`
}

type imageWorkerCmd struct{}

func (*imageWorkerCmd) Run() error { return media.Work(os.Stdin, os.Stdout) }
