package reader

import (
	"slices"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// today gives the day that relative dates are counted from: that of the
// dateline where the text opens with one, else the day of publication.
func (p *part) today() (time.Time, bool) { return p.doc.day.First() }

// datelineLag is how many days a text may be published after its dateline.
const datelineLag = 7

// writtenOn sets the day relative dates are counted from to that of the
// text's dateline, where it opens with one of the days before its publication:
// "ASTANA, March 4 (Agency) —" in a text published on March 5. It looks at the
// dates found in a first sentence, before any of them is counted.
//
// The text opens at token from: behind a heading, with the second paragraph.
func (p *part) writtenOn(found []dateSpan, told lang.Sentence, from int) {
	if p.base != 0 || p.doc.opt.Published.IsZero() || !slices.ContainsFunc(found, func(d dateSpan) bool { return p.datelineAround(from, d.start, d.end) }) {
		return
	}
	pub, _ := p.doc.opt.Published.First()
	var best dateSpan
	for i := range found {
		d := found[i] // a copy: the day may change what it means
		if d.start < from+datelineReach && d.end-d.start > best.end-best.start && d.isDate(p, told) && !d.told && len(d.date.String()) == len(time.DateOnly) {
			best = d
		}
	}
	day, ok := best.date.First()
	if !ok || !day.Before(pub) || pub.Sub(day).Hours() > 24*datelineLag || !p.datelineAround(from, best.start, best.end) {
		return
	}
	p.doc.day = value.DateOf(day)
}

// belowHeading reports whether sentence k opens the second paragraph of a text
// whose first is a heading, which ends without a full stop, or the one below several.
func (p *part) belowHeading(k int) bool {
	i := p.sents[k].First
	if k > 1 && k <= mostHeadings && i == p.opensAt() {
		return true
	}
	if k == 0 || k > 2 || !p.lat.Toks[i].Para || p.lat.Is(i-1, lang.Punct) {
		return false
	}
	for j := 1; j < i; j++ {
		if p.lat.Toks[j].Para {
			return false
		}
	}
	return true
}

// opensAt gives the token that what a text tells begins with: the first, or that of the
// paragraph behind one to three headings without a full stop: "Latest news", below it
// "Peru and Chad sign treaty", below that | "OSH – The".
func (p *part) opensAt() int {
	at := 0
	for k := 1; k < min(len(p.paras), 1+mostHeadings); k++ {
		if s := p.sentenceOf(at); p.paras[k] != s.Last || !p.inHeadline(s) {
			break
		}
		at = p.paras[k]
	}
	return at
}

// mostHeadings is how many headings stand above a text at most.
const mostHeadings = 3

// headline gives the sentence that is the headline of a text: the first, or the last of
// several headings, a rubric standing above it.
func (p *part) headline() int {
	if at := p.opensAt(); at > 0 {
		return p.sentenceIndex(at) - 1
	}
	return 0
}

// leadEnd gives the end of what a text begins with: its first paragraph, or, where that
// is a heading which names nothing of a class, the second.
func (p *part) leadEnd(c lang.Class) int {
	if end := p.paragraphEnd(0); len(p.mentionsIn(c, 0, end)) > 0 || end >= len(p.lat.Toks) {
		return end
	}
	return p.paragraphEnd(p.opensAt())
}

// datelineAround reports whether the date of the tokens [start, end) stands in
// a dateline: behind nothing or names alone from token from on, before a dash, an
// agency in brackets or slashes, or, behind a name, the end of a sentence.
func (p *part) datelineAround(from, start, end int) bool {
	l := p.lat
	for i := from; i < start; i++ {
		t := &l.Toks[i]
		switch r := l.Rune(i); {
		case t.Is(lang.Cap), t.Is(lang.Upper), r == ',', r == '.', r == '(', r == ')', r == '/', r == '-' && t.Is(lang.Glued):
		default:
			return false
		}
	}
	for end < len(l.Toks) && (l.Rune(end) == '.' || l.Rune(end) == ',') {
		if end++; start > from && l.Rune(end-1) == '.' {
			return true
		}
	}
	if end >= len(l.Toks) || l.Toks[end].Para {
		return start > from
	}
	switch r := l.Rune(end); {
	case isDash(r):
		return true
	case r == '(' || r == '/':
		return l.Is(end+min(1, len(l.Toks)-1-end), lang.Cap) || l.Is(end+min(1, len(l.Toks)-1-end), lang.Upper)
	case start > from && l.Is(end, lang.Upper):
		for k := end + 1; k < len(l.Toks) && k < end+4; k++ {
			if isDash(l.Rune(k)) {
				return true
			}
		}
	}
	return false
}

// datelineOf gives the token behind the dateline that opens a sentence, "Oslo, 14
// September –", «Осло, 14 сентября. –», "Osh. 14 September –"; 0 where none does.
func (p *part) datelineOf(s lang.Sentence) int {
	l := p.lat
	from := s.First
	if from > 0 && !l.Toks[from].Para {
		if from = p.paragraphOf(from); p.know.headLast { // behind the line of a title
			from = p.lineOf(s.First)
		}
		if s.First > from+longestTown {
			return 0
		}
	}
	for i := from; i < s.Last && i < from+2*datelineReach; i++ {
		switch t := &l.Toks[i]; {
		case i > s.First && isDash(l.Rune(i)) && (!t.Is(lang.Glued) || l.Rune(i-1) == '.'):
			// «В Перу – 34 млн, в Чили – 20 млн», «Токио – крупнейший город»: news open with a capital.
			if i+1 < s.Last && (l.Is(i+1, lang.Number) && !(p.know.pack.Tag == "en" && (p.dayEnds(i) || l.Rune(i-1) == ')' && p.dayEnds(i-1))) || l.Is(i+1, lang.Word) && !l.Is(i+1, lang.Cap) && !l.Is(i+1, lang.Upper)) {
				return 0
			}
			return i + 1
		case i > s.First && l.Rune(i) == ':' && p.know.pack.Tag == "en" && i+1 < s.Last && l.Is(i+1, lang.Cap) && (l.Has(from, lang.PlaceChunk) || from == s.First && l.Is(from, lang.Cap) && l.Rune(from+1) == ',' && p.dayEnds(i)): // Lima, 4 October (Andina): | Peru's
			return i + 1
		case t.Is(lang.Punct), t.Is(lang.Cap), t.Is(lang.Upper), len(p.covering(lang.DateChunk, i)) > 0:
		default:
			return 0
		}
	}
	return 0
}

// lineOf gives the token that the line of token i begins with, looked for among as many as the
// town of a dateline has: «Екі ел шарт жасасты» above «ОСЛО. Нординформ – Екі ел …».
func (p *part) lineOf(i int) int {
	from := i
	for from > 0 && i-from <= longestTown && !p.lat.Toks[from].Break && !p.lat.Toks[from].Para {
		from--
	}
	return from
}

// dayEnds reports whether a day is named right before token i: "Tura, 4 October|:".
func (p *part) dayEnds(i int) bool {
	for _, k := range p.covering(lang.DateChunk, i-1) {
		if m := &p.mens[k]; m.end == i && len(m.date.String()) == len("2006-01-02") {
			return true
		}
	}
	return false
}

// longestTown is how many tokens the town of a dateline has that is a sentence of
// its own, with the full stop.
const longestTown = 4

// phraseAlone gives the time meant by a line that is nothing but its name: "the
// week", "my weekend". It is the one that runs.
func (r *dateReader) phraseAlone() (value.Date, bool) {
	pub, dated := r.p.today()
	if !dated {
		return value.Date{}, true
	}
	switch r.p.lat.Fold(r.firstOf("phrase")) {
	case "day":
		return dayOf(pub), true
	case "week":
		return spanOf(monday(pub), 7)
	case "weekend":
		return spanOf(monday(pub).AddDate(0, 0, 5), 2)
	case "month":
		return edtf("%s", precise(pub, "month"))
	}
	return edtf("%s", precise(pub, "year"))
}
