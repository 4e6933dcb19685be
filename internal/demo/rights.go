package demo

import (
	"time"

	"shanyraq/internal/rights"
)

// Terms are those of the portal: its texts are free with a link, those of one
// section are asked for. The addresses are of a domain that nobody can have
// (RFC 2606).
func Terms() []rights.Placed {
	return []rights.Placed{
		{Place: rights.Site, Terms: rights.Terms{
			Reuse: rights.Yes, Commercial: rights.Ask, Mining: rights.Yes, Link: rights.Yes, Holder: Name, By: map[string]string{
				"en": "the Assembly’s secretariat", "ru": "секретариат Ассамблеи", "kk": "Ассамблея хатшылығы"},
			Notes:   map[string]string{"en": "The Assembly is invented for this demonstration, and so are these terms.", "ru": "Ассамблея придумана для этой демонстрации, и эти условия тоже.", "kk": "Ассамблея да, осы шарттар да көрсетілім үшін ойдан шығарылған."},
			Contact: rights.Contact{Email: "rights@assembly.example"},
		}},
		{Place: rights.Section + "cooperation/memoranda", Terms: rights.Terms{
			Reuse: rights.Ask, Mining: rights.Ask,
			Notes: map[string]string{"en": "Memoranda belong to all who sign them. (An invented rule, to show the form.)", "ru": "Меморандумы принадлежат всем, кто их подписал. (Правило придумано, чтобы показать форму.)", "kk": "Меморандум оған қол қойғандардың бәріне тиесілі. (Өтініш үлгісін көрсету үшін ойдан шығарылған ереже.)"},
		}},
	}
}

// Asked is a request with what became of it.
type Asked struct {
	Section string // the first text of it in the request's language is meant
	Request rights.Request
	Note    string        // a question back; empty for none
	Grant   *rights.Grant // without article, request and number
}

// officer is who answers in the demonstration: nobody real.
const officer = "Dana Sample (invented)"

// Requests are those of the portal at a time. Who asks is invented, and each
// name says so.
func Requests(now time.Time) []Asked {
	day := func(n int) string { return now.AddDate(0, 0, n).UTC().Format(time.DateOnly) }
	at := func(n int) time.Time { return now.AddDate(0, 0, n).UTC().Truncate(time.Millisecond) }
	ask := func(lang, name, mail, organisation, purpose, where string, asked int) rights.Request {
		return rights.Request{Language: lang, Name: name, Email: mail, Organisation: organisation, Purpose: purpose, Where: where, State: rights.Waiting, Created: at(asked), Verified: at(asked)}
	}
	waiting := ask("kk", "Сара Үлгі (ойдан шығарылған)", "sara@reader.example", "", "Мектеп оқулығына мәтінді тұтас енгізгіміз келеді.", "7-сынып оқулығы", -2)
	talk := ask("ru", "Олег Образцов (вымышлен)", "oleg@press.example", "Газета «Образец» (вымышлена)", "Перепечатать целиком в субботнем номере.", "газета «Образец»", -5)
	talk.Commercial = true
	granted := ask("en", "Mira Sample (invented)", "mira@radio.example", "Sample Radio (invented)", "To read the text aloud in a programme.", "Sample Radio", -30)
	granted.State, granted.By, granted.Closed = rights.Granted, officer, at(-28)
	refused := ask("ru", "Пётр Примеров (вымышлен)", "petr@shop.example", "", "Напечатать на упаковке.", "упаковка товара", -20)
	refused.State, refused.By, refused.Closed, refused.Reason = rights.Refused, officer, at(-18), "Такое использование не соответствует назначению текста."
	refused.Commercial = true
	return []Asked{
		{Section: "cooperation/memoranda", Request: waiting},
		{Section: "cooperation/memoranda", Request: talk, Note: "Сколько экземпляров будет напечатано?"},
		{Section: "cooperation/memoranda", Request: granted, Grant: &rights.Grant{To: granted.Asker(), Language: "en", Wording: "The text may be read aloud whole in one programme, with its source named.", Until: day(40), Giver: officer, Officer: officer, Granted: at(-28)}},
		{Section: "news/summits", Request: refused},
		{Section: "cooperation/memoranda", Grant: &rights.Grant{To: "Үлгі кітапханасы (ойдан шығарылған)", Language: "kk", Wording: "Мәтінді көрмеде ілуге болады.", Oral: true, Said: day(-60), Giver: officer, Officer: officer, Granted: at(-59)}},
	}
}
