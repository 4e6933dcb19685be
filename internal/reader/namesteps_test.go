package reader

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/value"
)

// namedBefore are texts whose later sentences ask for the names of those before.
var namedBefore = map[string]string{
	"en": "Pedro de Valdivia founded three towns in the south. Valdivia was governor for six years. Nordvik Shipping opened an office in Oslo. Nordvik said it would hire more people.",
	"ru": "Иван Карич приехал в Москву. Режиссёр снял фильм о судьбе дома Карич. Встреча с Каричем и Петровой прошла в пятницу. Тренер Карич ушёл.",
	"kk": "Дархан Сатыбалды жиналысқа келді. Дарханда мектеп ашылды деп хабарлады. Асқар Мамин Астанаға ұшты. Мамин Алматыда сөз сөйледі.",
}

// TestReadAhead holds the proposers that read all sentences of a part ahead to
// what they propose when each sentence waits for its turn. One that asks for
// names laid before must do so by ask, or wait.
func TestReadAhead(t *testing.T) {
	shuffle := rand.New(rand.NewPCG(7, 7))
	for _, tag := range []string{"en", "ru", "kk"} {
		texts := []string{namedBefore[tag]}
		for some := range slices.Chunk(corpus(t, tag), 4) {
			text := strings.Join(some, "\n\n")
			texts = append(texts, text)
			sentences := strings.SplitAfter(text, ". ")
			shuffle.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
			texts = append(texts, strings.Join(sentences, ""))
		}
		o := Options{Language: tag, Published: value.MustDate("2024-05-16")}
		steps, ahead := stepsOf[tag], findersOf[tag]
		waiting := finders(&nameSteps{opening: steps.opening, turn: slices.Concat(steps.ahead, steps.turn)})
		r := New()
		for _, text := range texts {
			findersOf[tag] = waiting
			want := r.Read(text, o)
			findersOf[tag] = ahead
			got := r.Read(text, o)
			for i := range min(len(got.Mentions), len(want.Mentions)) {
				if a, b := got.Mentions[i], want.Mentions[i]; a != b {
					t.Fatalf("%s: read ahead %+v, in turn %+v", tag, a, b)
				}
			}
			if !reflect.DeepEqual(got.Entities, want.Entities) || len(got.Mentions) != len(want.Mentions) {
				t.Errorf("%s: read ahead %d mentions of %v, in turn %d of %v", tag, len(got.Mentions), got.Entities, len(want.Mentions), want.Entities)
			}
		}
	}
}
