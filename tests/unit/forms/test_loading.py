"""Which forms are refused, in which words, and what lists and files become."""

from __future__ import annotations

import pytest

from fieldapp.forms import tree
from fieldapp.forms.definition import ListItem, QuestionDef, load_form
from fieldapp.forms.errors import FormRefused
from tests.unit.forms.samples import compiled, open_session, xform

INSTANCE = '<instance><data id="f"><a/><b/></data></instance>'
INPUT = '<input ref="/data/a"/><input ref="/data/b"/>'


def refusal(xml: bytes) -> str:
    with pytest.raises(FormRefused) as caught:
        load_form(xml)
    assert caught.value.code == "form.refused"
    return caught.value.message


def refused_bind(bind: str) -> str:
    return refusal(xform(f"{INSTANCE}<bind {bind}/>", INPUT))


def test_a_form_that_is_no_form_is_refused() -> None:
    assert "well-formed" in refusal(b"<h:html>")
    assert "well-formed" in refusal(b"")
    assert "not an XForm" in refusal(b"<data/>")
    assert "no head" in refusal(b"<html/>")
    assert "primary instance" in refusal(xform("", INPUT))


def test_a_doctype_or_an_entity_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "DOCTYPE" in refusal(bomb)
    assert "DOCTYPE" in refusal(b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>')


def test_size_depth_and_count_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = b"<a>" * 70 + b"</a>" * 70
    assert "deeper than 64" in refusal(deep)
    monkeypatch.setattr(tree, "MAX_NODES", 10)
    assert "more than 10 nodes" in refusal(b"<a>" + b"<b/>" * 11 + b"</a>")
    monkeypatch.setattr(tree, "MAX_XML_BYTES", 100)
    assert "larger than" in refusal(b"<a>" + b" " * 100 + b"</a>")


def test_an_unknown_encoding_is_refused() -> None:
    assert "encoding" in refusal(b'<?xml version="1.0" encoding="klingon"?><a/>')


def test_expressions_outside_the_profile_are_refused_with_their_place() -> None:
    message = refused_bind('nodeset="/data/a" calculate="magic(1)"')
    assert "magic()" in message
    assert "/data/a" in message
    assert "namespace" in refused_bind('nodeset="/data/a" calculate="namespace::x"')
    assert "understood" in refused_bind('nodeset="/data/a" calculate="1 +"')
    assert "character" in refused_bind('nodeset="/data/a" calculate="1 # 2"')
    assert "variable" in refused_bind('nodeset="/data/a" calculate="$x"')
    assert "2 arguments" in refused_bind('nodeset="/data/a" calculate="true(1, 2)"')
    assert "regular expression" in refused_bind("""nodeset="/data/a" constraint="regex(., '(')" """)
    assert "list nowhere" in refused_bind(
        """nodeset="/data/a" calculate="instance('nowhere')/root/item" """
    )


@pytest.mark.parametrize(
    "source",
    [
        "(" * 500 + "1" + ")" * 500,
        "if(true(), 1, " * 500 + "1" + ")" * 500,
        "1" + " + 1" * 5000,
        "a[" * 500 + "1" + "]" * 500,
        "1 or " * 10_000 + "1",
    ],
)
def test_an_expression_that_would_exhaust_the_stack_is_refused(source: str) -> None:
    refused_bind(f'nodeset="/data/a" calculate="{source}"')


def test_a_long_chain_of_conditions_is_fine() -> None:
    source = " or ".join(f"/data/b = '{number}'" for number in range(500))
    session = open_session(
        load_form(xform(f'{INSTANCE}<bind nodeset="/data/a" relevant="{source}"/>', INPUT))
    )
    assert not session.relevant("/data/a")
    session.set("/data/b", "499")
    assert session.relevant("/data/a")


@pytest.mark.parametrize(
    "binds",
    [
        '<bind nodeset="/data/a" calculate=". + 1"/>',
        '<bind nodeset="/data/a" relevant="/data/a = 1"/>',
        '<bind nodeset="/data/a" calculate="/data/b"/><bind nodeset="/data/b" calculate="../a"/>',
        '<bind nodeset="/data/a" calculate="/data/b"/><bind nodeset="/data/b" relevant="../a"/>',
    ],
)
def test_logic_that_goes_in_a_circle_is_refused(binds: str) -> None:
    message = refusal(xform(INSTANCE + binds, INPUT))
    assert "circle" in message
    assert "/data/" in message


def test_a_row_that_reads_itself_among_all_rows_is_a_circle() -> None:
    model = """<instance><data id="f"><r><a/><x/></r></data></instance>
    <bind nodeset="/data/r/x" calculate="/data/r/a + sum(/data/r/x)"/>"""
    body = '<repeat nodeset="/data/r"><input ref="/data/r/a"/></repeat>'
    assert "circle" in refusal(xform(model, body))


def test_two_answers_of_which_one_is_required_are_no_circle() -> None:
    binds = """<bind nodeset="/data/a" required="/data/b = ''"/>
    <bind nodeset="/data/b" required="/data/a = ''"/>"""
    session = open_session(load_form(xform(INSTANCE + binds, INPUT)))
    assert len(session.problems()) == 2
    session.set("/data/a", "x")
    assert session.problems() == ()


def test_unknown_events_targets_versions_and_languages_are_refused() -> None:
    action = '<setvalue ref="/data/a" event="full-moon" value="1"/>'
    assert "full-moon" in refusal(xform(INSTANCE + action, INPUT))
    assert "/data/zz" in refusal(xform(INSTANCE, '<input ref="/data/zz"/>'))
    assert "too new" in refusal(xform(INSTANCE, INPUT, 'odk:xforms-version="2.0.0"'))
    assert "too new" in refusal(xform(INSTANCE, INPUT, 'odk:entities-version="2031.1.0"'))
    assert "language" in refusal(xform(f"<itext><translation/></itext>{INSTANCE}", INPUT))


def test_a_missing_file_is_named() -> None:
    external = '<instance id="x" src="jr://file-csv/posts.csv"/>'
    assert "posts.csv" in refusal(xform(INSTANCE + external, INPUT))


def test_the_missions_list_replaces_the_forms_own() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label::English (en) | label::French (fr) | choice_filter |
        | | select_one actor | who | Who | Qui | armed = 'yes' |
        | choices |
        | | list_name | name | label::English (en) | label::French (fr) | armed |
        | | actor | old | Old | Vieux | yes |
        """,
        lists={
            "actor": [
                ListItem("HST", {"en": "Host army", "fr": "Armee"}, {"armed": "yes"}),
                ListItem("CIV", {"en": "Civilians"}, {"armed": "no"}),
                ListItem("NSAG", {"en": "Group"}, {"armed": "yes"}),
            ]
        },
    )
    session = open_session(form, language="French (fr)")
    offered = [(choice.name, choice.label) for choice in session.choices("/data/who")]
    assert offered == [("HST", "Armee"), ("NSAG", "Group")]
    session.set_language("English (en)")
    assert session.choices("/data/who")[0].label == "Host army"


def test_a_list_in_a_form_of_one_language_shows_its_label() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label |
        | | select_one actor | who | Who |
        | choices |
        | | list_name | name | label |
        | | actor | old | Old |
        """,
        lists={"actor": [ListItem("HST", {"en": "Host army", "fr": "Armee"})]},
    )
    assert open_session(form).choices("/data/who")[0].label == "Host army"


def test_csv_xml_and_geojson_files_become_lists() -> None:
    markdown = """
        | survey |
        | | type | name | label |
        | | select_one_from_file {name} | p | P |
        """
    csv = b'\xef\xbb\xbfname,label\na,"A, first"\n\nb,B\n'
    form = compiled(markdown.format(name="p.csv"), files={"jr://file-csv/p.csv": csv})
    labels = [choice.label for choice in open_session(form).choices("/data/p")]
    assert labels == ["A, first", "B"]
    xml = b"<root><item><name>a</name><label>AA</label></item></root>"
    form = compiled(markdown.format(name="p.xml"), files={"jr://file/p.xml": xml})
    assert open_session(form).choices("/data/p")[0].label == "AA"
    geo = (
        b'{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": '
        b'{"type": "Point", "coordinates": [32.5, 15.5]}, "properties": '
        b'{"id": "cp1", "title": "Post"}}]}'
    )
    form = compiled(markdown.format(name="p.geojson"), files={"jr://file/p.geojson": geo})
    assert open_session(form).choices("/data/p")[0].name == "cp1"
    item = form.instances["p"].elements()[0].elements()[0]
    geometry = item.first("geometry")
    assert geometry is not None
    assert geometry.value() == "15.5 32.5 0 0"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'name,label\n"a,b\n'])
def test_a_broken_csv_file_is_refused(content: bytes) -> None:
    external = '<instance id="x" src="jr://file-csv/p.csv"/>'
    with pytest.raises(FormRefused, match=r"p\.csv"):
        load_form(xform(INSTANCE + external, INPUT), files={"jr://file-csv/p.csv": content})


def test_the_body_says_how_a_question_is_asked() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | appearance | parameters | body::rows |
        | | text | t | T | multiline | | 5 |
        | | range | r | R | | start=1 end=9 step=2 | |
        | | image | i | I | | | |
        | | acknowledge | ok | OK | | | |
        | | select_multiple l | m | M | minimal columns | | |
        | | rank l | k | K | | | |
        | choices |
        | | list_name | name | label |
        | | l | x | X |
        """
    )

    def question(name: str) -> QuestionDef:
        found = form.paths[f"/data/{name}"]
        assert isinstance(found, QuestionDef)
        return found

    assert (question("t").type, question("t").rows) == ("text", 5)
    assert question("t").appearance == {"multiline"}
    assert question("r").control == "range"
    assert question("r").parameters == {"start": "1", "end": "9", "step": "2"}
    assert (question("i").type, question("i").mediatype) == ("binary", "image/*")
    assert question("ok").type == "trigger"
    assert (question("m").type, question("k").type) == ("select", "rank")
    assert question("m").appearance == {"minimal", "columns"}
