"""A finished step is repeated exactly when what it was made from has changed."""

from pathlib import Path

from bootstrap.stamps import digest, is_current, leave


def test_a_step_that_left_no_stamp_is_not_current(tmp_path: Path):
    assert not is_current(tmp_path / "stamp", digest([]))


def test_a_stamp_is_current_until_a_source_changes(tmp_path: Path):
    source = tmp_path / "source"
    source.write_text("one")
    leave(tmp_path / "stamps" / "bundle", digest([source]))

    assert is_current(tmp_path / "stamps" / "bundle", digest([source]))
    source.write_text("two")
    assert not is_current(tmp_path / "stamps" / "bundle", digest([source]))


def test_a_new_name_and_a_new_folder_count_as_changes(tmp_path: Path):
    source = tmp_path / "source"
    source.write_text("one")
    before = digest([source], "here")

    renamed = source.rename(tmp_path / "renamed")

    assert digest([renamed], "here") != before
    assert digest([renamed], "there") != digest([renamed], "here")
