"""What many kits have alike stands on disk once; nothing but the disk can tell."""

from __future__ import annotations

import errno
import hashlib
import multiprocessing
import os
from pathlib import Path

import pytest

from generator.job import Job
from generator.pipeline import build_kit
from generator.resources import Resources
from generator.site.manifest import fingerprints
from generator.site.sharing import sweep, write_kit
from tests.conftest import EXAMPLES, KITS, TODAY
from tests.site.test_engines import tree

FONT = "site/assets/fonts/letter.woff2"


def a_kit(folder: Path, store: Path | None = None, **files: str) -> int:
    """Write a kit and return what links saved; a double underscore in a name is a slash, a single one a dot."""
    tree = {name.replace("__", "/").replace("_", "."): text.encode() for name, text in files.items()}
    return write_kit(tree, fingerprints(tree), "{}", folder, store)


def with_font(folder: Path, store: Path | None = None, text: str = "letters") -> int:
    return a_kit(folder, store, site__assets__fonts__letter_woff2=text)


def inode(path: Path) -> int:
    return path.stat().st_ino


def entries(store: Path) -> list[Path]:
    return [path for path in store.rglob("*") if path.is_file()]


def text_of(kit: Path) -> str:
    return (kit / FONT).read_text(encoding="utf-8")


def test_what_two_kits_have_alike_stands_on_disk_once(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    one, other = tmp_path / "een", tmp_path / "ander"
    assert (with_font(one, store), with_font(other, store)) == (0, len("letters"))
    assert inode(one / FONT) == inode(other / FONT)
    assert text_of(other) == "letters"


def test_the_store_names_its_files_by_their_fingerprint(tmp_path: Path) -> None:
    with_font(tmp_path / "een", tmp_path / "gedeeld")
    (entry,) = entries(tmp_path / "gedeeld")
    assert entry.parent.name + entry.name == hashlib.sha256(b"letters").hexdigest()


def test_a_printable_and_its_download_are_one_file_and_not_in_the_store(tmp_path: Path) -> None:
    kit, store = tmp_path / "een", tmp_path / "gedeeld"
    assert a_kit(kit, store, print__poster_pdf="poster", site__drukwerk__poster_pdf="poster") == len("poster")
    assert inode(kit / "print/poster.pdf") == inode(kit / "site/drukwerk/poster.pdf")
    assert entries(store) == []


def test_without_a_store_every_file_is_one_of_its_own(tmp_path: Path) -> None:
    kit = tmp_path / "een"
    assert a_kit(kit, None, print__poster_pdf="poster", site__drukwerk__poster_pdf="poster") == 0
    assert inode(kit / "print/poster.pdf") != inode(kit / "site/drukwerk/poster.pdf")


def test_pages_are_never_shared(tmp_path: Path) -> None:
    for name in ("een", "ander"):
        a_kit(tmp_path / name, tmp_path / "gedeeld", site__index_html="<html>")
    assert inode(tmp_path / "een/site/index.html") != inode(tmp_path / "ander/site/index.html")


def test_an_entry_that_somebody_edited_through_a_kit_reaches_no_other_kit(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    with_font(tmp_path / "een", store)
    os.utime(tmp_path / "een" / FONT, ns=(1, 1))
    (tmp_path / "een" / FONT).write_text("LETTERS", encoding="utf-8")
    for name in ("twee", "drie"):
        with_font(tmp_path / name, store)
        assert text_of(tmp_path / name) == "letters"
    assert inode(tmp_path / "twee" / FONT) == inode(tmp_path / "drie" / FONT)


def test_a_file_that_others_may_not_read_is_not_shared_with_one_that_they_may(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    mask = os.umask(0o077)
    try:
        with_font(tmp_path / "een", store)
    finally:
        os.umask(mask)
    with_font(tmp_path / "ander", store)
    assert (tmp_path / "een" / FONT).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "ander" / FONT).stat().st_mode & 0o777 != 0o600
    (entry,) = entries(store)
    assert inode(entry) == inode(tmp_path / "een" / FONT)


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP])
def test_without_links_a_kit_keeps_its_own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code))

    with_font(tmp_path / "ander", tmp_path / "gedeeld")
    monkeypatch.setattr(os, "link", refuse)
    kit = tmp_path / "een"
    files = {"site__assets__fonts__letter_woff2": "letters", "site__index_html": "pagina", "print__a_pdf": "pagina"}
    assert a_kit(kit, tmp_path / "gedeeld", **files) == 0
    a_kit(tmp_path / "los", None, **files)
    assert tree(kit) == tree(tmp_path / "los")
    assert kit.joinpath(FONT).stat().st_nlink == 1


def test_a_store_that_can_not_be_made_costs_nothing_but_space(tmp_path: Path) -> None:
    (tmp_path / "gedeeld").write_text("geen map", encoding="utf-8")
    assert with_font(tmp_path / "een", tmp_path / "gedeeld") == 0
    assert text_of(tmp_path / "een") == "letters"


def test_a_file_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "een" / FONT).mkdir(parents=True)
    with pytest.raises(OSError, match=r"letter\.woff2"):
        with_font(tmp_path / "een", tmp_path / "gedeeld")


@pytest.mark.parametrize("name", ["../weg/een.txt", "site/../../weg.txt", "/weg/een.txt"])
def test_no_file_is_written_outside_the_kit(tmp_path: Path, name: str) -> None:
    files = {name: b"weg"}
    with pytest.raises(ValueError, match="een"):
        write_kit(files, fingerprints(files), "{}", tmp_path / "een", None)
    assert list(tmp_path.iterdir()) == []


def test_a_file_with_too_many_links_gets_a_new_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, link = tmp_path / "gedeeld", os.link

    def at_most_three(source: Path, target: Path) -> None:
        if Path(source).stat().st_nlink >= 3:
            raise OSError(errno.EMLINK, os.strerror(errno.EMLINK))
        link(source, target)

    monkeypatch.setattr(os, "link", at_most_three)
    for name in ("een", "twee", "drie", "vier"):
        with_font(tmp_path / name, store)
    nodes = [inode(tmp_path / name / FONT) for name in ("een", "twee", "drie", "vier")]
    assert nodes[0] == nodes[1] != nodes[2] == nodes[3]
    assert len(entries(store)) == 1


def test_sweeping_removes_what_no_kit_has_any_more(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    with_font(tmp_path / "een", store)
    with_font(tmp_path / "ander", store, "andere letters")
    (tmp_path / "een" / FONT).unlink()
    assert sweep(store) == 1
    (entry,) = entries(store)
    assert entry.read_text(encoding="utf-8") == "andere letters"
    assert (sweep(store), sweep(tmp_path / "bestaat niet")) == (0, 0)


def _write_all(folders: list[Path], store: Path) -> None:
    for folder in folders:
        with_font(folder, store, "letters" * 1000)


def test_processes_that_write_at_the_same_time_end_with_one_whole_copy(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    kits = [tmp_path / f"kit{number}" for number in range(40)]
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_write_all, args=(kits[start::2], store)) for start in (0, 1)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert all(text_of(kit) == "letters" * 1000 for kit in kits)
    assert len({inode(kit / FONT) for kit in kits}) <= 2
    assert len(entries(store)) == 1


def test_a_built_kit_is_the_same_with_and_without_sharing(tmp_path: Path, resources: Resources) -> None:
    for slug in ("bakkerij-van-dam", "bouwbedrijf-de-linge"):
        for output, store in (("los", None), ("samen", tmp_path / "gedeeld")):
            build_kit(Job(KITS / EXAMPLES[slug], KITS, tmp_path / output, resources, TODAY, only="site", shared=store))
    assert tree(tmp_path / "samen") == tree(tmp_path / "los")
    sheets = [tmp_path / "samen" / slug / "site/assets/css/vertrouwenskit.css" for slug in EXAMPLES if slug[0] == "b"]
    assert len(sheets) == 2
    assert len({inode(sheet) for sheet in sheets}) == 1
    assert inode(sheets[0]) != inode(resources.theme / "assets/css/vertrouwenskit.css")
