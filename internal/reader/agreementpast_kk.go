package reader

import "shanyraq/internal/lang"

// hadDoneKK reports whether a Kazakh sentence of a paragraph that recalls something closes
// with a participle of the past and the word that moves it back before what the text tells,
// so that its deed is not of the text's day: «Айта кетейік, … жол картасы қабылданған | болатын».
func (f *agreementFinder) hadDoneKK(s lang.Sentence) bool {
	k := s.Last - 1
	for k > s.First && f.l.Is(k, lang.Punct) {
		k--
	}
	if k <= s.First+1 || !f.l.Plays(k, f.p.know.roles.movedBack) || !participleEndsKK.end(f.l.Fold(k-1)) {
		return false
	}
	from := f.p.paragraphOf(s.First)
	return f.l.Plays(from, f.p.know.roles.recallsNow) || f.l.Plays(s.First, f.p.know.roles.recallsNow)
}

// consentKK reports whether a Kazakh "agreement" without a topic or a word of its own is
// what somebody gives or gets, so that it is his consent and no paper: «зауыт салуға |
// келісім берді», «келісімін алды», but «Париж келісімін беруге».
func (f *agreementFinder) consentKK(ph *phrase) bool {
	named := f.l.Is(ph.headEnd-2, lang.Cap) && ph.headEnd-2 > f.p.sentenceOf(ph.headEnd-1).First
	return !named && !ph.topic && ph.quoted[1] == 0 && f.l.Plays(ph.headEnd, f.p.know.roles.givenOrGot)
}
