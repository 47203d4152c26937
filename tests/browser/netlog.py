"""What Chromium's network layer itself wrote down: also prefetches, speculation, favicons and look-ups of names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

#: The events in which the network layer starts to ask for an address, or for the number of a host.
_EVENTS: Final = ("URL_REQUEST_START_JOB", "HOST_RESOLVER_MANAGER_REQUEST", "HOST_RESOLVER_MANAGER_JOB")


#: For whom a request was made, as the events call it. The browser's own errands name somebody else, or nobody.
_KEYS: Final = ("network_isolation_key", "network_anonymization_key")


def asked_for(log: Path, site: str) -> set[str]:
    """Return every address that was requested and every host that was looked up for pages of ``site``.

    ``site`` is a scheme and a host. The log is that of ``--log-net-log``, finished: a table of the names of events,
    and events with their parameters.
    """
    told = json.loads(log.read_text(encoding="utf-8"))
    kinds = {number for name, number in told["constants"]["logEventTypes"].items() if name in _EVENTS}
    assert len(kinds) == len(_EVENTS), "this Chromium names its events in another way"
    events = (event.get("params", {}) for event in told["events"] if event["type"] in kinds)
    return {address for params in events if _is_for(params, site) for address in _addresses(params)}


def _is_for(params: dict[str, Any], site: str) -> bool:
    return any(str(params.get(key, "")).startswith(f"{site} ") for key in _KEYS)


def _addresses(params: dict[str, Any]) -> Iterator[str]:
    yield from (str(params[name]) for name in ("url", "host") if params.get(name))
