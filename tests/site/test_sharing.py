"""What many kits have alike stands on disk once; nothing but the disk can tell."""

from __future__ import annotations

import errno
import hashlib
import json
import multiprocessing
import os
from pathlib import Path

import pytest

from generator.pipeline import Job, build_kit
from generator.resources import Resources
from generator.site.sharing import share, sweep
from tests.conftest import EXAMPLES, KITS, TODAY
from tests.site.test_engines import tree

FONT = "site/assets/fonts/letter.woff2"


def a_kit(folder: Path, **files: str) -> Path:
    """Write a finished kit; a double underscore in a name is a slash, a single one a dot."""
    contents = {name.replace("__", "/").replace("_", "."): text.encode() for name, text in files.items()}
    for name, data in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    (folder / "kit.json").write_text(json.dumps({"files": digests}), encoding="utf-8")
    return folder


def with_font(folder: Path, text: str = "letters") -> Path:
    return a_kit(folder, site__assets__fonts__letter_woff2=text)


def inode(path: Path) -> int:
    return path.stat().st_ino


def entries(store: Path) -> list[Path]:
    return [path for path in store.rglob("*") if path.is_file()]


def test_what_two_kits_have_alike_stands_on_disk_once(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    one, other = with_font(tmp_path / "een"), with_font(tmp_path / "ander")
    assert (share(one, store), share(other, store)) == (0, len("letters"))
    assert inode(one / FONT) == inode(other / FONT)
    assert (other / FONT).read_text(encoding="utf-8") == "letters"


def test_the_store_names_its_files_by_their_fingerprint(tmp_path: Path) -> None:
    share(with_font(tmp_path / "een"), tmp_path / "gedeeld")
    (entry,) = entries(tmp_path / "gedeeld")
    assert entry.parent.name + entry.name == hashlib.sha256(b"letters").hexdigest()


def test_a_printable_and_its_download_are_one_file_and_not_in_the_store(tmp_path: Path) -> None:
    kit = a_kit(tmp_path / "een", print__poster_pdf="poster", site__drukwerk__poster_pdf="poster")
    assert share(kit, tmp_path / "gedeeld") == len("poster")
    assert inode(kit / "print/poster.pdf") == inode(kit / "site/drukwerk/poster.pdf")
    assert entries(tmp_path / "gedeeld") == []


def test_pages_are_never_shared(tmp_path: Path) -> None:
    for name in ("een", "ander"):
        share(a_kit(tmp_path / name, site__index_html="<html>"), tmp_path / "gedeeld")
    assert inode(tmp_path / "een/site/index.html") != inode(tmp_path / "ander/site/index.html")


def test_an_entry_that_somebody_edited_through_a_kit_reaches_no_other_kit(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    share(with_font(tmp_path / "een"), store)
    os.utime(tmp_path / "een" / FONT, ns=(1, 1))
    (tmp_path / "een" / FONT).write_text("LETTERS", encoding="utf-8")
    for name in ("twee", "drie"):
        share(with_font(tmp_path / name), store)
    assert (tmp_path / "twee" / FONT).read_text(encoding="utf-8") == "letters"
    assert inode(tmp_path / "twee" / FONT) == inode(tmp_path / "drie" / FONT)


def test_a_file_that_others_may_not_read_is_not_shared_with_one_that_they_may(tmp_path: Path) -> None:
    one, other = with_font(tmp_path / "een"), with_font(tmp_path / "ander")
    (one / FONT).chmod(0o600)
    for kit in (one, other):
        share(kit, tmp_path / "gedeeld")
    assert (other / FONT).stat().st_mode & 0o777 != 0o600


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP])
def test_without_links_a_kit_keeps_its_own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", refuse)
    kit = with_font(tmp_path / "een")
    before = tree(kit)
    assert share(kit, tmp_path / "gedeeld") == 0
    assert tree(kit) == before


def test_a_store_that_can_not_be_made_costs_nothing_but_space(tmp_path: Path) -> None:
    (tmp_path / "gedeeld").write_text("geen map", encoding="utf-8")
    kit = with_font(tmp_path / "een")
    before = tree(kit)
    assert share(kit, tmp_path / "gedeeld") == 0
    assert tree(kit) == before


def test_a_file_with_too_many_links_gets_a_new_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, link = tmp_path / "gedeeld", os.link

    def at_most_three(source: Path, target: Path) -> None:
        if Path(source).stat().st_nlink >= 3:
            raise OSError(errno.EMLINK, os.strerror(errno.EMLINK))
        link(source, target)

    monkeypatch.setattr(os, "link", at_most_three)
    for name in ("een", "twee", "drie", "vier"):
        share(with_font(tmp_path / name), store)
    nodes = [inode(tmp_path / name / FONT) for name in ("een", "twee", "drie", "vier")]
    assert nodes[0] == nodes[1] != nodes[2] == nodes[3]
    assert len(entries(store)) == 1


def test_sharing_twice_saves_nothing_more_and_leaves_nothing_behind(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    kits = [with_font(tmp_path / "een"), with_font(tmp_path / "ander")]
    for kit in kits:
        share(kit, store)
    before = tree(tmp_path)
    assert [share(kit, store) for kit in kits] == [0, 0]
    assert tree(tmp_path) == before


def test_sweeping_removes_what_no_kit_has_any_more(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    share(with_font(tmp_path / "een"), store)
    share(with_font(tmp_path / "ander", "andere letters"), store)
    (tmp_path / "een" / FONT).unlink()
    assert sweep(store) == 1
    (entry,) = entries(store)
    assert entry.read_text(encoding="utf-8") == "andere letters"
    assert (sweep(store), sweep(tmp_path / "bestaat niet")) == (0, 0)


def _share_all(folders: list[Path], store: Path) -> None:
    for folder in folders:
        share(folder, store)


def test_processes_that_share_at_the_same_time_end_with_one_whole_copy(tmp_path: Path) -> None:
    store = tmp_path / "gedeeld"
    kits = [with_font(tmp_path / f"kit{number}", "letters" * 1000) for number in range(40)]
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_share_all, args=(kits[start::2], store)) for start in (0, 1)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert all((kit / FONT).read_text(encoding="utf-8") == "letters" * 1000 for kit in kits)
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
