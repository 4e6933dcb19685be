package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestPageAnswersWithTheBytesOfTheFile(t *testing.T) {
	body := "<!doctype html>\n<title>Үлгі</title>\r\n\x00"
	s := httptest.NewServer(page([]byte(body)))
	defer s.Close()
	for _, path := range []string{"/", "/en/any/page?x=1"} {
		res, err := http.Get(s.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil || res.StatusCode != http.StatusOK || string(got) != body {
			t.Errorf("%s: %d, %q, %v", path, res.StatusCode, got, err)
		}
		if tag := res.Header.Get("Content-Type"); tag != "text/html; charset=utf-8" {
			t.Errorf("%s: type %q: not as the site's pages", path, tag)
		}
	}
}
