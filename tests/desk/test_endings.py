"""What a file is called says what is in it, or nothing."""

from pathlib import Path

import pytest

from planner.desk.endings import ENDINGS, FOLDER, TELLING, file_for_calendars, refuse_other_ending
from planner.errors import OutsideError, UsageError


@pytest.mark.parametrize("form", ENDINGS)
def test_of_the_endings_that_tell_only_a_forms_own_go_with_it(form: str) -> None:
    for ending in ENDINGS[form]:
        refuse_other_ending(form, Path(f"mine{ending}"))
    for ending in TELLING - set(ENDINGS[form]):
        with pytest.raises(UsageError) as refused:
            refuse_other_ending(form, Path(f"~/mine{ending.upper()}"))
        better = str(refused.value.values["better"])
        assert better == "~/mine" + ("" if form == FOLDER else ENDINGS[form][0])
        refuse_other_ending(form, Path(better))


@pytest.mark.parametrize("name", ["mine", "mine.2026", ".ics", "mine.txt", "a.csv/mine", "mine.ics.old"])
@pytest.mark.parametrize("form", ENDINGS)
def test_a_name_that_tells_nothing_goes_with_every_form(form: str, name: str) -> None:
    refuse_other_ending(form, Path(name))


def test_a_file_for_other_calendars_goes_into_a_folder_and_gets_its_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "old").write_text("")
    for text, file in (
        ("folder", "folder/mine.ics"),
        ("folder/", "folder/mine.ics"),
        (".", "mine.ics"),
        ("bare", "bare.ics"),
        ("old", "old"),
        ("a.txt", "a.txt"),
        ("folder/x.ics", "folder/x.ics"),
    ):
        assert file_for_calendars(text, "mine") == Path(file)
    with pytest.raises(OutsideError) as refused:
        file_for_calendars("nowhere/", "mine")
    assert refused.value.key == "folder-missing"
