"""The invented words that the members of the benchmark's association are made of."""

from __future__ import annotations

from typing import Final

FIRST_NAMES: Final = (
    "Samira", "Joost", "Fatima", "Kees", "Ingrid", "Bram", "Chantal", "Mohammed", "Roos", "Tjitske", "Ömer", "Zoë",
    "Jan-Willem", "Agnieszka", "Anne", "Yusuf", "Lieke", "Rachid", "Femke", "Sjoerd", "Priya", "Thijs", "Noor", "Daan",
)  # fmt: skip
#: Advisors draw from these, and everybody else from the next list: nobody sits on the committee that she advises on.
SURNAMES: Final = (
    "van Dam", "Verhage", "El Amrani", "de Groot", "Mulder", "van der Laan", "Wiersma", "Aydın", "Janssen", "Hoogland",
    "Boateng", "Bouazza", "Teunissen", "Wójcik", "Ramdin", "Terpstra", "Koolhof", "van Lingen", "Mensink", "Özdemir",
    "Dijkgraaf", "Brouwershaven", "van Steenbergen", "Groenewoud", "Westerhuis", "Vanderlinden", "Bergerhenegouwen",
)  # fmt: skip
OTHER_SURNAMES: Final = (
    "Achterberg", "Oosterling", "Kuipers", "Bakhuis", "Verweij", "van Oorschot", "Tahitu", "Demirci", "Prinsen",
    "Yilmaz", "van Zanten", "Molenkamp",
)  # fmt: skip
POOL: Final = (
    ("Hanneke Zonneveld", "Praktijk Zonneveld"),
    ("Marco Lindenhout", "Bureau Luisterend Oor"),
    ("Geertruida-Cornelia van Hoogstraten-Achterhoek", "Geertruida van Hoogstraten, begeleiding bij ongewenst gedrag"),
)

#: Sector -> the kinds of organisation in it.
SECTORS: Final[dict[str, tuple[str, ...]]] = {
    "bouw": ("Bouwbedrijf", "Aannemersbedrijf", "Installatiebedrijf", "Schildersbedrijf"),
    "zorg": ("Zorggroep", "Thuiszorg", "Tandartspraktijk", "Verpleeghuis"),
    "onderwijs": ("Basisschool", "Scholengroep", "Kinderopvang"),
    "sport": ("Sportvereniging", "Zwembad", "Sportcentrum"),
    "cultuur": ("Theater", "Museum", "Muziekschool"),
    "handel": ("Bakkerij", "Slagerij", "Tuincentrum", "Drukkerij", "Garagebedrijf"),
}
OWN_NAMES: Final = (
    "De Linge", "De Vecht", "Van Dam", "Het Anker", "De Drie Linden", "Noorderzon", "De Wilgenhoek", "Waterland",
    "De Korenbloem", "Zuiderkade", "De Hoge Brug", "Elzenhof", "'t Veer", "Den Hoek", "De Molenwerf", "Hart & Ziel",
)  # fmt: skip
LONG_NAMES: Final = (
    "Coöperatieve Vereniging {soort} en Huishoudelijke Dienstverlening {plaats} U.A.",
    "Stichting {soort} en Verpleeghuisvoorzieningen {plaats}-Vijfheerenlanden",
    "{soort} {naam}, Onderhoud, Advies en Dienstverlening {plaats} en Omstreken B.V.",
)
PLACES: Final = (
    "Culemborg", "Tiel", "Maarssen", "Breukelen", "Weesp", "Loenen aan de Vecht", "Geldermalsen", "Sint-Oedenrode",
    "Zaltbommel", "Alphen aan den Rijn", "'s-Gravenzande", "Nieuw-Vennep",
)  # fmt: skip

JOBS: Final = (
    ("inkoper", "Inkoop"), ("wijkverpleegkundige", "Thuiszorg"), ("timmerman", "Werkplaats"),
    ("leraar groep 6", "Bovenbouw"), ("medewerker technische dienst", "Gebouw en techniek"),
    ("planner", "Planning"), ("activiteitenbegeleider", "Welzijn"), ("verkoper", "Winkel"),
)  # fmt: skip
LANGUAGES: Final = ("Engels", "Duits", "Arabisch", "Turks", "Pools", "Frans", "Fries", "Oekraïens", "Papiaments")
HOURS: Final = (
    "maandag t/m donderdag, 9.00 tot 17.00 uur", "dinsdag en vrijdag, 8.30 tot 12.30 uur",
    "wisselend, vaak ook tussen 18.00 en 21.00 uur", "elke werkdag vanaf 7.00 uur", "maandag t/m zaterdag",
)  # fmt: skip
MEETING_PLACES: Final = (
    "kamer 1.12, of op een plek buiten kantoor", "op een rustige plek in de buurt", "aan de telefoon of op locatie",
    "wandelend, of in de kleine vergaderkamer op de tweede verdieping",
)  # fmt: skip
#: What advisors say about themselves, for a reader who is addressed with je, and with u.
INTRODUCTIONS: Final = (
    ("Zit je iets dwars? Dan luister ik.", "Zit u iets dwars? Dan luister ik."),
    ("Samen kijken we welke stappen er zijn.", "Samen kijken we welke stappen er zijn."),
    ("Jij bepaalt het tempo.", "U bepaalt het tempo."),
    ("Een kort belletje is vaak al genoeg om weer *lucht* te krijgen.", "Te klein bestaat *niet*."),
    ("Ik werk hier al jaren en ken bijna elke afdeling.", "Ik werk hier al jaren en ken bijna elke afdeling."),
    ("Een gesprek kan ook 's avonds, aan de telefoon of tijdens een wandeling.", "Een gesprek kan ook 's avonds."),
    ("Ik oordeel niet en ik heb geen haast.", "Ik oordeel niet en ik heb geen haast."),
    ("Bij mij mag je verhaal door elkaar lopen.", "Bij mij mag uw verhaal door elkaar lopen."),
    ("Ik vertel eerlijk wat ik wel en niet kan doen.", "Ik vertel eerlijk wat ik wel en niet kan doen."),
)
#: id, title and explanation of situations that only some members have.
SITUATIONS: Final = (
    ("onderweg-naar-een-klant", "Ik voel me niet prettig bij een klant thuis", "Bijvoorbeeld door opmerkingen."),
    ("grappen-in-de-groepsapp", "In de groepsapp worden grappen over mij gemaakt", "Ook buiten werktijd."),
    ("inkoop-bij-familie", "Iemand koopt in bij familie", "Of bij vrienden."),
    ("alleen-in-de-avond", "Ik werk 's avonds alleen en vind dat niet fijn", "Bijvoorbeeld bij het afsluiten."),
    ("stage-loopt-niet", "Mijn stage loopt niet goed", "Bijvoorbeeld omdat niemand tijd heeft voor uitleg."),
)
DOCUMENTS: Final = ("Gedragscode", "Meldregeling misstanden", "Opvang na een heftige gebeurtenis", "Huisregels")
COLOURS: Final = ("#00524c", "#34438f", "#8a1c3c", "#1d5b8f", "#5b2a86", "#2f6b2f", "#7a4a00", "#f2c200", "#6d28d9")
ACCENTS: Final = ("#e07a1f", "#e8845c", "#2d7fa6", "#d4602f", "#7fb069")
DESIGNS: Final = ("rustig", "kleur", "gesprek")
