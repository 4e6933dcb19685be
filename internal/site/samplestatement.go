package site

import (
	"time"

	"shanyraq/internal/web"
)

func sampleStatement(a *web.Answer, q *request) error {
	es := q.sampleEntries()
	c := citing{id: 1, words: es[0].Label + ": " + plainText(string(es[0].Words)), article: q.wordsFor().title, authors: []string{q.wordsFor().person}, site: q.m.T("record.title"), language: "en",
		published: time.Date(2017, 11, 10, 0, 0, 0, 0, time.UTC), url: "https://example.org/en/record/statement/1", note: "revision 0123456789ab, reader 1"}
	return show(a, q, q.site.views.statement, StatementPage{
		Base: q.base(c.words, "", here{place: "record"}), RecordHref: "#", Entry: es[0], Tellings: es[1:2],
		Origins:   [][]string{{q.m.T("statement.rank"), q.m.T("rank.accepted")}, {q.m.T("coverage.column.version"), "1"}, {q.m.T("statement.revision"), "0123456789abcdef0123456789abcdef"}},
		Decisions: [][]string{{q.m.Date("2017-11-11"), "editor", q.m.T("rank.suggested") + arrow(q.tag) + q.m.T("rank.accepted"), ""}},
		Citations: []Citation{{"cite-text", q.m.T("cite.text"), c.write("text"), "#"}, {"cite-bibtex", "BibTeX", c.write("bibtex"), "#"}, {"cite-csl", "CSL-JSON", c.write("csl"), "#"}},
	})
}
