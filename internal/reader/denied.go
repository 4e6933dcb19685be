package reader

import "shanyraq/internal/lang"

// denials gives what an English sentence denies that mood: "The ministry denied
// that a meeting had taken place". A clause that a word of the denyword list
// opens goes on to the end of the sentence or a semicolon.
func (g *ground) denials(s lang.Sentence) {
	c := g.p.know.lists.denyWord
	if c == lang.NoClass {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if !g.l.Has(i, c) {
			continue
		}
		ch, _ := g.l.Chunk(i, c)
		from, to := int(ch.End), s.Last
		for k := from; k < s.Last; k++ {
			if g.l.Rune(k) == ';' {
				to = k
				break
			}
		}
		for k := range g.deeds {
			if d := &g.deeds[k]; d.start >= from && d.end <= to && (d.mood == "past" || d.mood == "done" || d.mood == "present" || d.mood == "planned") {
				d.mood = "denied"
			}
		}
	}
}
