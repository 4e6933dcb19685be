package desk

import (
	"net/url"
	"slices"
	"strconv"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// logLines is how many lines of the audit log a page shows.
const logLines = 100

// logKinds are what lines of the log can be filtered by.
var logKinds = []string{"sign-in", "sign-in-refused", "sign-out", "password-set", "codes-ended", "passkey-added", "passkey-ended", "user-added", "user-changed", "link-made", "redirect-added", "redirect-ended", "subscriber-removed", "subscribers-exported"}

// logPage shows the audit log, newest first; ?check=1 follows its chain.
func (d *Desk) logPage(a *answer, q *request) error {
	v := q.URL.Query()
	before, _ := strconv.ParseInt(v.Get("before"), 10, 64)
	f := store.AuditFilter{What: v.Get("what"), About: v.Get("about"), Before: before, Limit: logLines}
	lines, err := d.store.AuditLog(q.Context(), f)
	if err != nil {
		return err
	}
	page := LogPage{Base: q.base(q.T("log.title"), "log"), What: f.What, Kinds: slices.Concat(logKinds, siteKinds, hookKinds)}
	for _, l := range lines {
		page.Rows = append(page.Rows, q.logRow(l))
	}
	if len(lines) == logLines {
		older := url.Values{"before": {strconv.FormatInt(lines[len(lines)-1].ID, 10)}}
		for _, name := range []string{"what", "about"} {
			if v.Get(name) != "" {
				older.Set(name, v.Get(name))
			}
		}
		page.Older = Prefix + "log?" + older.Encode()
	}
	if v.Get("check") != "" {
		n, err := d.store.CheckAudit(q.Context())
		switch {
		case fault.Is(err, fault.Invalid):
			page.Broken = err.Error()
		case err != nil:
			return err
		default:
			page.Checked = q.T("log.whole", n)
		}
	}
	return show(a, d.views.log, page)
}

func (q *request) logRow(l store.Audited) LogRow {
	return LogRow{ID: l.ID, At: q.moment(l.At), Name: l.Name, What: l.What, About: l.About, Detail: l.Detail, Address: l.Address}
}
