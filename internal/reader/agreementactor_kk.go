package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// actorAhead takes out of a Kazakh topic the one who acts and with whom the sentence
// opens, where the verb behind the instrument has no other subject: «Грузия | бала
// құқықтары туралы конвенцияға қосылды», «Банк | несие туралы шарт жасасты». A name
// that owns the word right behind it stays («Қазақстан тарихы туралы»).
func (f *agreementFinder) actorAhead(ph *phrase, s lang.Sentence) {
	if !f.headLast || !ph.topic || ph.from != s.First || ph.quoted[1] > 0 {
		return
	}
	d := f.deedBehind(ph)
	if d == nil || f.passiveKK(d) {
		return
	}
	end := 0
	if m := f.at(s.First); m != nil {
		if m.class != lang.PlaceChunk && m.class != lang.OrgChunk || m.entity < 0 || m.class == lang.PlaceChunk && !f.isCountry(m.entity) || f.l.Slice(m.start, m.end) != f.p.doc.entities[m.entity].name {
			return
		}
		end = m.end
	} else if (f.l.Has(s.First, f.p.class("orghead")) || f.l.Has(s.First, f.officenoun)) && f.bare(s.First) && !f.ownedNoun(s.First) {
		end = s.First + 1
	}
	if end == 0 || end+1 >= ph.head || f.l.Has(end, f.topic) || !f.l.Toks[end].Is(lang.Word) || f.joins(end) || f.ownedNoun(end) || f.ownedWord(end) || f.l.Has(end, f.p.class("orghead")) || f.l.Has(end, f.officenoun) {
		return
	}
	for i := ph.headEnd; i < d.start; i++ { // another who acts
		if m := f.at(i); m != nil && m.class != lang.DateChunk && m.class != lang.GroupChunk && !f.slot(m.end-1, "loc", "abl", "dat", "gen", "ins", "acc") {
			return
		}
	}
	ph.from = end
}

// deedBehind gives the first verb behind an instrument, nil where another instrument
// stands before it.
func (f *agreementFinder) deedBehind(ph *phrase) *deed {
	for k := range f.deeds {
		if d := &f.deeds[k]; d.start >= ph.headEnd {
			for i := ph.headEnd; i < d.start; i++ {
				if f.l.Has(i, f.noun) || f.l.Toks[i].Is(lang.Punct) && f.l.Rune(i) != '-' {
					return nil
				}
			}
			return d
		}
	}
	return nil
}

// passiveKK reports whether a Kazakh verb says what was done to the instrument and
// not who did it: қойылды, қабылданды, жасалған. «Қосылды» of who accedes is none.
func (f *agreementFinder) passiveKK(d *deed) bool {
	if strings.HasSuffix(d.value, "acceded") {
		return false
	}
	for i := d.start; i < d.end; i++ {
		w := f.l.Fold(i)
		for _, e := range [...]string{"ылды", "ілді", "ылған", "ілген", "ылып", "іліп", "ылады", "іледі", "ылмақ", "ілмек", "ылуы", "ілуі", "ылатын", "ілетін", "анды", "енді", "анған", "енген", "анып", "еніп", "анады", "енеді", "анбақ", "енбек", "ануы", "енуі", "анатын", "енетін", "салды", "салған", "салып", "салады", "салмақ", "салуы"} {
			if strings.Contains(w, e) {
				return true
			}
		}
	}
	return false
}
