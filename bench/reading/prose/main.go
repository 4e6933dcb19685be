// Command prose runs github.com/jdkato/prose over a text: sentences, tags and
// names, as a peer of the reader.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/jdkato/prose/v2"
)

func main() {
	runtime.GOMAXPROCS(1)
	raw, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	// prose loads its model with every document: one document of 300 KB.
	text := strings.ToValidUTF8(string(raw[:min(len(raw), 300_000)]), "")
	start := time.Now()
	doc, err := prose.NewDocument(text)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	tokens, names, bytes := len(doc.Tokens()), len(doc.Entities()), len(text)
	s := time.Since(start).Seconds()
	fmt.Printf("prose       %9.0f tokens/s  %6.2f MB/s  %d names\n", float64(tokens)/s, float64(bytes)/1e6/s, names)
}
