package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"shanyraq/internal/intake"
	"shanyraq/internal/site"
	"shanyraq/internal/store"
)

// TestMain lets a test run the program itself, as another process.
func TestMain(m *testing.M) {
	if args := os.Getenv("SHANYRAQ_TEST_ARGS"); args != "" {
		os.Exit(run(strings.Split(args, "\x1f")))
	}
	os.Exit(m.Run())
}

func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "SHANYRAQ_TEST_ARGS="+strings.Join(args, "\x1f"))
	return cmd
}

type outcome struct {
	Imported, Updated, Unchanged, Read, Damaged int
	Failed                                      []failure
	Noted                                       []noted
	status                                      int
	stderr                                      string
}

// imported runs the command with --json in a process of its own.
func imported(t *testing.T, args ...string) outcome {
	t.Helper()
	cmd := program(t, append([]string{"import", "--json"}, args...)...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	o := outcome{status: cmd.ProcessState.ExitCode(), stderr: stderr.String()}
	if len(out) > 0 {
		if err := json.Unmarshal(out, &o); err != nil {
			t.Fatalf("%v in %s", err, out)
		}
		if !strings.Contains(string(out), `"failed":[`) {
			t.Errorf("failed is no list: %s", out)
		}
	} else if err == nil {
		t.Fatalf("nothing printed")
	}
	return o
}

func (o outcome) String() string {
	return fmt.Sprintf("status %d: %d imported, %d updated, %d unchanged, %d failed, %d read; %s", o.status, o.Imported, o.Updated, o.Unchanged, len(o.Failed), o.Read, o.stderr)
}

func articles(t *testing.T, n int, word string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.jsonl")
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"a%d","title":"Article %d","text":"Two regions %s a memorandum in Almaty on 15 November 2019.","language":"en","published":"2019-11-16","section":"News"}`+"\n", i, i, word)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const wordpressExport = "../../internal/intake/testdata/wordpress/assembly.xml"

func TestImportAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	path := articles(t, 30, "signed")
	if o := imported(t, "--data", dir, "--dry-run", path); o.Imported != 30 || o.Read != 0 || o.status != 0 {
		t.Fatalf("dry run: %v", o)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a dry run made the data folder")
	}
	if o := imported(t, "--data", dir, path); o.Imported != 30 || o.Read != 30 || o.status != 0 {
		t.Fatalf("first: %v", o)
	}
	if o := imported(t, "--data", dir, path); o.Unchanged != 30 || o.Imported+o.Updated+o.Read != 0 || o.status != 0 {
		t.Fatalf("again: %v", o)
	}
	text, _ := os.ReadFile(path)
	os.WriteFile(path, []byte(strings.Replace(string(text), "Two regions signed", "Three regions signed", 2)), 0o644)
	if o := imported(t, "--data", dir, "--dry-run", path); o.Updated != 2 || o.Unchanged != 28 {
		t.Errorf("dry run over a changed source: %v", o)
	}
	if o := imported(t, "--data", dir, path); o.Updated != 2 || o.Unchanged != 28 || o.Read != 2 {
		t.Errorf("changed: %v", o)
	}
	st := openDemo(t, dir)
	card, err := st.Article(t.Context(), "en", "article-0")
	if err != nil {
		t.Fatal(err)
	}
	if rev, err := st.Revision(t.Context(), card.Revision); err != nil || rev.Number != 2 || !strings.HasPrefix(rev.Plain, "Three regions") {
		t.Errorf("%+v, %v", rev, err)
	}
}

// A WordPress site is on ours whole: its articles answer, its drafts do not,
// its old addresses lead on, however they are spelled.
func TestImportedWordPressIsServed(t *testing.T) {
	dir := t.TempDir()
	if o := imported(t, "--data", dir, wordpressExport); o.Imported != 10 || o.Read != 10 || o.status != 0 {
		t.Fatal(o)
	}
	st := openDemo(t, dir)
	handler, err := site.New(site.Config{Store: st, Origin: "http://site.example"})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	get := func(path string) (int, string, string) {
		client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		resp, err := client.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, _ := io.ReadAll(resp.Body)
		return resp.StatusCode, resp.Header.Get("Location"), string(body)
	}
	for path, want := range map[string]string{
		"/en/memorandum-on-the-bridge": "fourth such paper", "/ru/ассамблея-подписала-меморандум": "подписали меморандум",
		"/kk/көпір-туралы-меморандум": "үш көпірді жөндеу", "/en/selecting-a-delegate": "regions drop into the urn",
	} {
		if status, _, body := get(path); status != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: %d", path, status)
		}
	}
	for old, want := range map[string]string{
		"/2019/11/memorandum-on-the-bridge/": "/en/memorandum-on-the-bridge", "/?p=6": "/en/memorandum-on-the-bridge", "/2012/03/select-a-delegate/": "/en/selecting-a-delegate",
		"/2019/11/%d0%ba%d3%a9%d0%bf%d1%96%d1%80-%d1%82%d1%83%d1%80%d0%b0%d0%bb%d1%8b-%d0%bc%d0%b5%d0%bc%d0%be%d1%80%d0%b0%d0%bd%d0%b4%d1%83%d0%bc/": "/kk/%D0%BA%D3%A9%D0%BF%D1%96%D1%80",
		"/2019/11/көпір-туралы-меморандум/":                                                                                                          "/kk/%D0%BA%D3%A9%D0%BF%D1%96%D1%80",
	} {
		if status, to, _ := get(old); status != 301 || !strings.HasPrefix(to, want) {
			t.Errorf("%s: %d to %q, want %s", old, status, to, want)
		}
	}
	for _, hidden := range []string{"/en/private-note", "/en/draft-that-nobody-should-see", "/en/a-post-behind-a-password", "/?p=13"} {
		if status, _, body := get(hidden); status == 200 && strings.Contains(body, "For the office only") || strings.Contains(hidden, "/en/") && status != 404 {
			t.Errorf("%s answers %d", hidden, status)
		}
	}
	card, err := st.Article(t.Context(), "en", "memorandum-on-the-bridge")
	if err != nil {
		t.Fatal(err)
	}
	if list, err := st.Translations(t.Context(), card.Group); err != nil || len(list) != 3 {
		t.Errorf("translations: %v, %v", list, err)
	}
}

func TestImportReportsFileByFile(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "in")
	os.Mkdir(folder, 0o755)
	for name, text := range map[string]string{
		"good.md": "# Good\n\nTaken fr om the list.", "bad.xml": "<?xml version='1.0'?><rss><channel>", "day.md": "---\ntitle: A\ndate: 2019-02-30\n---\nx",
		"bytes.txt": "Плохая \xd0 строка, в которой всё остальное верно",
	} {
		os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644)
	}
	o := imported(t, "--data", filepath.Join(dir, "site"), "--language", "en", folder, filepath.Join(dir, "missing"))
	if o.status != 1 || o.Imported != 1 || len(o.Failed) != 4 || o.Damaged != 1 || o.Noted[0].Damage == nil || o.Noted[0].Damage.Repair != "from" {
		t.Fatalf("%v %+v", o, o.Noted)
	}
	for i, name := range []string{"bad.xml", "bytes.txt", "day.md", "missing"} {
		if f := o.Failed[i]; !strings.HasSuffix(f.Path, name) || !strings.Contains(f.Error, name) || !strings.Contains(o.stderr, f.Error) {
			t.Errorf("failure %d: %+v", i, f)
		}
	}
	if o := imported(t, "--data", filepath.Join(dir, "site"), "--language", "en", "--repair", filepath.Join(folder, "good.md")); o.Updated != 1 {
		t.Errorf("with repair: %v", o)
	}
	for _, args := range [][]string{{"import"}, {"import", "--data", dir}, {"import", "x.md"}, {"import", "--data", dir, "--nonsense", "x"}} {
		cmd := program(t, args...)
		cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code != 2 {
			t.Errorf("%v: status %d", args, code)
		}
	}
}

// emptySite gives the folder of a site without articles, so that what grows in
// it is what an import writes.
func emptySite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	st, err := store.Open(t.Context(), store.DSN(dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Broken off and run again, an import ends with what one run gives.
func TestImportInterrupted(t *testing.T) {
	dir := emptySite(t)
	path := articles(t, 6000, "signed")
	cmd := program(t, "import", "--data", dir, path)
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if info, err := os.Stat(filepath.Join(dir, "shanyraq.db-wal")); err == nil && info.Size() > 1<<20 {
			break
		}
	}
	cmd.Process.Signal(os.Interrupt)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 1 || !strings.Contains(out.String(), "run the same command again") {
		t.Fatalf("status %d: %s", code, out.String())
	}
	o := imported(t, "--data", dir, path)
	if o.status != 0 || o.Imported == 0 || o.Unchanged == 0 || o.Imported+o.Unchanged != 6000 || o.Read != 6000 {
		t.Fatalf("the second run: %v", o)
	}
}

func TestImportKilledLosesNothingReported(t *testing.T) {
	dir := emptySite(t)
	path := articles(t, 4000, "signed")
	cmd := program(t, "import", "--data", dir, path)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if info, err := os.Stat(filepath.Join(dir, "shanyraq.db-wal")); err == nil && info.Size() > 1<<20 {
			break
		}
	}
	cmd.Process.Kill()
	cmd.Wait()
	if o := imported(t, "--data", dir, path); o.status != 0 || o.Unchanged == 0 || o.Imported+o.Unchanged != 4000 {
		t.Fatalf("after a kill: %v", o)
	}
}

func TestImportWhereNothingCanBeWritten(t *testing.T) {
	path := articles(t, 5, "signed")
	file := filepath.Join(t.TempDir(), "file")
	os.WriteFile(file, nil, 0o644)
	if o := imported(t, "--data", filepath.Join(file, "site"), path); o.status != 1 || !strings.Contains(o.stderr, "cannot be made") {
		t.Errorf("a folder inside a file: %v", o)
	}
	if os.Getuid() != 0 {
		readOnly := t.TempDir()
		os.Chmod(readOnly, 0o555)
		if o := imported(t, "--data", readOnly, path); o.status != 1 || !strings.Contains(o.stderr, "may be read and written") && !strings.Contains(o.stderr, "may not be written") {
			t.Errorf("a read-only folder: %v", o)
		}
		return
	}
	if runtime.GOOS != "linux" {
		return
	}
	// root may write everywhere but on a read-only file system
	dir := mountTmpfs(t, "8m")
	if o := imported(t, "--data", dir, path); o.status != 0 {
		t.Fatal(o)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	if o := imported(t, "--data", dir, path); o.status != 1 || !strings.Contains(o.stderr, "written") && !strings.Contains(o.stderr, "opened") {
		t.Errorf("a read-only file system: %v", o)
	}
}

// On a full disk the import ends with a sentence; what it had saved is whole.
func TestImportOnFullDisk(t *testing.T) {
	if os.Getuid() != 0 || runtime.GOOS != "linux" {
		t.Skip("only root can make a small file system")
	}
	dir := mountTmpfs(t, "6m")
	path := articles(t, 20000, "signed "+strings.Repeat("and kept ", 40))
	o := imported(t, "--data", dir, path)
	if o.status != 1 || !strings.Contains(o.stderr, "disk") || !strings.Contains(o.stderr, "full") {
		t.Fatalf("%v", o)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, "size=256m"); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), store.DSN(dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	n := 0
	for c, err := range st.EachPublic(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if rev, err := st.Revision(t.Context(), c.Revision); err != nil || rev.Sum() != rev.Hash {
			t.Fatalf("article %s is half-written: %v", c.Slug, err)
		}
		n++
	}
	if n != o.Imported {
		t.Errorf("%d articles are there, %d were reported", n, o.Imported)
	}
}

func mountTmpfs(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("no file system can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func TestProgressText(t *testing.T) {
	for _, c := range []struct {
		n           int
		done, total int64
		spent       time.Duration
		want        string
	}{
		{1200, 48, 100, time.Second, "1,200 articles, 48 %, 1,200/s, 0:01 left"},
		{1234567, 0, 0, 10 * time.Second, "1,234,567 articles, 123,456/s"},
		{5, 100, 100, time.Second, "5 articles, 100 %, 5/s"},
		{100, 1, 100, 10 * time.Second, "100 articles, 1 %, 10/s, 16:30 left"},
	} {
		if got := progressText(c.n, c.done, c.total, c.spent, "articles"); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if b := bar(50, 100); strings.Count(b, "█") != 12 || strings.Count(b, "░") != 12 {
		t.Errorf("%q", b)
	}
}

func TestMomentHasTheDayOfItsPlace(t *testing.T) {
	for _, c := range [][2]string{{"2019-11-15T00:30:00+06:00", "2019-11-15T00:00:00Z"}, {"2019-11-15T23:30:00-05:00", "2019-11-15T23:59:59Z"}, {"2019-11-15T12:30:00+06:00", "2019-11-15T06:30:00Z"}, {"2019-11-15", "2019-11-15T00:00:00Z"}} {
		it := itemOn(t, c[0])
		if got := moment(it).Format(time.RFC3339); got != c[1] {
			t.Errorf("%s is kept as %s, want %s", c[0], got, c[1])
		}
	}
}

func itemOn(t *testing.T, when string) *intake.Item {
	t.Helper()
	w, err := intake.ParseWhen(when)
	if err != nil {
		t.Fatal(err)
	}
	return &intake.Item{Published: w.Time, Day: w.Day}
}

// An article whose day nobody knows is shown without one, not as of year 1.
func TestImportedWithoutADay(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "notice.en.md")
	os.WriteFile(path, []byte("# Notice\n\nThe office is open from nine to five.\n"), 0o644)
	if o := imported(t, "--data", dir, path); o.Imported != 1 || len(o.Noted) != 1 || !strings.Contains(o.Noted[0].Note, "no day") {
		t.Fatal(o, o.Noted)
	}
	handler, err := site.New(site.Config{Store: openDemo(t, dir), Origin: "http://site.example"})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	for _, address := range []string{"/en/", "/en/notice", "/en/feed.xml", "/en/feed.atom", "/en/feed.json", "/en/search?q=office", "/sitemap.xml"} {
		resp, err := http.Get(server.URL + address)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if text := string(body); resp.StatusCode != 200 || strings.Contains(text, "0001") || strings.Contains(text, "1970") || address != "/sitemap.xml" && !strings.Contains(text, "Notice") {
			t.Errorf("%s: %d\n%s", address, resp.StatusCode, text)
		}
	}
}
