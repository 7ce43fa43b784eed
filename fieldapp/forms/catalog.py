"""The forms of an installation: those that came with the app, and those of newer packs."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fieldapp.errors import FieldError, Remedy
from fieldapp.files import make_folder, read_at_most, write_atomically
from fieldapp.forms.about import FormAbout, read_about
from fieldapp.forms.definition import FormDefinition, ListItem, load_form
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.library import library_forms
from fieldapp.mission.codes import CodeLists, default_codes
from fieldapp.mission.packs import Pack, PackKind, PackOutdated, read_pack
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
        packs: what HQ published, the newest edition last. Code lists among it replace those
            compiled into the forms.
        earlier: older compiled XForms by form id, the newest first.
        files: what lies beside the forms, by file name: lists of choices as csv or GeoJSON.
    """

    def __init__(
        self,
        sources: Mapping[str, bytes],
        codes: CodeLists,
        packs: "Installed | None" = None,
        earlier: Mapping[str, Sequence[bytes]] | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> None:
        self.codes = codes
        self.packs = packs or Installed()
        replace = any(pack.kind is PackKind.CODES for pack in self.packs.packs)
        self._sources = dict(sources)
        self._earlier = earlier or {}
        self._files = addressed(files or {})
        self._versions: dict[tuple[str, str], FormDefinition] = {}
        self._loaded: dict[str, FormDefinition] = {}
        self._about: dict[str, FormAbout] = {}
        self._lists: dict[str, Sequence[ListItem]] = {
            name: [ListItem(i.name, i.labels, i.columns) for i in codes.items(name)]
            for name in codes.names()
            if replace
        }

    def ids(self) -> tuple[str, ...]:
        """Ids of the forms that can be filled."""
        return tuple(self._sources)

    def about(self, form_id: str) -> FormAbout:
        """What the form says of itself; nothing where it is not installed."""
        if form_id not in self._about:
            self._about[form_id] = read_about(self._sources.get(form_id, b""))
        return self._about[form_id]

    def of_kind(self, kind: str) -> FormAbout | None:
        """What the first form with this number type says of itself; None where none has it."""
        return next((one for one in map(self.about, self._sources) if one.kind == kind), None)

    def form(self, form_id: str) -> FormDefinition:
        """The form; raises `UnknownForm`, or `FormRefused` when it is beyond this version."""
        if form_id not in self._sources:
            raise UnknownForm(detail=form_id[:40])
        if form_id not in self._loaded:
            loaded = self._load(self._sources[form_id])
            self._loaded[form_id], self._about[form_id] = loaded, loaded.about
        return self._loaded[form_id]

    def form_of(self, form_id: str, version: str) -> FormDefinition:
        """The form in the version that a report was written with; the newest where that is gone.

        An empty version means the newest. Raises like `form`.
        """
        newest = self.form(form_id)
        if version in ("", newest.version):
            return newest
        known = self._versions.get((form_id, version))
        if known is None:
            known = self._versions[form_id, version] = self._found(form_id, version) or newest
        return known

    def versions(self, form_id: str) -> tuple[str, ...]:
        """Every version that is here, the newest first; raises like `form`."""
        return (self.form(form_id).version, *(form.version for form in self._elders(form_id)))

    def _load(self, source: bytes) -> FormDefinition:
        return load_form(source, files=self._files, lists=self._lists)

    def _found(self, form_id: str, version: str) -> FormDefinition | None:
        return next((form for form in self._elders(form_id) if form.version == version), None)

    def _elders(self, form_id: str) -> Iterator[FormDefinition]:
        for source in self._earlier.get(form_id, ()):
            # A form that was fit once may be beyond this version of the app.
            with suppress(FormRefused):
                yield self._load(source)


def addressed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files by the addresses under which a form may name them."""
    roads = ("jr://file-csv/", "jr://file/")
    return {road + name: raw for name, raw in files.items() for road in roads}


@dataclass(frozen=True, slots=True)
class Installed:
    """The packs of an installation.

    Args:
        packs: those that can be used, oldest first, so that the newest has the last word.
        unfit: names of files that are damaged or not from this mission's HQ.
    """

    packs: tuple[Pack, ...] = ()
    unfit: tuple[str, ...] = ()

    def version(self, kind: PackKind) -> int:
        """The newest edition of a kind; 0 where only that of the app is here."""
        return max((pack.version for pack in self.packs if pack.kind is kind), default=0)


def open_catalog(home: Path, admin: bytes) -> Catalog:
    """The catalogue of an installation folder; a pack that is unfit is left out.

    Args:
        home: the installation folder; ``packs/`` in it holds signed packs.
        admin: HQ's admin key, which must have signed them.
    """
    return catalog_of(installed_packs(home, admin))


def installed_packs(home: Path, admin: bytes) -> Installed:
    """The packs in an installation folder, their signatures checked once for each file."""
    paths = sorted((home / PACK_FOLDER).glob("*.pack"))
    files = ((path, path.stat()) for path in paths)
    return _checked(admin, tuple((path, at.st_mtime_ns, at.st_size) for path, at in files))


@lru_cache(maxsize=4)
def _checked(admin: bytes, files: tuple[tuple[Path, int, int], ...]) -> Installed:
    """The packs in files of these times and sizes: fetching asks every few seconds."""
    packs: list[Pack] = []
    unfit: list[str] = []
    for path, _, _ in files:
        try:
            packs.append(read_pack(read_at_most(path, MAX_BYTES), admin))
        except (OSError, FieldError):
            unfit.append(path.name)
    return Installed(tuple(sorted(packs, key=lambda pack: pack.version)), tuple(unfit))


def install_pack(home: Path, raw: bytes, admin: bytes, *, earlier: bool = False) -> Pack:
    """Puts a pack into an installation after everything in it was tried.

    Earlier editions stay: reports written with them are shown with them.

    Args:
        home: the installation folder.
        raw: the signed file.
        admin: HQ's admin key.
        earlier: forms older than those installed are taken, too, for reports written with them.

    Raises:
        BadMissionFile: damaged, or not from this mission's HQ.
        PackOutdated: one at least as new is installed.
        FormRefused, CodesRefused: this version of the app cannot use what is in it.
        DiskFull, NotAllowed, FileTrouble: it could not be kept.
    """
    pack = read_pack(raw, admin)
    present = installed_packs(home, admin)
    here = {each.version for each in present.packs if each.kind is pack.kind}
    late = pack.version <= present.version(pack.kind)
    if pack.version in here or (late and not (earlier and pack.kind is PackKind.FORMS)):
        raise PackOutdated(detail=pack.file_name)
    try_packs(sorted([*present.packs, pack], key=lambda each: each.version))
    make_folder(home / PACK_FOLDER)
    write_atomically(home / PACK_FOLDER / pack.file_name, raw)
    return pack


def try_packs(packs: Sequence[Pack]) -> None:
    """Loads every form as it would be with these packs; raises `FormRefused`, `CodesRefused`."""
    catalog = catalog_of(Installed(tuple(packs)))
    for form_id in catalog.ids():
        found = catalog.form(form_id).form_id
        if found != form_id:
            raise FormRefused(f"The file of form {found} is named {form_id}.xml; name it alike.")


def catalog_of(installed: Installed) -> Catalog:
    """The forms of the app with these packs over them."""
    sources = dict(library_forms())
    earlier: dict[str, list[bytes]] = {}
    files: dict[str, bytes] = {}
    codes = default_codes()
    for pack in installed.packs:
        if pack.kind is PackKind.FORMS:
            for name, raw in pack.files.items():
                form_id = name.removesuffix(".xml")
                if form_id == name:
                    files[name] = raw
                    continue
                if sources.get(form_id) == raw:
                    continue
                if form_id in sources:
                    earlier.setdefault(form_id, []).insert(0, sources[form_id])
                sources[form_id] = raw
        else:
            codes = CodeLists.load(next(iter(pack.files.values())))
    return Catalog(sources, codes, installed, earlier, files)
