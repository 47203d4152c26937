"""``report.json``: the state of every member, for programs. The guide shows the same shape in a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from generator.batch.member import Member
from generator.batch.overview.links import links_of
from generator.batch.overview.standing import Counts, counts_of, stand_of, tally

#: Goes up when a key changes its meaning or goes away; a new key does not count.
FORMAT: Final = 1


def report(members: Sequence[Member], title: str, today: date) -> Iterator[bytes]:
    """Yield the JSON text in pieces, a member at a time, with one member a line.

    The whole is an object: ``format`` (1), ``title``, ``date`` (ISO 8601), ``totals`` and ``members``. ``totals``
    holds ``members``, ``stand`` (how many members have each) and ``counts``. A member holds what ``member_row`` gives.
    """
    totals = {
        "members": len(members),
        "stand": tally(members),
        "counts": _plain(sum((counts_of(member.findings) for member in members), Counts())),
    }
    head = {"format": FORMAT, "title": title, "date": today.isoformat(), "totals": totals}
    yield _bytes(head)[:-1] + b', "members": ['
    for place, member in enumerate(members):
        yield (b",\n" if place else b"\n") + _bytes(member_row(member))
    yield b"\n]}\n"


def member_row(member: Member) -> dict[str, Any]:
    """Return one member.

    ``slug``, ``naam``, ``branche``, ``folder``; ``stand`` (see ``Stand``), ``state`` (see ``State``) and ``reason``;
    ``made_on`` (ISO 8601) or null; ``pages``; ``counts`` of open findings a level, and of answered ones; ``findings``
    as ``check --json`` gives them; ``links`` from this file: ``site``, ``zip`` (null if absent) and ``prints``.
    """
    links = links_of(member)
    return {
        "slug": member.slug,
        "naam": member.naam,
        "branche": member.branche,
        "folder": member.folder,
        "stand": stand_of(member),
        "state": member.state,
        "reason": member.reason,
        "made_on": member.made_on or None,
        "pages": member.pages,
        "counts": _plain(counts_of(member.findings)),
        "findings": [item.as_json() for item in member.findings],
        "links": {
            "site": links.site or None,
            "zip": links.zip or None,
            "prints": [{"title": item.title, "file": item.href} for item in links.prints],
        },
    }


def _plain(counts: Counts) -> dict[str, int]:
    return {
        "error": counts.error,
        "warning": counts.warning,
        "notice": counts.notice,
        "answered": counts.answered,
    }


def _bytes(content: Any) -> bytes:
    # Half a surrogate pair, from the name of a folder, has no UTF-8: it stays the escape that JSON has for it.
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "backslashreplace")
