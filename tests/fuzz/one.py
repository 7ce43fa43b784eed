"""One target under atheris: ``python -m tests.fuzz.one TARGET CORPUS [libFuzzer option ...]``."""

import sys

import atheris

with atheris.instrument_imports(include=["fieldapp", "sync"]):
    from fieldapp.errors import FieldError
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Runs until the time is over or something is found."""
    target = TARGETS[sys.argv[1]]

    def once(raw: bytes) -> None:
        try:
            target(raw)
        except FieldError:
            return

    atheris.Setup([sys.argv[0], *sys.argv[2:]], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
