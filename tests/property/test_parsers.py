"""Every parser that faces outside: whatever bytes come, it answers or says no in calm words.

The long form with atheris is ``make fuzz``.
"""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fieldapp.errors import FieldError
from tests.fuzz.targets import TARGETS, seeds

SLOW = {"mirror", "ingest", "api"}
MARKS = [b"\xff", b"\x00", b"[", b"]", b"{", b'"', b"\\ud800", b"1e999", b"NaN", b"-", b"\x9f"]


@st.composite
def inputs(draw: st.DrawFn, name: str) -> bytes:
    """A seed with pieces cut out, doubled, changed and put in; or any bytes."""
    raw = draw(st.sampled_from(seeds(name)))
    for _ in range(draw(st.integers(0, 4))):
        at, size = draw(st.integers(0, len(raw))), draw(st.integers(0, 8))
        put = draw(
            st.sampled_from(MARKS) | st.binary(max_size=8) | st.just(raw[at : at + size * 4])
        )
        raw = raw[:at] + put + raw[at + size :]
    return raw if draw(st.integers(0, 9)) else draw(st.binary(max_size=200))


@pytest.mark.parametrize("name", TARGETS)
def test_it_answers_or_refuses_in_words(name: str) -> None:
    target = TARGETS[name]

    @settings(
        max_examples=40 if name in SLOW else 150,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(inputs(name))
    @example(b"")
    def told(raw: bytes) -> None:
        try:
            target(raw)
        except FieldError:
            return

    for seed in seeds(name):
        told.hypothesis.inner_test(seed)
    told()
