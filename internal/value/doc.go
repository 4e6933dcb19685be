// Package value holds the small values every room speaks in: Span, a range of
// a text, and Date, a day, month, year or span of time as EDTF writes it.
// It imports nothing of ours.
package value
