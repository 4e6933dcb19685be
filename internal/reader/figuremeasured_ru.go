package reader

// measuredRU gives what a Russian figure measures, in the nominative.
func (f *figureReader) measuredRU(_ *figure) string { return "" }
