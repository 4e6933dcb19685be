package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// headlineDeed reports whether an English verb in the present is that of a headline: it
// stands in a line of its own without a full stop, or between a name and words without
// an article: "Ghana, Togo sign fishing pact".
func (g *ground) headlineDeed(d *deed, s lang.Sentence) bool {
	if d.start == s.First || d.end >= s.Last {
		return false
	}
	k := d.start - 1
	if m := g.at(k); m == nil && !g.inHeadline(s) || m != nil && (m.class == lang.DateChunk || m.class == lang.GroupChunk) {
		return false
	}
	if !g.l.Toks[k].Is(lang.Word) || g.l.Has(k, g.npstop) || g.l.Has(k, g.p.class("future")) || g.l.Plays(k, g.p.know.roles.to) {
		return false
	}
	if g.inHeadline(s) {
		return true
	}
	e := d.end
	return !g.l.Has(e, g.article) && !g.l.Has(e, g.p.class("phraseone")) && !g.l.Has(e, g.poss) && !g.l.Has(e, g.npstop) && !g.l.Has(e, g.stop) && g.l.Toks[e].Is(lang.Word) && s.First < k && g.l.Toks[s.First].Para
}

// inHeadline reports whether a sentence is a line of its own that no mark closes.
func (g *ground) inHeadline(s lang.Sentence) bool {
	if !g.l.Toks[s.First].Para || s.Last < len(g.l.Toks) && !g.l.Toks[s.Last].Para || s.Last-s.First > 24 {
		return false
	}
	return g.l.Toks[s.Last-1].Is(lang.Word) || g.l.Toks[s.Last-1].Is(lang.Number)
}

// toldInHeadline takes an English instrument that was told in the headline for the one
// of its kind that the text right below tells of, which says more.
func (f *agreementFinder) toldInHeadline(o, m *made) bool {
	if !strings.HasPrefix(o.st.Rule, "agreement.headline") || o.key != m.key && !strings.HasSuffix(o.key, " "+m.key) && !strings.HasSuffix(m.key, " "+o.key) || m.first == o.first || m.first-o.last > 3 || m.st.Status != o.st.Status {
		return false
	}
	if m.named || !o.named && len(m.st.Instrument) > len(o.st.Instrument) {
		o.st.Instrument, o.phrase, o.named, o.key = m.st.Instrument, m.phrase, m.named, m.key
	}
	if m.st.Date != "" && (o.anchored || o.st.Date == "") {
		o.st.Date, o.anchored = m.st.Date, m.anchored
	}
	if len(m.parties) >= len(o.parties) {
		o.parties = m.parties
	}
	if m.st.Place != "" {
		o.st.Place = m.st.Place
	}
	o.first, o.st.Rule, o.st.Action = m.first, m.st.Rule, m.st.Action
	o.last, o.sided = m.last, m.sided
	return true
}
