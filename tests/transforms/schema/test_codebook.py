import re

import pytest

from transforms.schema.catalog import RELEASE_TABLES, TABLES
from transforms.schema.codebook import _row, codebook
from transforms.schema.meanings import meaning
from transforms.schema.prose import RULES

PAGE = codebook("1.2.3")


def section(heading: str) -> str:
    return re.split(r"\n(?=###? )", PAGE.split(f"\n### {heading}\n", 1)[1])[0]


@pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)
def test_a_table_is_described_with_every_column(table):
    text = section(table.name)
    assert table.description in text
    for column in table.columns:
        line = next(line for line in text.splitlines() if line.startswith(f"| `{column.name}` |"))
        assert column.description in line
        assert (column.null_means or "never") in line


def test_every_code_is_explained_once_and_where_it_is_used():
    for table in RELEASE_TABLES:
        for column in table.columns:
            for code in column.values or ():
                assert f"| `{code}` | {meaning(code)} |" in PAGE
            if column.values:
                assert f"`{table.name}.{column.name}`" in PAGE


def test_every_link_has_its_heading():
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in PAGE.splitlines()
        if line.startswith("#")
    }
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert links
    assert links <= headings


def test_every_row_of_a_grid_has_the_cells_of_its_head():
    for block in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


def test_a_bar_in_a_cell_is_no_border():
    assert _row(["a|b", "c"]) == "| a\\|b | c |"


def test_rules_version_and_loading_are_there():
    assert "Version 1.2.3" in PAGE
    assert all(rule in PAGE for rule in RULES)
    assert "pd.read_parquet" in PAGE


def test_nothing_internal_is_told():
    assert "reading_id" not in PAGE
    assert not any(f"### {table.name}\n" in PAGE for table in TABLES.values() if table.internal)
