package reader

import (
	"fmt"

	"shanyraq/internal/value"
)

// edtf makes a date; ok is false where the calendar lacks it.
func edtf(format string, args ...any) (value.Date, bool) {
	d, err := value.ParseDate(written(format, args))
	return d, err == nil
}

// written is fmt.Sprintf for numbers of up to four digits and words, which
// are all that dates are made of; it leaves all else to fmt.
func written(format string, args []any) string {
	var b [32]byte
	out, next := b[:0], 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			out = append(out, format[i])
			continue
		}
		width := 0
		if i++; i+1 < len(format) && format[i] == '0' {
			width = int(format[i+1] - '0')
			i += 2
		}
		if next >= len(args) || i >= len(format) || width > 4 {
			return fmt.Sprintf(format, args...)
		}
		switch x := args[next].(type) {
		case int:
			if format[i] != 'd' || x < 0 || x > 9999 {
				return fmt.Sprintf(format, args...)
			}
			for unit, digits := 1000, 4; digits > 0; unit, digits = unit/10, digits-1 {
				if x >= unit || digits <= width || digits == 1 {
					out = append(out, byte('0'+x/unit%10))
				}
			}
		case string:
			if format[i] != 's' || width > 0 && len(x) < width {
				return fmt.Sprintf(format, args...)
			}
			out = append(out, x...)
		default:
			return fmt.Sprintf(format, args...)
		}
		next++
	}
	return string(out)
}
