package reader

import (
	"testing"

	"shanyraq/internal/read"
)

// The pieces of a quotation that the author breaks are shown with the mark
// that stood between them: a full stop where the next piece begins a sentence,
// what the text had elsewhere. The persons are invented.
func TestPiecesOfAQuotation(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"en", `"We dug the wells in spring," said Tamsin Orrell. "The town has water again."`, "We dug the wells in spring. The town has water again."},
		{"en", `“The well,” said Tamsin Orrell, “is deeper than the lake.”`, "The well, is deeper than the lake."},
		{"en", `“Will the town have water?” asked Tamsin Orrell. “We must dig again.”`, "Will the town have water? We must dig again."},
		{"en", `“We dug in spring,” said Tamsin Orrell, “Ulrik Sandven helped us all day.”`, "We dug in spring, Ulrik Sandven helped us all day."},
		{"en", `“We dug the wells in spring,” said Tamsin Orrell. “In summer they were dry. We dig again.”`, "We dug the wells in spring. In summer they were dry. We dig again."},
		{"ru", `«Мы открыли новую школу, — сказала Тамара Орлецкая. — Дети начнут учиться осенью».`, "Мы открыли новую школу. Дети начнут учиться осенью"},
		{"ru", `«Мы открыли школу, — сказала Тамара Орлецкая, — которую ждали все жители».`, "Мы открыли школу, которую ждали все жители"},
		{"ru", `«Мы открыли школу! — сказала Тамара Орлецкая. — Дети начнут учиться осенью».`, "Мы открыли школу! Дети начнут учиться осенью"},
		{"ru", `— Мы открыли новую школу, — сказала Тамара Орлецкая. — Дети начнут учиться осенью.`, "Мы открыли новую школу. Дети начнут учиться осенью."},
		{"kk", `«Біз жаңа мектеп аштық, – деді Нұрлан Қасенов. – Балалар күзде оқи бастайды».`, "Біз жаңа мектеп аштық. Балалар күзде оқи бастайды"},
	} {
		var got []string
		for _, s := range Read(c.text, Options{Language: c.tag}).Statements {
			if s.Kind == read.Quote {
				got = append(got, s.Text)
			}
		}
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s %s\n  got  %q\n  want %q", c.tag, c.text, got, c.want)
		}
	}
}
