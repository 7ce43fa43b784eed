"""A record as JSON and as XML holds the same."""

from __future__ import annotations

import pytest

from fieldapp.forms.definition import load_form
from fieldapp.forms.errors import AnswersRefused
from fieldapp.forms.record import clean, from_xml, to_xml
from tests.unit.forms.samples import open_session, patrol_form, xform


def test_a_filed_report_goes_through_xml_unchanged() -> None:
    form = patrol_form()
    session = open_session(form)
    session.set("/data/who", ' <A> & "B"\r\n\tC ')
    session.add_row("/data/pax")
    session.set("/data/pax[2]/pname", "y")
    for for_filing in (True, False):
        answers = session.answers(for_filing=for_filing)
        xml = to_xml(form, answers)
        assert from_xml(form, xml) == (answers, ())
    assert b'<data id="patrol" version="7">' in xml


def test_prefixes_fixed_attributes_and_bound_attributes_survive() -> None:
    model = """<instance><data xmlns="http://x.org/f" id="f"><a kind="k"/>
    <e set="s" key=""><l/></e><orx:meta><orx:instanceID/></orx:meta></data></instance>
    <bind nodeset="/data/e/@key" calculate="'k1'"/>"""
    form = load_form(xform(model, '<input ref="/data/a"/>'))
    session = open_session(form)
    session.set("/data/a", "1")
    session.set("/data/orx:meta/orx:instanceID", "uuid:7")
    answers = session.answers(for_filing=False)
    assert answers["e"] == {"@key": "k1", "l": ""}
    xml = to_xml(form, answers)
    assert b'<a kind="k">1</a>' in xml
    assert b'xmlns:orx="http://openrosa.org/xforms"' in xml
    assert b'xmlns="http://x.org/f"' in xml
    assert b'<e set="s" key="k1">' in xml
    assert from_xml(form, xml) == (answers, ())


def test_elements_that_the_form_does_not_have_are_named() -> None:
    form = patrol_form()
    xml = b"<data id='patrol'><who>x</who><new><deep/></new><pax><shoe/></pax></data>"
    answers, unknown = from_xml(form, xml)
    assert answers == {"who": "x", "pax": [{}]}
    assert unknown == ("/data/new", "/data/pax/shoe")
    twice = b"<data id='patrol'><who>x</who><who>y</who></data>"
    assert from_xml(form, twice) == ({"who": "x"}, ("/data/who",))


def test_an_element_of_nothing_but_attributes_is_kept() -> None:
    model = """<instance><data id="f"><a/><meta><entity dataset="e" id=""/></meta></data></instance>
    <bind nodeset="/data/meta/entity/@id" calculate="/data/a"/>"""
    form = load_form(xform(model, '<input ref="/data/a"/>'))
    session = open_session(form)
    session.set("/data/a", "k")
    answers = session.answers(for_filing=True)
    assert answers == {"a": "k", "meta": {"entity": {"@id": "k"}}}
    xml = to_xml(form, answers)
    assert b'<entity dataset="e" id="k">' in xml
    assert from_xml(form, xml) == (answers, ())


def test_rows_stand_where_the_form_has_its_first_one() -> None:
    model = """<instance xmlns:jr="http://openrosa.org/javarosa"><data id="f">
    <r jr:template=""><b/></r><a/><r><b/></r></data></instance>"""
    form = load_form(xform(model, '<repeat nodeset="/data/r"><input ref="/data/r/b"/></repeat>'))
    xml = b"<?xml version='1.0' encoding='UTF-8'?><data id=\"f\"><a>1</a><r><b>2</b></r></data>"
    assert to_xml(form, from_xml(form, xml)[0]) == xml


@pytest.mark.parametrize(
    "xml", [b"", b"<other/>", b"<data>", b"<!DOCTYPE data><data/>", b"<a>" * 70 + b"</a>" * 70]
)
def test_what_is_no_record_of_this_form_is_refused(xml: bytes) -> None:
    with pytest.raises(AnswersRefused):
        from_xml(patrol_form(), xml)


def test_clean_keeps_all_that_xml_can_hold() -> None:
    assert clean("a\tb\nc\rd\U0001f600\ue000") == "a\tb\nc\rd\U0001f600\ue000"
    assert clean("\x00\x1f\x0b\ud83d\ufffe\uffff") == ""


def test_answers_of_the_wrong_shape_are_handed_back_not_taken() -> None:
    form = patrol_form()
    session = open_session(form, {"pax": {"pname": "x"}, "late": ["x"], "who": ["x"]})
    assert session.leftover == {"pax": {"pname": "x"}, "late": ["x"], "who": ["x"]}
    assert session.rows("/data/pax") == ()
    session = open_session(form, {"pax": ["x"]})
    assert session.leftover == {"pax": ["x"]}
