package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// longestHeadline is how many tokens a headline has at most.
const longestHeadline = 24

// inHeadline reports whether a sentence is a line of its own that no mark closes.
func (p *part) inHeadline(s lang.Sentence) bool {
	l := p.lat
	if !l.Toks[s.First].Para || s.Last < len(l.Toks) && !l.Toks[s.Last].Para || s.Last-s.First > longestHeadline {
		return false
	}
	return l.Is(s.Last-1, lang.Word) || l.Is(s.Last-1, lang.Number)
}

// headlineTo reports whether the word "to" at token k tells in an English headline what
// somebody is going to do: "Osh to host film festival".
func (p *part) headlineTo(k int, s lang.Sentence) bool {
	l := p.lat
	if k <= s.First || k+2 > s.Last || !l.Plays(k, p.know.roles.to) || !l.Is(k-1, lang.Word) || !l.Is(k+1, lang.Word) {
		return false
	}
	if l.Plays(k-1, p.know.roles.beforeTo) || l.Has(k-1, p.know.lists.npStop) || l.Has(k+1, lang.NumberChunk) || l.Has(k+1, lang.PlaceChunk) {
		return false
	}
	if w := l.Fold(k + 1); strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") { // Threat to | dams discussed at forum
		return false
	}
	return p.know.pack.Tag == "en" && p.inHeadline(s)
}

// headlineDeed reports whether an English verb in the present is that of a headline: it
// stands in a line of its own without a full stop, or between a name and words without
// an article: "Ghana, Togo sign fishing pact".
func (g *ground) headlineDeed(d *deed, s lang.Sentence) bool {
	if d.start == s.First || d.end > s.Last || d.end == s.Last && d.event == "" {
		return false
	}
	k := d.start - 1
	if m := g.at(k); m == nil && !g.p.inHeadline(s) && !((g.l.Is(k, lang.Cap) || g.tellerAt(k)) && g.annal(s) != nil) || m != nil && (m.class == lang.DateChunk || m.class == lang.GroupChunk) {
		return false
	}
	if teller := g.tellerAt(k); !g.l.Is(k, lang.Word) || g.l.Has(k, g.npstop) && !teller || g.l.Has(k, g.p.know.lists.future) || g.l.Plays(k, g.p.know.roles.to) {
		return false
	}
	if g.p.inHeadline(s) {
		return true
	}
	if s.First < k && g.annal(s) != nil { // May 2014: Ghana and Togo sign | a treaty
		return true
	}
	e := d.end
	return !g.l.Has(e, g.article) && !g.l.Has(e, g.p.know.lists.phraseOne) && !g.l.Has(e, g.poss) && !g.l.Has(e, g.npstop) && !g.l.Has(e, g.stop) && g.l.Is(e, lang.Word) && s.First < k && g.l.Toks[s.First].Para
}

// headlineVerb reports whether the word at token k is the verb of an English headline:
// "Team Concludes Visit".
func (g *ground) headlineVerb(k int) bool {
	t := &g.l.Toks[k]
	if !g.english() || !t.Is(lang.Cap) || !g.l.Plays(k, g.p.know.roles.headlineVerb) || g.at(k) != nil && g.at(k).class == lang.PersonChunk {
		return false
	}
	return strings.HasSuffix(g.l.Fold(k), "s")
}

// verbOfHeadline reports whether the word at token k before an office is the verb of an
// English headline: "King Silva Greets | Bishop Berg".
func (f *officeFinder) verbOfHeadline(k int) bool {
	return f.plural != lang.NoClass && f.l.Is(k, lang.Cap) && f.l.Plays(k, f.p.know.roles.headlineVerb) && strings.HasSuffix(f.l.Fold(k), "s") && f.p.inHeadline(f.p.sentenceOf(k))
}

// toCome reports whether an English headline tells of what is to come: "3,000 athletes to
// compete at World Nomad Games".
func (f *eventFinder) toCome(s lang.Sentence) bool {
	for k := s.First + 1; k < s.Last-1; k++ {
		if f.l.Plays(k, f.p.know.roles.to) {
			return f.p.headlineTo(k, s)
		}
	}
	return false
}
