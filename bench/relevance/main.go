// Command relevance measures how well the search answers: it fills a
// temporary site with the demo, asks the judged queries of queries.txt as the
// site would, and prints NDCG@10 by group and over all.
//
//	go run ./bench/relevance
//
// With -heldout it asks those of heldout.txt, with -neighbours those of
// neighbours.txt, of the Uzbek, Kyrgyz, Tajik and Turkmen texts in texts. With -v it prints what every query that falls short was answered with.
package main

import (
	"context"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

// queries are those that the search was mended on, heldOut those that it was
// not.
var (
	//go:embed queries.txt
	queries string
	//go:embed heldout.txt
	heldOut string
	//go:embed neighbours.txt
	neighbours string
)

func main() {
	all := flag.Bool("v", false, "print every query below 0.9 with its answers, not the worst twenty")
	held := flag.Bool("heldout", false, "ask the queries that the search was not mended on")
	near := flag.Bool("neighbours", false, "ask in Uzbek, Kyrgyz, Tajik and Turkmen")
	flag.Parse()
	text, fill := queries, fillDemo
	switch {
	case *held:
		text = heldOut
	case *near:
		text, fill = neighbours, fillTexts
	}
	if err := run(context.Background(), text, fill, *all); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, text string, fill filler, all bool) error {
	dir, err := os.MkdirTemp("", "relevance-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	results, err := measure(ctx, dir, text, fill)
	if err != nil {
		return err
	}
	fmt.Printf("%-36s %7s %8s\n", "group", "queries", "NDCG@10")
	for _, g := range groups(results) {
		fmt.Printf("%-36s %7d %8.3f\n", g.name, g.n, g.score)
	}
	fmt.Printf("%-36s %7d %8.3f\n", "all", len(results), mean(results))
	slices.SortStableFunc(results, func(a, b result) int {
		switch {
		case a.score < b.score:
			return -1
		case a.score > b.score:
			return 1
		}
		return 0
	})
	fmt.Println("\nworst")
	for i, r := range results {
		if r.score >= 0.9 || !all && i >= 20 {
			break
		}
		known := ""
		if r.known {
			known = " (known)"
		}
		fmt.Printf("%.3f  %s [%s]%s%s\n       %s\n", r.score, r.query, r.asked, known, r.note, strings.Join(r.got[:min(len(r.got), 10)], " "))
	}
	for _, r := range results {
		if r.known && r.score > 0.95 {
			fmt.Printf("no longer a miss: %s [%s]\n", r.query, r.asked)
		}
	}
	return nil
}
