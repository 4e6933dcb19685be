package rights

// Policy is a TDM policy: an ODRL 2.2 Offer after the profile of TDMRep,
// section 5 of the report named in tdmrep.go. It is written as JSON-LD.
type Policy struct {
	Context    []any        `json:"@context"`
	Type       string       `json:"@type"`
	Profile    string       `json:"profile"`
	UID        string       `json:"uid"`
	Assigner   Assigner     `json:"assigner"`
	Permission []Permission `json:"permission"`
}

// Assigner is who holds the rights, in vCard properties.
type Assigner struct {
	UID   string `json:"uid"`
	Name  string `json:"vcard:fn"`
	Email string `json:"vcard:hasEmail,omitempty"`     // "mailto:…"
	Phone string `json:"vcard:hasTelephone,omitempty"` // "tel:…"
	URL   string `json:"vcard:hasURL,omitempty"`       // where a licence is asked for
}

// Permission is what may be done, and what must be done for it.
type Permission struct {
	Target string `json:"target,omitempty"`
	Action string `json:"action"`
	Duty   []Duty `json:"duty,omitempty"`
}

// Duty is a thing to do.
type Duty struct {
	Action string `json:"action"`
}

// Issuer is who speaks in a document for machines.
type Issuer struct {
	Origin string // scheme and host: "https://example.org"
	Name   string
	Terms  string // address of the page with the terms in words
}

// PolicyOf writes the policy of a place: mining with the holder's consent, or,
// where it is free, with the source named if the terms ask for the link. The
// second value is false where the terms offer nothing: they forbid mining or
// say nothing of it.
func (r Resolved) PolicyOf(uid string, by Issuer) (Policy, bool) {
	p := Policy{
		Context: []any{"http://www.w3.org/ns/odrl.jsonld", map[string]string{"tdm": "http://www.w3.org/ns/tdmrep#"}},
		Type:    "Offer", Profile: "http://www.w3.org/ns/tdmrep", UID: uid,
		Assigner: Assigner{UID: by.Origin, Name: by.Name, URL: by.Terms},
	}
	if r.Contact.Email != "" {
		p.Assigner.Email = "mailto:" + r.Contact.Email
	}
	if r.Contact.Phone != "" {
		p.Assigner.Phone = "tel:" + telephone(r.Contact.Phone)
	}
	mine := Permission{Action: "tdm:mine"}
	switch {
	case r.Mining == Ask:
		mine.Duty = []Duty{{"obtainConsent"}}
	case r.Mining == Yes && r.Link == Yes:
		mine.Duty = []Duty{{"attribute"}}
	case r.Mining != Yes:
		return Policy{}, false
	}
	p.Permission = []Permission{mine}
	return p, true
}

// telephone keeps of a number what a tel: address may hold (RFC 3966).
func telephone(s string) string {
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || c == '+' && len(out) == 0 {
			out = append(out, c)
		}
	}
	return string(out)
}
