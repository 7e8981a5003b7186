"""drivers.csv: every driver has each of its months once, above 0."""

import pandas as pd
import pytest
from client_folders import read_rows, write_client

from bpo_lib.intake import open_client
from bpo_lib.intake.driver_rows import MOST_DRIVERS, drivers_of
from bpo_lib.intake.layouts import DRIVERS

ROWS = """\
month,driver,value
2025-01,customers,400
2025-02,customers,410
2025-02,policies,90
2025-03,customers,420
"""


def test_drivers_become_columns_by_month_in_the_order_of_the_file():
    drivers, problems = read_rows(drivers_of, DRIVERS, ROWS)
    assert not problems
    assert list(drivers.monthly) == ["customers", "policies"]
    assert drivers.monthly["customers"].tolist() == [400, 410, 420]
    assert drivers.monthly["policies"].dropna().to_dict() == {pd.Period("2025-02"): 90}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "2025-02,customers,1",
            "row 6, month: 'customers' of 2025-02 is given twice, first in row 3. Keep one",
        ),
        (
            "2025-05,customers,1",
            "month: 'customers' has no value for 2025-04. Give every month from the first",
        ),
        ("2025-07,customers,1", "month: 'customers' has no value for 2025-04 and 2 more. Give every month"),
        ("Jan 2025,customers,1", "row 6, month: 'Jan 2025' is not a month. Write year and month"),
        ("2025-04,,1", "row 6, driver: the cell is empty. Fill it in, or delete the row"),
        ("2025-04,customers,", "row 6, value: the cell is empty. Fill it in, or delete the row"),
        ("2025-04,customers,0", "row 6, value: the value 0 is not above 0. Write the level of the driver"),
        ("2025-04,customers,1e13", "row 6, value: the value 1e+13 is too large to be one. Check the number"),
        (
            '2025-04,customers,"1,234"',
            "row 6, value: '1,234' is not a plain number. Write 1.234 if the comma",
        ),
    ],
)
def test_a_driver_that_cannot_be_used_is_named(row, problem):
    found, [named] = read_rows(drivers_of, DRIVERS, f"{ROWS}{row}\n")
    assert found is None
    assert named.startswith(problem)


def test_more_drivers_than_volumes_can_follow_are_refused():
    text = "month,driver,value\n" + "".join(f"2025-01,d{n},1\n" for n in range(MOST_DRIVERS + 1))
    _, [named] = read_rows(drivers_of, DRIVERS, text)
    assert named == "driver: there are more than 5 drivers. Keep those the volume follows"


def test_a_client_folder_carries_its_drivers(tmp_path):
    case = open_client(write_client(tmp_path / "acme", drivers=ROWS))
    assert case.drivers.monthly.loc["2025-03", "customers"] == 420
    assert open_client(write_client(tmp_path / "other")).drivers is None
