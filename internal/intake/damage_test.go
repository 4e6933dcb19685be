package intake

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

func TestFindDamage(t *testing.T) {
	for _, c := range []struct{ in, kind, found, repair string }{
		{"a delegate fr om the list", SplitWord, "fr om", "from"},
		{"Sel ected by the regions", SplitWord, "Sel ected", "Selected"},
		{"the FR OM clause", SplitWord, "FR OM", "FROM"},
		{"to scr ipt a play", SplitWord, "scr ipt", "script"},
		{"the ins ert in the issue", SplitWord, "ins ert", "insert"},
		{"dr opped", SplitWord, "dr opped", "dropped"},
		{"Ð¿Ñ€Ð¸Ð²ÐµÑ‚", Mojibake, "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"},
		{"said â€œyesâ€\u009d then", Mojibake, "â€œyesâ€\u009d", "“yes”"},
		{"itâ€™s", Mojibake, "â€™", "’"},
		{"РїСЂРёРІРµС‚ всем", Mojibake, "РїСЂРёРІРµС‚", "привет"},
		{"Ïðèâåò, ìèð", Mojibake, "Ïðèâåò, ìèð", "Привет, мир"},
		{"cafÃ© in town", Mojibake, "Ã©", "é"},
		{"Tom &amp;amp; Co", DoubledEntity, "&amp;amp;", "&amp;"},
		{"&amp;laquo;Мост&amp;raquo;", DoubledEntity, "&amp;laquo;", "&laquo;"},
		{"&amp;amp;amp;quot;", DoubledEntity, "&amp;amp;amp;quot;", "&quot;"},
		{"it&amp;#8217;s", DoubledEntity, "&amp;#8217;", "&#8217;"},
	} {
		got := findDamage(c.in, true)
		if len(got) == 0 {
			t.Errorf("%q: nothing found", c.in)
			continue
		}
		if g := got[0]; g.kind != c.kind || c.in[g.start:g.end] != c.found || g.repair != c.repair {
			t.Errorf("%q: %s %q → %q, want %s %q → %q", c.in, g.kind, c.in[g.start:g.end], g.repair, c.kind, c.found, c.repair)
		}
	}
}

// Text that is whole must not be touched, whatever language it is in.
func TestNoFalseDamage(t *testing.T) {
	for _, s := range []string{
		"They went in to see the up date of the or der; an insert into the union; select from where.",
		"Al Ter and Li Ke met Dr Op; on load; for m = 1", "a script, a table, the Uni on Monday", "un ami",
		"Российская Федерация, РСФСР и СССР; Среди С. и Р. В.", "Қазақстан Республикасы, Өскемен, Ұлы дала; «СЫРДАРИЯ»", "РАЙОН РЕСПУБЛИКИ",
		"Président à São Paulo: «CAFÉ», naïve, Ñandú, crème brûlée", "Yıldız dağı, İstanbul’da güneşli", "O‘zbekiston, Qarag‘andy, Shu’",
		"a &amp; b &lt; c &nbsp; &laquo;x&raquo;", "The entity &amp;lt; shows a bracket.", "№ 5 — 25 °C ± 1 ½", "ДЦП, ЖКХ, ГТРК", "Їжак і ґанок, єдність",
		"Тоҷикистон: Ҷумҳурии Тоҷикистон ӯҳдадор аст", "ئۇيغۇر ۋە قازاق", "中国 和 哈萨克斯坦", "Ä Ö Ü ß; Ærø, Ðóra Þór",
	} {
		for _, f := range findDamage(s, true) {
			t.Errorf("%q: %s %q → %q", s, f.kind, s[f.start:f.end], f.repair)
		}
	}
}

// Any Russian or Kazakh text read in the wrong table and back is repaired
// to itself, as long as no byte was lost.
func TestMojibakeRoundTrip(t *testing.T) {
	for _, s := range []string{"Ассамблея подписала меморандум", "Қазақстан мен Өзбекстан көпір салады", "мост — это обещание"} {
		var wrong strings.Builder
		for i := range len(s) {
			r := charmap.Windows1252.DecodeByte(s[i])
			if r == utf8.RuneError {
				r = rune(s[i])
			}
			wrong.WriteRune(r)
		}
		it := &Item{HTML: wrong.String()}
		it.mend(true)
		if it.HTML != s {
			t.Errorf("%q came back as %q (%d places)", s, it.HTML, len(it.Damage))
		}
	}
}

func TestMendLeavesTextAloneUnlessAsked(t *testing.T) {
	source := `<p class="fr om" title="sel ect">taken fr <b>om</b> and fr om</p><script>fr om</script><!-- fr om -->Tom &amp;amp; Co`
	it := &Item{Title: "Fr om here", Lead: "Â«so»", HTML: source}
	it.mend(false)
	if it.HTML != source || it.Title != "Fr om here" {
		t.Errorf("changed without being asked: %q", it.HTML)
	}
	if len(it.Damage) != 4 {
		t.Errorf("damage: %v", it.Damage)
	}
	it.Damage = nil
	it.mend(true)
	if want := strings.Replace(strings.Replace(source, "and fr om<", "and from<", 1), "&amp;amp;", "&amp;", 1); it.HTML != want || it.Title != "From here" || it.Lead != "«so»" {
		t.Errorf("repaired to %q, %q, %q", it.HTML, it.Title, it.Lead)
	}
}

func FuzzDamage(f *testing.F) {
	for _, s := range []string{"fr om <b>x</b>", "Ð¿Ñ€Ð¸", "РїСЂРё", "Ïðèâåò", "&amp;amp;quot;", "<p>sel ect", "â€™", "<a href='&amp;amp;'>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		for _, markup := range []bool{true, false} {
			end := 0
			for _, x := range findDamage(s, markup) {
				if x.start < end || x.end <= x.start || x.end > len(s) || !utf8.ValidString(s[x.start:x.end]) || !utf8.ValidString(x.repair) {
					t.Fatalf("%q: bad span %+v", s, x)
				}
				end = x.end
			}
		}
		it := &Item{Title: s, Lead: s, HTML: s}
		it.mend(false)
		if it.Title != s || it.Lead != s || it.HTML != s {
			t.Fatalf("%q: text altered without repair", s)
		}
	})
}
