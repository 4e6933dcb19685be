package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A site is served from an empty folder, says its address when it answers,
// and ends when asked to.
func TestServe(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	done := make(chan error, 1)
	c := serveCmd{Data: t.TempDir(), webFlags: webFlags{Addr: "127.0.0.1:0", Cache: 8}}
	go func() { done <- c.run(ctx, w) }()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSpace(strings.TrimPrefix(line, "listening on "))
	if !strings.HasPrefix(address, "http://127.0.0.1:") || !strings.HasSuffix(address, "/") {
		t.Fatalf("printed %q", line)
	}
	for path, want := range map[string]int{"": 200, "en/": 200, "kk-Arab/record/": 200, "healthz": 200, "en/nothing": 404} {
		resp, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%s: %d, want %d", path, resp.StatusCode, want)
		}
	}
	cancel()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("it does not end")
	}
}

// What cannot be served is said in a sentence with what to try.
func TestServeRefuses(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, c := range []struct {
		name, data, addr, want string
	}{
		{"a missing folder", filepath.Join(t.TempDir(), "none"), "127.0.0.1:0", "there is no data folder"},
		{"a busy port", t.TempDir(), l.Addr().String(), "listens on " + l.Addr().String() + " already; end it"},
		{"no address", t.TempDir(), "zebra", `"zebra" cannot be listened on; write it as HOST:PORT`},
	} {
		cmd := serveCmd{Data: c.data, webFlags: webFlags{Addr: c.addr}}
		if err := cmd.run(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want a sentence with %q", c.name, err, c.want)
		}
	}
}
