package names

// judge turns the best pairing into an answer with its reasons.
func judge(a, b *parsed, p *pairing) Result {
	var r Result
	var full, initials, exact, conflicts int
	var surnames, givenFull, fathers bool
	paired := [8]bool{}
	for i := range a.n {
		x := &a.parts[i]
		j := p.to[i]
		if j < 0 {
			continue
		}
		paired[j] = true
		y := &b.parts[j]
		ro := roleOf(x, y)
		switch p.kind[i] {
		case initial:
			initials++
			r.say(ro, x.text, " and ", y.text, " share an initial")
			continue
		case equal:
			exact++
		}
		full++
		switch ro {
		case surname:
			surnames = true
		case given:
			givenFull = true
		case patronymic:
			fathers = true
		}
		if x.role == surname && y.role == surname && x.female*y.female < 0 {
			conflicts++
			r.say(ro, x.text, " and ", y.text, " are of different gender")
			continue
		}
		if p.kind[i] == equal {
			r.say(ro, x.text, " = ", y.text, "")
		} else {
			r.say(ro, x.text, " is spelled like ", y.text, "")
		}
	}
	// What is left over on both sides in one role contradicts.
	for i := range a.n {
		if p.to[i] >= 0 {
			continue
		}
		x := &a.parts[i]
		for j := range b.n {
			if !paired[j] && clash(x, &b.parts[j], a, b) {
				paired[j] = true
				conflicts++
				r.say(roleOf(x, &b.parts[j]), x.text, " and ", b.parts[j].text, " differ")
				break
			}
		}
	}
	left := a.n - full - initials // words of the shorter name without a counterpart
	switch {
	case conflicts > 0 || full == 0:
		r.Score = 0.1
		if full > 0 {
			r.Score = 0.25
		}
		if full == 0 && conflicts == 0 {
			r.Reasons = append(r.Reasons, "no word of the one is in the other")
		}
		return r
	case left > 0:
		r.Score = 0.4
		if surnames && (givenFull || initials > 0) || givenFull && fathers {
			r.Score = 0.7
		}
	case a.n == 1 && b.n == 1:
		r.Score = 0.85
	case a.n == 1:
		r.Score = 0.35
		y := &b.parts[p.to[0]]
		if y.role == surname || surnames || y.role == unknown && (p.to[0] == b.n-1 || p.to[0] == 0) {
			r.Score = 0.6
			r.Reasons = append(r.Reasons, "one side has this name alone")
		} else {
			r.Reasons = append(r.Reasons, "a given name alone is too little")
		}
	case full == 1 && initials > 0:
		r.Score = 0.75
	case full == 1:
		r.Score = 0.6
	default:
		r.Score = 0.9
	}
	if exact == full && full > 0 && r.Score >= 0.5 {
		r.Score += 0.08
	}
	r.Same = r.Score >= 0.5
	return r
}

// roleOf is the role two paired words play together.
func roleOf(x, y *part) role {
	if x.role == y.role || y.role == unknown {
		return x.role
	}
	if x.role == unknown {
		return y.role
	}
	if x.role == surname || y.role == surname {
		return surname
	}
	return x.role
}

// clash says whether two unpaired words stand for the same thing: both given
// names, both surnames, both patronymics.
func clash(x, y *part, a, b *parsed) bool {
	if x.role == y.role {
		return true
	}
	if x.role == unknown || y.role == unknown {
		return !(x.role == patronymic || y.role == patronymic)
	}
	return false
}

func (r *Result) say(ro role, x, how, y, end string) {
	r.Reasons = append(r.Reasons, ro.String()+": "+x+how+y+end)
}
