package site

import (
	"slices"
	"strings"
	"testing"

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
