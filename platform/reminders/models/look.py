"""How far each partnership was looked through."""

from django.db import models

from partnerships.models.partnership import Partnership


class Look(models.Model):
    """The last look at what is due in a partnership: on which day there, and after which event."""

    partnership = models.OneToOneField(
        Partnership, on_delete=models.CASCADE, primary_key=True, related_name="look"
    )
    day = models.DateField(null=True)
    sequence = models.BigIntegerField(default=-1)
