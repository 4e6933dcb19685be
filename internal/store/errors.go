package store

import (
	"context"
	"database/sql"
	"errors"
	"net"

	"github.com/jackc/pgx/v5/pgconn"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"shanyraq/internal/fault"
)

// translate gives a driver's error its fault kind. Codes decide, never the
// text of a message. what names the thing in hand ("section", "article").
func translate(err error, what string) error {
	var known *fault.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, sql.ErrNoRows):
		return fault.Wrap(err, fault.NotFound, "there is no such %s", what)
	}
	var lite *driver.Error
	if errors.As(err, &lite) {
		return translateSQLite(err, lite.Code(), what)
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return translatePostgres(err, pg.Code, what)
	}
	var connect *pgconn.ConnectError
	var network net.Error
	if errors.As(err, &connect) || errors.As(err, &network) {
		return fault.Wrap(err, fault.Unavailable, "the database does not answer").Hint("check that it runs and that the address after --db is right")
	}
	return fault.Wrap(err, fault.Internal, "the database refused a statement about the %s", what)
}

func translateSQLite(err error, code int, what string) error {
	switch code {
	case codes.SQLITE_CONSTRAINT_UNIQUE, codes.SQLITE_CONSTRAINT_PRIMARYKEY, codes.SQLITE_CONSTRAINT_ROWID:
		return fault.Wrap(err, fault.Exists, "there is such a %s already", what)
	case codes.SQLITE_CONSTRAINT_FOREIGNKEY:
		return fault.Wrap(err, fault.Invalid, "the %s points to something that is not there", what)
	}
	switch code & 0xff { // the primary code stands in the low byte
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED:
		return fault.Wrap(err, fault.Unavailable, "another program is writing to the database").Hint("try again, or end the other program")
	case codes.SQLITE_FULL:
		return fault.Wrap(err, fault.Unavailable, "the disk with the database is full").Hint("make room and run the command again; nothing was half-written")
	case codes.SQLITE_READONLY, codes.SQLITE_PERM:
		return fault.Wrap(err, fault.Unavailable, "the database may not be written to").Hint("check the permissions of the data folder and its files")
	case codes.SQLITE_CANTOPEN:
		return fault.Wrap(err, fault.Unavailable, "the database file cannot be opened").Hint("check that the data folder exists and may be read and written")
	case codes.SQLITE_NOTADB, codes.SQLITE_CORRUPT:
		return fault.Wrap(err, fault.Invalid, "the file is not a database of ours, or it is damaged").Hint("restore it from a backup, or name another folder")
	case codes.SQLITE_TOOBIG:
		return fault.Wrap(err, fault.TooLarge, "the %s is too large to store", what)
	}
	return fault.Wrap(err, fault.Internal, "the database refused a statement about the %s", what)
}

func translatePostgres(err error, code, what string) error {
	switch {
	case code == "23505":
		return fault.Wrap(err, fault.Exists, "there is such a %s already", what)
	case code == "23503":
		return fault.Wrap(err, fault.Invalid, "the %s points to something that is not there", what)
	case code == "40001" || code == "40P01" || code == "55P03":
		return fault.Wrap(err, fault.Unavailable, "somebody else is changing the same %s", what).Hint("try again")
	case code == "53100":
		return fault.Wrap(err, fault.Unavailable, "the disk with the database is full").Hint("make room and run the command again; nothing was half-written")
	case code == "25006" || code == "42501":
		return fault.Wrap(err, fault.Unavailable, "the database may not be written to").Hint("check the rights of the database user")
	case code == "28P01" || code == "28000":
		return fault.Wrap(err, fault.Unavailable, "the database refuses this user").Hint("check user and password after --db")
	case code == "3D000":
		return fault.Wrap(err, fault.Unavailable, "there is no such database").Hint("create it with createdb, or check the name after --db")
	case code == "54000":
		return fault.Wrap(err, fault.TooLarge, "the %s is too large to store", what)
	case len(code) == 5 && (code[:2] == "08" || code[:2] == "57" || code[:2] == "53"):
		return fault.Wrap(err, fault.Unavailable, "the database is not ready").Hint("try again in a moment")
	}
	return fault.Wrap(err, fault.Internal, "the database refused a statement about the %s", what)
}

func notFound(what string) error {
	return fault.New(fault.NotFound, "there is no such %s", what)
}
