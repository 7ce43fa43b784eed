"""The forms that come with the product, compiled. README.md tells their common paths."""

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

FORM_IDS = (
    "patrol",
    "incident",
    "restriction",
    "shooting",
    "casevac",
    "uxo",
    "detention",
    "protection",
)
"""In the order in which they are offered."""

REPORT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "patrol": "PATREP",
        "incident": "INC",
        "restriction": "FOM",
        "shooting": "SHOOT",
        "casevac": "CASEVAC",
        "uxo": "UXO",
        "detention": "DETAIN",
        "protection": "PROT",
    }
)
"""Form id to the type in report numbers, whatever a newer edition of the form may say."""


def library_forms() -> Mapping[str, bytes]:
    """Form id to compiled XForm, as shipped with this version."""
    folder = files(__name__)
    return {form_id: folder.joinpath(f"{form_id}.xml").read_bytes() for form_id in FORM_IDS}
