"""How columns were read is kept by the first line of their table, and is no part of the calendar."""

from planner.desk.desk import Desk
from planner.desk.send import dump_text
from planner.desk.undo import undo
from planner.store.column_maps import keep_columns, kept_columns


def test_what_is_kept_is_found_by_the_same_first_line_alone(desk: Desk) -> None:
    before = dump_text(desk)
    keep_columns(desk.database, ["Accroche", "Où"], {"Accroche": "title", "Où": ""})
    assert kept_columns(desk.database, ["Accroche", "Où"]) == {"Accroche": "title", "Où": ""}
    assert kept_columns(desk.database, ["Où", "Accroche"]) == {}
    keep_columns(desk.database, ["Accroche", "Où"], {"Accroche": "body"})
    assert kept_columns(desk.database, ["Accroche", "Où"]) == {"Accroche": "body"}
    assert (dump_text(desk), undo(desk)) == (before, None)
