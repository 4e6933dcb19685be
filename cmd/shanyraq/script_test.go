package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"shanyraq/internal/site"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// TestScript sets alphabets and exceptions and refuses wrong ones whole.
func TestScript(t *testing.T) {
	dir := t.TempDir()
	st := testkit.OpenStore(t, store.DSN(dir, ""))
	it := testkit.Item("kk", "hattama", "Хаттама", "Мәтін", time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC))
	if err := st.Update(t.Context(), func(tx *store.Tx) error { _, err := tx.Save(it); return err }); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "forms.txt")
	write := func(s string) {
		if err := os.WriteFile(file, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("# remark\nЮНЕСКО\tUNESCO\nТокаев*\tTokayev\nХаттама\t\n")
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{"script", "alphabet", "--data", dir, "kk-Latn", "2018"}, 0},
		{[]string{"script", "alphabet", "--data", dir, "kk-Latn", "1929"}, 1},
		{[]string{"script", "alphabet", "--data", dir, "ru-Latn", "2018"}, 1},
		{[]string{"script", "except", "--data", dir, "--by", "editor", "kk-Latn", file}, 0},
		{[]string{"script", "except", "--data", dir, "--by", "editor", "--article", "/kk/hattama", "kk-Arab", file}, 0},
		{[]string{"script", "except", "--data", dir, "--by", "editor", "--article", "/kk/nothing", "kk-Arab", file}, 1},
		{[]string{"script", "except", "--data", dir, "--by", "editor", "en-Latn", file}, 1},
		{[]string{"script", "except", "--data", dir, "--by", "editor", "--drop", "--article", "/kk/hattama", "kk-Arab", file}, 0},
		{[]string{"script", "list", "--data", dir}, 0},
		{[]string{"script", "list", "--json", "--data", dir}, 0},
	} {
		if got := run(c.args); got != c.want {
			t.Errorf("%q: exit status %d, want %d", c.args, got, c.want)
		}
	}
	if name, err := st.Setting(t.Context(), site.AlphabetSetting("kk-Latn")); err != nil || name != "2018" {
		t.Errorf("the alphabet is %q, %v", name, err)
	}
	list, err := st.Exceptions(t.Context())
	if err != nil || len(list) != 3 || list[0].Word != "Токаев*" || list[2].Form != "UNESCO" || list[1].Form != "" || list[1].Who != "editor" {
		t.Errorf("%+v %v", list, err)
	}
	write("Жақсы\tjaqsy\n*\tstar\n")
	if got := run([]string{"script", "except", "--data", dir, "--by", "editor", "kk-Latn", file}); got != 1 {
		t.Errorf("a word that is none: exit status %d", got)
	}
	if after, _ := st.Exceptions(t.Context()); len(after) != 3 {
		t.Errorf("half of a refused file was set: %+v", after)
	}
}
