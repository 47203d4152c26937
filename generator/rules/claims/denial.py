"""Whether a sentence says something or denies it: "alles is 100% geheim" against "100% geheim bestaat niet".

A denial counts only where it bears on the words found: "Geen zorgen, alles is 100% geheim" denies nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.rules.claims.text import Sentence, clauses

#: Words of denial that deny nothing; they are blanked before anything else is read.
_IDIOM: Final = re.compile(
    r"""(?x)
      \b geen \  (?: zorgen | paniek | punt | probleem | nood | stress | twijfel | gedoe | angst | gezeur )
    | \b geen \  enkel\w* \  (?: probleem | punt | twijfel | zorg\w* | angst | moeite )
    | \b niet \  (?: alleen | slechts | enkel | louter | voor \  niets | bang | ongerust | uit \b | wil | wilt | willen
        | durft? | durven | weet | weten | hoeft? | hoeven | schrikken | schromen | aarzelen | twijfelen )
    | \b (?: vergeet | twijfel | aarzel | schroom | vrees | wees | schrik | wacht | ben | bent ) \  (?: er \  )?
        niet (?: \  langer )? (?: \  (?: bang | aan | ongerust ) | \  (?= dat \b ) )
    | \b (?: hoeft? | wilt? | durft? | weet | weten ) (?: \  (?: je | jij | u | ik | het | er | dat ) ){0,2}
        \  (?: niet | geen | nooit ) (?! \  zeggen )
    | \b maakt (?: \  \w+ )? \  niet \  uit
    | \b (?: nooit | niet ) \  te \  (?: laat | klein | groot | gek )
    """
)
_NEGATION: Final = re.compile(
    r"""(?x) \b (?: geen | niet | nooit | noch | evenmin | nergens | onmogelijk | onwaar | onjuist | misverstand\w*
      | fabel\w* | mythe\w* | geenszins | allerminst | geeneens
      | niemand (?: \  \w+ )? \  (?: kan | mag | heeft ) | (?: kan | mag | heeft ) \  niemand
      | (?: niets | niks ) \  (?: is | blijft | kan ) | (?: is | blijft ) \  (?: niets | niks ) ) \b"""
)
#: A comparison between two commas, which would part a claim from its denial.
_ASIDE: Final = re.compile(r", (?:zoals|net als|net zoals) [^,;:.]*,")
_WITHOUT: Final = re.compile(
    r"\bzonder (?:een |enige? |de )?$|\b(?:anders dan|in plaats van|in tegenstelling tot) (?:\w+ ){0,2}$"
)
_COORDINATION: Final = re.compile(
    r"^ (?:en|of) [^,;:.]*\b(?:bestaan|bestaat|zijn|kunnen|kan|krijg|heb|hebben|heeft|gaan)\b"
)
#: "Mensen denken vaak dat ...": what others think, the author does not say.
_BELIEF: Final = re.compile(
    r"""(?x)
      \b (?: mensen | velen | sommigen | iedereen | men | collega's | medewerkers | werknemers | veel \  \w+ )
        (?: \  \w+ ){0,3} \  (?: denken | denkt | geloven | gelooft | dachten | hopen | verwachten | verwacht )
    | \b (?: denken | verwachten | geloven ) \  (?: veel \  | sommige \  )? (?: mensen | collega's | medewerkers )
    | \b (?: wordt | word ) (?: \  \w+ ){0,2} \  (?: gedacht | beweerd )
    | \b misschien \  (?: denk | denkt | hoop | hoopt | verwacht ) \  (?: je | jij | u )
    | \b (?: je | u ) \  (?: denkt | hoopt | verwacht ) \  misschien
    | \b (?: vraagt? | vragen | vroeg | afvragen | benieuwd | bespreken | bespreek | overleg\w* | kijkt? | kijken )
        \b [^.;:]* \b of \b [^.;:]* $
    | ^ (?: misverstand | fabel | mythe | niet \  waar | onwaar | fout ) \b [^:]* :"""
)
#: "Wat ik niet kan: ...", "Zeg dus nooit: ..."
_LEAD: Final = re.compile(
    r"^(?:wat|dit|dat|dus|zeg|schrijf|beloof|verwacht|roep)\b[^:]*\b(?:niet|geen|nooit)\b[^:]*:|^liever niet\b"
)
_PROMISE: Final = (
    r"(?:belo\w+|garan\w+|toezeg\w*|zeg|zeggen|zeker\w*|waar|betekent|denk|verwacht|bewe\w+|uitsluiten|waarmaken|"
    r"toezegging|hard maken|instaan|altijd zo|zo)"
)
_NO: Final = r"(?:niet|geen|nooit|niemand|onmogelijk|evenmin|lastig|moeilijk)"
#: "Ik kan niet beloven dat ...", and after the claim: "... kan ik niet beloven".
_GOVERNING: Final = re.compile(
    rf"\b(?:{_NO}\b[^;:.]{{0,60}}\b{_PROMISE}|{_PROMISE} (?:\w+ ){{0,3}}{_NO})\b[^;:.]{{0,20}}(?:\bdat\b|"
    r"\bof\b)[^;:.]*$"
)
#: A warning against whoever promises it.
_WARNING: Final = re.compile(r"^(?:wie|als iemand|iemand die)\b[^,.]*\b(?:belooft|garandeert|beweert|toezegt)\b")
_GOVERNED: Final = re.compile(
    rf"\b(?:kan|mag|durf|zal|wil|kunnen|mogen|is|klopt|zou)\b[^;:.]{{0,40}}\b{_NO}\b[^;:.]{{0,20}}\b(?:belo\w+|"
    rf"garan\w+|toezeg\w*|waarmaken|hard maken|instaan|(?<=niet )zeggen)\b|^[ ,]*(?:is|klopt) {_NO}\b"
)
_TAIL: Final = (
    r"(?: (?:beloven|garanderen|toezeggen|waar|zo|mogelijk|bieden|geven|altijd|helemaal|zomaar|hier|bij|mij|ons|"
    r"zeggen|waarmaken|aan|de|orde|van|toepassing|meer|doen|juist|helaas|echt))*"
)
#: "..., maar dat kan ik niet beloven."; "Dat klopt niet."
_RETRACTION: Final = re.compile(
    r"(?:maar |helaas |al |nee,? )*(?:(?:dat|die|dit|zoiets|het) (?:kan|kun|klopt|is|zijn|bestaat|bestaan|heb|"
    r"heeft|hebben|mag|beloof|ben|geldt|gaat|lukt)\b(?: [\w']+){0,4} ?\b(?:niet|nooit|onmogelijk|onwaar|onjuist|"
    rf"misverstand|fabel|mythe){_TAIL}[ .!)]*(?:$|,)|niet waar\b|onwaar\b|fout\b|onjuist\b|klopt niet\b|nee\b|"
    r"helaas niet\b|was het maar)"
)
_HEDGE: Final = re.compile(
    r"\b(?:bijna|vrijwel|nagenoeg|meestal|soms|misschien|zo ?veel mogelijk|in principe|vaak|liefst)\b"
)
_EXCEPTION: Final = re.compile(
    r"""(?x) \b (?: behalve | tenzij | mits | uitgezonderd | uitzonderlijk\w* | zomaar | zolang | voordat
      | buiten \  (?: je | jou | u ) \  om
      | zonder \  (?: jou | u ) \b
      | zonder \  dat \  (?: je | jij | u ) \  (?: dat | het | dit | er\w* | daar\w* | iets | zelf | wil\w*
        | weet | eerst | ja | akkoord | instem\w* | toestem\w* )
      | zonder \  (?: \w+ \  ){0,3}
        (?: toestemming | overleg\w* | akkoord | medeweten | goedkeuring | instemming | goedvinden )
      | als \  (?: jij | je | u ) \  (?: dat | het | er | dit )? (?: \  \w+ )? \  ? (?: niet | geen )
      | tot \  (?: jij | je | u )
      | op \  (?: een | enkele | een \  paar ) \  (?: uitzonder\w+ | na ) )
    | (?<! zonder \  ) (?<! enige \  ) (?<! geen \  ) (?<! enkele \  ) \b uitzondering
      (?! \w* \  (?: zijn | is | bestaan | maak ) \w* \  (?: er | ik ) \  niet )"""
)
_EXCEPTION_FOLLOWS: Final = re.compile(
    r"^(?:maar|alleen|behalve|tenzij|enkel|wel (?:geldt|gelden|is|zijn)|er (?:is|zijn|bestaan)\b.*\buitzonder|de "
    r"enige uitzonder|als er (?:ooit )?een uitzonder|een uitzonder|uitzonder|slechts|(?:de|een) "
    r"vertrouwenspersoon weet\b)"
)
_YES: Final = re.compile(
    r"(?:ja|jazeker|zeker|absoluut|natuurlijk|uiteraard|inderdaad|altijd|100|honderd procent|dat kan|dat mag|mag "
    r"ook|kan ook|klopt|geen probleem|geen punt|prima)\b"
)
_YES_BUT: Final = re.compile(
    r"^\w+,? (?:maar|tenzij|soms|meestal|alleen|mits|niet)\b|\b(?:maar|tenzij|mits|niet|alleen)\b"
)
_NO_ANSWER: Final = re.compile(
    r"(?:nee|neen|nooit|niemand|zeker niet|absoluut niet|beslist niet|natuurlijk niet|dat (?:kan|mag) (?:\w+ "
    r"){0,2}niet)\b"
)
_NOT_ASKED: Final = re.compile(
    r"(?:wist|weet) (?:je|u|jij)(?: al)?,? dat|(?:zoek|zoekt|wil|wilt) (?:je|u|jij) (?:een |iemand )|op zoek naar|"
    r"waar vind"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence between the sentences before and after it; those are empty at the ends of a text."""

    sentence: Sentence
    before: str = ""
    after: str = ""
    later: str = ""

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.sentence.text

    def is_asserted(self) -> bool:
        """Whether the sentence says what it says; a question does if it is no real one, or if the answer is yes."""
        if _RETRACTION.match(self.after):
            return False
        if not self.sentence.is_question or _NOT_ASKED.match(self.text):
            return True
        return bool(_YES.match(self.after)) and not _YES_BUT.search(self.after)

    def is_answered_no(self) -> bool:
        """Whether it is a question that the text answers with no, without an exception."""
        answer = f"{self.after} {self.later}"
        is_no = _NO_ANSWER.match(answer) and not _EXCEPTION.search(answer) and not _HEDGE.search(self.after)
        return self.sentence.is_question and bool(is_no)

    def is_excepted(self) -> bool:
        """Whether the sentence, or the one after it, makes an exception or softens what it says."""
        return bool(_EXCEPTION.search(self.text) or _EXCEPTION_FOLLOWS.match(self.after))


def denied(sentence: str, start: int, end: int) -> bool:
    """Tell whether ``sentence[start:end]``, which asserts something by its own words, is denied by those around it."""
    text = _ASIDE.sub(_blank, _IDIOM.sub(_blank, sentence))
    low, high = clauses(text).around(start, end)
    before, after = text[low:start], text[end:high]
    return (
        bool(_NEGATION.search(text, start, end))
        or _denied_before(before)
        or _denied_after(after)
        or doubted(text, start, end)
        or bool(_RETRACTION.match(text, high))
        or _is_listed(text, low, end)
    )


def _blank(found: re.Match[str]) -> str:
    """Return as many spaces as were found, so that all else stays in its place."""
    return " " * len(found.group())


def doubted(sentence: str, start: int, end: int) -> bool:
    """Tell whether words around ``sentence[start:end]``, which may itself deny something, say that it is not so."""
    before, after = sentence[:start], sentence[end:]
    low, high = clauses(sentence).around(start, end)
    softened = sentence[low:end] + sentence[end:high].split(" en ", maxsplit=1)[0]
    return bool(
        _HEDGE.search(softened)
        or _WARNING.match(sentence)
        or _BELIEF.search(before)
        or _LEAD.search(before)
        or _GOVERNING.search(before)
        or _GOVERNED.search(after)
    ) or bool(re.match(r"[^,;:]*,\s*", after) and _RETRACTION.match(re.sub(r"^[^,;:]*,\s*", "", after)))


def _denied_before(before: str) -> bool:
    """Tell whether words in the same clause, before the claim, deny it; "niet" and "nooit" do not reach beyond "en"."""
    return bool(_WITHOUT.search(before)) or any(
        found.group() not in {"niet", "nooit"} or " en " not in before[found.end() :]
        for found in _NEGATION.finditer(before)
    )


def _denied_after(after: str) -> bool:
    """Tell whether words in the same clause, after the claim, deny it: "... bestaat niet"."""
    if " en " in after and not _COORDINATION.match(after):
        after = after[: after.index(" en ")]
    return bool(_NEGATION.search(after))


def _is_listed(text: str, low: int, end: int) -> bool:
    """Tell whether the claim is an item of a denied list: "geen beroepsgeheim, verschoningsrecht of zwijgplicht"."""
    listed = re.search(r"\bgeen\b [^;:.]*, [^;:.]*$", text[:end])
    in_list = listed and not re.search(r"\b(?:is|blijft|ben|heb|heeft|kan|kun|kunt|mag|zijn)\b", text[low:end])
    return bool(in_list and re.match(r"[^;:.]*\b(?:of|noch)\b", text[low:]))
