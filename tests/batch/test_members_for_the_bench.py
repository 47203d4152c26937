"""The association that the benchmarks generate: the same every time, valid, and as heavy as a real one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.errors import stopping
from generator.kit.loader import find_kits
from generator.pipeline import inspect_kit
from generator.resources import Resources
from tests.bench import member_photos
from tests.bench.member_kits import member
from tests.bench.member_photos import Photos, with_comment
from tests.bench.members import write_association
from tests.conftest import TODAY


@pytest.fixture
def small_photos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw small pictures: nothing but drawing hangs on their size, and it takes most of the time."""
    monkeypatch.setattr(member_photos, "SIZES", ((480, 360), (400, 300)))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("small_photos")
def test_same_seed_writes_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("one", 5), ("again", 5), ("other", 6)):
        write_association(tmp_path / name, 5, seed)
    written = _files(tmp_path / "one")
    assert _files(tmp_path / "again") == written
    others = {file for file in _files(tmp_path / "other") if file.endswith("kit.yml")}
    assert not others & set(written)


@pytest.mark.usefixtures("small_photos")
def test_small_association_is_the_beginning_of_a_large_one(tmp_path: Path) -> None:
    write_association(tmp_path / "small", 2, 5)
    write_association(tmp_path / "large", 4, 5)
    assert _files(tmp_path / "small").items() < _files(tmp_path / "large").items()


@pytest.mark.usefixtures("small_photos")
def test_association_is_not_written_over_another(tmp_path: Path) -> None:
    write_association(tmp_path, 1, 5)
    with pytest.raises(FileExistsError):
        write_association(tmp_path, 1, 6)


@pytest.mark.usefixtures("small_photos")
def test_generated_kits_have_no_errors(tmp_path: Path, resources: Resources) -> None:
    write_association(tmp_path, 5, 5)
    kits = find_kits(tmp_path / "kits").kits
    assert len(kits) == 5
    for kit in kits:
        findings = inspect_kit(kit.folder, tmp_path / "kits", resources, TODAY)
        assert not stopping(findings, strict=False), findings


@pytest.mark.usefixtures("small_photos")
def test_every_photo_is_a_file_of_its_own(tmp_path: Path) -> None:
    write_association(tmp_path, 12, 5)
    photos = [data for name, data in _files(tmp_path).items() if name.endswith(".jpg")]
    assert len(photos) > 10
    assert len(set(photos)) == len(photos)


def test_photo_is_as_heavy_as_a_camera_makes_it() -> None:
    data = Photos(5).unique(0, "lid")
    with Image.open(io.BytesIO(data)) as picture:
        pixels = picture.width * picture.height
        assert picture.info["comment"] == b"lid"
    assert 1_990_000 < pixels <= 12_000_000
    assert 0.15 < len(data) / pixels < 0.4


def test_comment_of_its_own_changes_no_pixel_and_no_exif() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = io.BytesIO()
    Image.linear_gradient("L").save(stored, "JPEG", exif=exif)
    with Image.open(stored) as before, Image.open(io.BytesIO(with_comment(stored.getvalue(), b"lid 7"))) as after:
        assert after.tobytes() == before.tobytes()
        assert after.getexif()[0x0112] == 6
        assert after.info["comment"] == b"lid 7"


def test_members_are_varied() -> None:
    kits = [member(5, number).kit for number in range(300)]
    own = {len(kit.get("vertrouwenspersonen", ())) for kit in kits}
    names = [len(kit["organisatie"]["naam"]) for kit in kits]
    people = [len(persoon["naam"]) for kit in kits for persoon in kit.get("vertrouwenspersonen", ())]
    assert own == {0, 1, 2, 3, 4, 5, 6}
    assert max(names) in range(80, 91)
    assert max(people) in range(50, 61)
    assert {kit["organisatie"]["aanspreekvorm"] for kit in kits} == {"je", "u"}
    assert len({kit["basis"] for kit in kits}) == 5
