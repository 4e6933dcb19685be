package site

// Starts lists the addresses from which every page and file of the site can
// be reached by following links and sitemaps. Not every site has all of them.
func Starts() []string {
	return []string{
		"/", "/sitemap.xml", "/sitemap-news.xml", "/robots.txt", "/favicon.ico",
		"/.well-known/security.txt", "/.well-known/tdmrep.json", "/rsl.xml",
	}
}
