"""The vocabulary of a list of members: what a column may mean, and how people call it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "line", "text", "phone", "email", "url", "date", "count", "choice", "yes_no", "list", "slug", "slugs",
    "name", "colour", "file", "document", "number",
]  # fmt: skip

ADVISOR: Final = "vertrouwenspersoon"
MEMBER: Final = "lid"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a column may hold.

    ``path`` is the place in the kit; for an advisor it starts at that advisor; empty if it is not written there.
    ``names`` are the headings, normalised as ``headings.normalise`` does. ``meaning`` is read by people.
    """

    key: str
    title: str
    kind: Kind
    path: tuple[str, ...]
    names: tuple[str, ...]
    meaning: str
    example: str = ""
    choices: tuple[str, ...] = ()


_PHONES: Final = (
    "telefoon", "tel", "telefoonnummer", "telefoonnr", "telnr", "tel nr", "telefoon nr", "telefoon nummer", "mobiel",
    "mobiele nummer", "mobiel nummer", "mobielnummer", "mobiele telefoon", "mobiel telefoonnummer", "telefoon mobiel",
    "gsm", "06", "06 nummer", "belnummer", "mobiel nr", "mobielnr", "mob", "mob nr",
)  # fmt: skip
_MAILS: Final = ("email", "mail", "emailadres", "mailadres", "email adres", "mail adres", "emailadressen")
_HOURS: Final = ("bereikbaar", "bereikbaarheid", "bereikbaar op", "wanneer bereikbaar", "werktijden", "werkdagen")
_PHONE: Final = "Eén telefoonnummer, zoals iemand het belt."
_MAIL: Final = "Eén e-mailadres, zonder naam erbij."
_URL: Final = "Een heel webadres, met https:// ervoor."
_DATE: Final = "Een datum: dag, maand en jaar."
_NAME: Final = ("", "naam", "volledige naam", "naam en achternaam", "voor en achternaam")

#: Columns about the member itself.
MEMBER_FIELDS: Final[tuple[Field, ...]] = (
    Field("lidnummer", "Lidnummer", "number", (),
          ("lidnummer", "lidnr", "lid nr", "lid nummer", "ledennummer", "nummer lid", "nr lid", "relatienummer",
           "relatienr", "debiteurnummer", "debiteurennummer", "klantnummer", "lidmaatschapsnummer", "lidcode"),
          "Het nummer van het lid bij de branche. Hieraan herkennen we het lid de volgende keer.", "1001"),
    Field("naam", "Naam organisatie", "line", ("organisatie", "naam"),
          ("naam organisatie", "organisatie", "organisatienaam", "bedrijfsnaam", "naam bedrijf", "bedrijf", "naam lid",
           "lid", "lidnaam", "naam onderneming", "onderneming", "werkgever", "naam werkgever", "handelsnaam",
           "statutaire naam", "naam vereniging", "vereniging", "naam school", "school", "naam instelling", "instelling",
           "naam stichting", "stichting", "naam club", "club", "firma", "firmanaam", "bedrijf organisatie",
           "organisatie bedrijf", "bedrijf of organisatie", "organisatie of bedrijf", "bedrijf instelling",
           "naam bedrijf organisatie"),
          "De volledige naam van het lid.", "Bakkerij De Korenbloem B.V."),
    Field("korte_naam", "Korte naam", "line", ("organisatie", "korte_naam"),
          ("korte naam", "roepnaam organisatie", "naam kort", "verkorte naam", "afgekorte naam",
           "korte naam organisatie", "korte bedrijfsnaam"),
          "De naam in een lopende zin.", "De Korenbloem"),
    Field("plaats", "Plaats", "line", (),
          ("plaats", "vestigingsplaats", "plaatsnaam", "woonplaats", "stad", "plaats organisatie", "plaats bedrijf",
           "plaats lid"),
          "De plaats van het lid. Zo houden we leden met dezelfde naam uit elkaar.", "Tiel"),
    Field("medewerkers", "Aantal medewerkers", "count", ("organisatie", "medewerkers"),
          ("medewerkers", "aantal medewerkers", "aantal werknemers", "werknemers", "personeelsleden", "personeel",
           "aantal personeelsleden", "aantal mensen", "mensen", "aantal personen", "koppen", "aantal koppen", "hoofden",
           "headcount", "aantal mdw", "mdw", "aantal medew", "medewerkersaantal", "personeelsaantal",
           "aantal personeel", "aantal wn", "wn", "aantal werkn", "aantal mw"),
          "Hoeveel mensen er werken: hoofden, geen fte.", "45"),
    Field("sector", "Sector", "slug", ("organisatie", "sector"),
          ("sector", "branche", "bedrijfstak", "sector organisatie"), "De sector, in één woord.", "sport"),
    Field("vestigingen", "Vestigingen", "list", ("organisatie", "vestigingen"),
          ("vestigingen", "vestiging", "vestigingen organisatie", "filialen", "locaties"),
          "De vestigingen, met een komma ertussen.", "Culemborg, Tiel"),
    Field("aanspreekvorm", "Je of u", "choice", ("organisatie", "aanspreekvorm"),
          ("aanspreekvorm", "je of u", "je u", "u of je", "aanspreking", "aanspreekvorm organisatie"),
          "Spreekt de site de lezer aan met je of met u?", "je", ("je", "u")),
    Field("site_url", "Adres van de site", "url", ("organisatie", "site_url"),
          ("adres van de site", "adres site", "site url", "site", "url", "url site", "siteadres", "link site",
           "webadres site", "adres microsite", "microsite"),
          f"Waar de site met vertrouwenspersonen komt te staan. {_URL}",
          "https://intranet.dekorenbloem.example/vertrouwenspersonen/"),
    Field("site_openbaar", "Site openbaar", "yes_no", ("organisatie", "site_openbaar"),
          ("site openbaar", "openbaar", "openbare site"), "Kan iedereen de site openen zonder in te loggen?", "nee",
          ("ja", "nee")),
    Field("afzender", "Afzender", "line", ("organisatie", "afzender"),
          ("afzender", "afzender site", "afzender kit", "naam afzender"), "Wie voor de site instaat.",
          "HR De Korenbloem"),
    Field("contact.email", "E-mail afzender", "email", ("organisatie", "contact", "email"),
          (*(f"{mail} {of}" for mail in _MAILS for of in ("afzender", "organisatie", "bedrijf", "algemeen", "lid")),
           *(f"{of} {mail}" for mail in _MAILS for of in ("afzender", "contact", "algemeen", "bedrijfs")),
           "bedrijfsmail"), _MAIL, "hr@dekorenbloem.example"),
    Field("contact.telefoon", "Telefoon afzender", "phone", ("organisatie", "contact", "telefoon"),
          (*(f"{tel} {of}" for tel in _PHONES for of in ("afzender", "organisatie", "bedrijf", "algemeen", "lid")),
           *(f"{of} {tel}" for tel in _PHONES for of in ("afzender", "contact", "algemeen"))), _PHONE, "0344 123450"),
    Field("gecontroleerd_op", "Gecontroleerd op", "date", ("gecontroleerd_op",),
          ("gecontroleerd op", "gecontroleerd", "nagekeken op", "nagekeken", "laatst gecontroleerd", "laatste controle",
           "datum controle", "controledatum", "laatst gecontroleerd op", "gegevens gecontroleerd op"),
          f"De dag waarop iemand namen en nummers voor het laatst nakeek. {_DATE}", "1-10-2026"),
    Field("kleur", "Huiskleur", "colour", ("organisatie", "huisstijl", "kleur"),
          ("huiskleur", "kleur", "huisstijlkleur", "hoofdkleur", "merkkleur", "kleur huisstijl", "huisstijl kleur"),
          "De hoofdkleur: een hekje met zes cijfers of letters.", "#00524c"),
    Field("accent", "Accentkleur", "colour", ("organisatie", "huisstijl", "accent"),
          ("accentkleur", "accent", "tweede kleur", "steunkleur"),
          "De tweede kleur: een hekje met zes cijfers of letters.", "#e07a1f"),
    Field("logo", "Logo", "file", ("organisatie", "huisstijl", "logo"),
          ("logo", "logobestand", "bestand logo", "logo bestand"),
          "De naam van een bestand naast deze lijst: png, jpg of svg.", "logos/korenbloem.svg"),
    Field("klachtencommissie.naam", "Klachtencommissie", "line", ("klachtencommissie", "naam"),
          ("klachtencommissie", "naam klachtencommissie", "klachtencommissie naam"),
          "De naam van de klachtencommissie.", "Klachtencommissie ongewenst gedrag"),
    Field("klachtencommissie.soort", "Klachtencommissie: soort", "choice", ("klachtencommissie", "soort"),
          ("klachtencommissie soort", "soort klachtencommissie"), "Kies intern, extern of landelijk.", "extern",
          ("intern", "extern", "landelijk")),
    Field("klachtencommissie.telefoon", "Klachtencommissie: telefoon", "phone",
          ("klachtencommissie", "contact", "telefoon"),
          (*(f"klachtencommissie {tel}" for tel in _PHONES), *(f"{tel} klachtencommissie" for tel in _PHONES)),
          _PHONE, "030 1234567"),
    Field("klachtencommissie.email", "Klachtencommissie: e-mail", "email", ("klachtencommissie", "contact", "email"),
          (*(f"klachtencommissie {mail}" for mail in _MAILS), *(f"{mail} klachtencommissie" for mail in _MAILS)),
          _MAIL, "klachten@commissie.example"),
    Field("klachtencommissie.voorzitter", "Klachtencommissie: voorzitter", "line", ("klachtencommissie", "voorzitter"),
          ("klachtencommissie voorzitter", "voorzitter klachtencommissie"), "De voorzitter.", "mr. A. de Boer"),
    Field("klachtencommissie.leden", "Klachtencommissie: leden", "list", ("klachtencommissie", "leden"),
          ("klachtencommissie leden", "leden klachtencommissie"), "De leden, met een komma ertussen.",
          "A. de Boer, C. Yilmaz"),
    Field("klachtencommissie.reglement", "Klachtencommissie: reglement", "document", ("klachtencommissie", "reglement"),
          ("klachtencommissie reglement", "reglement klachtencommissie", "klachtenregeling", "klachtenreglement"),
          "Een webadres met https://, of een bestand naast deze lijst.", "https://intranet.dekorenbloem.example/klachten"),
    Field("meldregeling.email", "Meldregeling: e-mail", "email", ("meldregeling", "contact", "email"),
          (*(f"meldregeling {mail}" for mail in _MAILS), *(f"{mail} meldregeling" for mail in _MAILS)),
          _MAIL, "integriteit@dekorenbloem.example"),
    Field("meldregeling.telefoon", "Meldregeling: telefoon", "phone", ("meldregeling", "contact", "telefoon"),
          (*(f"meldregeling {tel}" for tel in _PHONES), *(f"{tel} meldregeling" for tel in _PHONES)),
          _PHONE, "0344 123455"),
    Field("meldregeling.document", "Meldregeling", "document", ("meldregeling", "document"),
          ("meldregeling", "document meldregeling", "meldregeling document", "klokkenluidersregeling"),
          "Een webadres met https://, of een bestand naast deze lijst.",
          "https://intranet.dekorenbloem.example/meldregeling"),
)  # fmt: skip

#: Columns about an advisor; in a heading they may stand behind ``vertrouwenspersoon 2`` and the like.
ADVISOR_FIELDS: Final[tuple[Field, ...]] = (
    Field("id", "id", "slug", ("id",), ("id", "kenmerk"),
          "Korte naam om naar te verwijzen. Meestal niet nodig.", "samira-el-amrani"),
    Field("naam", "naam", "line", ("naam",), _NAME, "Voornaam en achternaam.", "Samira El Amrani"),
    Field("voornaam", "voornaam", "line", (), ("voornaam", "roepnaam"), "De voornaam.", "Samira"),
    Field("tussenvoegsel", "tussenvoegsel", "line", (), ("tussenvoegsel", "tussenvoegsels", "voorvoegsel"),
          "Zoals van, de of van der.", "van der"),
    Field("achternaam", "achternaam", "line", (), ("achternaam", "familienaam"), "De achternaam.", "El Amrani"),
    Field("soort", "soort", "choice", ("soort",),
          ("soort", "intern extern", "intern of extern", "type", "extern intern", "int ext", "ext int", "int of ext"),
          "Kies intern (een collega) of extern (van buiten).", "intern", ("intern", "extern")),
    Field("functie", "functie", "line", ("functie",), ("functie", "beroep", "functietitel", "functienaam"),
          "Het gewone werk van deze persoon.", "bakker"),
    Field("afdeling", "afdeling", "line", ("afdeling",), ("afdeling", "team"), "De afdeling.", "Productie"),
    Field("bureau", "bureau", "line", ("bureau",),
          ("bureau", "organisatie", "bedrijf", "praktijk", "bureau of praktijk", "extern bureau"),
          "Het bureau, bij een externe vertrouwenspersoon.", "Praktijk Verhage"),
    Field("vestigingen", "vestigingen", "list", ("vestigingen",), ("vestiging", "vestigingen"),
          "De vestigingen waar deze persoon werkt, met een komma ertussen.", "Tiel"),
    Field("andere_rollen", "andere rollen", "slugs", ("andere_rollen",),
          ("andere rollen", "andere rol", "overige rollen", "nevenfunctie", "nevenfuncties"),
          "Andere rollen in de organisatie, met een komma ertussen.", "ondernemingsraad",
          ("hr", "leidinggevende", "directie", "ondernemingsraad", "klachtencommissie", "bedrijfsarts",
           "bedrijfsmaatschappelijk-werk", "preventiemedewerker")),
    Field("werkgebied", "werkgebied", "slugs", ("werkgebied",), ("werkgebied", "werkgebieden", "aandachtsgebied"),
          "Kies uit: ongewenste-omgangsvormen, integriteit.", "ongewenste-omgangsvormen, integriteit",
          ("ongewenste-omgangsvormen", "integriteit")),
    Field("telefoon", "telefoon", "phone", ("contact", "telefoon"), _PHONES, _PHONE, "06 12345678"),
    Field("email", "e-mail", "email", ("contact", "email"), _MAILS, _MAIL, "samira@dekorenbloem.example"),
    Field("whatsapp", "WhatsApp", "phone", ("contact", "whatsapp"),
          ("whatsapp", "whatsappnummer", "whatsapp nummer", "app", "whats app"), _PHONE, "06 12345678"),
    Field("signal", "Signal", "phone", ("contact", "signal"), ("signal", "signal nummer"), _PHONE, "06 12345678"),
    Field("afspraak", "afspraak maken", "url", ("contact", "afspraak"),
          ("afspraak maken", "afspraak", "afspraaklink", "link afspraak", "agenda", "online afspraak"), _URL,
          "https://agenda.example/samira"),
    Field("post", "postadres", "text", ("contact", "post"), ("postadres", "post"), "Een postadres.",
          "Vertrouwelijk, Postbus 1, 4000 AA Tiel"),
    Field("bereikbaar", "bereikbaar", "line", ("bereikbaar",), _HOURS, "Wanneer je deze persoon bereikt.",
          "maandag t/m donderdag, 9.00 tot 17.00 uur"),
    Field("locatie", "locatie", "line", ("locatie",), ("locatie", "kamer", "spreekplek", "werkplek", "waar"),
          "Waar je elkaar spreekt.", "op een plek buiten het werk"),
    Field("talen", "talen", "list", ("talen",), ("talen", "taal", "spreekt"), "De talen, met een komma ertussen.",
          "Nederlands, Arabisch"),
    Field("vervanger", "vervanger", "name", ("vervanger",),
          ("vervanger", "vervanging", "plaatsvervanger", "vervangen door", "wordt vervangen door", "naam vervanger"),
          "De naam van een andere vertrouwenspersoon van dit lid.", "Joost Verhage"),
    Field("register", "register", "line", ("register",), ("register", "registratie"),
          "Het register waarin deze persoon staat, alleen als het echt zo is.", "LVV"),
    Field("foto", "foto", "file", ("foto", "bestand"),
          ("foto", "fotobestand", "foto bestand", "bestand foto", "pasfoto"),
          "De naam van een bestand naast deze lijst: jpg, png of webp.", "fotos/samira.jpg"),
    Field("toestemming", "toestemming foto", "date", ("foto", "toestemming"),
          ("toestemming foto", "foto toestemming", "toestemming", "datum toestemming", "toestemming voor foto",
           "datum toestemming foto", "akkoord foto", "toestemming d d", "toestemming dd", "toestemming foto d d",
           "toestemming foto dd"),
          f"De dag waarop deze persoon toestemming gaf voor de foto. {_DATE}", "15-9-2026"),
    Field("voorstellen", "voorstellen", "text", ("voorstellen",),
          ("voorstellen", "introductie", "voorsteltekst", "in eigen woorden", "over mij", "stelt zich voor"),
          "Een paar zinnen in eigen woorden.", "Ik luister, denk met je mee en ben er zonder oordeel."),
)  # fmt: skip

#: Contacts in the organisation: key in the kit -> (its name if nobody gives one, the title, how headings call it).
CONTACTS: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "leidinggevende": ("je leidinggevende", "Leidinggevende", ("leidinggevende", "leidinggevenden", "manager")),
    "hr": ("HR-afdeling", "HR", ("hr", "hrm", "p o", "p en o", "personeelszaken", "hr afdeling", "afdeling hr")),
    "bedrijfsarts": ("Bedrijfsarts", "Bedrijfsarts", ("bedrijfsarts", "arbodienst", "arboarts")),
    "bedrijfsmaatschappelijk-werk": (
        "Bedrijfsmaatschappelijk werk",
        "Bedrijfsmaatschappelijk werk",
        ("bedrijfsmaatschappelijk werk", "bedrijfsmaatschappelijk werker", "bmw"),
    ),
    "preventiemedewerker": ("Preventiemedewerker", "Preventiemedewerker", ("preventiemedewerker",)),
    "ondernemingsraad": ("Ondernemingsraad", "Ondernemingsraad", ("ondernemingsraad", "or")),
    "directie": ("Directie", "Directie", ("directie", "directeur")),
}

#: Headings of columns that are left out for a reason that is worth telling.
NOT_USED: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("fte", "aantal fte", "fte s", "aantal fte s", "formatie"),
        "Fte is geen aantal mensen. Zet de hoofden in een kolom 'Aantal medewerkers'.",
    ),
    **dict.fromkeys(
        ("website", "www", "homepage", "internet", "website organisatie", "website bedrijf"),
        "Dit is de website van het lid. Het adres van de site met vertrouwenspersonen hoort in 'Adres van de site'.",
    ),
    **dict.fromkeys(
        ("contactpersoon", "naam contactpersoon"),
        "Een contactpersoon van de branche komt niet op de site. Bedoel je de vertrouwenspersoon? "
        "Noem de kolom dan 'Vertrouwenspersoon'.",
    ),
}


def contact_fields() -> tuple[Field, ...]:
    """Return the columns for the contacts in the organisation: name, telephone, e-mail and hours of each."""
    made: list[Field] = []
    for key, (_, title, names) in CONTACTS.items():
        path = ("contacten", key)
        made += [
            Field(f"{key}.naam", title, "line", (*path, "naam"), _around(names, ("", "naam")), "De naam.", title),
            Field(f"{key}.telefoon", f"{title}: telefoon", "phone", (*path, "contact", "telefoon"),
                  _around(names, _PHONES), _PHONE, "0344 123456"),
            Field(f"{key}.email", f"{title}: e-mail", "email", (*path, "contact", "email"), _around(names, _MAILS),
                  _MAIL, "hr@dekorenbloem.example"),
            Field(f"{key}.bereikbaar", f"{title}: bereikbaar", "line", (*path, "bereikbaar"), _around(names, _HOURS),
                  "Wanneer je dit contact bereikt.", "maandag t/m vrijdag"),
        ]  # fmt: skip
    return tuple(made)


def _around(names: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """Return every heading of a contact's name with a word before or behind it."""
    return tuple(
        dict.fromkeys(text.strip() for name in names for word in words for text in (f"{name} {word}", f"{word} {name}"))
    )
