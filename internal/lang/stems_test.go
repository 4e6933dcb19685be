package lang

import "testing"

// TestEnglishNeedsNoStems: neither a list nor a rule of the English pack asks for a word in
// any form, so that no word of a text is stemmed, which took a tenth of the time of reading
// when the mark "~" of a rule was taken for the sign of such a word.
func TestEnglishNeedsNoStems(t *testing.T) {
	for tag, want := range map[string]bool{"en": false, "ru": true, "kk": true} {
		p, err := Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.stems.len() > 1; got != want {
			t.Errorf("%s: stems are asked for: %v, want %v (%d of them)", tag, got, want, p.stems.len())
		}
	}
}
