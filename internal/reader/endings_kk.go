package reader

// What Kazakh words end with, by the sounds of their stems. None of a list is the end of
// another in it.
var (
	pluralEndsKK     = fewEndsOf("лар", "лер", "дар", "дер", "тар", "тер")
	genitiveEndsKK   = fewEndsOf("ның", "нің", "дың", "дің", "тың", "тің")
	dativeEndsKK     = fewEndsOf("ға", "ге", "қа", "ке") // without those behind a possessive
	ablativeEndsKK   = fewEndsOf("дан", "ден", "тан", "тен", "нан", "нен")
	participleEndsKK = fewEndsOf("ған", "ген", "қан", "кен") // of what is past: өскен
)
