package intake

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

// generated writes n articles as JSON Lines.
func generated(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "generated.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("The two regions signed a memorandum on the repair of three bridges. ", 40)
	for i := range n {
		fmt.Fprintf(f, `{"id":"g%d","title":"Article %d","text":%q,"language":"en","published":"2019-11-15"}`+"\n", i, i, text)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadKeepsTheOrderOfTheSource(t *testing.T) {
	path := generated(t, 3000)
	info, _ := os.Stat(path)
	i, last := 0, int64(0)
	for r := range Read(t.Context(), []string{path}, Options{Workers: 7}) {
		if r.Err != nil || r.Item.Key != fmt.Sprintf("id:g%d", i) || r.Done < last {
			t.Fatalf("result %d: %v %v, %d bytes after %d", i, r.Item, r.Err, r.Done, last)
		}
		last = r.Done
		i++
	}
	if i != 3000 || last != info.Size() || Size([]string{path}) != info.Size() {
		t.Errorf("%d items, %d of %d bytes", i, last, info.Size())
	}
}

func TestReadEndsWhenAskedTo(t *testing.T) {
	path := generated(t, 2000)
	before := runtime.NumGoroutine()
	n := 0
	for range Read(t.Context(), []string{path}, Options{}) {
		if n++; n == 10 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n = 0
	for range Read(ctx, []string{path}, Options{}) {
		if n++; n == 10 {
			cancel()
		}
	}
	if n > 1000 {
		t.Errorf("%d more results after the end was asked for", n-10)
	}
	for i := 0; runtime.NumGoroutine() > before && i < 1000; i++ {
		runtime.Gosched()
	}
}

// Reading does not gather what it has read: live memory after 20,000 articles
// is not more than a few bytes each above that after 2,000.
func TestMemoryStaysFlat(t *testing.T) {
	path := generated(t, 20000) // some 56 MB
	live := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var early, late uint64
	n := 0
	for range Read(t.Context(), []string{path}, Options{}) {
		switch n++; n {
		case 2000:
			early = live()
		case 19000:
			late = live()
		}
	}
	if late > early+8<<20 {
		t.Errorf("%d MB after 2,000 articles, %d MB after 19,000", early>>20, late>>20)
	}
}

func TestInputsThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	at := func(name, text string) string {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	os.Mkdir(filepath.Join(dir, "nothing"), 0o755)
	os.Mkdir(filepath.Join(dir, "pipes"), 0o755)
	big := strings.Repeat("Слово за словом. ", (50<<20)/30)
	for _, c := range []struct {
		path string
		kind fault.Kind
		says []string
	}{
		{filepath.Join(dir, "missing.xml"), fault.NotFound, []string{"missing.xml", "no such file", "check the path"}},
		{filepath.Join(dir, "nothing"), fault.NotFound, []string{"holds no page"}},
		{at("picture.jpg", "\xff\xd8\xff\xe0 JFIF"), fault.Unsupported, []string{"picture.jpg", "ending"}},
		{at("zero.bin", ""), fault.Invalid, []string{"empty"}},
		{at("big.txt", big), fault.TooLarge, []string{"big.txt", "50 MB", "at most 10 MB", "divide"}},
		{at("big.html", "<html><p>"+big), fault.TooLarge, []string{"big.html", "50 MB"}},
		{at("big.jsonl", `{"id":"x","title":"t","text":"`+big+`"}`), fault.TooLarge, []string{"big.jsonl:1", "at most 10 MB"}},
		{at("big.xml", wxr(post("Big", big, ""))), fault.TooLarge, []string{"item 1, line 4", "50 MB"}},
		{at("bytes.txt", "Строка вторая и третья\nплохая \xd0 строка"), fault.Invalid, []string{"bytes.txt", "UTF-8", "line 2", "--repair"}},
		{"ftp://example.org/feed", fault.Invalid, []string{"http and https"}},
		{"https:///x", fault.Invalid, []string{"http and https"}},
	} {
		list, errs := items(t, Options{Fetch: Fetch{Pause: -1}}, c.path)
		if len(list) != 0 || len(errs) != 1 || !fault.Is(errs[0], c.kind) {
			t.Errorf("%s: %d items, %v; want kind %v", c.path, len(list), errs, c.kind)
			continue
		}
		for _, s := range c.says {
			if !strings.Contains(errs[0].Error(), s) {
				t.Errorf("%s: %q does not say %q", c.path, errs[0], s)
			}
		}
	}
	// one bad input does not keep the next from being read
	good := at("good.txt", "Title\n\nText.")
	list, errs := items(t, Options{}, filepath.Join(dir, "missing.xml"), good)
	if len(list) != 1 || len(errs) != 1 {
		t.Errorf("%d items, %v", len(list), errs)
	}
}

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "pages")
	for name, text := range map[string]string{
		"a.md": "# A\n\nText.", "sub/b.txt": "B\n\nText.", "b_files/c.html": "<p>advertisement", ".hidden.md": "# H", "style.css": "p{}", "x.jsonl": "{\"id\":\"1\",\"title\":\"J\",\"text\":\"t\"}\n",
	} {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		os.WriteFile(path, []byte(text), 0o644)
	}
	keys := func(path string) string {
		list, errs := items(t, Options{}, path)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		var out []string
		for _, it := range list {
			out = append(out, it.Key)
		}
		return strings.Join(out, " ")
	}
	want := "file:pages/a.md file:pages/sub/b.txt id:1"
	if got := keys(dir); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	// however the folder is named, the identities are the same
	t.Chdir(filepath.Dir(dir))
	for _, name := range []string{"pages", "./pages/", "pages/."} {
		if got := keys(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := keys("pages/a.md"); got != "file:pages/a.md" {
		t.Errorf("the file alone: %s", got)
	}
}

func TestHashSeesWhatChanges(t *testing.T) {
	base := func() *Item { return &Item{Title: "a", Lead: "b", HTML: "c", Keywords: []string{"x", "y"}} }
	first := base().Hash()
	if base().Hash() != first {
		t.Error("the hash is not stable")
	}
	for i, change := range []func(*Item){
		func(it *Item) { it.Title, it.Lead = "ab", "" }, func(it *Item) { it.HTML = "c " }, func(it *Item) { it.Keywords = []string{"xy"} },
		func(it *Item) { it.State = "draft" }, func(it *Item) { it.Section = section("n") }, func(it *Item) { it.Old = []string{"/x"} },
	} {
		it := base()
		if change(it); it.Hash() == first {
			t.Errorf("change %d is not seen", i)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	path := generated(b, 1000)
	info, _ := os.Stat(path)
	b.SetBytes(info.Size())
	for b.Loop() {
		for r := range Read(b.Context(), []string{path}, Options{}) {
			if r.Err != nil {
				b.Fatal(r.Err)
			}
		}
	}
	b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkPage(b *testing.B) {
	data, err := os.ReadFile("testdata/wordpress/page-memorandum.html")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := parsePage(input{place: "bench", key: "file:bench", data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
