"""Every name that we give to a file can stand on every disk, whatever a kit says."""

from __future__ import annotations

import ntpath
import re
import sys
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.intake.slugs import first_free
from generator.kit.files import refuse_path
from generator.kit.index import find_kits
from generator.kit.model import Vertrouwenspersoon
from generator.kit.portable import DEVICES, LONGEST, clash_key, file_stem, short_name, unportable
from generator.kit.text import SLUG_PATTERN, slugify
from generator.kit.values import Bestand
from generator.pages.documents import Documents
from generator.printing.parts.filenames import person_file, site_file
from generator.printing.parts.source import Source
from tests.builders import een_kit
from tests.conftest import EXAMPLES, ExampleBuilder

#: Names that mean something to Windows, with what people put around them, among any other text.
DEVICE = st.sampled_from(sorted(DEVICES)).flatmap(lambda name: st.sampled_from([name, name.upper(), f"{name}.txt"]))
NAMES = st.one_of(st.text(max_size=300), DEVICE, st.builds("{}{}".format, DEVICE, st.sampled_from([" ", ".", " .x"])))
SLUGS = st.one_of(st.from_regex(SLUG_PATTERN, fullmatch=True), st.sampled_from(sorted(DEVICES)), st.just("a" * 300))
SLUGS = SLUGS.filter(lambda slug: re.fullmatch(SLUG_PATTERN, slug) is not None)


def reserved_by_windows(name: str) -> bool:
    """Ask Python's own rules of Windows."""
    if sys.version_info >= (3, 13):
        return bool(ntpath.isreserved(name))
    return PureWindowsPath(name).is_reserved()


@pytest.mark.parametrize(
    "name", ["kit.yml", "vp-één.jpg", "con-sult.pdf", "console", "com", "com10", ".gitignore", "a" * 255]
)
def test_a_common_name_is_good(name: str) -> None:
    assert unportable(name) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("CON", "Windows gebruikt deze naam zelf"),
        ("nul.txt", "Windows gebruikt deze naam zelf"),
        ("aux .pdf", "Windows gebruikt deze naam zelf"),
        ("LPT¹", "Windows gebruikt deze naam zelf"),
        ("com1.tar.gz", "Windows gebruikt deze naam zelf"),
        ("eind.", "valt weg"),
        ("eind ", "valt weg"),
        ("wat?.pdf", "'?'"),
        ('"citaat"', "'\"'"),
        ("c:foto.jpg", "':'"),
        ("\\\\server\\map", "'\\'"),
        ("a\x00b", "onzichtbaar"),
        ("a\nb", "onzichtbaar"),
        ("é" * 128, "te lang"),
        ("", "geen naam"),
        ("..", "geen naam"),
    ],
)
def test_a_name_that_windows_can_not_hold_is_told_with_the_reason(name: str, why: str) -> None:
    assert why in (unportable(name) or "")


@given(NAMES)
def test_no_name_that_windows_reserves_or_changes_is_called_good(name: str) -> None:
    if unportable(name) is None:
        assert not reserved_by_windows(name)
        assert not set(name) & set('<>:"/\\|?*')
        assert PureWindowsPath(name).name == name
        assert not PureWindowsPath(name).drive


@given(SLUGS)
def test_a_slug_gives_a_good_name_with_every_suffix(slug: str) -> None:
    for name in (
        file_stem(slug),
        f"{file_stem(slug)}.vcf",
        f"{short_name(slug)}-640.jpg",
        f"poster-{short_name(slug)}-a4.pdf",
    ):
        assert unportable(name) is None
        assert len(name) <= LONGEST + len("poster--a4.pdf")


@given(SLUGS, SLUGS)
def test_two_slugs_never_give_one_name(one: str, other: str) -> None:
    if one != other:
        assert clash_key(file_stem(one)) != clash_key(file_stem(other))
        assert clash_key(short_name(one)) != clash_key(short_name(other))


def test_two_long_slugs_that_begin_alike_stay_apart() -> None:
    assert short_name("a" * 80 + "-een") != short_name("a" * 80 + "-twee")


@given(NAMES, st.text(max_size=80), st.text(max_size=12))
def test_the_folder_of_a_member_can_stand_everywhere(name: str, place: str, number: str) -> None:
    slug = first_free(name, place, number, ())
    assert unportable(slug) is None
    assert len(slug) <= LONGEST


@example(["A", "a", "a 2"])
@example(["A", "a", "vestiging-a", "misverstanden", "persoon-misverstanden"])
@given(st.lists(NAMES, min_size=1, max_size=4))
def test_the_posters_of_sites_and_people_can_stand_everywhere_and_beside_each_other(names: list[str]) -> None:
    ids = [slugify(name) for name in names if slugify(name)]
    personen = [cast("Vertrouwenspersoon", SimpleNamespace(id=slug)) for slug in dict.fromkeys(ids)]
    sites = tuple(dict.fromkeys(names))
    source = cast(
        "Source",
        SimpleNamespace(
            kit=SimpleNamespace(organisatie=SimpleNamespace(vestigingen=sites)), vertrouwenspersonen=personen
        ),
    )
    files = [person_file(persoon) for persoon in personen] + [site_file(source, site) for site in sites]
    assert [name for name in files if unportable(name)] == []
    assert len({clash_key(name) for name in files}) == len(files)


@given(st.lists(st.builds("{}.{}".format, st.text(max_size=120), st.sampled_from(["pdf", "TXT"])), max_size=4))
def test_documents_get_addresses_that_can_stand_everywhere(names: list[str]) -> None:
    documents = Documents()
    for number, name in enumerate(names):
        pad = cast("Path", SimpleNamespace(read_bytes=lambda number=number: bytes([number])))
        documents.add(Bestand(name, pad))
    found = [address.removeprefix("documenten/") for address in documents.files]
    assert len({clash_key(name) for name in found}) == len(names)
    assert [name for name in found if unportable(name)] == []


@pytest.mark.parametrize(
    "text",
    ["C:\\foto.jpg", "C:foto.jpg", "\\\\server\\deel\\foto.jpg", "//server/deel/foto.jpg", "..\\foto.jpg", "\\foto.jpg",
     "/foto.jpg", "fotos\\..\\..\\foto.jpg", "\\\\?\\C:\\foto.jpg", "file:///C:/foto.jpg", "fotos/../../foto.jpg"],
)  # fmt: skip
def test_a_path_of_windows_that_leads_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        refuse_path(text)


@given(st.lists(st.one_of(NAMES, st.sampled_from(["..", "c:", "C:\\", "fotos"])), min_size=1, max_size=4).map("/".join))
def test_a_file_that_a_kit_may_name_is_below_the_kit_on_windows_too(text: str) -> None:
    try:
        refuse_path(text)
    except PydanticCustomError:
        return
    parts = [part for part in text.split("/") if part not in {"", "."}]
    if any(unportable(part) for part in parts):
        return  # no folder on Windows holds it, and only what a folder holds is opened
    kit = PureWindowsPath("C:/kits/bakkerij")
    assert kit.joinpath(*parts).is_relative_to(kit)
    assert ".." not in parts


@pytest.mark.parametrize("slug", ["con", "nul", "com1", "a" * 61])
def test_a_kit_that_windows_can_not_hold_is_told_by_its_folder(slug: str, tmp_path: Path) -> None:
    een_kit(tmp_path, slug)
    (finding,) = find_kits(tmp_path).findings
    assert finding.code == "VK070"
    assert slug in finding.message


@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_name_in_the_output_can_stand_everywhere(slug: str, built: ExampleBuilder) -> None:
    folder = built(slug)
    paths = [path.relative_to(folder.parent).as_posix() for path in folder.rglob("*")]
    assert len(paths) > 60
    assert [path for path in paths if unportable(path.rpartition("/")[2])] == []
    assert len({clash_key(path) for path in paths}) == len(paths)
    # What is left of the 260 of Windows is for where the output stands.
    assert max(map(len, paths)) <= 120
