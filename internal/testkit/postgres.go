package testkit

import (
	"database/sql"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"shanyraq/internal/store"
)

// server is one PostgreSQL for all tests of a process.
var server struct {
	once sync.Once
	dsn  string // of the database "postgres", with %s for the database's name
	err  error
	stop func()
	n    atomic.Int64
}

// Postgres opens an empty database on a PostgreSQL server started for the
// tests. Without server binaries the test is skipped; where CI=true that is a
// failure.
func Postgres(t testing.TB) *store.Store {
	t.Helper()
	return OpenStore(t, PostgresDSN(t))
}

// PostgresDSN gives the address of a new empty database.
func PostgresDSN(t testing.TB) string {
	t.Helper()
	server.once.Do(startServer)
	if server.err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(server.err)
		}
		t.Skipf("%v; install it with `apt-get install postgresql`, or set SHANYRAQ_TEST_POSTGRES to the address of a server", server.err)
	}
	name := fmt.Sprintf("t%d_%d", os.Getpid(), server.n.Add(1))
	db, err := sql.Open("pgx", fmt.Sprintf(server.dsn, "postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf(server.dsn, name)
}

// StopPostgres ends the server; call it from TestMain after the tests.
func StopPostgres() {
	if server.stop != nil {
		server.stop()
	}
}

// binary finds a program of PostgreSQL's server package, which Debian keeps
// outside PATH.
func binary(name string) (string, error) {
	if p, err := exec.LookPath(name); err == nil {
		return p, nil
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) == 0 {
		return "", fmt.Errorf("no PostgreSQL server is installed (%s was not found)", name)
	}
	return found[len(found)-1], nil
}

func startServer() {
	if dsn := os.Getenv("SHANYRAQ_TEST_POSTGRES"); dsn != "" {
		server.dsn = dsn
		return
	}
	server.err = func() error {
		initdb, err := binary("initdb")
		if err != nil {
			return err
		}
		postgres, err := binary("postgres")
		if err != nil {
			return err
		}
		as, err := ordinaryUser()
		if err != nil {
			return err
		}
		dir, err := os.MkdirTemp("", "shanyraq-pg-")
		if err != nil {
			return err
		}
		if as != nil {
			if err := os.Chown(dir, int(as.Uid), int(as.Gid)); err != nil {
				return err
			}
		}
		run := func(name string, args ...string) *exec.Cmd {
			cmd := exec.Command(name, args...)
			cmd.Dir = dir
			// The server must not outlive the tests, even when they are killed.
			cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT}
			if as != nil {
				cmd.SysProcAttr.Credential = as
			}
			return cmd
		}
		data := filepath.Join(dir, "data")
		if out, err := run(initdb, "-D", data, "-U", "shanyraq", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync").CombinedOutput(); err != nil {
			os.RemoveAll(dir)
			return fmt.Errorf("initdb failed: %w\n%s", err, out)
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		port := l.Addr().(*net.TCPAddr).Port
		l.Close()
		cmd := run(postgres, "-D", data, "-h", "127.0.0.1", "-p", strconv.Itoa(port), "-k", dir,
			"-c", "fsync=off", "-c", "max_connections=200", "-c", "log_min_messages=fatal")
		if err := cmd.Start(); err != nil {
			os.RemoveAll(dir)
			return err
		}
		server.stop = func() {
			cmd.Process.Signal(syscall.SIGQUIT)
			cmd.Wait()
			os.RemoveAll(dir)
		}
		server.dsn = fmt.Sprintf("postgres://shanyraq@127.0.0.1:%d/%%s?sslmode=disable", port)
		for range 200 {
			if c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
				c.Close()
				db, err := sql.Open("pgx", fmt.Sprintf(server.dsn, "postgres"))
				if err == nil && db.Ping() == nil {
					return db.Close()
				}
			}
			time.Sleep(50 * time.Millisecond)
		}
		server.stop()
		return fmt.Errorf("the PostgreSQL server does not answer after 10 seconds")
	}()
}

// ordinaryUser gives whom the server runs as: nobody else when the tests are
// not root's; PostgreSQL refuses to run as root.
func ordinaryUser() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
	}
	return nil, fmt.Errorf("PostgreSQL does not run as root and there is no user postgres or nobody to run it as")
}
