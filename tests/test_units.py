"""What one row is about: of columns made up, and of real tables where a person can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from hxlguard import inspect
from hxlguard.model.finding import Via
from hxlguard.model.profile import ColumnProfile, UnitOfRecord
from hxlguard.units import unit_of_record
from tests.facts import column, detection

AGE, SEX, MARRIED = (detection(entity) for entity in ("AGE", "GENDER", "MARITAL_STATUS"))
NAME = detection("PERSON_NAME")
CONCERN, DETAINED = detection("PROTECTION_CASE"), detection("DETENTION")


def unit(*columns: ColumnProfile, unlike: frozenset[int] = frozenset()) -> UnitOfRecord:
    return unit_of_record([one.finding for one in columns], unlike)[0]


def headed(index: int, header: str, *detections: object) -> ColumnProfile:
    return column(index, None, header=header, detections=detections)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([headed(1, "age", AGE), headed(2, "sex", SEX)], UnitOfRecord.INDIVIDUAL),
        ([headed(1, "HoH age", AGE), headed(2, "sex of HoH", SEX)], UnitOfRecord.HOUSEHOLD),
        ([headed(1, "HoH age", AGE), headed(2, "sex", SEX)], UnitOfRecord.INDIVIDUAL),
        ([headed(1, "sexhoh", SEX), headed(2, "marital", MARRIED)], UnitOfRecord.HOUSEHOLD),
        ([headed(1, "sex", SEX), headed(2, "marital", MARRIED)], UnitOfRecord.INDIVIDUAL),
        ([headed(1, "hhid"), headed(2, "water source")], UnitOfRecord.HOUSEHOLD),
        ([headed(1, "household size"), headed(2, "colour")], UnitOfRecord.UNKNOWN),
        ([column(1, "#meta+weight"), column(2, "#need")], UnitOfRecord.HOUSEHOLD),
        ([headed(1, "facility_name"), headed(2, "service")], UnitOfRecord.SITE),
        ([headed(1, "Incident date"), headed(2, "Actor")], UnitOfRecord.EVENT),
        ([column(1, "#event+id"), column(2, "#org")], UnitOfRecord.EVENT),
        ([column(1, "#org"), column(2, "#sector"), column(3, "#reached")], UnitOfRecord.ACTIVITY),
        ([column(1, "#sector"), column(2, "#inneed")], UnitOfRecord.AGGREGATE),
        ([column(1, "#sector"), column(2, "#adm1")], UnitOfRecord.ACTIVITY),
        ([column(1, "#org+type"), column(2, "#description")], UnitOfRecord.UNKNOWN),
        ([column(1, "#adm1"), column(2, "#indicator+num")], UnitOfRecord.AGGREGATE),
        ([headed(1, "Question"), headed(2, "Count")], UnitOfRecord.AGGREGATE),
        ([headed(1, "Answer count per person")], UnitOfRecord.UNKNOWN),
        ([column(1, "#affected", detections=(AGE, SEX))], UnitOfRecord.INDIVIDUAL),
        ([column(1, "#contact+name", detections=(NAME,)), headed(2, "x")], UnitOfRecord.UNKNOWN),
        ([headed(1, "age", AGE), column(2, "#household", filled=0)], UnitOfRecord.INDIVIDUAL),
        (
            [headed(1, "gender", SEX), headed(2, "a", CONCERN), headed(3, "b", DETAINED)],
            UnitOfRecord.INDIVIDUAL,
        ),
        ([headed(1, "a", CONCERN), headed(2, "b", DETAINED)], UnitOfRecord.UNKNOWN),
        ([headed(1, "Market"), headed(2, "Commodity"), headed(3, "Price")], UnitOfRecord.AGGREGATE),
        ([headed(1, "focal point", NAME), headed(2, "doses")], UnitOfRecord.UNKNOWN),
        ([], UnitOfRecord.UNKNOWN),
    ],
)
def test_the_unit_of_made_up_columns(columns: list[ColumnProfile], expected: UnitOfRecord) -> None:
    assert unit(*columns) is expected


FACILITY = [headed(1, "MFL code"), headed(2, "Beds"), headed(3, "Catchment population")]
GOODS = [headed(1, "Item"), headed(2, "Batch no"), headed(3, "Waybill")]
NAMED = headed(4, "In charge", detection("PERSON_NAME", via=(Via.VALUE,)))
ILL = headed(5, "SAM / MAM", detection("HEALTH_CONDITION"))


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([*FACILITY, NAMED, ILL], UnitOfRecord.SITE),
        ([*GOODS, NAMED], UnitOfRecord.ACTIVITY),
        ([*GOODS[:2], NAMED, ILL], UnitOfRecord.INDIVIDUAL),
        ([*FACILITY, NAMED, headed(6, "sex", SEX), headed(7, "age", AGE)], UnitOfRecord.INDIVIDUAL),
        ([NAMED, ILL, column(6, "#geo+lat")], UnitOfRecord.SITE),
        ([NAMED, column(6, "#geo+lat"), headed(7, "x")], UnitOfRecord.SITE),
        ([NAMED, headed(6, "age", AGE), column(7, "#geo+lat")], UnitOfRecord.INDIVIDUAL),
        ([headed(6, "age", AGE), column(7, "#geo+lat")], UnitOfRecord.INDIVIDUAL),
        ([headed(at, f"boys {at}-{at + 4}") for at in (0, 5, 10)], UnitOfRecord.AGGREGATE),
    ],
)
def test_a_name_among_things_is_a_contact(
    columns: list[ColumnProfile], expected: UnitOfRecord
) -> None:
    assert unit(*columns) is expected


def test_traits_that_are_counted_are_of_many() -> None:
    counted = [
        headed(1, "pregnant women", detection("PREGNANCY")),
        headed(2, "disabled", detection("DISABILITY")),
        headed(3, "unaccompanied children", CONCERN),
    ]
    large = frozenset({1, 2, 3})
    findings = [one.finding for one in (*counted, NAMED)]
    assert unit_of_record(findings, frozenset(), large)[0] is UnitOfRecord.AGGREGATE
    assert unit_of_record(findings)[0] is UnitOfRecord.INDIVIDUAL
    for header, entity in (("weight", "HEALTH_CONDITION"), ("score", "HOUSEHOLD_VULNERABILITY")):
        of_one = [headed(at, header, detection(entity)).finding for at in (1, 2, 3)]
        name = headed(4, "x", detection("PERSON_NAME", via=(Via.VALUE,))).finding
        found = unit_of_record([*of_one, name], frozenset(), large)
        assert found[0] is UnitOfRecord.INDIVIDUAL


def test_a_household_that_comes_once_is_the_record() -> None:
    """A respondent answers for a household; a list of its members repeats its number."""
    survey = [column(1, "#meta+household+id"), column(2, "#respondee+gender")]
    assert unit(*survey, unlike=frozenset({1})) is UnitOfRecord.HOUSEHOLD
    assert unit(*survey) is UnitOfRecord.INDIVIDUAL


REAL = {
    "anjana__hospital_extended.csv": "individual",
    "covidviz__immunization_campaigns_impacted.csv": "activity",
    "covidviz__inneed_interagency_response_plans_in_2022.csv": "aggregate",
    "covidviz__iom_dtm_hdx_dtm_mali_baseline_assessment_round_72.xlsx": "aggregate",
    "covidviz__whowhatwhere_345w_guatemala.csv": "activity",
    "covidviz__whowhatwhere_3w_tcd_oct2021.xlsx": "activity",
    "eticaai__indigenous-language-brazil-sample.hxl.csv": "unknown",
    "hdxapi__conflict_data_alg.csv": "event",
    "hdxapi__dem_data_zwe.csv": "aggregate",
    "hdxscraper__ethiopia_drought_affected_targeted_reached_by_cluster.csv": "aggregate",
    "hdxscraper__org_type_organization_types_beta_csv.csv": "unknown",
    "hno__afg_hpc_needs_api_2024.csv": "aggregate",
    "ipa__demo_data.csv": "individual",
    "jpal__pii.csv": "individual",
    "libhxl__input-valid.csv": "activity",
    "libhxl__wide-tagging-test.csv": "household",
    "libhxljs__guinea-ebola-3w-sample-data.csv": "activity",
    "onadata__childrens_survey.csv": "individual",
    "showcase__rowca-3w-hxl.csv": "activity",
    "showcase__unhcr-3w.csv": "activity",
    "showcase__unhcr-refugee-data-full.csv": "aggregate",
    "twaweza__resultsnepal.csv": "aggregate",
    "ukrviz__global_crisis_risk_scores.csv": "aggregate",
    "unsdd__synthetic_niger_education_facilities_1.csv": "site",
    "unsdd__synthetic_somalia_child_protection_1.csv": "individual",
    "wfp__wfp_markets_syr.csv": "site",
}
"""Judged by eye from headers and tags; files that leave a person in doubt are left out."""


def test_the_unit_of_real_tables(shared: Path) -> None:
    told = {
        name: inspect(shared / "data" / "real" / name).sources[0].tables[0].unit.value
        for name in REAL
    }
    assert told == REAL
