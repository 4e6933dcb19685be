package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// byRules states offices by verbs: captures who, title (a phrase with a head),
// org; the rule's attribute tenure says how.
func (f *officeFinder) byRules(s lang.Sentence) {
	var handed []handover
	f.p.scan(f.rules, s, func(m *pattern.Match) bool {
		a, b, ok := m.Capture("who")
		if !ok {
			return true
		}
		if _, _, many := m.Capture("many"); many {
			f.several(m, s)
			return true
		}
		who, ok := f.p.lastSpeaker(a, b)
		if !ok {
			gender := f.p.genderSaid(a, -1)
			if who, ok = f.subjectOf(a, gender); !ok {
				who, ok = f.p.personBefore(a, gender)
			}
			if !ok {
				return true
			}
		}
		t := title{org: -1, place: -1, head: -1, tenure: m.Rule.Get("tenure")}
		if a, b, ok := m.Capture("after"); ok {
			of, ok := f.p.lastSpeaker(a, b)
			if !ok {
				first := a
				if w, _, named := m.Capture("who"); named {
					first = min(a, w) // "named X to succeed him"
				}
				of, ok = f.p.personBefore(first, f.p.genderSaid(a, -1))
			}
			if ok {
				handed = append(handed, handover{who: who, of: of, tenure: t.tenure, rule: m.Rule.Name})
			}
			return true
		}
		if a, b, ok := m.Capture("title"); ok {
			if f.doing(a, b) {
				return true
			}
			if c, ok := f.l.Chunk(a, f.tenure); ok && int(c.End) < b { // новым | министром
				a = int(c.End)
			}
			a = f.behindDecree(f.behindPost(a, b), b)
			if f.headLast() && a == s.First && b-a > 2 && f.l.Has(a, f.p.class("eventnoun")) && f.electsKK(m.End-1) {
				a++ // Сессия | ассамблея төрағасы болып X-ті сайлады
			}
			t.from, t.to, t.head = a, b, a
			for i := a; i < b; i++ {
				if f.l.Has(i, f.head) {
					if t.head = i; !f.headLast() {
						break
					}
				}
			}
			if !f.headLast() {
				if f.p.know.russian && f.heldByMany(&t, m, s) {
					return true
				}
				if f.p.know.russian { // only adjectives before the head belong to it, and nobody's name
					t.from = t.head
					for i := t.head; i < b; i++ {
						if f.l.Has(i, lang.PersonChunk) {
							t.to, b = i, i
						}
					}
					if f.untold(&t, a, m.Rule.Name) {
						return true
					}
					if more, ok := f.joined(&t, b); ok {
						t.to = more.from - 1
						more.tenure = t.tenure
						f.complement(&more, more.head, more.to)
						defer f.state(more, who, s, m.Rule.Name)
					}
				}
				f.cutOccasion(&t)
				if f.plural != lang.NoClass {
					if f.onlyDoing(&t) {
						return true
					}
					if f.endTitleEN(&t); f.ofOthers(a, t.to) {
						return true
					}
				}
				f.withoutOwner(&t)
				f.complement(&t, t.head, t.to)
				f.left(&t, a)
			} else {
				f.owner(&t, a, s.First)
			}
		}
		if a, b, ok := m.Capture("noun"); ok { // "who chairs the committee"
			t.org = f.bodyNamed(b - 1)
			_ = a
		}
		if a, b, ok := m.Capture("org"); ok {
			for i := a; i < b; i++ {
				if x, ok := f.p.mentionAt(i, lang.OrgChunk); ok {
					t.org = x.entity
				}
			}
		}
		if word := m.Rule.Get("title"); word != "" { // "who chairs": the verb names the title
			f.add(strings.ReplaceAll(word, "_", " "), t, who, s, m.Rule.Name)
			return true
		}
		if m.Rule.Get("post") != "" { // төрағалыққа сайлады
			if name := f.post(t.head); name != "" {
				f.add(name, t, who, s, m.Rule.Name)
			}
			return true
		}
		if t.head >= 0 && !f.abstract(t.head) {
			f.state(t, who, s, m.Rule.Name)
			f.alsoHolds(t, who, s, m.Rule.Name)
			f.gaps(t, s, m.Rule.Name)
		}
		return true
	})
	for _, h := range handed {
		f.handOver(h, s)
	}
}

// electsKK reports whether a Kazakh verb of appointing says who appoints: сайлады,
// тағайындады, but not сайланды, тағайындалды.
func (f *officeFinder) electsKK(k int) bool {
	w := f.l.Fold(k)
	for _, end := range [...]string{"алды", "елді", "ылды", "ілді", "нды", "нді"} {
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return strings.HasSuffix(w, "ды") || strings.HasSuffix(w, "ді") || strings.HasSuffix(w, "ты") || strings.HasSuffix(w, "ті")
}

// behindDecree gives the token where a Kazakh title begins behind what the
// appointment was made by: «Президент Жарлығымен | сот төрағасы».
func (f *officeFinder) behindDecree(a, b int) int {
	if !f.headLast() {
		return a
	}
	for i := b - 1; i > a; i-- {
		for _, x := range f.l.Analyses(i - 1) {
			if x.Harmony && strings.HasSuffix(x.Slots, "poss3 ins") {
				return i
			}
		}
	}
	return a
}

// behindPost gives the token where a Russian title begins behind the words for a
// post: «указом президента на должность | посла Узбекистана».
func (f *officeFinder) behindPost(a, b int) int {
	if !f.p.know.russian {
		return a
	}
	for i := a + 1; i+1 < b; i++ {
		switch {
		case !f.l.Plays(i-1, f.p.know.roles.toPost):
		case f.l.Plays(i, f.p.know.roles.postWord):
			return i + 1
		}
	}
	return a
}
