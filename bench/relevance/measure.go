package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/demo"
	"shanyraq/internal/intake"
	"shanyraq/internal/jobs"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
)

// judged is a query with the articles that answer it, 1 to 3, by the names of
// their files with or without the language.
type judged struct {
	group, query, asked string
	grades              map[string]int
	known               bool // to fail
}

type result struct {
	judged
	score float64
	got   []string // file names with language and grade, the first ten
	note  string
}

// parse reads queries.txt.
func parse(text string) (out []judged, err error) {
	group := ""
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if name, ok := strings.CutPrefix(line, "== "); ok {
			group = name
			continue
		}
		j := judged{group: group, grades: map[string]int{}}
		line, j.known = strings.CutPrefix(line, "miss:")
		f := strings.Split(line, "|")
		if len(f) != 4 {
			return nil, fmt.Errorf("queries.txt:%d: %d fields; want query | asked | judged | reason", n+1, len(f))
		}
		j.query, j.asked = strings.TrimSpace(f[0]), strings.TrimSpace(f[1])
		if !slices.Contains([]string{"en", "ru", "kk", "uz", "ky", "tg", "tk", "*"}, j.asked) {
			return nil, fmt.Errorf("queries.txt:%d: asked in %q; want a language or *", n+1, j.asked)
		}
		for w := range strings.FieldsSeq(f[2]) {
			name, grade, _ := strings.Cut(w, "=")
			g, err := strconv.Atoi(grade)
			if err != nil || g < 1 || g > 3 {
				return nil, fmt.Errorf("queries.txt:%d: %q; want article=1, 2 or 3", n+1, w)
			}
			j.grades[name] = g
		}
		out = append(out, j)
	}
	return out, nil
}

// filler fills a site, which may use the folder, with articles.
type filler func(ctx context.Context, st *store.Store, dir string) (naming, error)

// measure fills a site in dir and asks it the queries.
func measure(ctx context.Context, dir, text string, fill filler) (out []result, err error) {
	list, err := parse(text)
	if err != nil {
		return nil, err
	}
	st, err := store.Open(ctx, store.DSN(dir, ""))
	if err != nil {
		return nil, err
	}
	defer st.Close()
	names, err := fill(ctx, st, dir)
	if err != nil {
		return nil, err
	}
	for _, j := range list {
		r := result{judged: j}
		ideal := j.ideal(names)
		for name := range j.grades {
			if !slices.ContainsFunc(names.all, func(n string) bool { return n == name || strings.HasPrefix(n, name+".") }) {
				return nil, fmt.Errorf("%q is judged by %q, which is no article", j.query, name)
			}
		}
		got, err := ask(ctx, st, names, j, &r)
		if err != nil {
			return nil, err
		}
		r.score = ndcg(got, ideal)
		out = append(out, r)
	}
	return out, nil
}

// ask asks as the site does, and gives the grades of the answers in order.
func ask(ctx context.Context, st *store.Store, names naming, j judged, r *result) (got []int, err error) {
	o := search.Options{}
	if j.asked != "*" {
		o.Language = j.asked
	}
	q, err := search.Parse(j.query, o)
	if err != nil {
		return nil, err
	}
	if j.asked != "*" && q.Language == "" {
		q = q.In(j.asked)
	}
	found, err := st.Search(ctx, store.Search{Query: q, Limit: 10})
	if err != nil {
		return nil, err
	}
	if found.Meant != "" {
		r.note = " meant " + found.Meant
	} else if found.Any {
		r.note = " any"
	}
	for _, h := range found.Hits {
		name := names.bySlug[h.Language+"/"+h.Slug]
		g := j.grade(name)
		got = append(got, g)
		r.got = append(r.got, fmt.Sprintf("%s=%d", name, g))
	}
	return got, nil
}

// naming knows the demo's articles by file name, as group.language.
type naming struct {
	all    []string
	bySlug map[string]string // language/slug
}

// fillDemo brings the demo into the site and has it read.
func fillDemo(ctx context.Context, st *store.Store, dir string) (n naming, err error) {
	n.bySlug = map[string]string{}
	folder, err := demo.Write(dir)
	if err != nil {
		return n, err
	}
	var items []*intake.Item
	for r := range intake.Read(ctx, []string{folder}, intake.Options{}) {
		if r.Err != nil {
			return n, r.Err
		}
		if r.Item != nil {
			items = append(items, r.Item)
		}
	}
	err = st.Update(ctx, func(tx *store.Tx) error {
		for i, s := range demo.Sections() {
			if err := tx.SaveSection(article.Section{Path: s.Path, Names: s.Names, Order: i}); err != nil {
				return err
			}
		}
		for _, it := range items {
			x := &store.Item{
				Article:  article.Article{Language: it.Language, Script: it.Script, Section: it.SectionPath(), Slug: it.Slug, State: it.State, Published: it.Published, Source: it.URL},
				Revision: it.Revision, Authors: it.Authors, Key: it.Key, GroupKey: it.Group, Seen: it.Hash(), AnySlug: true,
			}
			if _, err := tx.Save(x); err != nil {
				return err
			}
			if err := jobs.Enqueue(tx, x.Article.ID); err != nil {
				return err
			}
			_, group, _ := strings.Cut("/"+it.Group, "/")
			group = group[strings.LastIndexByte(group, '/')+1:]
			name := group + "." + it.Language
			n.all = append(n.all, name)
			n.bySlug[it.Language+"/"+it.Slug] = name
		}
		return nil
	})
	if err != nil {
		return n, err
	}
	_, err = jobs.New().Drain(ctx, st, func(int) {})
	return n, err
}

// grade gives the grade of an article; the name with its language decides
// before the name without.
func (j judged) grade(name string) int {
	if g, ok := j.grades[name]; ok {
		return g
	}
	group, _, _ := strings.Cut(name, ".")
	return j.grades[group]
}

// ideal gives the grades of the best answer, best first.
func (j judged) ideal(n naming) (out []int) {
	for _, name := range n.all {
		_, language, _ := strings.Cut(name, ".")
		if j.asked != "*" && language != j.asked {
			continue
		}
		if g := j.grade(name); g > 0 {
			out = append(out, g)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// ndcg is the normalised discounted cumulative gain of the first ten answers,
// with the gain 2^grade-1 (Burges et al., 2005). Where nothing answers, an
// empty answer is right and any other wrong.
func ndcg(got, ideal []int) float64 {
	if len(ideal) == 0 {
		if len(got) == 0 {
			return 1
		}
		return 0
	}
	return dcg(got) / dcg(ideal)
}

func dcg(grades []int) (sum float64) {
	for i, g := range grades[:min(len(grades), 10)] {
		sum += (math.Exp2(float64(g)) - 1) / math.Log2(float64(i)+2)
	}
	return sum
}

type group struct {
	name  string
	n     int
	score float64
}

func groups(list []result) (out []group) {
	for _, r := range list {
		if len(out) == 0 || out[len(out)-1].name != r.group {
			out = append(out, group{name: r.group})
		}
		g := &out[len(out)-1]
		g.score = (g.score*float64(g.n) + r.score) / float64(g.n+1)
		g.n++
	}
	return out
}

func mean(list []result) (sum float64) {
	for _, r := range list {
		sum += r.score
	}
	return sum / float64(len(list))
}
