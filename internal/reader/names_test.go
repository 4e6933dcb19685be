package reader

import (
	"math/rand"
	"strings"
	"testing"
)

// TestNamesOfAnything reads sentences put together at random from words and
// marks that the finder of names treats with care: no panic, and the laws of
// readings hold.
func TestNamesOfAnything(t *testing.T) {
	words := map[string]string{
		"en": "The of and for Ministry Foreign Affairs U.S. UN ( ) , . ' s ’ \" “ ” & - — King's College Lake Kim Dong - hyun van der al bin Mr J . K . Paris Smith Jordan Ltd , Inc in near at University said 82nd dollars Silk Road ECO III O’Neil",
		"ru": "Министерство по и имени при « » „ “ АО ( ) , . - — в с г . город область район Кызылординская Нурлан Касенов Касенова А . Б . кызы оглы США ООН долларов Республика Карелия газета Fatto Quotidiano пресс - служба университет XXI 5",
		"kk": "Қазақстан Республикасы министрлігінің атындағы « » АҚ ( ) , . - — мен және Абай Нұрлан Қасенов ұлы қызы А . С . облысы өзені қазақ қазақтар АҚШ доллары ЖШС университеті Ұлттық Бас кеден Жібек жолы 7 ші",
	}
	rng := rand.New(rand.NewSource(1))
	for tag, list := range words {
		w := strings.Fields(list)
		for range 1500 {
			var b strings.Builder
			for range 1 + rng.Intn(14) {
				if rng.Intn(5) > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(w[rng.Intn(len(w))])
			}
			laws(t, b.String(), Options{Language: tag})
			if t.Failed() {
				t.Fatalf("%s: %q", tag, b.String())
			}
		}
	}
}

func TestRussianSurname(t *testing.T) {
	for _, c := range []struct {
		form      string
		gender    byte
		inflected bool
		want      string
	}{
		{"Касенову", 'm', true, "Касенов"}, {"Касеновой", 'f', false, "Касенова"}, {"Касенова", 'f', false, "Касенова"}, {"Касенова", 'm', true, "Касенов"},
		{"Сагынбая", 'm', true, "Сагынбай"}, {"Беккером", 'm', true, "Беккер"}, {"Дубровского", 'm', true, "Дубровский"}, {"Дубровской", 'f', true, "Дубровская"},
		{"Павловичем", 'm', true, "Павлович"}, {"Павловне", 'f', true, "Павловна"}, {"Касенов", 'm', false, "Касенов"}, {"Ким", 'f', true, "Ким"},
	} {
		if got := russianSurname(c.form, c.gender, c.inflected, true); got != c.want {
			t.Errorf("%s (%c): got %s, want %s", c.form, c.gender, got, c.want)
		}
	}
}

func TestRussianAdjective(t *testing.T) {
	for _, c := range []struct {
		form   string
		gender byte
		want   string
	}{
		{"Хорогского", 'm', "Хорогский"}, {"государственном", 'm', "государственный"}, {"Кызылординской", 'f', "Кызылординская"}, {"внутренней", 'f', "внутренняя"},
		{"Каспийского", 'n', "Каспийское"}, {"Железных", 'p', "Железные"},
	} {
		if got := russianAdjective(c.form, c.gender); got != c.want {
			t.Errorf("%s: got %s, want %s", c.form, got, c.want)
		}
	}
}

func TestKazakhEndings(t *testing.T) {
	for form, want := range map[string]string{"министрлігінің": "министрлігі", "комитетінде": "комитеті", "банкінен": "банкі", "агенттігімен": "агенттігі", "академиясына": "академиясы", "қоры": "қоры"} {
		if got := kazakhBody(form); got != want {
			t.Errorf("%s: got %s, want %s", form, got, want)
		}
	}
	for form, want := range map[string]string{"Қасеновтің": "Қасенов", "Қасеновке": "Қасенов", "Мыңбайұлымен": "Мыңбайұлы", "Нұржан": "Нұржан", "Айдархан": "Айдархан"} {
		if got := kazakhNominative(form, false); got != want {
			t.Errorf("%s: got %s, want %s", form, got, want)
		}
	}
}
