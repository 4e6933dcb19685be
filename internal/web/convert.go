package web

import "shanyraq/internal/translit"

// converter is the transliteration that the script variants are made with.
func converter(from, to, text string) (string, error) { return translit.Convert(from, to, text) }
