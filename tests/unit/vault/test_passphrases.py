"""Passphrases that are made for people, and the floor under those that they think up."""

from collections import Counter
from hashlib import sha256
from importlib.resources import files

import pytest

from fieldapp.vault.errors import WeakPassphrase
from fieldapp.vault.passphrases import LIST_LENGTH, WORDS, generate, word_list
from fieldapp.vault.strength import check_strength
from tests.support.mission import seeded


def test_the_list_is_the_one_of_the_notice() -> None:
    folder = files("fieldapp.vault").joinpath("words")
    digest = sha256(folder.joinpath("eff_large.txt").read_bytes()).hexdigest()
    assert digest in folder.joinpath("NOTICE.md").read_text("utf-8")
    assert len(set(word_list())) == LIST_LENGTH == 6**5


def test_a_made_passphrase_is_five_different_words_that_pass() -> None:
    source = seeded(4)
    made = [generate(source) for _ in range(300)]
    assert len(set(made)) == 300
    for text in made:
        words = text.split(" ")
        assert len(set(words)) == WORDS
        assert set(words) <= set(word_list())
        check_strength(text)


def test_draws_beyond_the_last_whole_list_are_thrown_away() -> None:
    """62208 is eight lists; what is above would make some words likelier than others."""
    draws = [65535, 62208, 1, 7777, 62207, 0, 2, 3]
    source = iter(draw.to_bytes(2, "big") for draw in draws)
    words = word_list()
    made = generate(lambda _size: next(source))
    assert made.split(" ") == [words[1], words[-1], words[0], words[2], words[3]]


def test_every_word_is_equally_likely() -> None:
    every = iter([n.to_bytes(2, "big") for n in range(65536)])
    seen: Counter[str] = Counter()
    try:
        while True:
            seen.update(generate(lambda _size: next(every)).split(" "))
    except StopIteration:
        pass
    assert set(seen.values()) <= {7, 8}, "the last words of the run were not finished"


@pytest.mark.parametrize(
    "weak",
    [
        "83920174650192837465",
        "4711-0815-2026-1193",
        "2026 11 25 abc 19283746",
        "dune lantern dune lantern",
        "dunedunedunedunedune",
        "kettle kettle kettle kettle red",
        "qwertyuiopasdfghjkl",
        "poiuytrewq lkjhgfdsa mnbvcxz",
        "abcdefghijklmnopqrs",
        "aaaaabbbbbcccccdddddeeeeefffff",
        "Correct Horse Battery Staple",
        "correct-horse-battery-staple-1",
        "PasswordPassword123",
        "je t'aime mon amour !!",
        "بسم الله الرحمن الرحيم",
        "ضصثقفغعهخحجد شسيبلاتنمك",
    ],
)
def test_what_is_tried_first_is_refused(weak: str) -> None:
    with pytest.raises(WeakPassphrase):
        check_strength(weak)


@pytest.mark.parametrize(
    ("refused", "taken"),
    [
        ("kraanvogelboter", "kraanvogelboterh"),
        ("wu kx pz mo", "wu kx pzq mo"),
        ("wukx pzq mosh", "wuk pzq mosh ti"),
        ("tatgkgktanagtkna", "tatgkgktanagtkno"),
        ("7395180264 2w9p4u", "7395180264 2w9p4ut"),
        ("kraanvogel asdf bo", "kraanvogel asd f bo"),
        ("kraanvogelbo11111", "kraanvogelbo1112131"),
    ],
    ids=["characters", "words", "fewer words", "different", "letters", "a row", "alike"],
)
def test_the_floor_is_where_it_is_said(refused: str, taken: str) -> None:
    check_strength(taken)
    with pytest.raises(WeakPassphrase):
        check_strength(refused)


@pytest.mark.parametrize(
    "good",
    [
        "were property stuv kettle",
        "dune lantern 1234 copper rain",
        "correct horse battery staple heron",
        "la vie est rose derrière le mur",
        "Onze petits hérons gris",
        "cuatro garzas mudas cruzan",
        "kraanvogelboterham7",
    ],
)
def test_what_looks_alike_but_is_not_passes(good: str) -> None:
    check_strength(good)
