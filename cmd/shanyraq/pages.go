package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"shanyraq/internal/desk"
	"shanyraq/internal/site"
	"shanyraq/internal/web"
)

type pagesCmd struct {
	Addr string `default:"localhost:8090" placeholder:"HOST:PORT" help:"Address to listen on; port 0 takes a free one."`
	Dev  bool   `help:"Read templates, styles and scripts from the source folder."`
}

func (*pagesCmd) Help() string {
	return `Serves a storybook: every page of the site with sample values, in every language and script of the interface. For those who change pages, and for the checks of accessibility.

Examples:
  shanyraq pages --dev
  shanyraq pages --addr localhost:0`
}

func (c *pagesCmd) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var more []site.Sample
	names, languages := desk.SampleNames()
	for _, n := range names {
		more = append(more, site.Sample{Name: n, Languages: languages, Address: func(t web.Tag) string { return desk.Prefix + t.Name + "/" + n }})
	}
	public, err := site.Storybook(c.Dev, more...)
	if err != nil {
		return err
	}
	editors, err := desk.Storybook(c.Dev)
	if err != nil {
		return err
	}
	l, err := listen(c.Addr)
	if err != nil {
		return err
	}
	return webFlags{Addr: c.Addr}.serve(ctx, l, doors(public, editors, http.NotFoundHandler()), os.Stdout)
}
