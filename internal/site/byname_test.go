package site

import (
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/web"
)

func TestListsAreSortedAsTheLanguageSorts(t *testing.T) {
	for tag, want := range map[string]string{
		"kk": "Алматы Әбділда Бішкек Гүл Ғани Кавказ Қазақстан На Ңа Омбы Өзбекстан Уфа Ұлытау Үржар Хан Һәм Ыстықкөл Іле Ямал",
		"ru": "Ежов Ёлкина Жуков Йемен Казань",
		"tg": "Гулистон Ғафуров Истаравшан Хуҷанд Ҳисор",
	} {
		sorted := strings.Fields(want)
		list := slices.Clone(sorted)
		slices.Reverse(list)
		tagged, _ := web.TagOf(tag)
		ordered(tagged, list, func(s string) string { return s })
		if !slices.Equal(list, sorted) {
			t.Errorf("%s: %v\nwant %v", tag, list, sorted)
		}
	}
}

// A register in order of name shows every entity once, page after page.
func TestRegisterByName(t *testing.T) {
	f := newFixture(t, 0)
	body := f.get(t, "/kk/record/places?order=name").Body.String()
	kz, uz := strings.Index(body, "Қазақстан"), strings.Index(body, "Өзбекстан")
	if kz < 0 || uz < 0 || kz > uz {
		t.Errorf("Қазақстан at %d, Өзбекстан at %d", kz, uz)
	}
	if !strings.Contains(body, `<option value="name" selected`) {
		t.Error("the order is not chosen in the form")
	}
}

// A long list is made anew behind the page; the one before serves meanwhile,
// and is said to be no longer current.
func TestLongOrdersAreMadeBehindThePage(t *testing.T) {
	var o orders
	long := func(first int64) func() ([]int64, error) {
		return func() ([]int64, error) { return append([]int64{first}, make([]int64, longOrder)...), nil }
	}
	if ids, current, err := o.get("a", 1, false, long(1)); ids[0] != 1 || !current || err != nil {
		t.Fatal(ids[0], current, err)
	}
	begun, go_ := make(chan bool), make(chan bool)
	slow := func() ([]int64, error) { begun <- true; <-go_; return long(2)() }
	if ids, current, _ := o.get("a", 2, false, slow); ids[0] != 1 || current {
		t.Error("the page waits for the new order", ids[0], current)
	}
	<-begun
	if ids, current, _ := o.get("a", 2, false, func() ([]int64, error) { t.Error("it is made twice"); return nil, nil }); ids[0] != 1 || current {
		t.Error(ids[0], current)
	}
	close(go_)
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		if ids, current, _ := o.get("a", 2, false, slow); current {
			if ids[0] != 2 {
				t.Error("not the new order")
			}
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the new order never comes")
		}
	}
	// A list that is known to be long is not waited for the first time either.
	first := make(chan bool)
	unmade := func() ([]int64, error) { <-first; return long(3)() }
	if ids, current, err := o.get("c", 1, true, unmade); ids != nil || current || err != nil {
		t.Error("the first page waits for the order", len(ids), current, err)
	}
	close(first)
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		if ids, current, _ := o.get("c", 1, true, unmade); current {
			if ids[0] != 3 {
				t.Error("not the first order")
			}
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the first order never comes")
		}
	}
	// A short one is made at once.
	for v := range uint64(3) {
		ids, current, err := o.get("b", v, false, func() ([]int64, error) { return []int64{int64(v)}, nil })
		if err != nil || !current || ids[0] != int64(v) {
			t.Error(v, ids, current, err)
		}
	}
}
