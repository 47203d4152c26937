"""What is remembered never takes more memory than it may."""

from __future__ import annotations

import pytest

from generator.memo import Memo


def a_memo() -> tuple[Memo[str], list[str]]:
    """Return a memo of ten letters, and the list of all that it had to make."""
    return Memo[str](10, len), []


def ask(memo: Memo[str], made: list[str], value: str) -> str:
    def make() -> str:
        made.append(value)
        return value

    return memo.get(value, make)


def test_what_was_made_is_not_made_again() -> None:
    memo, made = a_memo()
    assert [ask(memo, made, "vier"), ask(memo, made, "vier")] == ["vier", "vier"]
    assert made == ["vier"]


def test_what_was_asked_for_longest_ago_goes_when_it_becomes_too_much() -> None:
    memo, made = a_memo()
    for value in ("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb"):
        ask(memo, made, value)
    assert made == ["aaaa", "bbbb", "cccc", "bbbb"]


def test_what_is_larger_than_all_the_room_is_made_each_time() -> None:
    memo, made = a_memo()
    for _ in range(2):
        assert ask(memo, made, "veel te veel letters") == "veel te veel letters"
    assert len(made) == 2


def test_room_is_made_before_it_is_needed() -> None:
    memo, made = a_memo()
    for value in ("aaaa", "bbbb"):
        ask(memo, made, value)
    memo.make_room(5)
    for value in ("bbbb", "aaaa"):
        ask(memo, made, value)
    assert made == ["aaaa", "bbbb", "aaaa"]


def test_more_room_than_there_is_empties_it() -> None:
    memo, made = a_memo()
    ask(memo, made, "aaaa")
    memo.make_room(99)
    ask(memo, made, "aaaa")
    assert made == ["aaaa", "aaaa"]


def test_all_is_forgotten() -> None:
    memo, made = a_memo()
    ask(memo, made, "aaaa")
    memo.forget()
    ask(memo, made, "aaaa")
    assert made == ["aaaa", "aaaa"]


def test_a_failure_is_not_remembered() -> None:
    memo, made = a_memo()
    with pytest.raises(OSError, match="weg"):
        memo.get("aaaa", _fail)
    assert ask(memo, made, "aaaa") == "aaaa"


def _fail() -> str:
    raise OSError("weg")
