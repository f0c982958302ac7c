from django.core.management import call_command

from eventlog.events import partnership_stream
from eventlog.queries import position_of


def test_after_a_restore_every_stream_has_a_new_epoch_and_keeps_its_head(ada, capsys):
    stream = partnership_stream(ada.partnership_id)
    before = position_of(stream)

    call_command("renew_streams")

    after = position_of(stream)
    assert after.epoch != before.epoch
    assert after.sequence == before.sequence
    assert "1 streams" in capsys.readouterr().out
