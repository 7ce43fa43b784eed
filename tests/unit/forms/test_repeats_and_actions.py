"""Rows that a form counts, rows in rows, and values that are set when something happens."""

from __future__ import annotations

from datetime import timedelta

from fieldapp.forms.definition import load_form
from fieldapp.forms.session import Change, FormSession
from tests.unit.forms.samples import NOON, compiled, open_session, xform


def test_a_counted_repeat_follows_its_count_and_keeps_what_was_written() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | repeat_count |
        | | integer | n | N | |
        | | begin_repeat | r | R | ${n} |
        | | text | a | A | |
        | | end_repeat | | | |
        """
    )
    session = open_session(form)
    assert session.rows("/data/r") == ()
    changes = session.set("/data/n", "2")
    assert Change("/data/r", "rows") in changes
    session.set("/data/r[1]/a", "one")
    session.set("/data/r[2]/a", "two")
    session.set("/data/n", "1")
    assert session.answers(for_filing=True)["r"] == [{"a": "one"}]
    session.set("/data/n", "3")
    assert [session.value(f"/data/r[{n}]/a") for n in (1, 2, 3)] == ["one", "two", ""]
    session.set("/data/n", "100000000")
    assert len(session.rows("/data/r")) == 2000


def test_a_position_fills_where_the_form_asks_for_it() -> None:
    action = '<odk:setgeopoint ref="/data/at" event="xforms-value-changed"/>'
    model = '<instance><data id="f"><a/><at/></data></instance><bind nodeset="/data/at"/>'
    form = load_form(xform(model, f'<input ref="/data/a">{action}</input>'))
    places = iter(["4.36 18.55 370 5", ""])
    session = FormSession(form, now=lambda: NOON, new_id=lambda: "x", position=lambda: next(places))
    assert session.value("/data/at") == ""
    session.set("/data/a", "1")
    assert session.value("/data/at") == "4.36 18.55 370 5"
    session.set("/data/a", "2")
    assert session.value("/data/at") == ""


def test_a_nested_repeat_counts_in_its_own_row() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | repeat_count | calculation |
        | | begin_repeat | out | O | | |
        | | integer | n | N | | |
        | | begin_repeat | in | I | ${n} | |
        | | integer | a | A | | |
        | | end_repeat | | | | |
        | | calculate | s | | | sum(${a}) |
        | | end_repeat | | | | |
        | | calculate | all | | | sum(${a}) |
        """
    )
    session = open_session(form)
    session.add_row("/data/out")
    session.set("/data/out[1]/n", "1")
    session.set("/data/out[2]/n", "2")
    session.set("/data/out[1]/in[1]/a", "5")
    session.set("/data/out[2]/in[1]/a", "7")
    session.set("/data/out[2]/in[2]/a", "8")
    assert session.value("/data/out[1]/s") == "5"
    assert session.value("/data/out[2]/s") == "15"
    assert session.value("/data/all") == "20"
    session.remove_row("/data/out[1]")
    assert session.value("/data/all") == "15"
    assert session.rows("/data/out[1]/in") == ("/data/out[1]/in[1]", "/data/out[1]/in[2]")


def test_an_absolute_path_means_the_own_row_and_an_aggregate_all_rows() -> None:
    model = """<instance><data id="f"><r jr:template=""><a/><same/><share/></r></data></instance>
    <bind nodeset="/data/r/same" calculate="/data/r/a"/>
    <bind nodeset="/data/r/share" calculate="/data/r/a div sum(/data/r/a)"/>"""
    body = '<repeat nodeset="/data/r"><input ref="/data/r/a"/></repeat>'
    session = open_session(load_form(xform(model, body)))
    assert session.rows("/data/r") == ()
    session.add_row("/data/r")
    session.add_row("/data/r")
    session.set("/data/r[1]/a", "1")
    session.set("/data/r[2]/a", "3")
    assert session.value("/data/r[2]/same") == "3"
    assert session.value("/data/r[1]/share") == "0.25"
    assert session.value("/data/r[2]/share") == "0.75"


def test_a_row_may_read_the_row_before_it() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | calculation |
        | | begin_repeat | r | R | |
        | | integer | a | A | |
        | | calculate | before | | indexed-repeat(${a}, ${r}, position(..) - 1) |
        | | calculate | sum | | ${a} + coalesce(PREVIOUS/sum, 0) |
        | | end_repeat | | | |
        """.replace("PREVIOUS", "/data/r[position() = position(current()/..) - 1]")
    )
    session = open_session(form)
    for _ in range(3):
        session.add_row("/data/r")
    for number in (1, 2, 3, 4):
        session.set(f"/data/r[{number}]/a", str(number))
    assert [session.value(f"/data/r[{n}]/sum") for n in (1, 2, 3, 4)] == ["1", "3", "6", "10"]
    assert session.value("/data/r[4]/before") == "3"
    session.set("/data/r[1]/a", "11")
    assert session.value("/data/r[4]/sum") == "20"
    session.remove_row("/data/r[2]")
    assert session.value("/data/r[3]/sum") == "18"


def test_values_are_set_at_the_start_on_a_new_row_and_on_a_change() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | default | trigger | calculation |
        | | text | a | A | concat('x', 1 + 1) | | |
        | | text | note | N | | ${a} | concat(${a}, '!') |
        | | begin_repeat | r | R | | | |
        | | text | who | W | ${a} | | |
        | | text | heard | H | | ${who} | concat(${who}, '?') |
        | | end_repeat | | | | | |
        """
    )
    session = open_session(form)
    assert session.value("/data/a") == "x2"
    assert session.value("/data/note") == "x2!"
    session.set("/data/a", "y")
    assert session.value("/data/note") == "y!"
    session.set("/data/note", "own words")
    session.add_row("/data/r")
    assert session.value("/data/r[2]/who") == "y"
    session.set("/data/r[2]/who", "z")
    assert session.value("/data/r[2]/heard") == "z?"
    assert session.value("/data/r[1]/heard") != "z?"
    again = open_session(form, session.answers(for_filing=False))
    assert again.value("/data/note") == "own words"


def test_actions_that_set_off_one_another_come_to_an_end() -> None:
    model = """<instance><data id="f"><a/><b/></data></instance>
    <bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" type="int"/>"""
    body = """<input ref="/data/a"><setvalue ref="/data/b" event="xforms-value-changed"
    value="/data/a + 1"/></input><input ref="/data/b"><setvalue ref="/data/a"
    event="xforms-value-changed" value="/data/b + 1"/></input>"""
    session = open_session(load_form(xform(model, body)))
    session.set("/data/a", "1")
    assert session.value("/data/b") != ""


def test_what_the_installation_knows_is_filled_in() -> None:
    form = compiled(
        """
        | survey |
        | | type | name |
        | | start | start |
        | | end | end |
        | | today | today |
        | | deviceid | device |
        | | username | user |
        """
    )
    moments = iter([NOON, NOON, NOON] + [NOON + timedelta(minutes=5)] * 5)
    session = open_session(
        form, now=lambda: next(moments), properties={"deviceid": "lap-1", "username": "kofi"}
    )
    assert session.value("/data/start") == "2026-11-23T12:00:00.000+02:00"
    assert session.value("/data/today") == "2026-11-23"
    assert (session.value("/data/device"), session.value("/data/user")) == ("lap-1", "kofi")
    assert session.value("/data/meta/instanceID").startswith("uuid:")
    assert session.value("/data/end") == ""
    assert session.answers(for_filing=True)["end"] == "2026-11-23T12:05:00.000+02:00"


def test_a_report_keeps_its_number_when_it_is_taken_up_again() -> None:
    model = """<instance><data id="f"><a/><meta><instanceID/></meta></data></instance>
    <bind nodeset="/data/meta/instanceID" calculate="concat('uuid:', uuid())"/>"""
    form = load_form(xform(model, '<input ref="/data/a"/>'))
    session = open_session(form)
    first = session.value("/data/meta/instanceID")
    again = open_session(form, session.answers(for_filing=False), first_id=100)
    assert again.value("/data/meta/instanceID") == first
    fresh = open_session(form, {}, first_id=100)
    assert fresh.value("/data/meta/instanceID") == "uuid:id100"


def test_a_new_row_leaves_the_others_as_they_are() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | calculation |
        | | begin_repeat | r | R | |
        | | text | a | A | |
        | | calculate | key | | uuid() |
        | | end_repeat | | | |
        """
    )
    session = open_session(form)
    first = session.value("/data/r[1]/key")
    session.add_row("/data/r")
    assert session.value("/data/r[1]/key") == first
    assert session.value("/data/r[2]/key") != first


def test_rows_that_feed_on_one_another_come_to_an_end() -> None:
    model = """<instance><data id="f"><r><a/><x/></r><r><a/><x/></r></data></instance>
    <bind nodeset="/data/r/x" calculate="/data/r/a + sum(/data/r[a != 9]/x)"/>"""
    body = '<repeat nodeset="/data/r"><input ref="/data/r/a"/></repeat>'
    session = open_session(load_form(xform(model, body)))
    session.set("/data/r[1]/a", "1")
    assert float(session.value("/data/r[1]/x")) > 1


def test_choice_names_and_pulled_data_become_labels_and_values() -> None:
    form = compiled(
        """
        | survey |
        | | type | name | label | calculation |
        | | csv-external | posts | | |
        | | select_one yn | a | A | |
        | | calculate | said | | jr:choice-name(${a}, '${a}') |
        | | text | key | K | |
        | | calculate | chief | | pulldata('posts', 'chief', 'name', ${key}) |
        | choices |
        | | list_name | name | label |
        | | yn | y | Yes indeed |
        | | yn | n | No |
        """,
        files={"jr://file-csv/posts.csv": b"name,chief\ncp1,Abdou\ncp2,Marie\n"},
    )
    session = open_session(form)
    session.set("/data/a", "y")
    session.set("/data/key", "cp2")
    assert session.value("/data/said") == "Yes indeed"
    assert session.value("/data/chief") == "Marie"
    session.set("/data/key", "cp9")
    assert session.value("/data/chief") == ""
