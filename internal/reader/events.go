package reader

func findEvents(p *part) {}
