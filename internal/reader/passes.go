package reader

import "slices"

// pass is a piece of the work on a part that goes over all of it. A finder is a
// list of them, so that of many texts each may be gone over by one pass before the
// next begins (sidebyside.go); what one leaves to the next stands in the part and
// its finder.
type pass func(*part)

// passes gives those of a finder: begin makes the finder for a part, nil where it has
// nothing to look for there; then it takes its steps, one after the other.
func passes[F any](begin func(*part) *F, steps ...func(*F)) []pass {
	list := []pass{func(p *part) {
		p.finder = nil
		if f := begin(p); f != nil {
			p.finder = f
		}
	}}
	for _, step := range steps {
		list = append(list, func(p *part) {
			if f, ok := p.finder.(*F); ok {
				step(f)
			}
		})
	}
	return list
}

// finders gives the passes of all finders in the order in which they run over a part;
// the steps of the finder of names are those of a language.
func finders(names *nameSteps) []pass {
	return slices.Concat(
		[]pass{findNumbers},
		findDates,
		findNames(names),
		[]pass{findFramedNouns, findOffices},
		findFigures,
		findQuotes,
		findAgreements,
		findEvents,
	)
}

// findersOf are those passes by language, findersElse those of a language that has no
// steps for names of its own.
var findersOf = func() map[string][]pass {
	of := map[string][]pass{}
	for tag, steps := range stepsOf {
		of[tag] = finders(steps)
	}
	return of
}()

var findersElse = finders(stepsElse)

// finders gives the passes that run over a part.
func (p *part) finders() []pass {
	if list, ok := findersOf[p.know.pack.Tag]; ok {
		return list
	}
	return findersElse
}
