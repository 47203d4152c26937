"""The search that the tests of leaks rest on finds a word however it is written or packed."""

from __future__ import annotations

import gzip
import io
import json
import quopri
import zipfile
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.privacy.traces import traces, words_below, words_in

WORD = "zqxabc07q"


def a_zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


def a_pdf(word: str, *, title: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1)
    canvas.setTitle(title)
    canvas.drawString(90, 700, word)
    canvas.save()
    return out.getvalue()


WAYS: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "capitals": lambda word: word.upper().encode(),
    "UTF-16": lambda word: word.encode("utf-16"),
    "hexadecimal": lambda word: word.encode().hex().upper().encode(),
    "hexadecimal text of a PDF": lambda word: b"<FEFF" + word.encode("utf-16-be").hex().encode() + b">",
    "percent": lambda word: "".join(f"%{byte:02X}" for byte in word.encode()).encode(),
    "entities": lambda word: "".join(f"&#{ord(letter)};" for letter in word).encode(),
    "JSON": lambda word: json.dumps(word).replace("z", "\\u007a").encode() + _all_escaped(word),
    "quoted-printable": lambda word: "".join(f"={byte:02X}" for byte in word.encode()).encode(),
    "quoted-printable, broken": lambda word: quopri.encodestring(b"\xc3\xab" * 11 + word.encode()),
    "base64": lambda word: b64encode(word.encode()),
    "base64, one further": lambda word: b64encode(b"x" + word.encode() + b"tail"),
    "base64, two further": lambda word: b64encode(b"xy" + word.encode() + b"tail"),
    "folded line": lambda word: f"NOTE:{word[:4]}\r\n {word[4:]}\r\n".encode(),
    "soft hyphen": lambda word: f"{word[:4]}\u00ad{word[4:]}".encode(),
    "gzip": lambda word: gzip.compress(b"x" * 99 + word.encode()),
    "zip": lambda word: a_zip("een.txt", word.encode() * 9),
    "name in a zip": lambda word: a_zip(f"{word}.txt", b""),
    "zip in a zip": lambda word: a_zip("een.zip", a_zip("een.txt", word.encode() * 9)),
    "page of a PDF": a_pdf,
    "title of a PDF": lambda word: a_pdf("x", title=word),
    "PDF in a zip": lambda word: a_zip("een.pdf", a_pdf(word)),
}


def _all_escaped(word: str) -> bytes:
    return "".join(f"\\u{ord(letter):04X}" for letter in word).encode()


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
def test_a_word_is_found_however_it_is_written_or_packed(way: Callable[[str], bytes]) -> None:
    assert traces(way(WORD), WORD)
    assert not traces(way(WORD), "zqxabd07q")


def test_of_several_words_those_that_are_there_are_told() -> None:
    assert words_in(b"een twee", ["een", "drie"]) == {"een"}


def test_files_are_found_by_what_is_in_them_and_by_their_names(tmp_path: Path) -> None:
    (tmp_path / f"map-{WORD}").mkdir()
    (tmp_path / "tekst.txt").write_text(WORD, encoding="utf-8")
    (tmp_path / "andere.txt").write_text("niets", encoding="utf-8")
    below = tmp_path.name
    assert words_below(tmp_path, [WORD, "zqxniet"]) == {WORD: {f"{below}/map-{WORD}", f"{below}/tekst.txt"}}
