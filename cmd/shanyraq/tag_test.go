package main

import (
	"slices"
	"strings"
	"testing"
)

func TestCut(t *testing.T) {
	for text, want := range map[string]string{
		"«Хабар» арнасы, Қасым-Жомарт Тоқаев.": "« Хабар » арнасы , Қасым-Жомарт Тоқаев .",
		"Баға 3,5% өсті (U.S. News)!":          "Баға 3 , 5 % өсті ( U . S . News ) !",
		"":                                     "",
		" \t бір ":                             "бір",
	} {
		got := cut(text)
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%q is cut into %q", text, got)
		}
		if a, b := strings.Join(got, ""), strings.Join(strings.Fields(text), ""); a != b {
			t.Errorf("%q: the words together are %q", text, a)
		}
	}
}
