package reader

import (
	"strings"
	"testing"
)

// TestLinesAreParagraphs reads texts with one line break between their paragraphs, and one
// that was wrapped to a width, whose lines are none.
func TestLinesAreParagraphs(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"ru", "Мэр Клайпеды Йонас Вайткус осмотрел причал.\n– Причал стоит на новых сваях. Первый паром придёт в июле, – сказал мэр.\nОсмотр занял час.",
			"Йонас Вайткус: Причал стоит на новых сваях. Первый паром придёт в июле"},
		{"kk", "Нарва қаласының әкімі Пауль Тамм айлақты көрді.\n– Айлақ жаңа қадаға қойылды. Алғашқы паром шілдеде келеді, – деді әкім.\nСапар бір сағатқа созылды.",
			"Пауль Тамм: Айлақ жаңа қадаға қойылды. Алғашқы паром шілдеде келеді"},
		{"en", "Curator Ilze Ozola opened the hall.\n\"We carried every chair out by hand,\" she said.\n\"Nobody slept for two whole nights in a row.\"\nThe hall opens in July.",
			"Ilze Ozola: We carried every chair out by hand|Ilze Ozola: Nobody slept for two whole nights in a row."},
		{"ru", "Мэр Клайпеды Йонас Вайткус сказал журналистам: «Причал стоит на новых\nсваях. Первый паром придёт\nв июле. Билеты подешевеют». После этого он\nуехал в порт.",
			"Йонас Вайткус: Причал стоит на новых сваях. Первый паром придёт в июле. Билеты подешевеют"},
		{"en", "Paul Tamm runs the ferry at Narva.\nQ. Is it hard?\nA. In winter I wait for the icebreaker.",
			"Paul Tamm: In winter I wait for the icebreaker."},
	} {
		r := Read(c.text, Options{Language: c.tag})
		names := map[string]string{}
		for _, e := range r.Entities {
			names[e.ID] = e.Name
		}
		var got []string
		for _, s := range r.Statements {
			if s.Kind == "quote" {
				got = append(got, names[s.Speaker]+": "+s.Text)
			}
		}
		if all := strings.Join(got, "|"); all != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, all, c.want)
		}
	}
}
