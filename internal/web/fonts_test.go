package web

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
)

// Every letter of the languages we show is in the fonts, in both weights of
// text and in headlines, so that no word changes its face in the middle.
func TestFontsHaveTheLetters(t *testing.T) {
	src, err := os.ReadFile("assets/fonts/coverage.txt")
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]string{}
	for line := range strings.Lines(string(src)) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		sum, letters, _ := strings.Cut(rest, " ")
		font, err := os.ReadFile("assets/fonts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if got := sha256.Sum256(font); hex.EncodeToString(got[:]) != sum {
			t.Errorf("coverage.txt is of another %s: run make.py", name)
		}
		has[name] = letters
	}
	// Ǵ of the 2018 alphabet is in no source; browsers compose it from G and the accent.
	const (
		latin    = "ABCXYZabcxyz0123456789.,:;!?()[]«»“”‘’„–—−…·×§°№€₸₽áäåçèéêëñóöøúüýßœÄÖÜÝÑ ÄäĞğIıİiÑñŌōÖöŞşŪūÜü ʻʼ Ňň Žž Şş Ýý Çç Əə Āā Īī Ŭŭ Ńń →←↑"
		cyrillic = "АБВЯабвяЁёЫы ӘәҒғҚқҢңӨөҰұҮүҺһІі ЎўҚқҒғҲҳ ӢӣӮӯҶҷ ҢңӨөҮү"
		arabic   = "اەبۆۇۋگعدجزيىكلڭنمرسپتفحچقءشھ،؛؟٪ۇئ"
	)
	for file, want := range map[string]string{
		"serif-latin.woff2": latin, "display-latin.woff2": latin, "sans-latin.woff2": latin, "serif-italic-latin.woff2": latin,
		"serif-cyrillic.woff2": cyrillic, "display-cyrillic.woff2": cyrillic, "sans-cyrillic.woff2": cyrillic, "serif-italic-cyrillic.woff2": cyrillic,
		"naskh-arabic.woff2": arabic,
	} {
		for _, r := range want {
			if r != ' ' && !strings.ContainsRune(has[file], r) {
				t.Errorf("%s has no %c (U+%04X)", file, r, r)
			}
		}
	}
}
