package main

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"shanyraq/internal/tagger"
)

// sentences makes examples of lines "word/TAG word/TAG".
func sentences(lines ...string) (out []example) {
	for _, line := range lines {
		var e example
		for _, f := range strings.Fields(line) {
			w, t, _ := strings.Cut(f, "/")
			e.words, e.tags = append(e.words, w), append(e.tags, t)
		}
		out = append(out, e)
	}
	return out
}

func few() []example {
	return sentences(
		"Абай/B-person Құнанбаев/I-person Семейде/B-place туған/O ./O",
		"Бүгін/O Астанада/B-place жиын/O өтті/O ./O",
		"«/O Барыс/B-organization »/O клубы/O жеңді/O ./O",
		"Жиын/O ертең/O Семейде/B-place өтеді/O ./O",
		"Абай/B-place облысында/I-place жиын/O жоқ/O ./O")
}

// TestGradient holds the gradient to the change of the objective.
func TestGradient(t *testing.T) {
	data := few()
	lex, classes, err := readLexicon("kk")
	if err != nil {
		t.Fatal(err)
	}
	m, err := model(tagger.Header{Language: "kk", Labels: labelsOf(data), Lexicon: lex}, nil, nil, classes)
	if err != nil {
		t.Fatal(err)
	}
	words, tags := numbered(data, m.Labels)
	p := newProblem(words, tags, m.Bundles, len(m.Labels), 1, 0.3)
	random := rand.New(rand.NewPCG(1, 2))
	w, g, aside := make([]float64, p.size()), make([]float64, p.size()), make([]float64, p.size())
	for i := range p.label {
		w[i] = random.NormFloat64() / 20
	}
	p.value(w, g)
	for range 60 {
		i, h := random.IntN(len(w)), 1e-2
		if at := i - len(p.label); at >= 0 && !allowed(at/p.labels, at%p.labels) {
			continue
		}
		was := w[i]
		w[i] = was + h
		up := p.value(w, aside)
		w[i] = was - h
		down := p.value(w, aside)
		w[i] = was
		if slope := (up - down) / (2 * h); math.Abs(slope-g[i]) > 0.01*(1+math.Abs(slope)) {
			t.Errorf("weight %d: the gradient is %.4f, the objective rises by %.4f", i, g[i], slope)
		}
	}
}

// TestTrainTwice holds training to one file for one corpus, and the model to
// what it was taught.
func TestTrainTwice(t *testing.T) {
	c := cli{Language: "kk", Scheme: tagger.Names, L2: 0.1, Least: 1, Steps: 30, Prune: 1, Bags: 1, Common: true, Hide: 0.2}
	m, a, err := c.train(few())
	if err != nil {
		t.Fatal(err)
	}
	if _, b, _ := c.train(few()); !bytes.Equal(a, b) {
		t.Error("the same corpus gave two files")
	}
	if by := score(m, few()); by["all"].right != by["all"].wanted || by["all"].found != by["all"].wanted {
		t.Errorf("the corpus itself is read as %+v", by["all"])
	}
}

func TestCommon(t *testing.T) {
	lex, classes, err := readLexicon("kk")
	if err != nil {
		t.Fatal(err)
	}
	m, err := model(tagger.Header{Language: "kk", Labels: []string{"O"}, Lexicon: lex}, nil, nil, classes)
	if err != nil {
		t.Fatal(err)
	}
	clear(classes)
	common(&lex, classes, m.Stem, sentences("шаңғы/O керек/O", "бұл/O шаңғы/O", "шаңғыны/O көр/O шаңғы/O", "Ерлан/O бар/O", "Ерлан/O жоқ/O", "Ерлан/O кетті/O", "ұлан/B-x", "ұлан/B-x", "ұлан/B-x"))
	if len(classes) != 1 || classes[lex.Key(m.Stem("шаңғы"))] == 0 {
		t.Errorf("%d stems are common, «шаңғы» %v; want it alone: it stands in three sentences, the rest in fewer, with a capital or in a name", len(classes), classes[lex.Key(m.Stem("шаңғы"))])
	}
}

func TestHidden(t *testing.T) {
	lex, classes, err := readLexicon("kk")
	if err != nil {
		t.Fatal(err)
	}
	rest := hidden(lex, classes, 0.2, 1)
	if n := len(classes) - len(rest); n < len(classes)/8 || n > len(classes)/4 {
		t.Errorf("%d of %d entries are hidden, want about a fifth", n, len(classes))
	}
	for _, w := range []string{"қаңтар", "дүйсенбі", "министрлік"} {
		if rest[lex.Key(w)] == 0 {
			t.Errorf("%s is of a closed class and was hidden", w)
		}
	}
	if len(hidden(lex, classes, 0, 1)) != len(classes) {
		t.Error("a share of nothing hides entries")
	}
}

// TestComposedNames: a name made of two parts counts as a given name in any case.
func TestComposedNames(t *testing.T) {
	lex, classes, err := readLexicon("kk")
	if err != nil {
		t.Fatal(err)
	}
	given := uint32(0)
	for i, class := range lex.Classes {
		if class == "given" {
			given = 1 << i
		}
		if strings.HasPrefix(class, "given_") {
			t.Errorf("the parts of names are a class of their own: %s", class)
		}
	}
	for _, w := range []string{"Сәтжан", "Меңдігүл"} {
		if classes[lex.Key(w)]&given == 0 {
			t.Errorf("%s is no given name", w)
		}
	}
}
