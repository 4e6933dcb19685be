package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"golang.org/x/text/transform"

	"shanyraq/internal/fault"
	"shanyraq/internal/translit"
)

type translitCmd struct {
	From       string `help:"Script the text is in, e.g. kk-Cyrl, uz-Latn." placeholder:"TAG"`
	To         string `help:"Script it shall be in, e.g. kk-Latn, kk-Arab, kk-Latn-x-2018." placeholder:"TAG"`
	Exceptions string `help:"File of exceptions: a word or phrase, a tab, the form it gets; * ends a word that may take endings; an empty form keeps the word." type:"existingfile" placeholder:"FILE"`
	List       bool   `help:"List the conversions there are."`
	File       string `arg:"" optional:"" help:"File to convert; standard input where none is named."`
}

// Help adds examples to the manual.
func (c *translitCmd) Help() string {
	return `Addresses, codes, Roman numerals, words in another script and quotations in
another language keep their form. The output is written while the input is read.

Examples:

  echo "Яғни, доцент келді." | shanyraq translit --from kk-Cyrl --to kk-Latn
  shanyraq translit --from uz-Latn --to uz-Cyrl article.txt`
}

// Validate refuses a call without tags, or with tags between which there is
// no conversion.
func (c *translitCmd) Validate() error {
	switch {
	case c.List:
		return nil
	case c.From == "" || c.To == "":
		return fault.New(fault.Invalid, "--from and --to are needed").Hint("`shanyraq translit --list` names the conversions")
	}
	_, err := translit.Version(c.From, c.To)
	return err
}

func (c *translitCmd) Run() error {
	if c.List {
		w := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
		fmt.Fprintln(w, "from\tto\tversion\tback unchanged")
		for _, s := range translit.Schemes() {
			exact := ""
			if s.Exact {
				exact = "yes"
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", s.From, s.To, s.Version, exact)
		}
		return w.Flush()
	}
	var opts []translit.Option
	if c.Exceptions != "" {
		exc, err := readExceptions(c.Exceptions)
		if err != nil {
			return err
		}
		opts = append(opts, translit.WithExceptions(exc))
	}
	t, err := translit.NewTransformer(c.From, c.To, opts...)
	if err != nil {
		return err
	}
	var in io.Reader = os.Stdin
	if c.File != "" {
		f, err := os.Open(c.File)
		if err != nil {
			return fault.Wrap(err, fault.NotFound, "cannot open %q", c.File)
		}
		defer f.Close()
		in = f
	}
	if _, err := io.Copy(os.Stdout, transform.NewReader(in, t)); err != nil {
		return fault.Wrap(err, fault.Internal, "the conversion stopped")
	}
	return nil
}

// readExceptions reads lines of "word TAB form"; # opens a remark line.
func readExceptions(name string) (map[string]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fault.Wrap(err, fault.NotFound, "cannot open %q", name)
	}
	defer f.Close()
	m := map[string]string{}
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		word, form, _ := strings.Cut(line, "\t")
		if _, err := translit.Convert("kk-Cyrl", "kk-Latn", "", translit.WithExceptions(map[string]string{word: form})); err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "%q cannot be an exception", word).At("%s:%d", name, n).Hint("write a word or phrase, a tab and its form")
		}
		m[word] = form
	}
	return m, sc.Err()
}
