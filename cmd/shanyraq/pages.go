package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"shanyraq/internal/site"
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
	book, err := site.Storybook(c.Dev)
	if err != nil {
		return err
	}
	return webFlags{Addr: c.Addr}.serve(ctx, book, os.Stdout)
}
