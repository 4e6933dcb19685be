package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// The properties of the schemata that we write, with the type of their values,
// after the model in the repository opensanctions/followthemoney (schema/*.yaml,
// read 2026-11-28): an entity type is written as its range.
var ftmModel = map[string]map[string]string{
	"Thing": {"name": "name", "alias": "name", "previousName": "name", "weakAlias": "name", "country": "country", "summary": "text", "notes": "text", "description": "text",
		"sourceUrl": "url", "publisher": "string", "publisherUrl": "url", "wikipediaUrl": "url", "wikidataId": "identifier", "keywords": "string", "topics": "topic", "address": "address"},
	"Interval":    {"startDate": "date", "endDate": "date", "date": "date", "summary": "text", "description": "text", "recordId": "string", "sourceUrl": "url", "publisher": "string", "publisherUrl": "url"},
	"Address":     {"full": "address", "remarks": "string", "city": "string", "region": "string", "state": "string", "country": "country"},
	"Position":    {"organization": "Organization", "inceptionDate": "date", "dissolutionDate": "date", "subnationalArea": "string"},
	"Occupancy":   {"holder": "Person", "post": "Position", "declarationDate": "date", "constituency": "string", "politicalGroup": "string", "status": "string"},
	"Event":       {"location": "address", "country": "country", "important": "string", "organizer": "LegalEntity", "involved": "LegalEntity"},
	"LegalEntity": {"website": "url", "jurisdiction": "country", "mainCountry": "country"},
}

// ftmExtends are the schemata that each of ours is made of, itself among them.
var ftmExtends = map[string][]string{
	"Person": {"Person", "LegalEntity", "Thing"}, "Organization": {"Organization", "LegalEntity", "Thing"}, "PublicBody": {"PublicBody", "Organization", "LegalEntity", "Thing"},
	"Address": {"Address", "Thing"}, "Position": {"Position", "Thing"}, "Occupancy": {"Occupancy", "Interval"}, "Event": {"Event", "Interval", "Thing"},
}

var ftmRequired = map[string][]string{"Thing": {"name"}, "Position": {"name"}, "Event": {"name"}, "Occupancy": {"holder", "post"}}

var ftmValues = map[string]*regexp.Regexp{
	"country": regexp.MustCompile(`^[a-z]{2}$`), "date": regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`), "url": regexp.MustCompile(`^https?://[^\s]+$`)}

func ftmFaults(t *testing.T, data []byte) (faults []string) {
	t.Helper()
	schema := map[string]string{}
	var all []ftmEntity
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		var e ftmEntity
		if err := json.Unmarshal(s.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		schema[e.ID] = e.Schema
		all = append(all, e)
	}
	for _, e := range all {
		types := map[string]string{}
		for _, of := range ftmExtends[e.Schema] {
			for p, kind := range ftmModel[of] {
				types[p] = kind
			}
			for _, p := range ftmRequired[of] {
				if len(e.Properties[p]) == 0 {
					faults = append(faults, e.Schema+" without "+p)
				}
			}
		}
		if len(types) == 0 {
			faults = append(faults, "no schema "+e.Schema)
		}
		for p, values := range e.Properties {
			kind, ok := types[p]
			if !ok {
				faults = append(faults, e.Schema+" has no property "+p)
			}
			for _, v := range values {
				if shape := ftmValues[kind]; v == "" || shape != nil && !shape.MatchString(v) {
					faults = append(faults, e.Schema+"."+p+": "+v)
				}
				if kind == "Person" || kind == "Position" || kind == "Organization" || kind == "LegalEntity" {
					if !slices.Contains(ftmExtends[schema[v]], kind) {
						faults = append(faults, e.Schema+"."+p+" leads to a "+schema[v])
					}
				}
			}
		}
	}
	return faults
}

func TestFTMModel(t *testing.T) {
	b, _ := write(t, sample(t), "ftm")
	for _, f := range ftmFaults(t, b) {
		t.Error(f)
	}
	for _, broken := range [][2]string{{`"holder":`, `"person":`}, {`"schema":"Position"`, `"schema":"Post"`}, {`"date":["2017-11-09"]`, `"date":["9 November"]`}, {`"country":["kz","uz"]`, `"country":["KZ"]`}} {
		if bad := bytes.Replace(b, []byte(broken[0]), []byte(broken[1]), 1); bytes.Equal(bad, b) || len(ftmFaults(t, bad)) == 0 {
			t.Errorf("%s in place of %s is taken", broken[1], broken[0])
		}
	}
}

// PLOVER: the categories that we use with their modes, the contexts, and the
// codes of actors and sectors, after the tables of the manual (PLOVER_MANUAL.tex
// in openeventdata/PLOVER, 6b85b9a).
var (
	ploverModes    = map[string][]string{"AGREE": nil, "SUPPORT": nil, "CONSULT": {"visit", "third-party", "multilateral", "phone"}, "SANCTION": {"convict", "expel", "withdraw", "discontinue"}}
	ploverSectors  = []string{"GOV", "JUD", "LEG", "MIL", "COP", "OPP", "PTY", "REB", "PRM", "SPY", "UAF", "CVL", "BUS", "EDU", "MED", "LAB", "AGR", "JRN", "REF", "REL", "SOC", "CRM"}
	ploverContexts = []string{"military", "intelligence", "peacekeeping", "economic", "diplomatic", "resource", "disease", "enviro_disaster", "migration", "humanitarian", "asylum", "legal",
		"human_rights", "rights_freedoms", "gender", "lgbt", "terrorism", "human_security", "religion_ethnicity", "executive", "election", "legislative", "cbrn", "cyber", "political_institutions",
		"corruption", "crime", "illegal_drugs", "historical", "future", "hypothetical", "negation"}
	ploverFields = []string{"id", "date", "enddate", "source", "recipient", "event", "mode", "context", "event_loc", "text", "cite_info", "coder"}
)

func ploverFaults(t *testing.T, line []byte) (faults []string) {
	t.Helper()
	want := func(ok bool, f string) {
		if !ok {
			faults = append(faults, f)
		}
	}
	var fields map[string]any
	var e ploverEvent
	if err := json.Unmarshal(line, &e); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(line, &fields); err != nil {
		t.Fatal(err)
	}
	for f := range fields {
		want(slices.Contains(ploverFields, f), "no field "+f)
	}
	_, err := time.Parse(time.DateOnly, e.Date)
	want(e.ID != "" && err == nil && len(e.Sources) > 0 && len(e.Event) == 1, "what is required is missing")
	modes, ok := ploverModes[e.Event[0]]
	want(ok, "no category "+e.Event[0])
	for _, m := range e.Mode {
		want(slices.Contains(modes, m), "no mode "+m)
		want(m != "visit" || len(e.Recipients) > 0, "a visit without a host")
	}
	for _, c := range e.Context {
		want(slices.Contains(ploverContexts, c), "no context "+c)
	}
	want(e.Event[0] != "SANCTION" || len(e.Recipients) > 0, "a sanction of nobody")
	for _, a := range slices.Concat(e.Sources, e.Recipients) {
		want(a.Code == "" || len(a.Code) == 3, "the code "+a.Code)
		want(a.Sector == "" || slices.Contains(ploverSectors, a.Sector), "the sector "+a.Sector)
	}
	return faults
}

func TestPloverManual(t *testing.T) {
	b, _ := write(t, sample(t), "plover")
	for _, f := range ploverFaults(t, b) {
		t.Error(f)
	}
	for _, broken := range [][2]string{{`"SUPPORT"`, `"SIGN"`}, {`"KAZ"`, `"KZ"`}, {`"sector":"GOV"`, `"sector":"STATE"`}, {`"diplomatic"`, `"friendly"`}, {`"date":"2017-11-09"`, `"date":"2017"`}, {`"source":`, `"actor":`}} {
		if bad := bytes.Replace(b, []byte(broken[0]), []byte(broken[1]), 1); bytes.Equal(bad, b) || len(ploverFaults(t, bad)) == 0 {
			t.Errorf("%s in place of %s is taken", broken[1], broken[0])
		}
	}
	for _, s := range sectors {
		if !slices.Contains(ploverSectors, s) {
			t.Errorf("the sector %s", s)
		}
	}
	if alpha3("KZ") != "KAZ" || alpha3("EE") != "EST" || alpha3("EU") != "" || alpha3("") != "" {
		t.Error("the codes of countries")
	}

	// Who visits whom is coded where the host is known; a sanction has a line for each side.
	place := func(id int64, known, name string) store.Entity {
		return store.Entity{Entity: record.Entity{ID: id, Kind: read.Place, Known: known, Names: []record.Name{{Text: name, Language: "en"}}}}
	}
	known := map[int64]store.Entity{1: place(1, "KZ", "Kazakhstan"), 2: place(2, "UZ", "Uzbekistan"), 3: place(3, "tashkent", "Tashkent")}
	coded := func(said read.Statement, refs ...record.Ref) []ploverEvent {
		s := store.Statement{Statement: record.Statement{ID: 7, Quote: "words", Said: said, Refs: refs}}
		w := &ploverWriter{dump: newDump(t.Context(), nil, nil, Options{Origin: "https://example.org"})}
		list := w.events(telling{store.Card{}, []store.Statement{s}, known})
		for _, e := range list {
			line, err := json.Marshal(e)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range ploverFaults(t, line) {
				t.Errorf("%+v: %s", said, f)
			}
		}
		return list
	}
	kz, uz := record.Ref{Role: record.RoleParticipant, Entity: 1}, record.Ref{Role: record.RoleParticipant, Entity: 2}
	visit := read.Statement{Kind: read.Event, Event: "visit", Date: "2017-03-22/2017-03-23"}
	if l := coded(visit, kz, uz, record.Ref{Role: record.RolePlace, Entity: 3}); len(l) != 1 || l[0].Mode[0] != "visit" || l[0].Sources[0].Code != "KAZ" || l[0].Recipients[0].Code != "UZB" || l[0].EndDate != "2017-03-23" {
		t.Errorf("a visit to Tashkent: %+v", l)
	}
	if l := coded(visit, kz, uz); len(l) != 1 || l[0].Mode != nil || len(l[0].Sources) != 2 || l[0].Recipients != nil {
		t.Errorf("a visit somewhere: %+v", l)
	}
	if l := coded(read.Statement{Kind: read.Agreement, Status: "other", Action: "denounced", Date: "2017-03"}, kz, uz); len(l) != 2 || l[0].ID == l[1].ID || l[1].Sources[0].Code != "UZB" {
		t.Errorf("a treaty denounced: %+v", l)
	}
	if l := coded(read.Statement{Kind: read.Event, Event: "meeting"}, kz, uz); l != nil {
		t.Errorf("a meeting without a day: %+v", l)
	}
}

// PROV: each property joins what PROV-O says it joins (its domain and range,
// W3C Recommendation of 30 April 2013), and the order of things is possible
// (PROV-CONSTRAINTS of the same day: 41 derivation, 42 specialization, 47
// association; a thing is no specialization of itself).
func TestProvConstraints(t *testing.T) {
	b, _ := write(t, lived(t), "prov")
	faults := func(data []byte) (faults []string) {
		var g struct {
			Graph []provNode `json:"@graph"`
		}
		if err := json.Unmarshal(data, &g); err != nil {
			t.Fatal(err)
		}
		nodes := map[string]provNode{}
		for _, n := range g.Graph {
			nodes[n.ID] = n
		}
		kind := func(id string) string {
			switch nodes[id].Type {
			case "prov:Person", "prov:SoftwareAgent":
				return "Agent"
			}
			s, _ := nodes[id].Type.(string)
			return strings.TrimPrefix(s, "prov:")
		}
		for _, n := range g.Graph {
			for _, e := range []struct{ name, from, at, to string }{
				{"wasGeneratedBy", "Entity", n.By, "Activity"}, {"wasDerivedFrom", "Entity", n.Derived, "Entity"}, {"used", "Activity", n.Used, "Entity"},
				{"wasAssociatedWith", "Activity", n.With, "Agent"}, {"endedAtTime", "Activity", n.Ended, ""}, {"generatedAtTime", "Entity", n.Generated, ""}, {"value", "Entity", n.Value, ""},
			} {
				if e.at != "" && (kind(n.ID) != e.from || e.to != "" && kind(e.at) != e.to) {
					faults = append(faults, n.ID+": "+e.name+" joins a "+kind(n.ID)+" and a "+kind(e.at))
				}
			}
			if n.Special == n.ID && n.ID != "" {
				faults = append(faults, n.ID+" is its own specialization")
			}
			general := nodes[n.Special]
			for at, hops := nodes[n.Derived], 0; at.ID != ""; at, hops = nodes[at.Derived], hops+1 {
				if at.ID == n.ID || hops > len(nodes) {
					faults = append(faults, n.ID+" is derived from itself")
					break
				}
				if at.Special == n.ID { // its own state before it
					faults = append(faults, n.ID+" is derived from a state of its own")
				}
			}
			if general.ID != "" && general.Rank != "" && general.Rank != n.Rank {
				faults = append(faults, n.ID+" does not share the rank of what it specializes")
			}
		}
		return faults
	}
	for _, f := range faults(b) {
		t.Error(f)
	}
	for _, broken := range [][2]string{{`"wasGeneratedBy":"`, `"wasGeneratedBy":"https://example.org/nothing","x":"`}, {`"type":"prov:Activity"`, `"type":"prov:Entity"`}, {`"type":"prov:Person"`, `"type":"prov:Plan"`}} {
		at := bytes.Index(b, []byte("@graph"))
		bad := append(bytes.Clone(b[:at]), bytes.Replace(b[at:], []byte(broken[0]), []byte(broken[1]), 1)...)
		if bytes.Equal(bad, b) || len(faults(bad)) == 0 {
			t.Errorf("%s in place of %s is taken", broken[1], broken[0])
		}
	}
}
