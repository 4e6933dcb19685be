package search_test

import (
	"fmt"
	"slices"

	"shanyraq/internal/search"
)

// A text and a query meet in plain strings: whoever keeps the terms compares
// nothing else, whatever script, form or spelling was typed.
func Example() {
	doc := search.Index(search.Text{Language: "kk", Title: "Ассамблеясының сессиясы", Plain: "Мұхтар Әуезов театрында өтті."})
	doc.Add(nil, nil)
	for _, typed := range []string{"ассамблея", "assambleıa", "Auezov", "Ауэзов"} {
		q, err := search.Parse(typed, search.Options{})
		if err != nil {
			fmt.Println(err)
			return
		}
		found := slices.ContainsFunc(q.Clauses[0].Alternatives, func(run []string) bool { return slices.Contains(doc.Terms, run[0]) })
		fmt.Println(typed, found)
	}
	// Output:
	// ассамблея true
	// assambleıa true
	// Auezov true
	// Ауэзов true
}

// A snippet is a piece of the text itself with the words marked.
func ExampleSnippet() {
	q, err := search.Parse("протокол", search.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(search.HTML(search.Snippet("Стороны подписали два протокола о границе.", "ru", q, 200)))
	// Output: Стороны подписали два <mark>протокола</mark> о границе.
}

// What was typed on the wrong keyboard layout.
func ExampleRelayouts() {
	fmt.Println(search.Relayouts("fccfv,ktz")[0])
	// Output: ассамблея
}
