from __future__ import annotations

import pytest

import hxlguard as hg


@pytest.mark.parametrize(
    ("header", "cells", "tag"),
    [
        ("Governorate", ["North"], "#adm1+name"),
        ("Sexe", ["f", "m"], "#respondee+gender"),
        ("fecha de inicio", ["2026-01-02"], "#date+start"),
        ("رقم الهاتف", ["0944 555 123"], "#contact+phone"),
        ("col a", ["+963 944 555 123", "+963 944 555 124"], "#contact+phone"),
        ("col b", ["amina@relief.example"], "#contact+email"),
        ("col c", ["33.51380, 36.27650"], "#geo+coord"),
        ("col d", ["SYR", "IRQ"], "#country+code"),
        ("col e", ["Syria", "Iraq"], "#country"),
        ("col f", ["SY01", "SY14"], "#adm1+code"),
        ("col g", ["SY0101", "SY1402"], "#adm2+code"),
        ("col h", ["2026-01-02", "3 mars 2026"], "#date"),
        ("col i", ["green", "2026-01-02"], None),
        ("col j", ["1", "2"], None),
    ],
)
def test_proposes(header: str, cells: list[str], tag: str | None) -> None:
    lines = [f'"x","{header}"', *(f'"y","{cell}"' for cell in cells)]
    (proposal,) = hg.propose_tags("\n".join(lines).encode())
    assert proposal.columns[1].tag == tag
    assert (proposal.columns[1].confidence > 0) == (tag is not None)


def test_tagged_columns_are_left_alone() -> None:
    (proposal,) = hg.propose_tags(b"Province,Sector\n#adm1,\nNorth,WASH\n")
    assert [column.index for column in proposal.columns] == [2]
