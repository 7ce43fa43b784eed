"""The forms of an installation: those that came with the app, and those of newer packs."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from fieldapp.errors import FieldError, Remedy
from fieldapp.files import read_at_most
from fieldapp.forms.definition import FormDefinition, ListItem, load_form
from fieldapp.forms.library import library_forms
from fieldapp.mission.codes import CodeLists, default_codes
from fieldapp.mission.packs import Pack, read_pack
from fieldapp.mission.signed import MAX_BYTES

PACK_FOLDER = "packs"


class UnknownForm(FieldError):
    """No form of this name is installed."""

    code = "form.unknown"
    remedy = Remedy.UPDATE_APP
    text = "This report was written with a form that is not installed here. Update the app."


class Catalog:
    """Compiled forms by id, loaded once and kept.

    Args:
        sources: form id to compiled XForm.
        codes: the code lists for labels.
        replace: the mission has lists of its own, which replace those compiled into the forms.
    """

    def __init__(
        self, sources: Mapping[str, bytes], codes: CodeLists, *, replace: bool = False
    ) -> None:
        self.codes = codes
        self._sources = dict(sources)
        self._loaded: dict[str, FormDefinition] = {}
        self._lists: dict[str, Sequence[ListItem]] = {
            name: [ListItem(i.name, i.labels, i.columns) for i in codes.items(name)]
            for name in codes.names()
            if replace
        }

    def ids(self) -> tuple[str, ...]:
        """Ids of the forms that can be filled."""
        return tuple(self._sources)

    def form(self, form_id: str) -> FormDefinition:
        """The form; raises `UnknownForm`, or `FormRefused` when it is beyond this version."""
        if form_id not in self._sources:
            raise UnknownForm(detail=form_id[:40])
        if form_id not in self._loaded:
            self._loaded[form_id] = load_form(self._sources[form_id], lists=self._lists)
        return self._loaded[form_id]


def open_catalog(home: Path, admin: bytes) -> Catalog:
    """The catalogue of an installation folder.

    Args:
        home: the installation folder; ``packs/`` in it holds signed packs.
        admin: HQ's admin key, which must have signed them.

    Raises:
        BadMissionFile: a pack is damaged or not from HQ.
    """
    sources = dict(library_forms())
    codes, own = default_codes(), False
    for pack in _packs(home, admin):
        if pack.kind == "forms":
            sources.update({name.removesuffix(".xml"): raw for name, raw in pack.files.items()})
        else:
            codes, own = CodeLists.load(next(iter(pack.files.values()))), True
    return Catalog(sources, codes, replace=own)


def _packs(home: Path, admin: bytes) -> list[Pack]:
    """Every installed pack, oldest first, so that the newest has the last word."""
    paths = sorted((home / PACK_FOLDER).glob("*.pack"))
    return sorted(
        (read_pack(read_at_most(path, MAX_BYTES), admin) for path in paths),
        key=lambda pack: pack.version,
    )
