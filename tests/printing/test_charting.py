"""The chart takes the division of its width that is best at its size, whatever was tried before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.printing.chart.poster import LOOK
from generator.printing.chart.selection import chosen
from generator.printing.chart.table import Chart, Charting
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Setter, TooLong
from tests.printing.conftest import Drukker
from tests.printing.kits import FONTS, Gedrukt

SHRINKS = (1.0, 0.84, 0.65)
#: A chart is never spread out here, so that it is as high as its rows.
ROOM = Box(116, 11, 293, 1)
KITS_WITH_CHARTS = ("bouwbedrijf-de-linge", "veertien-situaties", "alles-tegelijk", "vreemde-letters")


@pytest.fixture(params=KITS_WITH_CHARTS)
def gekozen(request: pytest.FixtureRequest, drukker: Drukker) -> Gedrukt:
    return drukker(request.param)


def charting(kit: Gedrukt, *splits: tuple[float, float, float, float]) -> Charting:
    return Charting(kit.source, chosen(kit.source), replace(LOOK, splits=splits or LOOK.splits), "hiernaast")


def laid(chart: Charting, shrink: float) -> tuple[Chart, list[TooLong]]:
    setter = Setter(FONTS, shrink)
    return chart.lay(setter, ROOM), setter.too_long


def test_a_chart_that_was_tried_in_other_sizes_is_the_chart_of_a_first_try(gekozen: Gedrukt) -> None:
    used = charting(gekozen)
    for shrink in (*SHRINKS, *reversed(SHRINKS)):
        assert laid(used, shrink) == laid(charting(gekozen), shrink)


def test_the_best_division_wins_from_each_of_the_others(gekozen: Gedrukt) -> None:
    for shrink in SHRINKS:
        best = laid(charting(gekozen), shrink)
        alone = [laid(charting(gekozen, split), shrink) for split in LOOK.splits]
        winner = LOOK.splits[alone.index(best)]
        assert len(best[1]) == min(len(too_long) for _, too_long in alone)
        for other in LOOK.splits:
            chart, too_long = laid(charting(gekozen, other, winner), shrink)
            # Of two that are equally high the one that is named first wins.
            assert (chart, too_long) == best or (chart.bottom, len(too_long)) == (best[0].bottom, len(best[1]))
