package media

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"io"
	"os/exec"
	"time"

	"shanyraq/internal/fault"
)

// The limits of the process that a picture is made in.
const (
	maxTime   = 30 * time.Second
	maxMemory = 1 << 30 // bytes of heap
)

// WorkerArgs are the arguments with which the program is a worker.
var WorkerArgs = []string{"internal", "image-worker"}

// result is what a worker answers.
type result struct {
	Picture Picture
	Kind    fault.Kind
	What    string // format of the error; empty where all went well
	Args    []int  // of it: errors of Make name numbers only
	Try     string
}

// Apart makes a picture ready in a process of its own, exe with WorkerArgs: a
// file made to break a decoder breaks that process and nothing else.
func Apart(ctx context.Context, exe string, data []byte) (Picture, error) {
	if len(data) > MaxBytes {
		return Make(data) // says so
	}
	ctx, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, exe, WorkerArgs...)
	cmd.Stdin = bytes.NewReader(data)
	cmd.Env = []string{"GOMEMLIMIT=900MiB", "GOMAXPROCS=1"}
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return Picture{}, fault.Wrap(err, fault.TooLarge, "the picture takes too long to make ready").Hint("save it smaller")
		}
		return Picture{}, fault.Wrap(err, fault.Invalid, "the picture cannot be made ready").Hint("open it in a program for pictures and save it anew, smaller")
	}
	var r result
	if err := gob.NewDecoder(&out).Decode(&r); err != nil {
		return Picture{}, fault.Wrap(err, fault.Internal, "the maker of pictures gave no answer")
	}
	if r.What != "" {
		args := make([]any, len(r.Args))
		for i, n := range r.Args {
			args[i] = n
		}
		return Picture{}, &fault.Error{Kind: r.Kind, Key: r.What, Args: args, Try: r.Try, TryKey: r.Try}
	}
	return r.Picture, nil
}

// Work is what a worker does: it reads a file from in and answers on out.
func Work(in io.Reader, out io.Writer) error {
	limit()
	data, err := io.ReadAll(io.LimitReader(in, MaxBytes+1))
	if err != nil {
		return err
	}
	var r result
	if r.Picture, err = Make(data); err != nil {
		r = result{Kind: fault.Internal, What: "the picture cannot be made ready"}
		if f := (*fault.Error)(nil); errors.As(err, &f) {
			r.Kind, r.What, r.Try = f.Kind, f.Key, f.TryKey
			for _, a := range f.Args {
				n, _ := a.(int)
				r.Args = append(r.Args, n)
			}
		}
	}
	return gob.NewEncoder(out).Encode(r)
}
