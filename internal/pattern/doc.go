// Package pattern matches token patterns that stand in pack files
// (rules-*.txt), so that the reader's rules are text which a person who knows
// the language can read and correct.
//
//	let title-np = (@officenoun @Word{0,4})
//	rule office.appos tenure=former
//	  who=@person "," (the | a)? title=$title-np of body=@org
//	  > Roza Otunbayeva, the head of the United Nations mission, said …
//	  < Roza Otunbayeva, of the United Nations …
//
// Indented lines are alternatives of the rule above them; ">" lines must
// match, "<" lines must not. Elements:
//
//	word      the folded form            word~   any form with its stem
//	word*     any form that begins so    "..."   marks and words, as they stand
//	@class    a chunk of a word list or mention, or a shape (Cap, Number…)
//	_         any token                  !x      not at this token (takes none)
//	( a | b ) alternatives               $name   a let pattern
//	x?  x{m,n}  optional, repeated       n=x     captured under a name
//	^  $      begin and end of the sentence
//
// The attribute with=@class of a rule says that what it is right about holds one of
// the class, which its patterns do not show: a year said in words holds @num, and
// its pattern takes any @number. Sentences without one are passed over.
//
// Between two elements a set that is Passing also passes over what the text tells in
// passing (lang.Aside), and no capture begins with it.
//
// A sentence is asked first what it has (sees.go), which leaves few rules, or
// none, that can match in it (hope.go), and none behind the last of what it
// takes; those are tried at the tokens they may begin with, where what stands
// next is something they want (index.go). Trying is a bit-state search over
// instructions (compile.go, match.go): each choice that is open at a token is
// tried there once, so the time is linear in the sentence, whatever the rule.
// Earlier alternatives and longer repeats are preferred.
package pattern
