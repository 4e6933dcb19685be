package main

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"shanyraq/internal/people"
	"shanyraq/internal/store"
)

// A press office begins a site of its own: after the first sign-in the home
// page leads to its names and sections; articles are written into one; the
// public pages show all of it in three languages, and a new name at once.
func TestANewSiteFromTheDesk(t *testing.T) {
	w := &walked{t: t, data: t.TempDir()}
	st, err := store.Open(t.Context(), store.DSN(w.data, ""))
	must(t, err)
	token := ""
	must(t, st.Update(t.Context(), func(tx *store.Tx) (err error) {
		u := people.User{Name: "Alia Sample", Email: "alia@example.org", Language: "en", Roles: []people.Assignment{{Role: people.Administrator}, {Role: people.Editor}}}
		if err := tx.SaveUser(&u); err != nil {
			return err
		}
		token, err = tx.BeginSession(u.ID, "test", "127.0.0.1")
		return err
	}))
	must(t, st.Close())
	w.serve(token)

	fill := func(values map[string]string) {
		for field, v := range values {
			w.do(field, chromedp.SetValue("#"+field, v))
		}
	}
	saved := func(what string) {
		t.Helper()
		w.until(what, func() bool { return strings.Contains(w.says(`location.search`), "said="+what) })
	}
	w.open("/desk/")
	w.do("to the names", chromedp.Click(`.setup a[href$="#names"]`), chromedp.WaitVisible("form.site-names"))
	names := map[string]string{"kk": "Үлгі Ассамблеясы", "ru": "Ассамблея-образец", "en": "Sample Assembly"}
	fill(map[string]string{"name-kk": names["kk"], "name-ru": names["ru"], "name-en": names["en"]})
	w.press("form.site-names button")
	saved("site-saved")
	sections := []map[string]string{{"kk": "Жаңалықтар", "ru": "Новости", "en": "News"}, {"kk": "Сапарлар", "ru": "Визиты", "en": "Visits"}}
	for i, s := range sections {
		w.open("/desk/site/section")
		fill(map[string]string{"name-kk": s["kk"], "name-ru": s["ru"], "name-en": s["en"]})
		if i == 1 {
			w.do("below the first", chromedp.SetValue("#parent", "news"))
		}
		w.press("form.section-form button")
		saved("section-saved")
	}
	w.open("/desk/")
	if left := w.says(`document.querySelector(".setup")?.textContent ?? ""`); left != "" {
		t.Errorf("the home page still asks for %q", left)
	}
	for language, title := range map[string]string{"kk": "Бірінші мақала", "ru": "Первая статья", "en": "A first article"} {
		w.open("/desk/articles/new")
		w.do("the section", chromedp.SetValue("#section", "news/visits"), chromedp.SetValue("#language", language), chromedp.SetValue("#title", title))
		w.press("main form button")
		w.do("the editor", chromedp.WaitVisible(`form[data-ready] .ProseMirror`), chromedp.SendKeys(".ProseMirror", title+"."))
		w.press(".save button")
		w.until("the text saved", func() bool { return w.says(`document.querySelector(".move [name=number]")?.value ?? ""`) == "2" })
		w.press(`.move:has([value="published"]) button`)
		saved("state-published")
	}
	for language, name := range names {
		w.open("/" + language + "/section/news/visits")
		page := w.says(`document.title + "\n" + document.body.innerText`)
		for _, want := range []string{name, sections[0][language], sections[1][language]} {
			if !strings.Contains(strings.ToLower(page), strings.ToLower(want)) {
				t.Errorf("%s: the page of the section does not say %q:\n%s", language, want, page)
			}
		}
		if n := w.says(`String(document.querySelectorAll("main article, main .card").length)`); n == "0" {
			t.Errorf("%s: no article in the section", language)
		}
	}
	// A section moves to the top, and its old address leads on.
	w.open("/desk/site/section?path=news/visits")
	w.do("to the top", chromedp.SetValue("#parent", ""), chromedp.SetValue("#step", "travels"))
	w.press("form.section-form button")
	saved("section-saved")
	w.open("/ru/section/news/visits")
	if at := w.says(`location.pathname`); at != "/ru/section/travels" || !strings.Contains(w.says(`document.body.innerText`), "Первая статья") {
		t.Errorf("the old address leads to %s", at)
	}
	w.open("/kk/section/news/visits/feed.atom")
	if at := w.says(`location.pathname`); at != "/kk/section/travels/feed.atom" {
		t.Errorf("the old feed leads to %s", at)
	}
	// A new name is there at once, in every script, though pages are kept.
	for i := range 2 {
		w.open("/desk/site")
		fill(map[string]string{"name-kk": "Жаңа атау " + strconv.Itoa(i)})
		w.press("form.site-names button")
		saved("site-saved")
		for tag, want := range map[string]string{"kk": "Жаңа атау", "kk-Latn": "Jaña atau", "kk-Arab": "جاڭا"} {
			w.open("/" + tag + "/")
			if title := w.says(`document.title`); !strings.Contains(title, want) || !strings.Contains(title, fmt.Sprint(i)) {
				t.Errorf("%s: %q is not named %q", tag, title, want)
			}
		}
	}
}
