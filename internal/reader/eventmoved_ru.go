package reader

import "shanyraq/internal/lang"

// notMoved reports whether a Russian verb of moving or calling off is not said of the
// event: what is moved has its new day in the sentence, «перенесли форум на 20 июня», and
// what is called off stands right at the verb, «отменили концерт», but «отменили запрет на
// концерт».
func (f *eventFinder) notMoved(ph *phrase, d *deed, s lang.Sentence) bool {
	switch d.rule.Name {
	case "event.cancels":
		return d.end != ph.from && f.behindItsAside(ph) != d.start
	case "event.moves":
		for i := d.end; i+1 < s.Last; i++ {
			if f.l.Fold(i) == "на" && f.is(i+1, lang.DateChunk) {
				return d.end != ph.from && ph.to != d.start && f.behindItsAside(ph) != d.start
			}
		}
		return true
	}
	return false
}

// behindItsAside gives the token behind the place and day told right behind an event's noun,
// «лекцию в Лиме 6 июня | перенесли», the token behind the noun where none is.
func (f *eventFinder) behindItsAside(ph *phrase) int {
	i := ph.to
	if f.l.Has(i, f.p.know.lists.inPrep) {
		if m := f.at(i + 1); m != nil && m.class == lang.PlaceChunk {
			i = m.end
		}
	}
	if m := f.at(i); m != nil && m.class == lang.DateChunk {
		i = m.end
	}
	return i
}

// movedFrom reports whether a Russian day is the one an event was moved from: «перенесён
// с 15 мая | на 20 июня».
func (f *eventFinder) movedFrom(m *mention, d *deed) bool {
	if d == nil || d.rule.Name != "event.moved" && d.rule.Name != "event.moves" || m.end <= d.start {
		return false
	}
	w := f.p.foldAt(m.start - 1)
	return (w == "с" || w == "со") && f.p.foldAt(m.end) == "на" && f.is(m.end+1, lang.DateChunk)
}

// heldThereRU reports whether a Russian noun of many meanings, told with words of its own,
// stands right at the verb by which it took place, the sentence saying where: «В Лиме
// состоялось открытие Музея моря».
func (f *eventFinder) heldThereRU(w *weighing) bool {
	if !f.russian() || w.d == nil || w.d.value != "happen" || w.place < 0 || w.vague || !w.ph.has("loose") {
		return false
	}
	return w.d.end == w.ph.from || w.d.start == w.ph.to
}
