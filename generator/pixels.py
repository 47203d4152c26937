"""Pixels as they are published: in sRGB, packed, and with nothing beside them that a camera or a program wrote."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageCms

from generator.errors import BuildFailed
from generator.kit.decoding import quiet
from generator.refusals import refusal


@contextmanager
def named(what: str, path: Path) -> Iterator[None]:
    """Turn what Pillow and the disk say into a ``BuildFailed`` with a sentence that names the file."""
    try:
        with quiet():
            yield
    except OSError as error:
        if error.errno is None:  # Pillow's own: the file could be read, but is no whole picture
            raise _damaged(what, path) from error
        raise BuildFailed(f"{what} {path.name} kan niet worden gelezen: {refusal(error)}.") from error
    except (SyntaxError, ValueError, EOFError, struct.error, Image.DecompressionBombError) as error:
        raise _damaged(what, path) from error


def _damaged(what: str, path: Path) -> BuildFailed:
    return BuildFailed(f"{what} {path.name} is niet helemaal te lezen. Is het bestand beschadigd?")


def srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return an image without transparency in RGB, its ICC profile applied and not kept: it can name a device."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a damaged profile: the plain values are the best that is left
        if converted is not None:
            return converted
    return image if image.mode == "RGB" else image.convert("RGB")


def jpeg(image: Image.Image, quality: int, *, progressive: bool = False) -> bytes:
    """Return a JPEG; ``progressive`` shows it sooner on a slow line and makes it smaller, and takes its time."""
    image.info = {}  # Pillow writes a comment and a profile back from here
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, progressive=progressive)
    return out.getvalue()


def png(image: Image.Image) -> bytes:
    """Return a PNG; to pack it as small as can be would take four times as long for a hundredth of its bytes."""
    if image.has_transparency_data:
        image = _nothing_below(image)
    image.info = {}
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _nothing_below(image: Image.Image) -> Image.Image:
    """Return an image without the colours of what can't be seen: who wipes something out often leaves them there."""
    whole = image.convert("RGBA")
    seen = Image.new("RGBA", whole.size)
    seen.paste(whole, mask=whole.getchannel("A").point(lambda value: 255 if value else 0))
    return seen
