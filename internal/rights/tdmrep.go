package rights

// The TDM Reservation Protocol, "TDMRep", final report of the W3C community
// group of 10 May 2024, https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/
// : two properties, in a file of the site, in headers, or in a page's head.
// What stands in the page goes before the header, the header before the file.

// TDM is what the terms say of text and data mining.
type TDM struct {
	Said     bool   // false: the terms say nothing, and so do we
	Reserved bool   // tdm-reservation 1
	Policy   string // tdm-policy: address of the policy; empty where there is no way to a licence
}

// TDM gives the two properties; policy is the address of the place's policy.
func (r Resolved) TDM(policy string) TDM {
	switch r.Mining {
	case Yes:
		return TDM{Said: true}
	case Ask:
		return TDM{Said: true, Reserved: true, Policy: policy}
	case No:
		return TDM{Said: true, Reserved: true}
	}
	return TDM{}
}

// TDMRule is one rule of /.well-known/tdmrep.json, which is an array of them.
// The first that matches a path holds.
type TDMRule struct {
	Location    string `json:"location"` // a pattern as in robots.txt: * and $
	Reservation int    `json:"tdm-reservation"`
	Policy      string `json:"tdm-policy,omitempty"`
}

// Rule writes the properties for the paths under a pattern.
func (t TDM) Rule(location string) TDMRule {
	r := TDMRule{Location: location, Policy: t.Policy}
	if t.Reserved {
		r.Reservation = 1
	}
	return r
}
