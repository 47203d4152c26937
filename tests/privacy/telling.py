"""Pictures that tell all that pictures can tell: each metadata block that a camera, a phone or an editor writes.

Each value holds ``SECRET``. exiftool, which is nobody's library here, writes what Pillow can't, and reads it back.
"""

from __future__ import annotations

import io
import json
import struct
import subprocess
import zlib
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageCms, PngImagePlugin

#: What no picture that is published may hold.
SECRET: Final = "GEHEIM"  # noqa: S105  no password
#: A photo at its two ends, which every cut around its middle leaves out, and left and right of its middle.
OUTSIDE: Final = (250, 0, 250)
LEFT: Final = (20, 140, 60)
RIGHT: Final = (30, 60, 150)
_SIZE: Final = (2400, 800)
#: From the distribution; ``tests/system-packages.sh`` installs it.
_EXIFTOOL: Final = "/usr/bin/exiftool"


def exiftool(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Return what an independent reader finds in files: per file its tags as ``group:tag``, those inside included."""
    names = [str(path) for path in paths]
    done = subprocess.run(
        [_EXIFTOOL, "-json", "-a", "-G1", "-s", "-ee3", "-U", "-@", "-"],
        input="\n".join(names),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout or "[]")
    assert len(found) == len(names), done.stderr
    return {item.pop("SourceFile"): item for item in found}


def portrait(size: tuple[int, int] = _SIZE, left: tuple[int, int, int] = LEFT) -> Image.Image:
    """A picture of three colours: its ends, and both halves of a middle, one and a half times as wide as high."""
    image = Image.new("RGB", size, OUTSIDE)
    width, height = size
    half = height * 3 // 4
    image.paste(left, (width // 2 - half, 0, width // 2, height))
    image.paste(RIGHT, (width // 2, 0, width // 2 + half, height))
    return image


def profile() -> bytes:
    """An ICC profile that names somebody, as a calibrated screen's does."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = made.index("sRGB built-in".encode("utf-16-be"))
    made[at : at + 26] = f"{SECRET} scherm".encode("utf-16-be")[:26]
    return bytes(made)


def exif(orientation: int = 1) -> Image.Exif:
    """Camera, owner, serial numbers, place, remark and a maker's note."""
    made = Image.Exif()
    made[0x0112] = orientation
    for tag in (0x010E, 0x010F, 0x0110, 0x0131, 0x013B, 0x013C, 0x8298):  # description to copyright
        made[tag] = f"{SECRET} {tag:x}"
    made.get_ifd(0x8769).update(
        {
            0x9003: "2026:09:15 10:00:00",
            0x927C: f"{SECRET} notitie van de maker".encode(),
            0x9286: f"ASCII\0\0\0{SECRET} opmerking".encode(),
            0xA430: f"{SECRET} eigenaar",
            0xA431: f"{SECRET} serienummer",
            0xA434: f"{SECRET} lens",
        }
    )
    made.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 7.0, 12.0), 27: b"ASCII\0\0\0GEHEIM"})
    return made


def _thumbnail() -> bytes:
    out = io.BytesIO()
    portrait((90, 60)).save(out, "JPEG", comment=f"{SECRET} miniatuur".encode())
    return out.getvalue()


def _add_with_exiftool(path: Path, *, is_jpeg: bool) -> None:
    """Add XMP (too long for one block, so that it is continued in others), IPTC, Photoshop's block and a thumbnail."""
    beside = path.with_suffix(".lang")
    beside.write_text(f"{SECRET} verlengd " * 6000, encoding="utf-8")
    small = path.with_suffix(".klein")
    small.write_bytes(_thumbnail())
    own = [f"-IPTC:By-line={SECRET} fotograaf", f"-Photoshop:URL=https://x.example/{SECRET}"]
    arguments = [
        f"-XMP-dc:Creator={SECRET} maker",
        f"-XMP-exif:GPSLatitude=52.1 {SECRET}",
        f"-XMP-xmpMM:DocumentID={SECRET}",
        f"-XMP-dc:Description<={beside}",
        *([*own, f"-ThumbnailImage<={small}"] if is_jpeg else []),
    ]
    subprocess.run([_EXIFTOOL, "-q", "-m", "-overwrite_original", *arguments, str(path)], check=True)
    beside.unlink()
    small.unlink()


def write_jpeg(path: Path, size: tuple[int, int] = _SIZE, orientation: int = 1) -> None:
    """Every block that a JPEG may have, and bytes behind its end."""
    portrait(size).save(
        path, "JPEG", exif=exif(orientation), icc_profile=profile(), comment=f"{SECRET} commentaar".encode()
    )
    _add_with_exiftool(path, is_jpeg=True)
    path.write_bytes(path.read_bytes() + f"{SECRET} achter het einde".encode() + _thumbnail())


def write_two_in_one(path: Path, size: tuple[int, int] = _SIZE) -> None:
    """As telephones do it: a second picture behind the first, here of all that the crop leaves out."""
    second = Image.new("RGB", size, OUTSIDE)
    second.info["comment"] = f"{SECRET} tweede".encode()
    portrait(size).save(path, "MPO", save_all=True, append_images=[second], exif=exif(), comment=SECRET.encode())


def write_png(path: Path, size: tuple[int, int] = _SIZE) -> None:
    """Texts in all three forms, Exif, a profile, a time, and bytes behind the end."""
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", f"{SECRET} maker")
    said.add_text("Comment", f"{SECRET} ingepakt", zip=True)
    said.add_itxt("Title", f"{SECRET} titel", "nl", "Titel")
    portrait(size).save(path, "PNG", pnginfo=said, exif=exif(), icc_profile=profile(), dpi=(300, 300))
    _add_with_exiftool(path, is_jpeg=False)
    data = path.read_bytes()
    head, rest = data[:33], data[33:]
    path.write_bytes(head + _chunk(b"tIME", bytes((7, 0xEA, 9, 15, 10, 0, 0))) + rest + f"{SECRET} erachter".encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def write_webp(path: Path, size: tuple[int, int] = _SIZE) -> None:
    """Exif, XMP and a profile."""
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:source>{SECRET} bron</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    portrait(size).save(path, "WEBP", exif=exif(), xmp=xmp.encode(), icc_profile=profile())


def write_svg(path: Path, photo: bytes) -> None:
    """A drawing as Inkscape leaves it, with a photo in it."""
    inside = b64encode(photo).decode()
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 60" sodipodi:docname="{SECRET}.svg" '
        f'inkscape:export-filename="/home/{SECRET}/logo.png"><!-- {SECRET} --><title>{SECRET}</title>'
        f'<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns:cc="http://creativecommons.org/ns#"><cc:Agent>{SECRET}</cc:Agent></rdf:RDF></metadata>'
        f'<g id="{SECRET}" style="display:none"><text>{SECRET}</text></g>'
        f'<image width="90" height="60" xlink:href="data:image/jpeg;base64,{inside}"/></svg>',
        encoding="utf-8",
    )
