package tagger

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func open(t testing.TB, language, scheme string) *Model {
	t.Helper()
	m, err := Open(language, scheme)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSpans(t *testing.T) {
	for _, c := range []struct{ language, scheme, text, want string }{
		{"kk", KazNERD, "Бүгін Президент Қасым-Жомарт Тоқаев Алматыға келді .", "DATE Бүгін; POSITION Президент; PERSON Қасым-Жомарт Тоқаев; GPE Алматыға"},
		{"kk", KazNERD, "Жиынға 250 адам қатысты .", "CARDINAL 250"},
		{"kk", Names, "Ержан Сәрсенов Астанада сөз сөйледі .", "person Ержан Сәрсенов; place Астанада"},
		{"ru", Names, "В Москве президент Владимир Соколов встретился с журналистами .", "place Москве; person Владимир Соколов"},
	} {
		words := strings.Fields(c.text)
		var got []string
		for _, s := range open(t, c.language, c.scheme).New().Spans(words) {
			got = append(got, s.Class+" "+strings.Join(words[s.Start:s.End], " "))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s: got %s, want %s", c.text, g, c.want)
		}
	}
}

// TestMemoryChangesNoAnswer labels sentences with a tagger that has seen much
// and with new ones.
func TestMemoryChangesNoAnswer(t *testing.T) {
	for _, name := range Available() {
		language, scheme, _ := strings.Cut(name, "-")
		m := open(t, language, scheme)
		old := m.New()
		var text []string
		for i := range 20000 {
			text = append(text, string(rune('А'+i%32))+string(rune('а'+i/32%32))+string(rune('а'+i/1024%32)))
		}
		old.Tag(text)
		for i := 0; i+9 < len(text); i += 997 {
			s := append(slices.Clone(text[i:i+9]), "«", "Алматы", "»", "министрлігі", ".")
			a := slices.Clone(old.Tag(s))
			if b := m.New().Tag(s); !slices.Equal(a, b) {
				t.Fatalf("%s: %v: %v with memory, %v without", name, s, a, b)
			}
			numbered := Words{Text: s, Turn: 7}
			for k := range s {
				numbered.Numbers = append(numbered.Numbers, int32(max(i+k, slices.Index(s, s[k])+len(text))))
			}
			if b := old.tag(numbered); !slices.Equal(a, b) {
				t.Fatalf("%s: %v: %v without numbers, %v with", name, s, a, b)
			}
		}
	}
}

// TestBundlesAgreeWithScores holds the features of training to those of work:
// the scores added up from Bundles are those of the tables.
func TestBundlesAgreeWithScores(t *testing.T) {
	m := open(t, "kk", Names)
	tg := m.New()
	words := strings.Fields("« Самұрық-Қазына » АҚ басқарма төрағасы Н. Сапаров 2019 жылы Қазақстан Республикасы Қаржы министрлігі жиынында болды .")
	tg.begin(Words{Text: words})
	bundles, loose := m.Bundles(words)
	for i, keys := range loose {
		want := make([]int32, len(m.Labels))
		for _, b := range bundles[i] {
			keys = append(keys, b.Keys...)
		}
		for _, k := range keys {
			for e := m.words.get(k); len(e) >= 2; e = e[2:] {
				want[e[0]] += int32(int8(e[1]))
			}
		}
		if got := tg.score(i); !slices.Equal(got, want) {
			t.Errorf("%s: %v at work, %v in training", words[i], got, want)
		}
	}
}

// TestLanes adds up more than any word has, on both sides of nothing.
func TestLanes(t *testing.T) {
	for _, labels := range []int{1, 3, 7, 51, 255} {
		sum := make([]uint64, lanesFor(labels))
		for k := range sum {
			sum[k] = laneZero
		}
		want := make([]int32, len(sum)*perLane)
		for n := range 1000 {
			for l := range labels {
				w := int8(n*7 + l*13)
				if l%3 == 0 {
					w = -128
				} else if l%3 == 2 {
					w = 127
				}
				addLane(sum, uint8(l), w)
				want[l] += int32(w)
			}
		}
		for l := range labels {
			if got := int32(sum[l/perLane]>>(l%perLane*laneBits)&laneMask) - laneBias; got != want[l] {
				t.Errorf("label %d of %d: %d, want %d", l, labels, got, want[l])
			}
		}
		before := slices.Clone(sum)
		if addLane(sum, 255, 1); labels < 250 && !slices.Equal(sum, before) {
			t.Errorf("of %d labels the one that is not there counts", labels)
		}
	}
}

// TestVectors holds the weights laid out to be added to those of the file.
func TestVectors(t *testing.T) {
	m := open(t, "ru", Names)
	if m.vectors.lanes != lanesFor(len(m.Labels)) {
		t.Fatalf("vectors of %d lanes for %d labels", m.vectors.lanes, len(m.Labels))
	}
	found := 0
	same := func(key uint32) {
		t.Helper()
		got, want := make([]uint64, m.vectors.lanes), make([]uint64, m.vectors.lanes)
		m.add(key, got)
		e := m.words.get(key)
		for found += len(e) / 2; len(e) >= 2; e = e[2:] {
			addLane(want, e[0], int8(e[1]))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("key %x adds %x, the file says %x", key, got, want)
		}
	}
	for i := 0; i < len(m.vectors.slots); i += m.vectors.lanes + 1 {
		for k := range uint32(3) { // and neighbours, that mostly are no keys
			same(uint32(m.vectors.slots[i]) + k - 1)
		}
	}
	same(math.MaxUint32)
	if found < m.words.n {
		t.Errorf("%d weights met of %d features", found, m.words.n)
	}
}

// TestBestPath holds the quick way to the best path to trying every step.
func TestBestPath(t *testing.T) {
	for _, name := range Available() {
		language, scheme, _ := strings.Cut(name, "-")
		tg := open(t, language, scheme).New()
		L := tg.labels
		r := rand.New(rand.NewPCG(3, 4))
		for spread := int32(1); spread < 1000; spread *= 3 { // scores that lead much and little
			const n = 60
			words := make([]string, n)
			tg.out = grow(tg.out, n)
			tg.begin(Words{Text: words})
			best, back := make([]int32, L), make([][]int, n)
			for i := range n {
				cur := make([]int32, L)
				back[i] = make([]int, L)
				for k, s := range tg.score(i) {
					s = r.Int32N(2*spread) - spread
					tg.score(i)[k] = s
					if cur[k] = s; i == 0 && inside(k) {
						cur[k] = Forbidden
					} else if i > 0 {
						most := int32(lowest)
						for from := range L {
							if x := best[from] + tg.m.transitions[from*L+k]; x > most {
								most, back[i][k] = x, from
							}
						}
						cur[k] += most
					}
				}
				best = cur
			}
			tg.bestPath(n)
			last := slices.Index(best, slices.Max(best))
			for i := n - 1; i >= 0; i-- {
				if int(tg.out[i]) != last {
					t.Fatalf("%s, scores up to %d: label %d at word %d, not %d", name, spread, tg.out[i], i, last)
				}
				last = back[i][last]
			}
		}
	}
}

func TestOpenUnknown(t *testing.T) {
	_, err := Open("fr", Names)
	if err == nil || !strings.Contains(err.Error(), `"fr"`) || !strings.Contains(err.Error(), "kk-names") {
		t.Errorf("error %v does not say what there is", err)
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "«", "« а » б", "Н.Ә. Назарбаев", "\xff \x00", strings.Repeat("А ", 300)} {
		f.Add(s)
	}
	m := open(f, "kk", KazNERD)
	tg := m.New()
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Split(s, " ")
		prev := ""
		for i, l := range tg.Tag(words) {
			label := m.Labels[l]
			if class, ok := strings.CutPrefix(label, "I-"); ok && prev != "B-"+class && prev != "I-"+class {
				t.Fatalf("%q: %s after %q at word %d", s, label, prev, i)
			}
			prev = label
		}
	})
}

// FuzzDecode feeds broken model files: an error or a model, never a panic.
func FuzzDecode(f *testing.F) {
	good, _ := weights.ReadFile("weights/ru-names.bin")
	f.Add(good[:2000])
	f.Add([]byte(magic))
	f.Add([]byte("no model"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Decode(string(data)); err == nil {
			m.New().Tag([]string{"Абай", "келді"})
		}
	})
}

func BenchmarkSpans(b *testing.B) {
	for _, name := range []string{"kk", "ru"} {
		b.Run(name, func(b *testing.B) {
			text := map[string]string{
				"kk": "Бүгін Президент Қасым-Жомарт Тоқаев Алматы қаласына жұмыс сапарымен келді . Сапар барысында ол « Қазақтелеком » АҚ ғимаратында жаңа орталықты ашты және тұрғындармен кездесті .",
				"ru": "В понедельник президент прибыл с рабочим визитом в город Алматы , где открыл новый центр компании « Казахтелеком » и встретился с жителями микрорайона , рассказала пресс-служба .",
			}[name]
			words := strings.Fields(text)
			t := open(b, name, Names).New()
			n := 0
			for b.Loop() {
				t.Spans(words)
				n += len(words)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// TestCouples holds a tagger that forgets each couple of words at the next one
// to one that remembers all.
func TestCouples(t *testing.T) {
	m := open(t, "ru", Names)
	words := strings.Fields("В Душанбе глава Министерства энергетики Рустам Каримов встретился с главой Министерства энергетики")
	whole, short := m.New(), m.New()
	short.couples.slots, short.couples.shift = short.couples.slots[:short.couples.step], 64
	for range 3 { // the second time couples are remembered
		if want, got := slices.Clone(whole.Tag(words)), short.Tag(words); !slices.Equal(got, want) {
			t.Errorf("labels %v, with couples remembered %v", got, want)
		}
		if !slices.Equal(whole.scores, short.scores) {
			t.Error("couples that are remembered score otherwise")
		}
	}
}
