package tagger

import (
	"strings"
	"testing"
)

func TestQuotedPositions(t *testing.T) {
	m := open(t, "kk", KazNERD)
	tg := m.New()
	for _, c := range []struct{ text, want string }{
		{"Жиында « Қарлығаш » телеарнасы жаңалықтар бөлімінің тілшісі сөйледі .", "« Қарлығаш » телеарнасы жаңалықтар бөлімінің тілшісі"},
		{"Оған « Алтын дән » серіктестігінің бас директоры Ерлан қатысты .", "« Алтын дән » серіктестігінің бас директоры"},
		{"« Бірлік » қоғамдық бірлестігі төрағасының орынбасары келді .", "« Бірлік » қоғамдық бірлестігі төрағасының орынбасары"},
		{"Жиында « Роскосмос » басшысы сөйледі .", "« Роскосмос » басшысы"},
		{"« Қарлығаш » арнасының директоры келді .", "« Қарлығаш » арнасының директоры"},
		{"« Бірлік » қорының мамандары келді .", ""},       // many people hold no office
		{"« Бірлік » қорының төрағалары жиналды .", ""},    // nor do several
		{"« Бірлік » фильмінің режиссері сөйледі .", ""},   // a film is no body
		{"« Бірлік » клубында Астана тренері болды .", ""}, // a name stands between
	} {
		var got string
		for _, s := range tg.Spans(strings.Fields(c.text)) {
			if words := strings.Fields(c.text)[s.Start:s.End]; s.Class == "POSITION" && words[0] == "«" {
				got = strings.Join(words, " ")
			}
		}
		if got != c.want {
			t.Errorf("%s: the position is %q, want %q", c.text, got, c.want)
		}
	}
}

// TestOwnedNames puts what a model parts before the rules of owned.go: labels
// of the words, and the names wanted.
func TestOwnedNames(t *testing.T) {
	m := open(t, "kk", KazNERD)
	label := map[string]uint8{"-": 0}
	for i, l := range m.Labels {
		label[l] = uint8(i)
	}
	for _, c := range []struct{ words, labels, want string }{
		{"Ақтау қалалық мәслихатының депутаты келді", "GPE - - - -", "POSITION Ақтау қалалық мәслихатының депутаты"},
		{"Маңғыстау облысы әкімінің бұрынғы орынбасары сотталды", "GPE +GPE - - - -", "POSITION Маңғыстау облысы әкімінің бұрынғы орынбасары"},
		{"Беларусь Президентімен кездесті", "GPE POSITION -", "POSITION Беларусь Президентімен"},
		{"Канада Премьер-министрі келді", "GPE POSITION -", "POSITION Канада Премьер-министрі"},
		{"Түркістан облысының әкімдігі хабарлады", "GPE +GPE - -", "ORGANISATION Түркістан облысының әкімдігі"},
		{"Ресей жазушылар одағының төрағасы келді", "GPE - - - -", "POSITION Ресей жазушылар одағының төрағасы"},
		{"Бішкекте Президент сөйледі", "GPE POSITION -", "GPE Бішкекте;POSITION Президент"},                                  // where, not whose
		{"Астанаға министрлігі көшті", "GPE - -", "GPE Астанаға"},                                                            // the same
		{"Семей қаласы әкімдігі мамандары", "GPE +GPE - -", "ORGANISATION Семей қаласы әкімдігі"},                            // many people hold no office
		{"Парламент комиссиясының мүшесі сөйледі", "ORGANISATION +ORGANISATION - -", "ORGANISATION Парламент комиссиясының"}, // a member holds none
		{"Қазақ музыкалық драма театрының көркемдік жетекшісі келді", "NORP - - - - - -", "POSITION Қазақ музыкалық драма театрының көркемдік жетекшісі"},
		{"Қазақ Президенті келді", "NORP POSITION -", "NORP Қазақ;POSITION Президенті"},
		{"Қытайдың Қазақстандағы өкілетті елшісі келді", "GPE POSITION +POSITION +POSITION -", "POSITION Қытайдың Қазақстандағы өкілетті елшісі"},
		{"Ішкі істер министрлігіне қарасты тергеу департаментінің бастығы келді", "ORGANISATION +ORGANISATION +ORGANISATION - - - - -", "POSITION Ішкі істер министрлігіне қарасты тергеу департаментінің бастығы"},
		{"Мемлекет басшыларының кездесуі", "POSITION +POSITION -", ""}, // several
		{"Ол Президенттікке ұсынылды", "- POSITION -", ""},             // the post
		{"Германия канцлері келді", "POSITION +POSITION -", "POSITION Германия канцлері"},
		{"Қытай компаниясы келді", "GPE - -", "GPE Қытай"},            // a company is apart
		{"Семей туралы кітаптың директоры", "GPE - - -", "GPE Семей"}, // a word that joins
	} {
		words := strings.Fields(c.words)
		tg := m.New()
		tg.Tag(words)
		tg.out = tg.out[:0]
		for _, l := range strings.Fields(c.labels) {
			switch {
			case l == "-":
				tg.out = append(tg.out, 0)
			case l[0] == '+':
				tg.out = append(tg.out, label["I-"+l[1:]])
			default:
				tg.out = append(tg.out, label["B-"+l])
			}
		}
		tg.ownedBodies(words)
		tg.ownedPositions(words)
		tg.oneHolder(words)
		var got []string
		for i := 0; i < len(words); i++ {
			if tg.out[i] == 0 {
				continue
			}
			end := i + 1
			for end < len(words) && tg.out[end] != 0 && tg.out[end]%2 == 0 {
				end++
			}
			got = append(got, tg.classes[tg.out[i]]+" "+strings.Join(words[i:end], " "))
			i = end - 1
		}
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%s: %q, want %q", c.words, s, c.want)
		}
	}
}

func TestLanguageLabels(t *testing.T) {
	m := open(t, "kk", KazNERD)
	for text, want := range map[string]string{
		"Ол қазақ тілін үйренді .":                                        "қазақ тілін",
		"Кітап орыс , қазақ және түрік тілдеріне аударылды .":             "орыс;қазақ;түрік",
		"Ел латын қарпіне көшеді .":                                       "латын",
		"Олар ағылшынша сөйледі .":                                        "ағылшынша",
		"Жиында неміс әріптестері сөйледі .":                              "", // nor they
		"Тақырып тілдер туралы болды .":                                   "",
		"Ол соңғы екі жылда осыншама ақша жұмсады , бірақ бәрі басқаша .": "",
	} {
		words := strings.Fields(text)
		var got []string
		for _, s := range m.New().Spans(words) {
			if s.Class == "LANGUAGE" {
				got = append(got, strings.Join(words[s.Start:s.End], " "))
			}
		}
		if g := strings.Join(got, ";"); g != want {
			t.Errorf("%s: %q, want %q", text, g, want)
		}
	}
}

func TestPossessed(t *testing.T) {
	for w, want := range map[string][2]bool{
		"төрағасы": {true, false}, "төрағасының": {true, true}, "директорына": {true, false}, "тілшісімен": {true, false},
		"төраға": {false, false}, "төрағаның": {false, false}, "Директор": {false, false}, "өзі": {false, false}, "": {false, false},
	} {
		if owned, genitive := possessed(w); owned != want[0] || genitive != want[1] {
			t.Errorf("%q: owned %v, genitive %v", w, owned, genitive)
		}
	}
}
