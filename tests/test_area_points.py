"""Coordinates that name an area once more, apart from those of sites. All of it is made up."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard import check, inspect
from hxlguard.model.finding import Category, ColumnFinding
from tests.effort import effort

Table = dict[str, list[str]]
AREAS = 24
SECTORS = ("WASH", "Health", "Shelter", "Education")


def work(areas: int = AREAS) -> Table:
    """Who does what in which area: four rows each, with the centre of the area."""
    rows = [(area, turn) for area in range(areas) for turn in range(len(SECTORS))]
    return {
        "#adm1+name": [f"Area {area}" for area, _ in rows],
        "#geo+lat": [f"{10 + area / 7:.4f}" for area, _ in rows],
        "#geo+lon": [f"{20 + area / 9:.4f}" for area, _ in rows],
        "#sector": [SECTORS[(area + turn) % 4] for area, turn in rows],
        "#org": [f"Partner {(area + turn) % 9}" for area, turn in rows],
    }


def gazetteer(word: str = "", areas: int = AREAS) -> Table:
    """A list of areas with their codes and centres, which a word in the header may say."""
    numbers = range(areas)
    return {
        "Admin2 name": [f"Area {area}" for area in numbers],
        "Admin2 pcode": [f"XX01{area:02}" for area in numbers],
        f"{word} latitude": [f"{10 + area / 7:.6f}" for area in numbers],
        f"{word} longitude": [f"{20 + area / 9:.6f}" for area in numbers],
    }


def located(table: Table) -> list[ColumnFinding]:
    """The columns of coordinates."""
    columns = inspect(pl.DataFrame(table)).sources[0].tables[0].columns
    entity = "GEO_COORDINATES"
    return [
        column.finding
        for column in columns
        if entity in {found.entity for found in column.finding.detections}
    ]


def is_precise(table: Table) -> bool:
    """Whether its coordinates are precise locations; both of them, or none."""
    findings = located(table)
    assert len(findings) == 2
    categories = {finding.category for finding in findings}
    assert len(categories) == 1
    return categories == {Category.PRECISE_LOCATION}


def test_the_centre_of_an_area_tells_no_more_than_its_name() -> None:
    latitude, longitude = located(work())
    assert latitude.category is longitude.category is Category.NON_PERSONAL
    assert latitude.areas == longitude.areas == AREAS


@pytest.mark.parametrize("word", ["", "Centroid", "centroide", "Centre", "Centro"])
def test_the_centres_of_a_list_of_areas_are_theirs(word: str) -> None:
    assert not is_precise(gazetteer(word))


def test_few_areas_have_centroids_too_but_a_centre_may_be_a_health_centre() -> None:
    assert not is_precise(gazetteer("Centroid", areas=6))
    assert is_precise(gazetteer("Centre", areas=6))
    assert is_precise(gazetteer(areas=6))


def test_a_centre_in_a_list_of_areas_may_stand_beside_any_other_name() -> None:
    for word, precise in (("Centre", False), ("", True)):
        table = gazetteer(word)
        table["Old"] = [f"Old {area}" for area in range(AREAS)]
        assert is_precise(table) is precise


def test_a_list_without_codes_may_be_one_of_hospitals() -> None:
    table = gazetteer()
    del table["Admin2 pcode"]
    assert is_precise(table)


def test_work_in_one_row_for_each_area_may_be_at_a_site() -> None:
    table = {header: cells[:: len(SECTORS)] for header, cells in work().items()}
    assert is_precise(table)


def test_a_centre_is_written_in_two_ways_once() -> None:
    table = work()
    table["#geo+lat"][0] = "10.0001"
    assert not is_precise(table)


def _of_sites(table: Table) -> None:
    table["#loc+name"] = [f"Site of {area}" for area in table["#adm1+name"]]


def _of_villages(table: Table) -> None:
    table["#adm4+name"] = [f"Ward {row % 9}" for row in range(len(table["#org"]))]


def _of_hospitals(table: Table) -> None:
    """A name that hangs on the area as the point does, in a column that says nothing."""
    table["#x"] = [f"Saint {area}" for area in table["#adm1+name"]]


def _two_sites_here_and_there(table: Table) -> None:
    for row in range(0, len(table["#geo+lat"]), 8):
        table["#geo+lat"][row] += "5"


def _outside_of_areas(table: Table) -> None:
    for row in range(0, len(table["#geo+lat"]), 2):
        table["#adm1+name"][row] = ""


def _everywhere_the_same(table: Table) -> None:
    table["#geo+lat"], table["#geo+lon"] = (["10.1234"] * 4 * AREAS, ["20.4321"] * 4 * AREAS)


def _of_people(table: Table) -> None:
    table["#respondee+age"] = ["34", "19", "52", "7"] * AREAS
    table["#respondee+gender"] = ["f", "m", "f", "m"] * AREAS


@pytest.mark.parametrize(
    "change",
    [
        _of_sites,
        _of_villages,
        _of_hospitals,
        _two_sites_here_and_there,
        _outside_of_areas,
        _everywhere_the_same,
        _of_people,
    ],
)
def test_what_may_be_the_point_of_a_site_stays_precise(change: Callable[[Table], None]) -> None:
    table = work()
    change(table)
    assert is_precise(table)


@pytest.mark.parametrize(
    ("header", "precise"),
    [("Village", True), ("facility name", True), ("Population", False), ("Région", False)],
)
def test_a_list_that_names_sites_is_none_of_areas(header: str, precise: bool) -> None:
    table = gazetteer("Centroid")
    table[header] = [f"Old {area}" for area in range(AREAS)]
    assert is_precise(table) is precise


def test_few_areas_may_have_one_hospital_each() -> None:
    assert is_precise(work(areas=9))
    assert not is_precise(work(areas=10))


@effort(0.2)
@given(st.sets(st.integers(0, AREAS - 1), min_size=3))
def test_areas_with_two_points_are_never_areas_alone(areas: set[int]) -> None:
    table = work()
    for area in areas:
        table["#geo+lat"][area * len(SECTORS)] += "7"
    assert is_precise(table)


def test_a_rule_about_coordinates_meets_them_all_the_same() -> None:
    report = check(pl.DataFrame(work()), agreement="public-3w", recipient="public", on="2026-11-21")
    met = {
        column.index
        for violation in report.violations
        if violation.kind == "forbidden-field"
        for column in violation.columns
    }
    assert met == {2, 3}
