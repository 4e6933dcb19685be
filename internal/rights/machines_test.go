package rights

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"
)

var issuer = Issuer{Origin: "https://example.org", Name: "Sample <Assembly> & Co", Terms: "https://example.org/en/terms"}

// checkTDMRules holds a tdmrep.json to section 4.2 of the TDMRep report: an
// array; location and tdm-reservation mandatory, 0 or 1; tdm-policy a URL.
func checkTDMRules(data []byte) error {
	var list []map[string]any
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	for _, r := range list {
		loc, ok := r["location"].(string)
		if !ok || !strings.HasPrefix(loc, "/") {
			return fmt.Errorf("location %v", r["location"])
		}
		n, ok := r["tdm-reservation"].(float64)
		if !ok || n != 0 && n != 1 {
			return fmt.Errorf("tdm-reservation %v", r["tdm-reservation"])
		}
		if p, there := r["tdm-policy"]; there {
			u, err := url.Parse(fmt.Sprint(p))
			if err != nil || !u.IsAbs() || n == 0 {
				return fmt.Errorf("tdm-policy %v", p)
			}
		}
		for key := range r {
			if key != "location" && key != "tdm-reservation" && key != "tdm-policy" {
				return fmt.Errorf("a property of no meaning: %s", key)
			}
		}
	}
	return nil
}

// checkPolicy holds a policy to section 5 of the report (each MUST), and to
// the ODRL 2.2 model, section 2.1.1: an Offer has a uid, an assigner, and at
// least one rule.
func checkPolicy(data []byte) error {
	var p map[string]any
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	context, _ := p["@context"].([]any)
	if len(context) != 2 || context[0] != "http://www.w3.org/ns/odrl.jsonld" {
		return fmt.Errorf("@context %v", p["@context"])
	}
	if alias, _ := context[1].(map[string]any); alias["tdm"] != "http://www.w3.org/ns/tdmrep#" {
		return fmt.Errorf("the alias tdm: %v", context[1])
	}
	if p["@type"] != "Offer" || p["profile"] != "http://www.w3.org/ns/tdmrep" {
		return fmt.Errorf("@type %v, profile %v", p["@type"], p["profile"])
	}
	if u, err := url.Parse(fmt.Sprint(p["uid"])); err != nil || !u.IsAbs() {
		return fmt.Errorf("uid %v", p["uid"])
	}
	by, _ := p["assigner"].(map[string]any)
	for key, v := range by {
		begin, known := map[string]string{"uid": "http", "vcard:fn": "", "vcard:nickname": "", "vcard:hasEmail": "mailto:", "vcard:hasTelephone": "tel:", "vcard:hasURL": "http"}[key]
		if s, ok := v.(string); !known || !ok || !strings.HasPrefix(s, begin) || s == begin {
			return fmt.Errorf("assigner: %s %v", key, v)
		}
	}
	if by["vcard:fn"] == nil {
		return fmt.Errorf("assigner %v", by)
	}
	list, _ := p["permission"].([]any)
	if len(list) != 1 || p["prohibition"] != nil || p["obligation"] != nil {
		return fmt.Errorf("rules %v", p["permission"])
	}
	one, _ := list[0].(map[string]any)
	if one["action"] != "tdm:mine" {
		return fmt.Errorf("action %v", one["action"])
	}
	duties, _ := one["duty"].([]any)
	for _, d := range duties { // actions of the profile, and one of ODRL's own vocabulary
		if a := d.(map[string]any)["action"]; a != "obtainConsent" && a != "compensate" && a != "attribute" {
			return fmt.Errorf("duty %v", a)
		}
	}
	return nil
}

// rslChildren, rslAttributes and rslWords are the elements, attributes and
// vocabularies of RSL 1.0, section 3, as far as we write them.
var (
	rslChildren = map[string]string{"": "rsl", "rsl": "content", "content": "schema license copyright terms",
		"license": "permits prohibits payment legal", "payment": "standard custom amount"}
	rslAttributes = map[string]string{"content": "url server encrypted lastmod", "permits": "type", "prohibits": "type", "payment": "type",
		"copyright": "type contactEmail contactUrl", "legal": "type", "amount": "currency"}
	rslWords = map[string]string{"usage": "all ai-all ai-train ai-input ai-index search", "user": "commercial non-commercial education government personal",
		"payment": "purchase subscription training crawl use contribution attribution free", "copyright": "person organization"}
)

func among(list, word string) bool { return slices.Contains(strings.Fields(list), word) }

func checkRSL(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	path := []string{""}
	kind, contents, urls := "", 0, map[string]bool{}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			name, parent := tok.Name.Local, path[len(path)-1]
			if tok.Name.Space != "https://rslstandard.org/rsl" || !among(rslChildren[parent], name) {
				return fmt.Errorf("<%s> of %q in <%s>", name, tok.Name.Space, parent)
			}
			kind = ""
			for _, a := range tok.Attr {
				if a.Name.Local == "xmlns" {
					continue
				}
				if !among(rslAttributes[name], a.Name.Local) {
					return fmt.Errorf("<%s %s>", name, a.Name.Local)
				}
				if a.Name.Local == "type" {
					kind = a.Value
					if words, closed := rslWords[name]; closed && !among(words, kind) {
						return fmt.Errorf("<%s type=%q>", name, kind)
					}
				}
				if a.Name.Local == "url" {
					if contents++; urls[a.Value] || a.Value == "" {
						return fmt.Errorf("two contents of %q", a.Value)
					}
					urls[a.Value] = true
				}
			}
			path = append(path, name)
		case xml.CharData:
			if at := path[len(path)-1]; at == "permits" || at == "prohibits" {
				for _, w := range strings.Fields(string(tok)) {
					if !among(rslWords[kind], w) {
						return fmt.Errorf("<%s type=%q>%s", at, kind, w)
					}
				}
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		}
	}
	if contents == 0 {
		return fmt.Errorf("no content")
	}
	return nil
}

// The checkers refuse what the specifications refuse.
func TestCheckersRefuse(t *testing.T) {
	for _, s := range []string{`{}`, `[{"location":"/"}]`, `[{"location":"/","tdm-reservation":2}]`, `[{"location":"a","tdm-reservation":1}]`, `[{"location":"/","tdm-reservation":1,"tdm-policy":"/p"}]`} {
		if checkTDMRules([]byte(s)) == nil {
			t.Errorf("taken: %s", s)
		}
	}
	good, _ := Resolve(siteTerms).PolicyOf("https://example.org/p", issuer)
	for name, spoil := range map[string]func(*Policy){
		"context": func(p *Policy) { p.Context = p.Context[:1] }, "type": func(p *Policy) { p.Type = "Set" }, "uid": func(p *Policy) { p.UID = "1" },
		"profile": func(p *Policy) { p.Profile = "" }, "permission": func(p *Policy) { p.Permission = nil }, "mail": func(p *Policy) { p.Assigner.Email = "a@b.c" },
	} {
		p := good
		spoil(&p)
		if data, _ := json.Marshal(p); checkPolicy(data) == nil {
			t.Errorf("%s: taken: %s", name, data)
		}
	}
	for _, s := range []string{`<rsl/>`, `<rsl xmlns="https://rslstandard.org/rsl"/>`, `<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><permits type="usage">ai</permits></license></content></rsl>`,
		`<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><permits type="usage">all</permits></content></rsl>`, `<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><payment type="gift"/></license></content></rsl>`} {
		if checkRSL([]byte(s)) == nil {
			t.Errorf("taken: %s", s)
		}
	}
}

// All terms that can be written give documents that keep the rules, and the
// three say the same.
func TestMachinesReadTheTerms(t *testing.T) {
	for _, mining := range []Rule{"", Yes, Ask, No} {
		for _, commercial := range Rules {
			for _, link := range []Rule{Yes, No} {
				r := Resolve(siteTerms, Placed{Article + "1", Terms{Mining: mining, Commercial: commercial, Link: link}})
				if mining == "" {
					r.Mining = ""
				}
				name := fmt.Sprintf("mining %q, for money %s, link %s", mining, commercial, link)
				tdm := r.TDM("https://example.org/policies/site.json")
				if tdm.Said != (mining != "") || tdm.Reserved != (mining == Ask || mining == No) || (tdm.Policy != "") != (mining == Ask) {
					t.Errorf("%s: %+v", name, tdm)
				}
				rules, _ := json.Marshal([]TDMRule{tdm.Rule("/")})
				if err := checkTDMRules(rules); err != nil {
					t.Errorf("%s: %s: %v", name, rules, err)
				}
				p, offers := r.PolicyOf("https://example.org/policies/site.json", issuer)
				if offers != (mining == Yes || mining == Ask) {
					t.Errorf("%s: a policy %v", name, offers)
				}
				if data, _ := json.Marshal(p); offers && checkPolicy(data) != nil {
					t.Errorf("%s: %s: %v", name, data, checkPolicy(data))
				}
				var b bytes.Buffer
				if err := WriteRSL(&b, issuer, []RSLContent{{URL: "/", Terms: r, Holder: issuer.Name, Ask: "https://example.org/en/terms?a=1&b=2"}, {URL: "https://example.org/en/a", Terms: r}}); err != nil {
					t.Fatal(err)
				}
				if err := checkRSL(b.Bytes()); err != nil {
					t.Errorf("%s: %v: %s", name, err, b.String())
				}
				if free, forbidden := strings.Contains(b.String(), ">all<"), strings.Contains(b.String(), ">ai-all<"); free != (mining == Yes) || forbidden != tdm.Reserved {
					t.Errorf("%s: %s", name, b.String())
				}
			}
		}
	}
}
