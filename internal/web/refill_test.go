package web

import (
	"net/url"
	"strings"
	"testing"
)

const refusedPage = `<!doctype html><main><form method="get" action="/a"><input name="title" value="search"></form>
<details><summary>More</summary><form method="post" action="/a"><input type="hidden" name="to" value="draft"><input name="note"></form></details>
<details class="x"><summary>More</summary><form method="post" action="/a"><input type="hidden" name="to" value="gone"><input type="hidden" name="number" value="7">
<label for="t">T</label><input id="t" name="title" value="old &amp; wise" aria-describedby="hint" required><p id="hint">h</p>
<textarea name="body">
old</textarea><label><input type="checkbox" name="tick" value="1" checked> tick</label><label><input type="checkbox" name="tick" value="2"> two</label>
<select name="kind"><option value="a" selected>A<option value="b">B</select><select name="bare"><option>one</option><option>two</option></select>
<input name="alike" value=""><input name="alike" value=""><input type="password" name="secret"><input name="other" value="left"><button name="do" value="x">Go</button></form></details>
<script src="/s.js" async></script><input autofocus></main>`

func TestRefill(t *testing.T) {
	sent := url.Values{"to": {"gone"}, "number": {"6"}, "title": {`a "b" <c>`}, "body": {"one\r\ntwo</textarea>"}, "tick": {"2"}, "kind": {"b"}, "bare": {"two"}, "alike": {"1", "2"}, "secret": {"s3cret"}}
	out, ok := Refill([]byte(refusedPage), Refused{Page: "/a", Action: "/a", Values: sent, Field: "title", Message: "no <b>"})
	got := string(out)
	if !ok {
		t.Fatal("the form was not found")
	}
	for _, want := range []string{
		`<form method="get" action="/a"><input name="title" value="search">`, // another form stays
		`<details><summary>More</summary><form method="post" action="/a"><input type="hidden" name="to" value="draft"><input name="note"></form>`,
		`<details class="x" open="">`,
		`<input type="hidden" name="number" value="7">`, // as the page has it now
		`<input id="t" name="title" required="" value="a &#34;b&#34; &lt;c&gt;" aria-invalid="true" aria-describedby="refused hint" autofocus=""><span class="field-wrong" id="refused">no &lt;b&gt;</span><p id="hint">`,
		"<textarea name=\"body\">\none\ntwo&lt;/textarea&gt;</textarea>",
		`<input type="checkbox" name="tick" value="1"> tick`, `<input type="checkbox" name="tick" value="2" checked=""> two`,
		`<option value="a">A<option value="b" selected="">B</select>`, `<option>one</option><option selected="">two</option>`,
		`<input name="alike" value="1"><input name="alike" value="2"><input type="password" name="secret"><input name="other" value="left">`,
		`<script src="/s.js" async></script><input></main>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing: %s", want)
		}
	}
	if t.Failed() {
		t.Log(got)
	}

	// Nobody is to blame: the message leads the form, with the focus.
	out, ok = Refill([]byte(refusedPage), Refused{Page: "/a", Action: "/a", Values: url.Values{"to": {"draft"}, "note": {"n"}}, Message: "no"})
	if got := string(out); !ok || !strings.Contains(got, `<details open=""><summary>More</summary><form method="post" action="/a"><p class="wrong" id="refused" role="alert" tabindex="-1" autofocus>no</p><input type="hidden" name="to" value="draft"><input name="note" value="n">`) || !strings.Contains(got, `value="old &amp; wise"`) {
		t.Errorf("%v %s", ok, got)
	}
	// A message about a field in a label stands behind the label, and a form
	// without an address is the page's own.
	out, ok = Refill([]byte(`<form method="post"><label>A <select name="a"><option>1</select></label><label><input type="radio" name="r" value="1"> x</label></form>`), Refused{Page: "/p", Action: "/p", Values: url.Values{"a": {"1"}}, Field: "r", Message: "no"})
	if got := string(out); !ok || !strings.Contains(got, ` x</label><span class="field-wrong"`) {
		t.Errorf("%v %s", ok, got)
	}
	if out, ok := Refill([]byte(refusedPage), Refused{Page: "/a", Action: "/b", Values: sent}); ok || string(out) != refusedPage {
		t.Error("a page without the form was changed")
	}
}
