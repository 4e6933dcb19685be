package reader

import "strings"

// toldInHeadline takes an English instrument that was told in the headline for the one
// of its kind that the text right below tells of, which says more.
func (f *agreementFinder) toldInHeadline(o, m *made) bool {
	if !strings.HasPrefix(o.st.Rule, "agreement.headline") || o.key != m.key && !strings.HasSuffix(o.key, " "+m.key) && !strings.HasSuffix(m.key, " "+o.key) || m.first == o.first || m.first-o.last > 3 || m.st.Status != o.st.Status {
		return false
	}
	if m.named || !o.named && len(m.st.Instrument) > len(o.st.Instrument) {
		o.st.Instrument, o.phrase, o.named, o.key = m.st.Instrument, m.phrase, m.named, m.key
	}
	if m.st.Date != "" && (o.anchored || o.st.Date == "") {
		o.st.Date, o.anchored = m.st.Date, m.anchored
	}
	if len(m.parties) >= len(o.parties) {
		o.parties = m.parties
	}
	if m.st.Place != "" {
		o.st.Place = m.st.Place
	}
	o.first, o.st.Rule, o.st.Action = m.first, m.st.Rule, m.st.Action
	o.last, o.sided = m.last, m.sided
	return true
}
