package intake

import (
	"strings"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/detect"
	"shanyraq/internal/fault"
)

// finish fills what every importer leaves to the common end: options, damage,
// the canonical tree, the language, a slug and a key.
func (it *Item) finish(opt Options) error {
	if len(it.HTML) > maxArticle {
		return tooLarge(it.Place, int64(len(it.HTML)))
	}
	it.mend(opt.Repair)
	doc, dropped, err := article.Parse(it.HTML)
	if err != nil {
		return at(err, it.Place)
	}
	it.Dropped = dropped
	text := doc.Plain().Text
	if strings.TrimSpace(text) == "" && it.Title == "" {
		return fault.New(fault.Invalid, "there is neither a title nor a text").At("%s", it.Place).Hint("check that it is an article")
	}
	if it.Title == "" {
		it.Title = firstWords(text)
		it.note("it has no title; its first words stand for one")
	}
	it.tellLanguage(text, opt.Language)
	it.Revision = article.NewRevision(it.Title, it.Lead, doc, "import", time.Time{})
	if len(it.Section) == 0 && opt.Section != "" {
		it.Section = section(strings.Split(opt.Section, "/")...)
	}
	if it.State == "" {
		it.State = article.Published
	}
	if it.Day.IsZero() && it.State == article.Published {
		it.note("no day of publication was found")
	}
	if it.Slug == "" {
		it.Slug = Slug(it.Title)
	}
	if it.Key == "" {
		it.Key = "text:" + shortHash(it.Title+"\x00"+it.Language+"\x00"+it.Day.String())
	}
	return nil
}

// tellLanguage settles the language: what the source says of this text; then
// what was asked for; then what the letters and words show. A language that
// the source gives for the whole site or for the page around the text gives
// way to a sure detection, because templates seldom say it right.
func (it *Item) tellLanguage(text, fallback string) {
	given := canonicalLanguage(it.Language)
	if wanted := canonicalLanguage(fallback); wanted != "" && (given == "" || it.vague) {
		given, it.vague = wanted, false
	}
	r := detect.Detect(clipBytes(it.Title+"\n\n"+text, 4<<10))
	if r.Script != "Zyyy" {
		it.Script = r.Script
	}
	switch {
	case given != "" && !it.vague:
		it.Language = given
	case given == "":
		if it.Language = r.Tag(); r.Language != "und" {
			it.note("the language is not given; the text is taken for " + it.Language)
		}
	case r.Language != "und" && r.Confidence >= 0.9 && canonicalLanguage(r.Tag()) != given:
		it.Language = r.Tag()
		it.note("the page or site says its language is " + given + "; the text is taken for " + it.Language)
	default:
		it.Language = given
	}
}

// firstWords gives the beginning of a text, up to its first sentence end or
// some 80 characters, cut at a word.
func firstWords(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if end := strings.IndexAny(line, ".!?"); end > 20 && end < 100 {
		return line[:end]
	}
	short := clip(line, 80)
	if len(short) < len(line) {
		if i := strings.LastIndexByte(short, ' '); i > 20 {
			short = short[:i] + "…"
		}
	}
	return short
}
