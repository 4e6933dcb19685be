// Command shanyraq is the portal and its tools in one binary. Each subcommand
// has a file of its own in this folder; this one lists them.
package main

import (
	"errors"
	"fmt"
	"os"
	_ "time/tzdata" // a site names its zone, and not every machine has the zones

	"github.com/alecthomas/kong"
)

// cli lists the subcommands. The help texts are the manual: each type's Help
// method adds examples.
type cli struct {
	Demo     demoCmd     `cmd:"" help:"Fill a folder with a demonstration portal and serve it."`
	Read     readCmd     `cmd:"" help:"Print what a text says."`
	Eval     evalCmd     `cmd:"" help:"Score readings against gold documents, by kind and language."`
	Detect   detectCmd   `cmd:"" help:"Tell which language and script a text is in."`
	Names    namesCmd    `cmd:"" help:"Tell whether two names are one person's."`
	Translit translitCmd `cmd:"" help:"Show a text in another script of its language."`
	Script   scriptCmd   `cmd:"" help:"Choose alphabets, and forms of words, of a site's script variants."`
	Search   searchCmd   `cmd:"" help:"Find texts, as the site's search does."`
	Stats    statsCmd    `cmd:"" help:"Load statistics, and check figures against them."`
	Serve    serveCmd    `cmd:"" help:"Serve the public site and the editors' desk."`
	User     userCmd     `cmd:"" help:"Add users of the desk, and let them in again."`
	Pages    pagesCmd    `cmd:"" help:"Serve every page with sample values, for those who change pages."`
	Bench    benchCmd    `cmd:"" help:"Measure reading, import and pages on this machine."`
	Version  versionCmd  `cmd:"" help:"Print the versions of program, reader and schema."`
	Import   importCmd   `cmd:"" help:"Import pages, feeds, WordPress exports, Markdown and JSON Lines."`
	Reread   rereadCmd   `cmd:"" help:"Read all articles again with this version of the reader."`
	Reindex  reindexCmd  `cmd:"" help:"Index all articles anew for the search, without reading them again."`
	Export   exportCmd   `cmd:"" help:"Write the record in forms that other programs take."`
	Tag      tagCmd      `cmd:"" help:"Label the words of sentences with the trained model alone."`
	Internal internalCmd `cmd:"" hidden:"" help:"What the program does in processes of its own."`
}

// errPartly is returned by a command that reported, on standard error, that
// some of its input could not be handled while the rest was: exit status 1
// with nothing more to say.
var errPartly = errors.New("some input could not be handled")

func main() { os.Exit(run(os.Args[1:])) }

// run executes one command line and gives its exit status: 0 all went well,
// 1 some input could not be handled, 2 called wrongly.
func run(args []string) int {
	var c cli
	parser := kong.Must(&c,
		kong.Name("shanyraq"),
		kong.Description("A newsroom portal that remembers: it publishes an institution's news and turns each article into a checked public record."),
		kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if len(args) == 0 || args[0] == "help" {
		if len(args) > 0 {
			args = args[1:]
		}
		args = append(args, "--help")
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		hint := "`shanyraq help` lists the commands"
		if e, ok := errors.AsType[*kong.ParseError](err); ok && e.Context.Selected() != nil {
			hint = fmt.Sprintf("`%s --help` shows how it is called", e.Context.Selected().FullPath())
		}
		fmt.Fprintf(os.Stderr, "shanyraq: %v; %s\n", err, hint)
		return 2
	}
	switch err := ctx.Run(); {
	case err == nil:
		return 0
	case errors.Is(err, errPartly):
		return 1
	default:
		fmt.Fprintf(os.Stderr, "shanyraq: %v\n", err)
		return 1
	}
}
