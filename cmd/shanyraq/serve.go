package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"

	"shanyraq/internal/audience"
	"shanyraq/internal/desk"
	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/media"
	"shanyraq/internal/rights"
	"shanyraq/internal/site"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// webFlags are the flags of commands that answer HTTP.
type webFlags struct {
	Addr        string   `default:"localhost:8080" placeholder:"HOST:PORT" help:"Address to listen on; port 0 takes a free one."`
	Origin      string   `placeholder:"URL" help:"Public address of the site, as links to it are written: https://news.example.org. Taken from each request where not given."`
	Cache       int      `default:"128" placeholder:"MB" help:"Memory for finished pages; 0 makes every page anew."`
	Proxy       []string `name:"trust-proxy" default:"127.0.0.0/8,::1" placeholder:"CIDR" help:"Proxies before the site, by network or address, that are believed when they say who asks (default: those on this machine)."`
	ProxyHeader string   `name:"trust-header" enum:"x-forwarded-for,forwarded" default:"x-forwarded-for" help:"Header in which they say it: x-forwarded-for or forwarded (RFC 7239). The other one is not read."`
	Dev         bool     `help:"Read templates, styles and scripts from the source folder, for those who change them."`
	mailFlags
	tellFlags
}

type serveCmd struct {
	Data    string    `required:"" placeholder:"DIR" help:"Data folder of the site."`
	DB      string    `name:"db" placeholder:"DSN" help:"Database instead of the one in the folder: postgres://user:password@host/name."`
	Name    string    `placeholder:"TEXT" help:"English name of the site for this run; names in all languages are given at /desk/site."`
	Contact string    `placeholder:"ADDRESS" help:"Where to report a security hole, for security.txt: mailto:security@example.org; as given at /desk/site where not said here."`
	OIDC    oidcFlags `embed:"" prefix:"oidc-"`
	webFlags
}

// oidcFlags name the institution's identity provider.
type oidcFlags struct {
	Issuer string `placeholder:"URL" help:"Identity provider (OpenID Connect) through which users may sign in too."`
	Client string `placeholder:"ID" help:"Id under which the provider knows the desk. Its secret is taken from the environment: SHANYRAQ_OIDC_SECRET."`
	Name   string `default:"OpenID Connect" placeholder:"TEXT" help:"What the sign-in page calls it."`
	Secret string `hidden:"" env:"SHANYRAQ_OIDC_SECRET" help:"From the environment only."`
}

func (*serveCmd) Help() string {
	return `Serves the public site and prints its address when the first page can be answered. Ctrl-C ends it after the answers under way.

Examples:
  shanyraq serve --data news
  shanyraq serve --data news --addr :443 --origin https://news.example.org
  shanyraq serve --data news --addr :8080 --origin https://news.example.org --trust-proxy 10.1.0.0/16
  SHANYRAQ_SMTP_PASSWORD=… shanyraq serve --data news --smtp mail.example.org:587 --smtp-user press
  shanyraq serve --data news --db postgres://shanyraq@localhost/news --addr localhost:0`
}

func (c *serveCmd) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return c.run(ctx, os.Stdout)
}

// run serves until the context ends.
func (c *serveCmd) run(ctx context.Context, out io.Writer) error {
	if fi, err := os.Stat(c.Data); err != nil || !fi.IsDir() {
		return fault.New(fault.NotFound, "there is no data folder %q", c.Data).
			Hint("make it with `mkdir`, fill it with `shanyraq import --data %s …`, or try `shanyraq demo`", filepath.Clean(c.Data))
	}
	st, err := store.Open(ctx, store.DSN(c.Data, c.DB))
	if err != nil {
		return err
	}
	defer st.Close()
	cfg := site.Config{Store: st, Contact: c.Contact}
	if c.Name != "" {
		cfg.Name = map[string]string{"en": c.Name}
	}
	if err := firstLink(ctx, st, c.webFlags, os.Stderr); err != nil {
		return err
	}
	return c.serveSite(ctx, cfg, desk.Config{Data: c.Data, Contact: c.Contact, OIDC: desk.OIDC{Issuer: c.OIDC.Issuer, Client: c.OIDC.Client, Secret: c.OIDC.Secret, Name: c.OIDC.Name}}, out)
}

// serveSite listens, opens both doors, the public site and the desk, and
// answers until the context ends. Behind them the queue is worked on: what an
// interrupted import left, and what editors change.
func (f webFlags) serveSite(ctx context.Context, cfg site.Config, at desk.Config, out io.Writer) error {
	told, err := f.telling(strings.TrimSuffix(f.Origin, "/"), "http://"+f.Addr)
	if err != nil {
		return err
	}
	told.show(&cfg)
	if err := told.note(ctx, cfg.Store); err != nil {
		return err
	}
	cfg.Origin, cfg.CacheBytes, cfg.Dev = strings.TrimSuffix(f.Origin, "/"), f.Cache<<20, f.Dev
	cfg.Log = slog.New(slog.NewTextHandler(os.Stderr, nil))
	cfg.Views = audience.NewCounter()
	l, err := listen(f.Addr)
	if err != nil {
		return err
	}
	defer l.Close()
	cfg.Here = f.publicOrigin(l)
	public, err := site.New(cfg)
	if err != nil {
		return err
	}
	proxies, err := web.TrustProxies(f.Proxy, f.ProxyHeader == "forwarded")
	if err != nil {
		return err
	}
	letters, err := f.sender(at.Data, cfg.Origin, func(ctx context.Context) (string, error) {
		names, err := cfg.Store.Called(ctx)
		name, _ := rights.In(names, "en")
		return cmp.Or(cfg.Name["en"], name), err
	})
	if err != nil {
		return err
	}
	at.Store, at.Name, at.Origin, at.Dev, at.Log = cfg.Store, cfg.Name, cfg.Origin, cfg.Dev, cfg.Log
	at.Preview = public.Preview
	at.Guard, at.Hubs, at.OwnHub = told.guard, cfg.Hubs, told.hubs.Own
	pictures := media.Folder(filepath.Join(at.Data, "media"))
	at.Blobs = pictures
	if exe, err := os.Executable(); err == nil {
		at.Pictures = func(ctx context.Context, data []byte) (media.Picture, error) { return media.Apart(ctx, exe, data) }
	}
	editors, err := desk.New(at)
	if err != nil {
		return err
	}
	var background sync.WaitGroup
	defer background.Wait() // before the store is closed
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	background.Go(func() { jobs.NewWorker(told.tasks(public.Feed)...).Run(ctx, cfg.Store) })
	background.Go(func() { cfg.Store.Watch(ctx, 250*time.Millisecond) })
	background.Go(func() { jobs.SaveViews(ctx, cfg.Store, cfg.Views, jobs.SaveViewsEvery) })
	work(ctx, cfg.Store, &background, tasks(letters, rights.Letters{Origin: cfg.Here, Site: cfg.Name}, public)...)
	return f.serve(ctx, l, proxies.Behind(doors(public, editors, pictures)), out)
}

// publicOrigin is where letters that nobody's request causes lead: the
// site's own address, else this machine.
func (f webFlags) publicOrigin(l net.Listener) string {
	if f.Origin != "" {
		return strings.TrimSuffix(f.Origin, "/")
	}
	return "http://" + shown(f.Addr, l.Addr())
}

// doors sends what is under the desk's prefix to the desk, pictures to their
// folder, all else to the public site, which must not lose time over it.
func doors(public, editors, pictures http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, desk.Prefix) {
			editors.ServeHTTP(w, r)
			return
		}
		if strings.HasPrefix(r.URL.Path, media.Prefix) {
			pictures.ServeHTTP(w, r)
			return
		}
		public.ServeHTTP(w, r)
	})
}

// serve answers HTTP until the context ends, then lets the answers under way
// finish.
func (f webFlags) serve(ctx context.Context, l net.Listener, handler http.Handler, out io.Writer) error {
	if os.Getenv("GOGC") == "" {
		// The live heap is small and pages are garbage at once: collecting
		// less often costs a few tens of megabytes and saves a tenth of the work.
		debug.SetGCPercent(300)
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(slog.NewTextHandler(os.Stderr, nil), slog.LevelWarn),
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	fmt.Fprintf(out, "listening on http://%s/\n", shown(f.Addr, l.Addr()))
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		return fault.Wrap(err, fault.Unavailable, "some answers were still under way after 15 seconds and were cut off")
	}
	return nil
}

// listen opens the address, or says in words why it cannot.
func listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fault.Wrap(err, fault.Unavailable, "another program listens on %s already", addr).
			Hint("end it, or take another port with --addr; port 0 takes a free one")
	case errors.Is(err, syscall.EACCES):
		return nil, fault.Wrap(err, fault.Forbidden, "this user may not listen on %s", addr).Hint("take a port above 1023, or grant the right with `setcap cap_net_bind_service=+ep`")
	}
	return nil, fault.Wrap(err, fault.Invalid, "%q cannot be listened on", addr).Hint("write it as HOST:PORT, for example localhost:8080")
}

// shown is the address as a browser on this machine can open it: the host
// that was asked for with the port that was got.
func shown(asked string, got net.Addr) string {
	host, _, err := net.SplitHostPort(asked)
	if err != nil || host == "" || host == "0.0.0.0" || host == "::" {
		host = "localhost"
	}
	_, port, _ := net.SplitHostPort(got.String())
	return net.JoinHostPort(host, port)
}
