// Package demo holds the articles of the demonstration portal: the news of the
// Assembly of the Great Steppe, an institution invented for this project that
// writes in English, Russian and Kazakh about real and public events of
// Central Asia.
//
// What is real and what is not is kept apart by rule, and the tests of this
// package hold the rule: events and figures outside the invented institution
// come from the embedded facts and link their sources; every invented person
// and body is listed in the front matter of the article that names it, and the
// article says so to the reader in a closing note; words in quotation marks
// are given to invented people only.
//
// The articles are Markdown files, articles/<group>.<language>.md; files of
// one group are translations of each other. They go in through the Markdown
// importer of package intake, as anybody's files would. To write one, copy a
// file and change its front matter: beside the importer's fields it lists
//
//	invented  names of invented people and bodies, as the article writes them
//	meetings  ids of meetings in package facts whose day the article states
//	figures   numbers that package facts knows: area, group, date, the words
//	          as written, and one of value, share, rank or growth (since from)
//
// and ends with a list of sources.
//
//	dir, err := demo.Write(os.TempDir())
//	for r := range intake.Read(ctx, []string{dir}, intake.Options{}) { … }
//
// Saving what the importer gives, and serving it, is the command's.
package demo
