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
