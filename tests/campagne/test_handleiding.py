"""What the guide says of a campaign is so."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.campagne.vereniging import NO_BRANCHE, NO_WAY, read_branche
from generator.campagne.verhalen import LATER, NO_CONSENT
from tests.builders import schrijf
from tests.conftest import TODAY
from tests.docs.test_handleiding import GUIDE

HEADING = "Een campagne voor werkgevers"


def test_the_example_is_a_good_association_with_a_story_that_is_published(tmp_path: Path) -> None:
    (fence,) = GUIDE.fences("yml")
    schrijf(tmp_path, fence.text, "branche.yml")
    schrijf(
        tmp_path, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', "logo.svg"
    )
    read = read_branche(tmp_path / "branche.yml", tmp_path)
    assert read.findings == ()
    assert read.vereniging is not None
    assert len(read.vereniging.published(TODAY)) == len(yaml.safe_load(fence.text)["branche"]["verhalen"])


def test_the_guide_names_every_finding_of_a_campaign() -> None:
    (table,) = GUIDE.tables(HEADING)
    titles = {"VK201": NO_CONSENT, "VK202": LATER, "VK203": NO_BRANCHE, "VK204": NO_WAY}
    assert {row[0].strip("`"): row[1] for row in table} == {code: about.title for code, about in titles.items()}
