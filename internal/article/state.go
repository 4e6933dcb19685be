package article

// moves is the one table of the ways from state to state.
var moves = map[State][]State{
	Draft:     {Review, Scheduled, Published},
	Review:    {Draft, Scheduled, Published},
	Scheduled: {Draft, Scheduled, Published},
	Published: {Corrected, Withdrawn},
	Corrected: {Corrected, Withdrawn},
	Withdrawn: {Published},
}

// Moves gives the states that an article may go to from here, in order.
func (s State) Moves() []State { return moves[s] }

// MayBecome reports whether there is a way from s to another state.
func (s State) MayBecome(to State) bool {
	for _, m := range moves[s] {
		if m == to {
			return true
		}
	}
	return false
}

// Inner reports whether a change between two states is the writers' own: it
// touches nothing that the public sees or is promised.
func Inner(from, to State) bool {
	own := func(s State) bool { return s == Draft || s == Review }
	return own(from) && own(to)
}
