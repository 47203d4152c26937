"""Remembering what was made while it may be wanted again, up to an amount of memory instead of a number of things."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


class Memo(Generic[_Value]):
    """Keeps values by key until together they are larger than ``most`` bytes; what was asked for longest ago goes.

    ``size`` tells how many bytes a value takes. ``functools.lru_cache`` counts values instead, and six pictures of
    twelve megapixels take a hundred times as much as six small ones. A key must say all that its value depends on.
    """

    def __init__(self, most: int, size: Callable[[_Value], int]) -> None:
        self._most = most
        self._size = size
        self._kept: dict[Hashable, _Value] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """Return the value that belongs to ``key``, made if it is not here; raises what ``make`` raises."""
        with self._lock:
            if key in self._kept:
                self._kept[key] = self._kept.pop(key)  # the last one asked for stands at the end
                return self._kept[key]
        value = make()
        with self._lock:
            self._kept[key] = value
            self._shrink(self._most)
        return value

    def make_room(self, wanted: int) -> None:
        """Let go of as much as it takes to keep ``wanted`` more bytes; for a value that is about to be made."""
        with self._lock:
            self._shrink(max(0, self._most - wanted))

    def forget(self) -> None:
        """Let go of everything."""
        self.make_room(self._most)

    def _shrink(self, most: int) -> None:
        total = sum(map(self._size, self._kept.values()))
        while total > most:
            total -= self._size(self._kept.pop(next(iter(self._kept))))
