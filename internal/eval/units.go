package eval

import "strings"

// unitNames folds spellings of a unit to the one that gold uses: SI symbols,
// ISO 4217 codes and the English words of the contract.
var unitNames = map[string]string{
	"%": "percent", "per cent": "percent", "percentage": "percent",
	"percentage point": "pp", "percentage points": "pp", "percentage_point": "pp", "percent point": "pp", "point": "pp",
	"people": "person", "persons": "person",
	"dollar": "USD", "$": "USD", "us$": "USD", "euro": "EUR", "€": "EUR", "tenge": "KZT", "₸": "KZT", "rouble": "RUB", "ruble": "RUB", "₽": "RUB",
	"som": "KGS", "sum": "UZS", "soum": "UZS", "somoni": "TJS", "manat": "TMT", "yuan": "CNY", "pound": "GBP", "£": "GBP", "yen": "JPY", "lira": "TRY", "rupee": "INR",
	"kilometre": "km", "kilometer": "km", "metre": "m", "meter": "m", "centimetre": "cm", "millimetre": "mm", "mile": "mi",
	"km²": "km2", "square kilometre": "km2", "square kilometer": "km2", "sq km": "km2", "m²": "m2", "square metre": "m2", "square meter": "m2", "sq m": "m2",
	"hectare": "ha", "km³": "km3", "cubic kilometre": "km3", "cubic kilometer": "km3", "m³": "m3", "cubic metre": "m3", "cubic meter": "m3",
	"m3/s": "m3/s", "m³/s": "m3/s", "litre": "l", "liter": "l", "tonne": "t", "ton": "t", "metric ton": "t", "kilogram": "kg", "kilogramme": "kg", "gram": "g",
	"megawatt": "MW", "gigawatt": "GW", "kilowatt": "kW", "kilowatt-hour": "kWh", "megawatt-hour": "MWh", "gigawatt-hour": "GWh",
	"years": "year", "months": "month", "weeks": "week", "days": "day", "hours": "hour", "h": "hour", "minutes": "minute", "min": "minute", "seconds": "second", "s": "second",
	"°c": "°C", "degree": "°C", "degrees celsius": "°C", "celsius": "°C", "km/h": "km/h", "kilometre per hour": "km/h",
}

// foldUnit gives the gold spelling of a unit; person becomes empty, since
// people are counted as things are.
func foldUnit(u string) string {
	u = strings.TrimSpace(u)
	low := strings.ToLower(u)
	for _, try := range []string{low, strings.TrimSuffix(low, "s")} {
		if n, ok := unitNames[try]; ok {
			u = n
			break
		}
	}
	if strings.EqualFold(u, "person") {
		return ""
	}
	return strings.ToLower(u)
}
