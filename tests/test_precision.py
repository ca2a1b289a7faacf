from __future__ import annotations

import pytest

from hxlguard.model.profile import DatePrecision
from hxlguard.precision import coordinate_decimals, date_precision

DAY, MONTH, QUARTER, YEAR = (
    DatePrecision.DAY,
    DatePrecision.MONTH,
    DatePrecision.QUARTER,
    DatePrecision.YEAR,
)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2026-03-14", DAY),
        ("2026-03-14 00:00:00", DAY),
        ("2026-03-14T10:11:12Z", DAY),
        ("14/03/2026", DAY),
        ("14.3.26", DAY),
        ("20260314", DAY),
        ("14 March 2026", DAY),
        ("1 mars 2026", DAY),
        ("14 de marzo de 2026", DAY),
        ("March 14, 2026", DAY),
        ("2026-01-01/2026-02-01", DAY),
        ("2026-03", MONTH),
        ("03/2026", MONTH),
        ("June", MONTH),
        ("mai 2021", MONTH),
        ("Jan-22", MONTH),
        ("حزيران 2026", MONTH),
        ("2026-Q1", QUARTER),
        ("T4 2020", QUARTER),
        ("2026", YEAR),
        ("2025-2026", YEAR),
        ("Jan '22", MONTH),
        ("Nov 85", MONTH),
        ("Août 2021", MONTH),
        ("أيار 2026", MONTH),
        ("كانون الثاني 2026", MONTH),
        ("21 Nov", DAY),
        ("1º de mayo 2020", DAY),
        ("Nov 21", None),
        ("Nov 12", None),
        ("mars 03", None),
        ("Mariam", None),
        ("Augustin", None),
        ("Mayada.", None),
        ("Decker 12", None),
        ("Marching 12", None),
        ("unknown", None),
        ("44256", None),
        ("soon", None),
        ("x" * 100_000, None),
    ],
)
def test_date_precision(text: str, precision: DatePrecision | None) -> None:
    assert date_precision(text) == precision


@pytest.mark.parametrize(
    ("text", "decimals"),
    [
        ("33.51380", 4),
        ("33.5", 1),
        ("33.0", 0),
        ("33", 0),
        ("-2,25", 2),
        ("8.249999999999998", 2),
        ("34.1234567891234567", 10),
        ("33.51380, 36.27", 4),
        ("33°30'49\"N", 4),
        ("33°30'49.5\"N", 5),
        ("33°30'N", 2),
        ("POINT (36.276 33.5)", 3),
        ("33°30.8′ N", 3),
        ("33°30.8 N", 3),
        ("33°30''", None),
        ("33º30′49″", 4),
        ("33.5° N, 36.3° E", 1),
        ("33.5 36°30", 2),
        ("33.5 36.2 0 0", 1),
        ("33.51380 36.27650 690.0 4.9", 4),
        ("33.5 36", 1),
        ("33.5 +0.0138", 4),
        ("33,51380; 36,27650", 4),
        ("lat 33.5 lon 36.2", 1),
        ("N33.5 E36.2", 1),
        ("SRID=4326;POINT(36 33)", 0),
        ("POLYGON ((36.27 33.51, 36.28 33.52))", 2),
        ('{"type":"Point","coordinates":[36.2,33]}', 1),
        ("at the well 33.51380, 36.2", 4),
        ("house 12, 33.514", 4),
        ("33.5 (33 30 49)", None),
        ("33 30.8", None),
        ("33 30 49", None),
        ("33.30.49", None),
        ("33.51d 30m 49s", None),
        ("33 51380", None),
        ("335138e-4", None),
        ("8G5VG77G+G8", None),
        ("near the well", None),
        ("", None),
    ],
)
def test_coordinate_decimals(text: str, decimals: int | None) -> None:
    assert coordinate_decimals(text) == decimals
