package site

import (
	"embed"
	"html/template"
	"io/fs"

	"shanyraq/internal/web"
)

//go:embed pages
var pageFiles embed.FS

// pages is the folder of page folders.
func pages() fs.FS { f, _ := fs.Sub(pageFiles, "pages"); return f }

// views holds the view of every page; a test checks that each page folder
// has its view and its sample.
type views struct {
	front     *web.View[FrontPage]
	section   *web.View[SectionPage]
	article   *web.View[ArticlePage]
	search    *web.View[SearchPage]
	record    *web.View[RecordPage]
	register  *web.View[RegisterPage]
	entity    *web.View[EntityPage]
	coverage  *web.View[CoveragePage]
	pair      *web.View[PairPage]
	statement *web.View[StatementPage]
	series    *web.View[SeriesPage]
	picture   *web.View[PicturePage]
	text      *web.View[TextPage]
	terms     *web.View[TermsPage]
	reuse     *web.View[ReusePage]
	asked     *web.View[AskedPage]
	grant     *web.View[GrantPage]
	missing   *web.View[MissingPage]
	subscribe *web.View[SubscribePage]
	letters   *web.View[LettersPage]
}

func newViews(v *web.Views) (vs views, err error) {
	make := func(f func() error) {
		if err == nil {
			err = f()
		}
	}
	make(func() (err error) { vs.front, err = web.NewView[FrontPage](v, "front"); return })
	make(func() (err error) { vs.section, err = web.NewView[SectionPage](v, "section"); return })
	make(func() (err error) { vs.article, err = web.NewView[ArticlePage](v, "article"); return })
	make(func() (err error) { vs.search, err = web.NewView[SearchPage](v, "search"); return })
	make(func() (err error) { vs.record, err = web.NewView[RecordPage](v, "record"); return })
	make(func() (err error) { vs.register, err = web.NewView[RegisterPage](v, "register"); return })
	make(func() (err error) { vs.entity, err = web.NewView[EntityPage](v, "entity"); return })
	make(func() (err error) { vs.coverage, err = web.NewView[CoveragePage](v, "coverage"); return })
	make(func() (err error) { vs.pair, err = web.NewView[PairPage](v, "pair"); return })
	make(func() (err error) { vs.series, err = web.NewView[SeriesPage](v, "series"); return })
	make(func() (err error) { vs.picture, err = web.NewView[PicturePage](v, "picture"); return })
	make(func() (err error) { vs.statement, err = web.NewView[StatementPage](v, "statement"); return })
	make(func() (err error) { vs.text, err = web.NewView[TextPage](v, "text"); return })
	make(func() (err error) { vs.terms, err = web.NewView[TermsPage](v, "terms"); return })
	make(func() (err error) { vs.reuse, err = web.NewView[ReusePage](v, "reuse"); return })
	make(func() (err error) { vs.asked, err = web.NewView[AskedPage](v, "asked"); return })
	make(func() (err error) { vs.grant, err = web.NewView[GrantPage](v, "grant"); return })
	make(func() (err error) { vs.missing, err = web.NewView[MissingPage](v, "missing"); return })
	make(func() (err error) { vs.subscribe, err = web.NewView[SubscribePage](v, "subscribe"); return })
	make(func() (err error) { vs.letters, err = web.NewView[LettersPage](v, "letters"); return })
	return vs, err
}

// FrontPage is the front page in one language.
type FrontPage struct {
	web.Base
	Lead       *Card
	Second     []Card // below the lead
	Latest     []Card
	Facts      []Entry
	RecordHref string
	Sections   []SectionBlock
}

// SectionBlock is a section on the front page.
type SectionBlock struct {
	ID, Name, Href string
	Cards          []Card
}

// SectionPage lists the articles of a section and of those below it.
type SectionPage struct {
	web.Base
	Letters web.Link // to the form that subscribes; no address where nothing can be sent
	Below   []web.Link
	Cards   []Card
	Pager   Pager
}

// ArticlePage is an article with its record beside it.
type ArticlePage struct {
	web.Base
	Section     web.Link
	Day, ISODay string
	Corrected   bool
	Body        template.HTML // canonical HTML with the evidence marked
	Groups      []FactGroup
	FactCount   int
	MachineNote string
	Annotations string // address of the facts as annotations; empty where there are none
	Source      string // address it was taken from
	Made        string // alphabet and version of the rules the text was transliterated with
	ReuseHref   string
	Related     []Card
	Views       int // until the end of the day ViewsUntil; 0 is not shown
	ViewsUntil  string
	Corrections []Correction // newest first
}

// Correction is a public note of what was corrected, and when.
type Correction struct{ Day, ISODay, Words string }

// FactGroup is what one sentence states.
type FactGroup struct {
	N      int
	Anchor string // "#s12"
	Facts  []Fact
}

// SearchPage is the search form with what was found.
type SearchPage struct {
	web.Base
	Action, Query string
	Suggest       string   // address that suggests names while they are typed
	Narrow        []Filter // language, section, kind, person, body, place, time and order
	Narrowed      bool     // more than the language is asked
	Asked         bool
	Letters       web.Link // to the form that subscribes to this search
	Found         string
	Note          string  // what was forgiven: a keyboard layout, a letter
	Entities      []Named // of the record, that the question names or begins to name
	Hits          []Hit
	Pager         Pager
	Try           []web.Link
}

// Hit is an article found.
type Hit struct {
	Card
	Snippet template.HTML // with the matched words in <mark>
	Autonym string        // the language's name, where it is not the page's
}

// RecordPage is the front page of the record.
type RecordPage struct {
	web.Base
	Registers    []RegisterLink
	Latest       []Entry
	Pair         PairForm
	CoverageHref string
	Pictures     []web.Link // of the whole record
}

// RegisterLink leads to a register.
type RegisterLink struct{ Href, Name, Count, About string }

// RegisterPage is one register under its filters: statements or entities.
type RegisterPage struct {
	web.Base
	RecordHref string
	About      string
	Action     string
	Clear      string
	Filters    []Filter
	Found      string
	Entries    []Entry
	Entities   []Named
	Try        []web.Link // what to ask instead, where nothing answers
	Pager      Pager
	Downloads  []web.Link
}

// EntityPage is all that the articles say of a person, body, place or people.
type EntityPage struct {
	web.Base
	Kind, RegisterHref string
	NameLang           string
	Names              []Named
	Drawings           []Drawing
	Found              string
	Years              []YearBlock
	Side               []SideBlock
	Pager              Pager
	Downloads          []web.Link
}

// YearBlock is a year of a time line.
type YearBlock struct {
	ID, Name string
	Entries  []Entry
}

// SideBlock is a table or a list of entities beside a time line.
type SideBlock struct {
	ID, Name string
	Head     []string
	Rows     [][]string
	Proofs   []string // beside Rows: the address of the sentence that says it; none for facts of lists
	Links    []web.Link
	Entities []Named
}

// CoveragePage says how much was read, by which version, and what waits.
type CoveragePage struct {
	web.Base
	RecordHref string
	Tables     []SideBlock
}

// TextPage is a page of plain words: terms, about.
type TextPage struct {
	web.Base
	Parts []TextPart
}

// TextPart is a heading with paragraphs.
type TextPart struct {
	Name       string
	Paragraphs []string
}

// MissingPage says what is not there, or what failed, and what there is.
type MissingPage struct {
	web.Base
	What       string
	OfferWords string
	Offers     []Offer
	SearchHref string
}

// Offer is a page that exists.
type Offer struct {
	Href, Title string
	Lang, Dir   string
	In          string // the language's own name
}
