package desk

import "html/template"

// The pages for writing.

// ArticlesPage lists articles in all states.
type ArticlesPage struct {
	Base
	Words, Show                 string
	Mine, Filtered, MayWrite    bool
	Languages, States, Sections []Option
	Rows                        []ArticleRow
	Next                        string
}

// ArticleRow is one article of a list.
type ArticleRow struct {
	Href, Title, Lang, Dir, Short string
	State, StateName, Section     string
	ISO, When                     string
	Due                           Moment // of a scheduled one
	Others                        []Translation
}

// Translation is how an article stands in another language.
type Translation struct {
	Href, Short, Name, Lang, State string
	Said                           string // all of it in words
	Missing, Outdated              bool
}

// NewArticlePage asks what a new article is to be.
type NewArticlePage struct {
	Base
	Languages, Sections []Option
}

// EditPage is the place where an article is written.
type EditPage struct {
	Base
	ID                 int64
	Path               string // of the article at the desk
	Base0, Newest      int    // the revision the text was begun on, and the newest
	Pen                string
	Seq                int64
	Lang, Dir, Autonym string
	Text, Lead         string        // title and lead
	Body               template.HTML // canonical
	BodyText           string
	State, StateName   string
	Public, Proposes   bool
	MayPublish, Behind bool
	Slug, Address      string
	Sections           []Option
	From               string // whose unsaved text this is, in words
	Editors            []string
	Dropped            []string
	Drafts             []DraftRow
	Moves              []Move
	Due                Moment
	Now, Zone          string // for the field of the moment
	Notes              []NoteRow
	Variants           []Option
	Others             []Translation
	Source             *Beside
}

// DraftRow is a text that is no revision yet.
type DraftRow struct {
	Name, Kind, Href string
	When             Moment
	Number           int
}

// Move is a way to another state.
type Move struct {
	To, Label          string
	Dated, Note, Chief bool
}

// NoteRow is what the public was told.
type NoteRow struct {
	When              Moment
	Name, Words, Kind string
}

// Beside is the source of a translation beside it.
type Beside struct {
	Href, Title, Lead, Lang, Dir, Autonym string
	Body                                  template.HTML
	Number                                int
	Outdated                              bool
	Changes                               []Passage
}

// Passage is a stretch of a comparison: equal, cut short, or changed.
type Passage struct {
	Same, Old, New string
	Changed, Cut   bool
}

// RevisionsPage lists the revisions of an article.
type RevisionsPage struct {
	Base
	Article, Path, Lang string
	Rows                []RevisionRow
}

// RevisionRow is one revision.
type RevisionRow struct {
	Number, Words, Added, Removed int
	Name, Title                   string
	When                          Moment
	Newest                        bool
}

// ComparePage shows what became of a revision.
type ComparePage struct {
	Base
	Article, Path, Lang, Dir string
	From, To                 int
	FromWhen, ToWhen         Moment
	FromName, ToName         string
	Passages                 []Passage
	Newest, MarkupOnly       bool
}

// MergePage shows a text that is no revision beside the newest one.
type MergePage struct {
	Base
	Article, Path, Lang, Dir    string
	Number, BaseNumber, Clashes int
	Name, Kind, Pen, NewestName string
	By                          int64
	When, NewestWhen            Moment
	Mine, Theirs                []Passage
	Same, MayDrop               bool
}

// TranslationsPage lists what is missing and outdated in a language.
type TranslationsPage struct {
	Base
	Language, Autonym string
	Languages         []Option
	Outdated, Missing []ArticleRow
	Next              string
	MayWrite          bool
}

// GroupPage shows all languages of an article side by side.
type GroupPage struct {
	Base
	Article, Path, To string
	Rows              []GroupRow
	Languages         []Option
}

// GroupRow is the article in one language.
type GroupRow struct {
	ID                                    int64
	Href, Title, Lead, Lang, Dir, Autonym string
	State, StateName, Address, Of         string
	Number, Base                          int
	When                                  Moment
	Outdated, MayWrite                    bool
	Body                                  template.HTML
}

// PreviewPage shows the public page in a frame.
type PreviewPage struct {
	Base
	Article, Path, Lang, Frame string
	Tags, Widths, Others       []Option
	Wide                       bool
}

// VariantPage shows a text beside itself in another script.
type VariantPage struct {
	Base
	Article, Path, Here, Lang, Dir, ToLang, ToDir string
	Others                                        []Option
	Forms                                         []FormRow
	Pairs                                         []Pair
	MayAll                                        bool // may set forms for the whole site
}

// FormRow is the form that a word is to have.
type FormRow struct {
	Word, Form, Name string
	Site             bool
}

// Pair is a paragraph in both scripts.
type Pair struct{ Text, Made string }
