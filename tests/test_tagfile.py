from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.errors import UsageError
from hxlguard.model.proposal import ColumnProposal, TagProposal
from hxlguard.tagfile import read_tags, write_proposals


def written(tmp_path: Path, text: str, name: str = "tags.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ('"Province": "#adm1"\n', {"Province": "#adm1"}),
        ("# only a comment\n", {}),
        ("", {}),
        ('{"Province": "#adm1", "NO": "#org"}', {"Province": "#adm1", "NO": "#org"}),
        ("NO: '#org'\n1.10: '#loc'\n", {"NO": "#org", "1.10": "#loc"}),
        ('{"\\ud83c\\udfe5": "#loc"}', {"\U0001f3e5": "#loc"}),
    ],
)
def test_a_mapping_is_read(tmp_path: Path, text: str, tags: dict[str, str]) -> None:
    assert read_tags(written(tmp_path, text)) == tags


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("Province: #adm1\n", "tags.yaml:1", "no HXL tag"),
        ("A: '#org'\nB: adm1\n", "tags.yaml:2", "no HXL tag"),
        ("A: '#org'\nA: '#adm1'\n", "tags.yaml:2", "named twice"),
        ("A: ['#org']\n", "tags.yaml", "no plain mapping"),
        ("A: &x '#org'\nB: *x\n", "tags.yaml", "no plain mapping"),
        ("- '#org'\n", "tags.yaml", "no plain mapping"),
        ("A: '#org'\n---\nB: '#adm1'\n", "tags.yaml", "no plain mapping"),
        ("[" * 100_000, "tags.yaml", "no plain mapping"),
        ("{" * 100_000, "tags.yaml", "no plain mapping"),
        ("A: '#org\n", "tags.yaml", "neither YAML nor JSON"),
        ("A" * (1 << 20) + "A", "tags.yaml", "larger than 1 MiB"),
    ],
)
def test_anything_else_is_refused_with_its_line(
    tmp_path: Path, text: str, where: str, what: str
) -> None:
    with pytest.raises(UsageError) as refused:
        read_tags(written(tmp_path, text))
    assert refused.value.where.startswith(where)
    assert what in refused.value.what


def test_a_missing_file_and_one_that_is_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: no such file"):
        read_tags(tmp_path / "absent.yaml")
    (tmp_path / "tags.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="not UTF-8"):
        read_tags(tmp_path / "tags.yaml")


def test_proposals_mark_what_a_person_must_decide() -> None:
    columns = (
        ColumnProposal(1, "Province", "#adm1+name", 0.8),
        ColumnProposal(2, None, "#contact", 0.5),
        ColumnProposal(3, "Total", None, 0.0),
        ColumnProposal(4, "Province", "#adm1+origin", 0.5),
    )
    assert write_proposals((TagProposal("Sheet1", columns),), "camps.csv").splitlines()[2:] == [
        "# table `Sheet1`",
        '"Province": "#adm1+name"  # column 1, confidence 0.80',
        "# column 2: no header, or one that is not shown",
        '# column 3: no proposal for "Total"',
        '# column 4: "Province" again, here #adm1+origin',
    ]


def test_a_table_with_every_tag_is_told_so() -> None:
    (line,) = write_proposals((TagProposal("Sheet1", ()),), "camps.csv").splitlines()[2:]
    assert line == "# table `Sheet1`: no column without a tag, so nothing to propose"


def test_what_is_read_knows_its_file(tmp_path: Path) -> None:
    assert read_tags(written(tmp_path, "A: '#org'\n", "ours.yaml")).file == "ours.yaml"


@given(header=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_header_survives_being_written_and_read(
    tmp_path_factory: pytest.TempPathFactory, header: str
) -> None:
    proposal = TagProposal(header, (ColumnProposal(1, header, "#adm1", 0.8),))
    path = tmp_path_factory.mktemp("tags") / "tags.yaml"
    path.write_text(write_proposals((proposal,), header), encoding="utf-8", newline="")
    assert read_tags(path) == {header: "#adm1"}
