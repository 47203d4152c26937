"""Files that a kit names: exactly that name, inside the folder, and in truth what they seem to be."""

from __future__ import annotations

import io
import os
import struct
import unicodedata
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.builders import codes, een_kit, lees


def picture(path: Path, kind: str = "JPEG", size: tuple[int, int] = (16, 16)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "teal").save(path, kind)
    return path


def with_photo(kits: Path, bestand: str) -> Path:
    advisor = {"naam": "Joost", "soort": "extern", "contact": {"telefoon": "088 1234567"}, "foto": {"bestand": bestand}}
    return een_kit(kits, vertrouwenspersonen=[advisor])


def with_logo(kits: Path, logo: str) -> Path:
    return een_kit(kits, organisatie__huisstijl={"logo": logo})


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_photo_becomes_a_file_with_its_name_and_place(kind: str, tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "fotos/joost.foto")
    path = picture(folder / "fotos" / "joost.foto", kind)
    loaded = lees(folder)
    assert loaded.kit is not None
    foto = loaded.kit.vertrouwenspersonen[0].foto
    assert foto is not None
    assert (foto.bestand.naam, foto.bestand.pad) == ("fotos/joost.foto", path.resolve())
    assert path.resolve() in loaded.files


def test_name_in_another_unicode_form_is_found(tmp_path: Path) -> None:
    folder = with_photo(tmp_path, unicodedata.normalize("NFC", "zoë.jpg"))
    picture(folder / unicodedata.normalize("NFD", "zoë.jpg"))
    assert codes(lees(folder)) == []


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("written", "found"), [("NFC", "NFC"), ("NFD", "NFD"), ("half", "NFD")])
def test_of_two_names_that_look_the_same_the_one_that_is_written_is_taken(
    written: str, found: str, order: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever order a disk tells them in; of two that are both written otherwise, the first in Unicode."""
    names = {form: unicodedata.normalize(form, "zoë-é.jpg") for form in ("NFC", "NFD")} | {"half": "zoë-e\u0301.jpg"}
    folder = with_photo(tmp_path, names[written])
    for form in ("NFC", "NFD"):
        picture(folder / names[form])
    listed = os.listdir
    monkeypatch.setattr(os, "listdir", lambda path: sorted(listed(path))[::order])
    loaded = lees(folder)
    assert loaded.kit is not None
    foto = loaded.kit.vertrouwenspersonen[0].foto
    assert foto is not None
    assert foto.bestand.pad.name == names[found]


def test_name_with_other_capitals_is_not_found_but_suggested(tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "fotos/samira.jpg")
    picture(folder / "fotos" / "Samira.JPG")
    (finding,) = lees(folder).findings
    assert finding.code == "VK040"
    assert "Bedoelde je 'fotos/Samira.JPG'?" in finding.advice


def test_link_to_a_file_outside_the_kit_is_refused(tmp_path: Path) -> None:
    folder = with_photo(tmp_path / "kits", "foto.jpg")
    (folder / "foto.jpg").symlink_to(picture(tmp_path / "geheim.jpg"))
    assert codes(lees(folder)) == ["VK041"]


def test_linked_folder_outside_the_kit_is_refused(tmp_path: Path) -> None:
    folder = with_photo(tmp_path / "kits", "fotos/foto.jpg")
    picture(tmp_path / "elders" / "foto.jpg")
    (folder / "fotos").symlink_to(tmp_path / "elders")
    assert codes(lees(folder)) == ["VK041"]


def test_link_to_a_file_inside_the_kit_is_taken(tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "foto.jpg")
    picture(folder / "echt.jpg")
    (folder / "foto.jpg").symlink_to("echt.jpg")
    assert codes(lees(folder)) == []


def test_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "foto.jpg")
    (folder / "foto.jpg").symlink_to("foto.jpg")
    assert codes(lees(folder)) == ["VK040"]


def test_kit_that_is_a_link_to_elsewhere_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.yml"
    secret.write_text("wachtwoord: 123\n", encoding="utf-8")
    folder = tmp_path / "kits" / "voorbeeld"
    folder.mkdir(parents=True)
    (folder / "kit.yml").symlink_to(secret)
    (finding,) = lees(folder).findings
    assert finding.code == "VK041"
    assert "wachtwoord" not in finding.line_text


def test_pipe_is_no_file(tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "pijp.jpg")
    os.mkfifo(folder / "pijp.jpg")
    assert codes(lees(folder)) == ["VK042"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("/etc/hostname", "VK041"),
        ("../foto.jpg", "VK041"),
        ("fotos/../../foto.jpg", "VK041"),
        ("fotos/..", "VK041"),
        ("~/foto.jpg", "VK041"),
        ("C:\\foto.jpg", "VK042"),
        ("C:/foto.jpg", "VK041"),
        ("file:///etc/hostname", "VK041"),
        ("fotos\\joost.jpg", "VK042"),
        ("https://foto.example/joost.jpg", "VK042"),
        ("fotos/", "VK040"),
        (".", "VK042"),
        ("a\u0000b.jpg", "VK026"),
    ],
)
def test_path_of_another_form_is_refused(name: str, code: str, tmp_path: Path) -> None:
    assert codes(lees(with_photo(tmp_path, name))) == [code]


def test_picture_is_judged_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "foto.jpg")
    (folder / "foto.jpg").write_bytes(b"GIF89a dit is geen foto")
    assert codes(lees(folder)) == ["VK043"]


def test_photo_with_a_film_behind_it_is_taken(tmp_path: Path) -> None:
    """As telephones write it: whatever stands behind the picture is no part of it."""
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "teal").save(out, "JPEG", progressive=True)
    film = b"\x00\x00\x00\x18ftypmp42" + b"\xff\xda\x00" * 5000
    folder = with_photo(tmp_path, "foto.jpg")
    (folder / "foto.jpg").write_bytes(out.getvalue() + film)
    assert codes(lees(folder)) == []


def test_half_a_photo_is_refused(tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "foto.jpg")
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 60).save(buffer, "JPEG")
    (folder / "foto.jpg").write_bytes(buffer.getvalue()[: len(buffer.getvalue()) // 2])
    assert codes(lees(folder)) == ["VK043"]


def bomb(width: int, height: int) -> bytes:
    """A tiny PNG whose header promises a huge picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\0" * 64)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("side", [7_000, 10_000, 60_000])
def test_small_file_that_unpacks_to_a_huge_picture_is_refused(side: int, tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "bom.png")
    (folder / "bom.png").write_bytes(bomb(side, side))
    assert codes(lees(folder)) == ["VK045"]


def test_very_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    folder = with_photo(tmp_path, "groot.jpg")
    with (folder / "groot.jpg").open("wb") as stream:
        stream.truncate(26 * 1024 * 1024)
    assert codes(lees(folder)) == ["VK045"]


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_logo_may_be_a_picture(name: str, tmp_path: Path) -> None:
    folder = with_logo(tmp_path, name)
    picture(folder / name, "PNG" if name.endswith("png") else "JPEG")
    assert codes(lees(folder)) == []


def test_logo_as_webp_is_refused(tmp_path: Path) -> None:
    folder = with_logo(tmp_path, "logo.webp")
    picture(folder / "logo.webp", "WEBP")
    assert codes(lees(folder)) == ["VK043"]


@pytest.mark.parametrize("inside", ["<script/>", '<g onload="x"/>', '<image href="https://kwaad.example/x.png"/>'])
def test_logo_that_runs_or_fetches_something_is_refused(inside: str, tmp_path: Path) -> None:
    folder = with_logo(tmp_path, "logo.svg")
    (folder / "logo.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', encoding="utf-8")
    assert codes(lees(folder)) == ["VK044"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("code.pdf", b"%PDF-1.7\n", []),
        ("code.PDF", b"%PDF-1.7\n", []),
        ("code.docx", b"PK\x03\x04", []),
        ("code.txt", b"Wij gaan goed met elkaar om.", []),
        ("code.txt", b"", ["VK046"]),
        ("code.pdf", b"<html>", ["VK046"]),
        ("code.docm", b"PK\x03\x04", ["VK046"]),
        ("code.html", b"<html>", ["VK046"]),
        ("code", b"%PDF-1.7\n", ["VK046"]),
    ],
)
def test_document_is_of_a_sort_that_everybody_can_open(
    name: str, content: bytes, expected: list[str], tmp_path: Path
) -> None:
    folder = een_kit(tmp_path, documenten=[{"titel": "Code", "bestand": name}])
    (folder / name).write_bytes(content)
    assert codes(lees(folder)) == expected


def test_rules_may_be_a_document_or_a_web_address(tmp_path: Path) -> None:
    committee = {"naam": "Commissie", "soort": "extern"}
    folder = een_kit(tmp_path, klachtencommissie={**committee, "reglement": "regels.pdf"})
    (folder / "regels.pdf").write_bytes(b"%PDF-1.7\n")
    assert codes(lees(folder)) == []
    address = "https://commissie.example/regels.pdf"
    loaded = lees(een_kit(tmp_path, klachtencommissie={**committee, "reglement": address}))
    assert loaded.kit is not None
    assert loaded.kit.klachtencommissie is not None
    assert loaded.kit.klachtencommissie.reglement == address
