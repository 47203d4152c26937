"""A file is read back by another program as it was put together, and is the same whenever it is made."""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader

from generator.printing.pdf.file import File


def a_file(objects: int = 3) -> bytes:
    """Return a file with a page, and so many more objects that refer to each other."""
    file = File()
    pages = file.reserve()
    content = file.packed("", b"0 0 10 10 re f")
    page = file.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 100 100]/Contents {content} 0 R/Resources<<>>>>")
    file.put(pages, f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
    numbers = [file.reserve() for _ in range(objects)]
    for at, number in enumerate(numbers):
        file.put(number, f"<</Number {at}/Next {numbers[(at + 1) % objects]} 0 R>>")
    file.stream("/Kind/Plain", b"endstream is no end\r")
    return file.finish(
        file.add(f"<</Type/Catalog/Pages {pages} 0 R/First {numbers[0]} 0 R>>"), file.add("<</Title(A)>>")
    )


def read(data: bytes) -> Any:
    return PdfReader(io.BytesIO(data), strict=True)


def test_objects_and_streams_come_back() -> None:
    reader = read(a_file())
    assert reader.metadata.title == "A"
    assert reader.pages[0]["/Contents"].get_object().get_data() == b"0 0 10 10 re f"
    plain = [found for number in range(1, 12) if (found := reader.get_object(number)) and "/Kind" in found]
    assert [stream.get_data() for stream in plain] == [b"endstream is no end\r"]


def test_more_objects_than_are_packed_together_find_each_other() -> None:
    first = read(a_file(450)).trailer["/Root"]["/First"]
    seen, at = [], first
    for _ in range(450):
        seen.append(at["/Number"])
        at = at["/Next"]
    assert seen == list(range(450))
    assert at == first


def test_small_objects_are_packed() -> None:
    assert len(a_file(400)) < len(a_file(100)) + 300 * 12
    assert b"/Number" not in a_file()


def test_every_place_is_where_the_table_says() -> None:
    data = a_file()
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    reader = read(data)
    assert re.match(rb"\d+ 0 obj", data[start:])
    for number, offset in reader.xref[0].items():
        assert data[offset:].startswith(b"%d 0 obj" % number)


def test_equal_files_have_the_same_bytes_and_others_another_name() -> None:
    assert a_file() == a_file()
    one, other = (read(a_file(objects)).trailer["/ID"] for objects in (3, 4))
    assert one[0] == one[1]
    assert one != other
