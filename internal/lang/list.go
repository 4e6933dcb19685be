package lang

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/fault"
)

// list is a word list of a pack: a file, or facts.
type list struct {
	file           listFile
	number         uint16 // of the file among those of the pack
	class          string
	stem, cap, low bool
	entries        []Entry
}

// addLists reads lists and lays their entries into the tries, in order.
func (p *Pack) addLists(lists []list) error {
	room := 0
	for i := range lists {
		room += len(lists[i].entries) + entriesIn(lists[i].file.text)
	}
	// Each list is read into a piece of the memory where the entries of all stay.
	p.Entries = make([]Entry, room)
	errs, from := make([]error, len(lists)), 0
	var all sync.WaitGroup
	for i := range lists {
		l := &lists[i]
		p.number(l)
		if l.file.text == "" {
			for k := range l.entries {
				l.entries[k].file = l.number
			}
			continue
		}
		to := from + entriesIn(l.file.text)
		mine := p.Entries[from:from:to]
		from = to
		all.Go(func() { errs[i] = l.parse(mine) })
	}
	all.Wait()
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return errs[i]
	}
	n, forms, stems := 0, 0, 0
	for i := range lists {
		l := &lists[i]
		l.entries = p.Entries[n : n+copy(p.Entries[n:], l.entries)]
		n += len(l.entries)
		for k := range l.entries {
			if l.stem {
				stems += len(l.entries[k].Forms)
			} else {
				forms += len(l.entries[k].Forms)
			}
		}
	}
	clear(p.Entries[n:])
	p.Entries = p.Entries[:n:n]
	p.forms.room(p.forms.len() + forms)
	p.stems.room(p.stems.len() + stems)
	p.byForm.room(forms)
	p.byStem.room(stems)
	made := make([]later, n)
	n = 0
	for i := range lists {
		if err := p.addList(&lists[i], n, made[n:]); err != nil {
			return err
		}
		n += len(lists[i].entries)
	}
	return nil
}

// number gives the file of a list its number.
func (p *Pack) number(l *list) {
	l.number = uint16(len(p.files))
	p.files = append(p.files, l.file)
}

// addList lays the entries of a list, which have the numbers from first on, into
// the tries.
func (p *Pack) addList(l *list, first int, made []later) error {
	class, err := p.addClass(l.class)
	if err != nil {
		return err
	}
	var toks []Token
	var ids []int32
	for i := range l.entries {
		e := &l.entries[i]
		r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(e.Forms[0], "="))
		e.Class, e.cap, e.low, e.small, e.later = class, l.cap, l.low, unicode.IsLower(r), &made[i]
		p.listed[class] += len(e.Forms)
		for _, form := range e.Forms {
			toks = tokenize(form, toks[:0])
			exact := !l.stem || strings.HasPrefix(form, "=")
			ids = ids[:0]
			for _, t := range toks {
				word := form[t.Start:t.End]
				switch {
				case !exact:
					ids = append(ids, p.internStem(word))
				case word != "=" || len(ids) > 0:
					ids = append(ids, p.forms.internFolded(word))
				}
			}
			if len(ids) == 0 {
				name, line := p.Where(e)
				return fault.New(fault.Invalid, "the entry %q has no word", form).At("%s:%d", name, line)
			}
			if exact {
				p.byForm.add(ids, int32(first+i))
			} else {
				p.byStem.add(ids, int32(first+i))
			}
		}
	}
	return nil
}

// entriesIn gives at least as many as a list has entries.
func entriesIn(src string) int {
	n := strings.Count(src, "\n") + 1
	if strings.Contains(src, "@each") {
		n += strings.Count(src, "|")
	}
	return n
}

// parse reads the text of the list; its entries come behind those of room.
func (l *list) parse(room []Entry) error {
	l.entries = room
	file, src := l.file.name, l.file.text
	n, each, next := 0, false, 0
	all := make([]string, 0, strings.Count(src, "\n")+1+strings.Count(src, "|")) // forms
	for line := range strings.Lines(src) {
		n++
		at := next
		next += len(line)
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '@':
			key, val, _ := strings.Cut(line[1:], " ")
			switch val = strings.TrimSpace(val); {
			case key == "match" && (val == "form" || val == "stem"):
				l.stem = val == "stem"
			case key == "cap":
				l.cap = true
			case key == "low":
				l.low = true
			case key == "each":
				each = true
			case key == "class" && val != "":
				l.class = val
			default:
				return fault.New(fault.Invalid, "the setting %q is not known", line).At("%s:%d", file, n).Hint("settings are @match form, @match stem, @cap, @low, @each, @class NAME")
			}
			continue
		}
		if line == "=" || strings.HasPrefix(line, "= ") {
			return fault.New(fault.Invalid, "a line of a word list begins with its forms").At("%s:%d", file, n).Hint("form | form = value > example")
		}
		e := Entry{file: l.number, at: int32(at)}
		line, example, _ := cutTrim(line, ">")
		forms, val, ok := cutTrim(line, " = ")
		from := len(all)
		for f := range strings.SplitSeq(forms, "|") {
			if f = strings.TrimSpace(f); f != "" {
				all = append(all, f)
			}
		}
		e.Forms = all[from:len(all):len(all)]
		if len(e.Forms) == 0 {
			return fault.New(fault.Invalid, "a line of a word list begins with its forms").At("%s:%d", file, n).Hint("form | form = value > example")
		}
		e.Value = val
		if ok || !each {
			if !ok {
				e.Value = strings.TrimPrefix(e.Forms[0], "=")
			}
			l.entries = append(l.entries, e)
			continue
		}
		for i, f := range e.Forms {
			one := e
			one.Forms, one.Value = e.Forms[i:i+1], strings.TrimPrefix(f, "=")
			one.noExample = !strings.Contains(Fold(example), Fold(one.Value))
			l.entries = append(l.entries, one)
		}
	}
	return nil
}

func cutTrim(s, sep string) (before, after string, found bool) {
	before, after, found = strings.Cut(s, sep)
	return strings.TrimSpace(before), strings.TrimSpace(after), found
}
