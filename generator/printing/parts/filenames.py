"""The names of the files that exist once for each advisor or site.

The fixed names belong to the fixed printables: an advisor or a site that is called as one of them, or a site that is
called as an advisor, gets a longer name.
"""

from __future__ import annotations

from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.kit.portable import short_name
from generator.kit.text import slugify
from generator.printing.parts.source import Source

#: What stands between ``poster-`` and ``-a4.pdf`` in the names of the catalogue.
_FIXED: Final = frozenset({"afscheurstroken", "misverstanden"})


def person_file(persoon: Vertrouwenspersoon) -> str:
    """Return the name of an advisor's own poster."""
    kind = "persoon_" if persoon.id in _FIXED else ""
    return f"poster-{kind}{short_name(persoon.id)}-a4.pdf"


def site_file(source: Source, vestiging: str) -> str:
    """Return the name of a site's poster; sites whose names give the same short name are numbered."""
    slug = short_name(slugify(vestiging) or "vestiging")
    alike = [site for site in source.kit.organisatie.vestigingen if short_name(slugify(site) or "vestiging") == slug]
    number = alike.index(vestiging) + 1
    persons = {person_file(persoon) for persoon in source.vertrouwenspersonen}
    kind = "vestiging_" if slug in _FIXED or f"poster-{slug}-a4.pdf" in persons else ""
    return f"poster-{kind}{slug}{f'_{number}' if number > 1 else ''}-a4.pdf"
