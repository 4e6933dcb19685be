package site

import (
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// Row is a statement as programs take it: the same values as the page, with
// the address of its sentence and its licence.
type Row struct {
	ID        int64          `json:"id"`
	Kind      string         `json:"kind"`
	Fact      string         `json:"fact"`
	Date      string         `json:"date,omitempty"` // EDTF
	Said      read.Statement `json:"said"`
	Entities  []RowEntity    `json:"entities"`
	Evidence  value.Span     `json:"evidence"` // code points of the revision's text
	Quote     string         `json:"quote"`
	Language  string         `json:"language"`
	Article   string         `json:"article"`
	Source    string         `json:"source"` // address of the sentence
	Published string         `json:"published"`
	Revision  string         `json:"revision"` // hash
	Reader    string         `json:"reader"`
	Rank      string         `json:"rank"`
	Told      int            `json:"told"` // articles that tell the fact
	Verdict   string         `json:"verdict,omitempty"`
	Observed  string         `json:"observed,omitempty"`
	License   string         `json:"license"`
}

// RowEntity is an entity in a role.
type RowEntity struct {
	Role string `json:"role"`
	ID   int64  `json:"id"`
	Kind string `json:"kind"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

// rowsLimit bounds one answer; "next" in JSON and the Link header lead on.
const rowsLimit = 1000

// statementRows answers with statements as JSON or CSV.
func (s *Site) statementRows(a *web.Answer, q *request, f store.StatementFilter, form string) error {
	f.Limit = rowsLimit + 1
	list, err := s.store.Statements(q.Context(), f)
	if err != nil {
		return err
	}
	next := ""
	if len(list) > rowsLimit {
		list = list[:rowsLimit]
		next = q.origin() + q.with("after", writeCursor(store.CursorOfStatement(list[rowsLimit-1])))
	}
	t, err := q.tell(q.Context(), list)
	if err != nil {
		return err
	}
	rows := make([]Row, 0, len(list))
	for _, st := range list {
		rows = append(rows, q.row(t, st))
	}
	if form == "json" {
		return sendJSON(a, struct {
			Next    string `json:"next,omitempty"`
			License string `json:"license"`
			Rows    []Row  `json:"rows"`
		}{next, q.origin() + "/" + q.tag.Name + "/terms", rows})
	}
	head := []string{"id", "kind", "date", "words", "entities", "quote", "language", "source", "published", "reader", "rank", "verdict", "license"}
	return sendCSV(a, head, next, func(write func(...string)) {
		for i, r := range rows {
			var names []string
			for _, e := range r.Entities {
				names = append(names, e.Role+": "+e.Name)
			}
			write(strconv.FormatInt(r.ID, 10), r.Kind, r.Date, plainText(string(t.wording.fact(list[i].Statement, list[i].Language).Words)), strings.Join(names, "; "),
				r.Quote, r.Language, r.Source, r.Published, r.Reader, r.Rank, r.Verdict, r.License)
		}
	})
}

func (q *request) row(t told, st store.Statement) Row {
	tag, _ := q.tagFor(st.Language)
	article := q.origin() + articleAddress(tag, t.articles[st.Article].Slug)
	r := Row{
		ID: st.ID, Kind: st.Said.Kind, Fact: st.Fact, Date: st.Said.Date, Said: st.Said, Entities: []RowEntity{}, Evidence: st.Evidence, Quote: st.Quote,
		Language: st.Language, Article: article, Source: article + sentenceAnchor(st.ID), Published: st.Published.Format(time.RFC3339),
		Revision: st.Hash, Reader: st.ReaderVersion, Rank: string(st.Rank), Told: st.Told, License: q.origin() + "/" + q.tag.Name + "/terms",
	}
	for _, ref := range st.Refs {
		e := t.wording.entities[ref.Entity]
		r.Entities = append(r.Entities, RowEntity{Role: ref.Role, ID: ref.Entity, Kind: e.Kind, Name: e.Name(q.tag.Language), URL: q.origin() + entityAddress(q.tag, e.Kind, e.ID)})
	}
	if st.Check != nil {
		r.Verdict, r.Observed = string(st.Check.Verdict), st.Check.Observed
	}
	return r
}

// entityRows answers with entities as JSON or CSV.
func (s *Site) entityRows(a *web.Answer, q *request, f store.EntityFilter, form string) error {
	f.Limit = rowsLimit + 1
	list, err := s.store.Entities(q.Context(), f)
	if err != nil {
		return err
	}
	next := ""
	if len(list) > rowsLimit {
		list = list[:rowsLimit]
		next = q.origin() + q.with("after", strconv.FormatInt(list[rowsLimit-1].ID, 10))
	}
	type entityRow struct {
		ID       int64         `json:"id"`
		Kind     string        `json:"kind"`
		Known    string        `json:"known,omitempty"`
		Class    string        `json:"class,omitempty"`   // of a place or body: "city", "government"
		Country  string        `json:"country,omitempty"` // ISO 3166, of something known
		Name     string        `json:"name"`
		Names    []record.Name `json:"names"`
		Articles int           `json:"articles"`
		Rank     string        `json:"rank"`
		URL      string        `json:"url"`
		Source   string        `json:"source"` // where every article that names it is listed: its page
		License  string        `json:"license"`
	}
	rows := make([]entityRow, 0, len(list))
	for _, e := range list {
		url := q.origin() + entityAddress(q.tag, e.Kind, e.ID)
		is := classOf(e.Entity)
		rows = append(rows, entityRow{e.ID, e.Kind, e.Known, is.class, is.country, e.Name(q.tag.Language), e.Names, e.Articles, string(e.Rank), url, url, q.origin() + "/" + q.tag.Name + "/terms"})
	}
	if form == "json" {
		return sendJSON(a, struct {
			Next    string      `json:"next,omitempty"`
			License string      `json:"license"`
			Rows    []entityRow `json:"rows"`
		}{next, q.origin() + "/" + q.tag.Name + "/terms", rows})
	}
	return sendCSV(a, []string{"id", "kind", "known", "class", "country", "name", "names", "articles", "rank", "source", "license"}, next, func(write func(...string)) {
		for _, r := range rows {
			var names []string
			for _, n := range r.Names {
				names = append(names, n.Text)
			}
			write(strconv.FormatInt(r.ID, 10), r.Kind, r.Known, r.Class, r.Country, r.Name, strings.Join(names, "; "), strconv.Itoa(r.Articles), r.Rank, r.Source, r.License)
		}
	})
}

func sendJSON(a *web.Answer, v any) error { return sendJSONAs(a, "application/json", v) }

func sendJSONAs(a *web.Answer, mime string, v any) error {
	a.Type = mime
	e := json.NewEncoder(a.Body)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// sendCSV writes RFC 4180 with a header line. A cell that a spreadsheet
// would take for a formula is led by an apostrophe.
func sendCSV(a *web.Answer, head []string, next string, rows func(write func(...string))) error {
	a.Type = "text/csv; charset=utf-8; header=present"
	if next != "" {
		a.Next = next
	}
	w := csv.NewWriter(a.Body)
	w.UseCRLF = true
	w.Write(head)
	rows(func(cells ...string) {
		for i, c := range cells {
			if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
				cells[i] = "'" + c
			}
		}
		w.Write(cells)
	})
	w.Flush()
	return w.Error()
}
