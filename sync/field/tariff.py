"""What this laptop's link costs, as its people entered it; kept in the store."""

import json
import re
from dataclasses import asdict

from fieldapp.store.database import Store
from fieldapp.units import MIB
from sync.field.forecast import Tariff

MAX_PRICE = 1_000_000
"""Hundredths for a megabyte; more is a slip of the pen."""
MAX_BYTES = 16 * MIB
_SETTING = "tariff"
_CURRENCY = re.compile(r"[^\W\d_]{1,8}|[$\u20ac\u00a3]")


def well_formed(tariff: Tariff) -> bool:
    """Whether the figures can be calculated with."""
    return (
        bool(_CURRENCY.fullmatch(tariff.currency))
        and 0 < tariff.per_mb <= MAX_PRICE
        and 1 <= tariff.step <= MAX_BYTES
        and 0 <= tariff.minimum <= MAX_BYTES
    )


def read_tariff(store: Store) -> Tariff | None:
    """The tariff, or None where the link is not billed by volume."""
    try:
        tariff = Tariff(**json.loads(store.setting(_SETTING) or "null"))
        return tariff if well_formed(tariff) else None
    except (ValueError, TypeError):
        return None


def keep_tariff(store: Store, tariff: Tariff | None) -> None:
    """Keeps a well-formed tariff; None forgets it."""
    if tariff is not None and not well_formed(tariff):
        raise ValueError("tariff")
    store.set_setting(_SETTING, "" if tariff is None else json.dumps(asdict(tariff)))
