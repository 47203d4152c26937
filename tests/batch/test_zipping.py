from __future__ import annotations

import json
import os
import stat
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from generator.batch.overview.leesmij import About
from generator.batch.zipping import write_zip
from generator.errors import BuildFailed
from generator.site.manifest import fingerprints, manifest
from generator.site.sharing import write_kit

DAY = date(2026, 11, 20)
SLUG = "de-linge"
FILES = {
    "site/index.html": b"<!doctype html>" + b"<p>Hallo</p>" * 200,
    "site/assets/fotos/joost-verhage.jpg": b"\xff\xd8\xff" + bytes(range(256)) * 8,
    "site/contact/joost.vcf": b"BEGIN:VCARD\r\nEND:VCARD\r\n",
    "print/poster-a4.pdf": b"%PDF-1.7 " + b"x" * 2000,
    "print/één-vél.pdf": b"%PDF-1.7 ",
}


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A finished kit, as a build leaves it."""
    folder = tmp_path / "dist" / SLUG
    digests = fingerprints(FILES)
    write_kit(FILES, digests, manifest(digests, SLUG, DAY, "2026.1", "mkdocs"), folder, None)
    return folder


def packed(kit: Path, name: str = "uit.zip", about: About | None = None) -> Path:
    target = kit.parent / name
    write_zip(kit, target, DAY, about)
    return target


def test_a_zip_holds_the_kit_and_a_note_below_one_folder(kit: Path) -> None:
    with zipfile.ZipFile(packed(kit)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{SLUG}/{name}" for name in ("LEESMIJ.txt", "kit.json", *sorted(FILES))]
        for name, data in FILES.items():
            assert archive.read(f"{SLUG}/{name}") == data
        assert json.loads(archive.read(f"{SLUG}/kit.json"))["slug"] == SLUG


def test_what_comes_out_is_what_went_in(kit: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(kit)) as archive:
        archive.extractall(tmp_path / "uit")
    out = tmp_path / "uit" / SLUG
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    del found["LEESMIJ.txt"]
    assert found == FILES | {"kit.json": (kit / "kit.json").read_bytes()}


def test_the_same_kit_gives_the_same_bytes_whoever_packs_it_and_when(
    kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = packed(kit, "een.zip").read_bytes()
    for path in kit.rglob("*"):
        os.utime(path, (0, 1_000_000_000))
        path.chmod(0o700)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    mask = os.umask(0o077)
    try:
        assert packed(kit, "twee.zip").read_bytes() == first
    finally:
        os.umask(mask)
        monkeypatch.undo()
        time.tzset()


def test_nothing_of_this_computer_is_in_it(kit: Path) -> None:
    with zipfile.ZipFile(packed(kit)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (2026, 11, 20, 0, 0, 0)
            assert entry.external_attr >> 16 == stat.S_IFREG | 0o644
            assert (entry.create_system, entry.extra, entry.comment) == (3, b"", b"")
            assert "\\" not in entry.filename


def test_a_name_with_an_accent_is_marked_as_utf_8(kit: Path) -> None:
    with zipfile.ZipFile(packed(kit)) as archive:
        assert archive.getinfo(f"{SLUG}/print/één-vél.pdf").flag_bits & 0x800


def test_only_what_is_not_compressed_yet_is_compressed(kit: Path) -> None:
    with zipfile.ZipFile(packed(kit)) as archive:
        kinds = {Path(entry.filename).suffix: entry.compress_type for entry in archive.infolist()}
    stored, deflated = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
    assert kinds == {
        ".txt": deflated, ".json": deflated, ".html": deflated, ".vcf": deflated, ".jpg": stored, ".pdf": stored,
    }  # fmt: skip


def test_what_somebody_else_put_in_the_folder_stays_out(kit: Path) -> None:
    (kit / "site" / "Thumbs.db").write_bytes(b"x")
    (kit / "geheim.txt").write_bytes(b"x")
    with zipfile.ZipFile(packed(kit)) as archive:
        assert len(archive.namelist()) == len(FILES) + 2


def test_a_file_that_went_missing_gives_no_zip_and_leaves_the_old_one(kit: Path) -> None:
    target = packed(kit)
    before = target.read_bytes()
    (kit / "site" / "index.html").unlink()
    with pytest.raises(BuildFailed, match="geen afgemaakte kit"):
        packed(kit)
    assert target.read_bytes() == before
    assert sorted(path.name for path in kit.parent.iterdir()) == [SLUG, "uit.zip"]


def test_a_link_out_of_the_folder_is_not_followed(kit: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim").write_bytes(b"x")
    (kit / "site" / "index.html").unlink()
    (kit / "site" / "index.html").symlink_to(tmp_path / "geheim")
    with pytest.raises(BuildFailed, match="geen afgemaakte kit"):
        packed(kit)


@pytest.mark.parametrize("name", ["../dist/de-linge/kit.json", "site/../../elders.txt", "/etc/hostname"])
def test_a_manifest_can_name_nothing_outside_the_kit(kit: Path, name: str) -> None:
    content = json.loads((kit / "kit.json").read_text(encoding="utf-8"))
    content["files"][name] = "0"
    (kit / "kit.json").write_text(json.dumps(content), encoding="utf-8")
    (kit.parents[1] / "elders.txt").write_bytes(b"x")
    try:
        target = packed(kit)
    except BuildFailed:
        return
    with zipfile.ZipFile(target) as archive:
        assert {Path(entry).parts[:1] for entry in archive.namelist()} == {(SLUG,)}
        assert len(archive.namelist()) == len(FILES) + 2


@pytest.mark.parametrize("text", [None, "", "[]", '{"files": {}}'])
def test_a_folder_that_no_build_finished_is_refused(kit: Path, text: str | None) -> None:
    (kit / "kit.json").unlink()
    if text is not None:
        (kit / "kit.json").write_text(text, encoding="utf-8")
    with pytest.raises(BuildFailed, match="geen afgemaakte kit"):
        packed(kit)


def test_the_note_tells_about_this_kit(kit: Path) -> None:
    with zipfile.ZipFile(packed(kit, about=About(naam="Bouwbedrijf De Linge"))) as archive:
        note = archive.read(f"{SLUG}/LEESMIJ.txt").decode("utf-8-sig")
    assert "Vertrouwenspersonen bij Bouwbedrijf De Linge" in note
    assert "20\u00a0november\u00a02026" in note
    assert "print/poster-a4.pdf" in note
