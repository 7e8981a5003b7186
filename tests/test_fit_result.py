"""The result's tables: what later chapters may rely on."""

from bpo_lib.fit import result


def test_the_tables_keep_the_columns_that_other_chapters_read():
    assert {"criterion", "weight", "level", "value", "contribution", "basis"} <= set(result.CRITERIA_COLUMNS)
    assert {"gate", "rule", "status", "evidence", "lifts"} <= set(result.GATE_COLUMNS)


def test_no_table_names_a_column_twice():
    tables = {name: value for name, value in vars(result).items() if name.endswith("_COLUMNS")}
    assert len(tables) == 9
    for columns in tables.values():
        assert len(set(columns)) == len(columns)
