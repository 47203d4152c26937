"""What reading a kit must know of the shared content: the ids that a kit may name. Handed in, never looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: National contacts that no kit may give another number.
FIXED: Final = frozenset({"112", "113", "politie"})
#: Names in a route that stand for a part of the kit itself.
ANY_ADVISOR: Final = "vertrouwenspersoon"
BY_KIND: Final = {"vertrouwenspersoon-intern": "intern", "vertrouwenspersoon-extern": "extern"}
PARTS: Final = frozenset({"klachtencommissie", "meldregeling"})
RESERVED: Final = frozenset({ANY_ADVISOR, *BY_KIND, *PARTS})


#: Addresses on the page of the wegwijzer and on the page of the advisors that are not a situation or an advisor.
PAGE_ANCHORS: Final = frozenset(
    {
        "bij-wie-kan-ik-terecht", "eerste-bericht", "gevaar", "gevaar-titel", "inhoud", "kiezen", "leidinggevende",
        "met-wie-kan-ik-praten", "niet-bereikbaar", "niet-gevonden", "regie", "situaties", "woorden",
    }
)  # fmt: skip
PAGE_ANCHOR_STARTS: Final = ("groep-", "vk-")


def is_page_anchor(name: str) -> bool:
    """Tell whether an id would lead to another place of the page than its own."""
    return name in PAGE_ANCHORS or name.startswith(PAGE_ANCHOR_STARTS)


@dataclass(frozen=True, slots=True)
class SharedIds:
    """The ids of the shared content.

    ``situaties``: shared situations; ``landelijk``: national contacts; ``algemeen``: contacts that everybody has;
    ``rollen``: keys that ``contacten`` may hold and that default routes use; ``sectoren``: sectors that switch
    something on.
    """

    situaties: frozenset[str] = frozenset()
    landelijk: frozenset[str] = frozenset()
    algemeen: frozenset[str] = frozenset()
    rollen: frozenset[str] = frozenset()
    sectoren: frozenset[str] = frozenset()
