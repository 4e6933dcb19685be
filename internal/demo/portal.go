package demo

// Name is the name of the demonstration portal, by language.
var Name = map[string]string{
	"en": "Assembly of the Great Steppe",
	"ru": "Ассамблея Великой степи",
	"kk": "Ұлы дала ассамблеясы",
}

// Section is a part of the portal: its path and its names by language.
type Section struct {
	Path  string
	Names map[string]string
}

// Sections is the portal's tree, in the order of its menu.
func Sections() []Section {
	in := func(path, en, ru, kk string) Section {
		return Section{path, map[string]string{"en": en, "ru": ru, "kk": kk}}
	}
	return []Section{
		in("news", "News", "Новости", "Жаңалықтар"),
		in("news/summits", "Summits", "Саммиты", "Саммиттер"),
		in("news/assembly", "The Assembly", "Жизнь Ассамблеи", "Ассамблея өмірі"),
		in("news/announcements", "Announcements", "Анонсы", "Хабарландырулар"),
		in("cooperation", "Cooperation", "Сотрудничество", "Ынтымақтастық"),
		in("cooperation/visits", "Visits", "Визиты", "Сапарлар"),
		in("cooperation/alliances", "Alliances", "Союзы", "Одақтастық"),
		in("cooperation/memoranda", "Memoranda", "Меморандумы", "Меморандумдар"),
		in("peoples", "Peoples and figures", "Народы и цифры", "Халықтар мен сандар"),
		in("peoples/figures", "In figures", "В цифрах", "Сандармен"),
		in("culture", "Culture", "Культура", "Мәдениет"),
		in("culture/festivals", "Festivals", "Фестивали", "Фестивальдер"),
		in("culture/people", "People", "Люди", "Адамдар"),
		in("water", "Water and energy", "Вода и энергия", "Су және энергия"),
		in("water/energy", "Energy", "Энергетика", "Энергетика"),
		in("documents", "Documents", "Документы", "Құжаттар"),
		in("documents/treaties", "Treaties", "Договоры", "Шарттар"),
		in("documents/chronicles", "Chronicles", "Хроники", "Шежірелер"),
		in("about", "About the Assembly", "Об Ассамблее", "Ассамблея туралы"),
	}
}
