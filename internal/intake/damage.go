package intake

// Damage is a place where another system's filter or a wrong encoding has
// changed an author's words, with the repair an editor may accept.
type Damage struct {
	Kind   string // "split word", "mojibake", "doubled entity"
	Place  string // field and nearest words: "text, near «…»"
	Found  string // as it stands
	Repair string // as it probably stood
}
