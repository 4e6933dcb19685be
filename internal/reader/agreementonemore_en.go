package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// opensOneMore reports whether an English sentence may tell of one more instrument.
func (f *agreementFinder) opensOneMore(k int, s lang.Sentence) bool {
	if len(f.made) == 0 || f.made[len(f.made)-1].last != k-1 || f.l.Toks[s.First].Para {
		return false
	}
	_, end := f.oneMoreAt(s)
	return end > 0
}

// oneMore states the instrument that an English sentence tells by its number alone, of
// the kind that the sentence before it told: "A second one, on fish, is to be signed in
// May", "Another, with Peru, was initialled".
func (f *agreementFinder) oneMore(k int, s lang.Sentence) {
	o := f.made[len(f.made)-1]
	if o.phrase.has("act") || !o.phrase.has("firm") || f.plural(&o.phrase) {
		return
	}
	from, end := f.oneMoreAt(s)
	ph := o.phrase
	ph.from, ph.head, ph.headEnd, ph.to = from, from, end, end
	ph.gap, ph.quoted, ph.topic, ph.mods, ph.definite, ph.possessed = [2]int{}, [2]int{}, false, 1, false, false
	if f.l.Rune(end) == ',' {
		ph.to++
	}
	about := ph.to
	f.rightOf(&ph, s)
	d := f.deedOfOneMore(&ph)
	if d == nil {
		return
	}
	named := o.phrase
	for i := len(f.made) - 1; i >= 0 && !f.l.Has(named.head, f.noun); i-- { // one more of the one more
		named = f.made[i].phrase
	}
	name := f.l.Slice(named.head, named.headEnd)
	if from > s.First {
		name = f.l.Slice(from, from+1) + " " + name
	}
	if ph.topic {
		name += " " + f.l.Slice(about, ph.to)
	}
	st := read.Statement{Kind: read.Agreement, Instrument: name, Rule: d.rule.Name}
	st.Status, st.Action = f.statusOf(d)
	f.anchored = false
	date, ok := f.dated(&ph, s)
	if !ok {
		date = f.when(&ph, d, s, st.Status)
	}
	st.Date, st.Place = date.String(), f.where(&ph, d, s)
	parties, sided := f.sidesOfOneMore(&o, about, d, s)
	f.made = append(f.made, made{st: st, phrase: ph, first: k, last: k, shown: k, rank: statusRank(st.Status), named: true, parties: parties, key: o.key, anchored: f.anchored, sided: sided})
}

// oneMoreAt gives the tokens of what stands for one more instrument at the beginning of
// an English sentence: "A | second one |", "| Another |"; nothing where none stands there.
func (f *agreementFinder) oneMoreAt(s lang.Sentence) (from, end int) {
	r := &f.p.know.roles
	from = s.First
	if f.l.Has(from, f.p.know.lists.phraseOne) || f.l.Has(from, f.article) {
		from++
		n, ok := f.numeralAt(from)
		if (!ok || !n.ordinal) && !f.l.Plays(from, r.oneMore) {
			return 0, 0
		}
	} else if !f.l.Plays(from, r.yetOne) {
		return 0, 0
	}
	end = from + 1
	if f.l.Plays(end, r.theOne) {
		return from, end + 1
	}
	if f.l.Rune(end) == ',' || f.deedAt(end) || f.l.Has(end, f.p.know.lists.auxVerb) || f.l.Plays(end, r.beVerb) {
		return from, end
	}
	return 0, 0
}

// deedOfOneMore gives the verb of which one more instrument is the subject, the first
// of its sentence that may have one; nil where none tells what is done with it.
func (f *agreementFinder) deedOfOneMore(ph *phrase) *deed {
	for i := range f.deeds {
		d := &f.deeds[i]
		if d.start < ph.to || d.side == "right" || d.mood != "done" && d.mood != "planned" && d.mood != "denied" {
			continue
		}
		if v, _ := f.verbOf(d); v[0] == "" && d.mood == "done" || !f.fits(ph, d) || f.clauseAt(d.start-1) {
			return nil
		}
		return d
	}
	return nil
}

// sidesOfOneMore gives the parties of one more instrument: with whom it is, by the words
// before its verb, and of those of the one before who has signed both.
func (f *agreementFinder) sidesOfOneMore(o *made, from int, d *deed, s lang.Sentence) (out []int, sided bool) {
	with := f.p.know.lists.partyWith
	for i := from; i < s.Last && i < d.end+6; i++ {
		if f.l.Has(i, with) {
			f.run(i+1, s.Last, 4, func(e int) {
				if !slices.Contains(out, e) {
					out = append(out, e)
				}
			})
			break
		}
	}
	if len(out) == 0 {
		return o.parties, o.sided
	}
	if o.sided && len(o.parties) == 2 && !slices.Contains(out, o.parties[1]) { // whom the one before is with stands first
		return append(out, o.parties[1]), true
	}
	return out, true
}
