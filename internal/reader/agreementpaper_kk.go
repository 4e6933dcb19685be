package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// paperAgainKK hands on to the instrument told before what a Kazakh sentence without one says
// of its signing: where and when that was, and for whom they signed. «Тараптар көлік туралы
// келісімге қол қойды. Құжатқа Рига университеті атынан Оле Брукк, Лунд музейі атынан Ада
// Линд қол қойды», «Рәсім Ригада өтті».
func (f *agreementFinder) paperAgainKK(k int, s lang.Sentence) {
	if !f.headLast || len(f.made) == 0 || s.Last-s.First < 4 {
		return
	}
	if f.ceremonyOpensKK(s) {
		if o := f.newsPaperKK(k, false); o != nil && k-o.last <= 2+f.signingSaidKK(s) && o.st.Status == "signed" && o.st.Place == "" {
			o.st.Place = f.onlyPlaceKK(s.First, s.Last)
		}
		return
	}
	at, recalled := f.signedPaperKK(s)
	if at < 0 {
		f.dueAgainKK(k, s)
		return
	}
	o := f.newsPaperKK(k, recalled)
	if o == nil || o.st.Status != "signed" {
		return
	}
	if o.st.Place == "" {
		o.st.Place = f.onlyPlaceKK(s.First, at)
	}
	if o.st.Date == "" || o.anchored {
		for _, n := range f.p.mentionsIn(lang.DateChunk, s.First, at) {
			if m := &f.p.mens[n]; !m.date.IsZero() && !f.until(m) && !f.future(m.date) {
				o.st.Date, o.anchored = m.date.String(), false
				break
			}
		}
	}
	p := f.signedForKK(s.First, at)
	if len(p) == 0 {
		p = f.ministersSignKK(s.First, at)
	}
	unnamed := f.namesNoneKK(o)
	if len(p) == 0 && (len(o.parties) == 0 || unnamed) {
		p = f.headsSignKK(s.First, at)
	}
	if len(p) == 2 && (len(o.parties) < 2 || unnamed) {
		o.parties = p
	}
}

// signedPaperKK gives the token of the verb of signing with which a Kazakh sentence about a
// paper without a name ends, -1 where it tells of none, and whether it only recalls that:
// «Аталған құжатқа кеше Ригада | қол қойылды», «Оған екі министр | қол қойған».
func (f *agreementFinder) signedPaperKK(s lang.Sentence) (at int, recalled bool) {
	paper := f.l.Fold(s.First) == "оған"
	if k := s.Last - 2; f.l.Fold(s.First) == "құжатты" && k > s.First && f.l.Fold(k) == "бекітті" {
		return k, false // Құжатты А мен Б | бекітті
	}
	for k := s.First; k+1 < s.Last; k++ {
		switch f.l.Fold(k) {
		case "құжатқа":
			paper = true
		case "қол":
			if !paper {
				continue
			}
			switch f.l.Fold(k + 1) {
			case "қойды", "қойылды", "қойған", "қойылған":
				if last := f.l.Rune(k + 2); k+2 < s.Last && last != '.' && last != ',' && last != '!' {
					return -1, false // қол қойған жоқ
				}
				return k, strings.HasSuffix(f.l.Fold(k+1), "ған")
			}
		}
	}
	return -1, false
}

// ceremonyOpensKK reports whether a Kazakh sentence opens with the ceremony at which what the
// sentence before tells was signed, and says where that was: «Қол қою рәсімі Ригада өтті».
func (f *agreementFinder) ceremonyOpensKK(s lang.Sentence) bool {
	k := s.First
	switch f.l.Fold(k) {
	case "қол":
		k += 2
	case "салтанатты":
		k++
	}
	switch f.l.Fold(k) {
	case "рәсім", "рәсімі":
	case "жиын", "кездесу", "келіссөз", "келіссөздер":
		if k > 0 && !f.talksBeforeKK(f.p.sentenceOf(k-1)) {
			return false
		}
	default:
		return false
	}
	return slices.Contains([]string{"өтті", "болды", "ұйымдастырылды", "өткізілді"}, f.p.foldAt(s.Last-2))
}

// signingSaidKK gives how much further back what was signed may be told where a Kazakh sentence
// says that its ceremony is one of signing: «Қол қою | рәсімі», but «Рәсім».
func (f *agreementFinder) signingSaidKK(s lang.Sentence) int {
	if f.l.Fold(s.First) == "қол" {
		return anaphorReach
	}
	return 0
}

// talksBeforeKK reports whether a Kazakh sentence tells that something was done at talks:
// «өкілдер қатысқан жиында … қол қойылды».
func (f *agreementFinder) talksBeforeKK(s lang.Sentence) bool {
	for k := s.First; k < s.Last; k++ {
		switch f.l.Fold(k) {
		case "жиында", "кездесуде", "келіссөзде", "келіссөздерде":
			return true
		}
	}
	return false
}

// newsPaperKK gives the instrument that a Kazakh text told last before sentence k, one that it
// only recalls from years before passed over where news is told; nil where none is near.
func (f *agreementFinder) newsPaperKK(k int, recalled bool) *made {
	for i := len(f.made) - 1; i >= 0; i-- {
		o := &f.made[i]
		if o.first >= k || o.last < k-2*anaphorReach {
			return nil
		}
		date, err := value.ParseDate(o.st.Date)
		if recalled || err != nil || f.p.doc.opt.Published.IsZero() || !f.wellBefore(date) {
			return o
		}
	}
	return nil
}

// onlyPlaceKK gives the one place at which something is between two tokens; "" where none or
// several are.
func (f *agreementFinder) onlyPlaceKK(from, to int) string {
	found := -1
	for m := f.nextNamed(from, to); m != nil; m = f.nextNamed(m.end, to) {
		if m.class != lang.PlaceChunk || m.entity < 0 || !f.locative(m) || attributiveKK(f.l.Fold(m.end-1)) || f.notThereKK(m) {
			continue
		}
		if found >= 0 && found != m.entity {
			return ""
		}
		found = m.entity
	}
	if found < 0 {
		return ""
	}
	return ref(found)
}

// signedForKK gives the bodies and states on behalf of which somebody signs: «Рига университеті
// | атынан Оле Брукк, Чили тарапынан Ада Линд».
func (f *agreementFinder) signedForKK(from, to int) (out []int) {
	for m := f.nextNamed(from, to); m != nil; m = f.nextNamed(m.end, to) {
		if m.entity < 0 || m.class != lang.OrgChunk && !f.isCountry(m.entity) {
			continue
		}
		switch f.l.Fold(m.end) {
		case "атынан", "тарапынан", "жағынан":
			if !slices.Contains(out, m.entity) {
				out = append(out, m.entity)
			}
		}
	}
	return out
}

// headsSignKK gives the two bodies or states whose officers sign, each told before the name of who has
// the office: «Көпір қорының төрағасы Оле Брукк пен Лунд музейінің директоры Ада Линд».
func (f *agreementFinder) headsSignKK(from, to int) (out []int) {
	for m := f.nextNamed(from, to); m != nil; m = f.nextNamed(m.end, to) {
		if m.class != lang.OrgChunk && !f.isCountry(m.entity) || m.entity < 0 || !genitiveKK(f.l.Fold(m.end-1)) || slices.Contains(out, m.entity) {
			continue
		}
		first := m.end
		if o := f.at(first); o != nil && o.class == lang.PlaceChunk && attributiveKK(f.l.Fold(o.end-1)) {
			first = o.end // Жапонияның | Тәжікстандағы елшісі
		}
		for k := first; k < to && k < first+6 && f.l.Is(k, lang.Lower); k++ {
			if f.l.Has(k, f.officenoun) && f.is(k+1, lang.PersonChunk) {
				out = append(out, m.entity)
				break
			}
		}
	}
	return out
}

// ministersSignKK gives the two states whose officers sign together: «Норвегия мен Кения |
// министрлері».
func (f *agreementFinder) ministersSignKK(from, to int) []int {
	for m := f.nextNamed(from, to); m != nil; m = f.nextNamed(m.end, to) {
		o := f.at(m.end + 1)
		if !f.joins(m.end) || o == nil || o.start != m.end+1 || m.entity < 0 || o.entity < 0 || m.entity == o.entity || !f.isCountry(m.entity) || !f.isCountry(o.entity) {
			continue
		}
		for k := o.end; k < o.end+3 && k < to && f.l.Is(k, lang.Word); k++ {
			if f.l.Has(k, f.officenoun) && f.slotsOf(k, "plural poss3") {
				return []int{m.entity, o.entity}
			}
		}
	}
	return nil
}

// namesNoneKK reports whether the sentence of an instrument names none of its sides, which
// were found elsewhere in the text: «Ригада екі ел арасында шартқа қол қойылды».
func (f *agreementFinder) namesNoneKK(o *made) bool {
	s := f.p.sents[o.first]
	for m := f.nextNamed(s.First, s.Last); m != nil; m = f.nextNamed(m.end, s.Last) {
		if slices.Contains(o.parties, m.entity) {
			return false
		}
	}
	return true
}

// dueAgainKK gives the instrument that the sentence before tells as planned the day on which
// a Kazakh sentence says it is to be signed: «Қазір шарттың жобасы пысықталуда. Оған | 2025
// жылғы шілдеде қол қойылады деп күтілуде».
func (f *agreementFinder) dueAgainKK(k int, s lang.Sentence) {
	o := &f.made[len(f.made)-1]
	if w := f.l.Fold(s.First); w != "оған" && w != "құжатқа" || o.last != k-1 || o.st.Status != "planned" || o.st.Date != "" && !o.anchored {
		return
	}
	for i := s.First + 1; i+1 < s.Last; i++ {
		if f.l.Fold(i) != "қол" {
			continue
		}
		switch f.l.Fold(i + 1) {
		case "қойылады", "қойылмақ", "қойылмақшы", "қояды", "қоймақ", "қоймақшы", "қою":
		default:
			return
		}
		for _, n := range f.p.mentionsIn(lang.DateChunk, s.First, i) {
			if m := &f.p.mens[n]; !m.date.IsZero() && !f.until(m) {
				o.st.Date, o.anchored = m.date.String(), false
				return
			}
		}
		return
	}
}

// sidesAgainKK reports whether every side of the one telling is a side by the other too, or is
// the state of one: «Гана мен Непал» and «Гана Үкіметі, Непал Үкіметі».
func (f *agreementFinder) sidesAgainKK(o, m *made) bool {
	for _, e := range o.parties {
		state := f.p.doc.entities[e].name + " "
		if !slices.ContainsFunc(m.parties, func(p int) bool {
			x := &f.p.doc.entities[p]
			return p == e || x.kind == read.Organization && strings.HasPrefix(x.name, state)
		}) {
			return false
		}
	}
	return len(o.parties) > 0
}

// generalKK reports whether all words before the noun of a Kazakh instrument say only that it
// is new or whose it is: «жаңа келісім», «екіжақты құжат».
func (f *agreementFinder) generalKK(ph *phrase) bool {
	if !f.headLast || ph.topic || ph.from == ph.head || ph.quoted[1] > 0 {
		return false
	}
	for k := ph.from; k < ph.head; k++ {
		switch f.l.Fold(k) {
		case "жаңа", "аталған", "тиісті", "екіжақты", "осы", "бұл", "маңызды":
		default:
			return false
		}
	}
	return true
}
