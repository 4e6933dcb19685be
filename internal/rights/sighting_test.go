package rights

import (
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	ours := []string{"https://news.example.org/kk/saparlar", "https://news.example.org/kk-Arab/saparlar", "https://news.example.org/en/visits"}
	for body, want := range map[string]Finding{
		`<a href="https://news.example.org/kk/saparlar">source</a>`:                                                Linked,
		`<a href="http://www.news.example.org/kk-Arab/saparlar/?utm_source=x&fbclid=1#p2"><img src=x></a>`:         Linked,
		`<a href="//NEWS.example.org/en/visits"> source</a>`:                                                       Linked,
		`<a href="https://news.example.org/">source</a>`:                                                           LinkedHome,
		`<a href="https://news.example.org/en/other">source</a>`:                                                   LinkedHome,
		`<a href="https://example.org/kk/saparlar">another host</a>`:                                               NotLinked,
		`<a href="/kk/saparlar">their own page</a>`:                                                                NotLinked,
		`https://news.example.org/kk/saparlar as text`:                                                             NotLinked,
		`<!-- <a href="https://news.example.org/kk/saparlar">source</a> -->`:                                       NotLinked,
		`<template><a href="https://news.example.org/kk/saparlar">source</a></template>`:                           NotLinked,
		`<script>"<a href='https://news.example.org/kk/saparlar'>x</a>"</script>`:                                  NotLinked,
		`<div style="display: none"><p><a href="https://news.example.org/kk/saparlar">source</a></p></div>`:        Hidden,
		`<p hidden><a href="https://news.example.org/kk/saparlar">source</a></p>`:                                  Hidden,
		`<a href="https://news.example.org/kk/saparlar"> </a>`:                                                     Hidden,
		`<p hidden><a href="https://news.example.org/en/visits">a</a></p><a href="https://news.example.org">b</a>`: LinkedHome,
		`<a href="https://news.example.org">b</a><a href="https://news.example.org/en/visits">a</a>`:               Linked,
		`<a href="https://news.example.org/kk/saparlar?page=2">another page</a>`:                                   LinkedHome,
		``: NotLinked,
	} {
		got, err := Links(strings.NewReader("<html><body>"+body), "https://copy.example.com/a/b", ours)
		if err != nil || got != want {
			t.Errorf("%s: %s %v, want %s", body, got, err, want)
		}
	}
	// A page on our own host may link by path, and a base moves what is relative.
	if got, _ := Links(strings.NewReader(`<base href="https://news.example.org/kk/"><a href="saparlar">x</a>`), "https://copy.example.com/", ours); got != Linked {
		t.Errorf("with a base: %s", got)
	}
	if _, err := Links(strings.NewReader(""), "nowhere", ours); err == nil {
		t.Error("an address that is none")
	}
}

func FuzzLinks(f *testing.F) {
	f.Add(`<a href="https://news.example.org/en/visits">a</a>`)
	f.Add(`<base href="::"><a href="http://[::1">`)
	f.Fuzz(func(t *testing.T, page string) {
		got, err := Links(strings.NewReader(page), "https://copy.example.com/", []string{"https://news.example.org/en/visits"})
		if err == nil && got == Linked && !strings.Contains(strings.ToLower(page), "href") {
			t.Errorf("linked without a link: %q", page)
		}
	})
}
