"""Influx line protocol."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.ingest import influx, influx_grammar
from api.ingest.book import Book
from api.ingest.draft import Draft
from api.ingest.influx_careful import careful
from api.ingest.influx_grammar import Reading
from db.errors import Invalid, TooLarge

NOW = 1767225600_000_000
NS = NOW * 1000


def reading(precision: str = "ns") -> Reading:
    return Reading(1, Book(), precision, NOW, 100)


def points(draft: Draft) -> list[tuple[int, str, tuple[tuple[str, str], ...], int, str]]:
    """(line, metric, labels, t, v) in body order; v as text, so that NaN equals itself."""
    rows = zip(draft.positions().tolist(), draft.of.tolist(), draft.t.tolist(), draft.v.tolist(), strict=True)
    specs = [named.spec for named in draft.named]
    return [(row, specs[of].metric, tuple(sorted(specs[of].labels.items())), t, repr(v)) for row, of, t, v in rows]


def short(body: str, precision: str = "ns") -> list[tuple[int, str, str]]:
    return [(row, metric, v) for row, metric, _, _, v in points(influx.parse(body.encode(), reading(precision)))]


def test_a_field_becomes_a_metric_and_tags_become_labels() -> None:
    draft = influx.parse(f"cpu,host=a,region=eu load=0.5,procs=12i {NS}\n".encode(), reading())
    labels = (("host", "a"), ("region", "eu"))
    assert points(draft) == [(0, "cpu.load", labels, NOW, "0.5"), (0, "cpu.procs", labels, NOW, "12.0")]
    assert draft.timed


@pytest.mark.parametrize(
    ("precision", "stamp"), [("ns", NS + 999), ("us", NOW), ("ms", NOW // 1000), ("s", NOW // 10**6)]
)
def test_precision_says_the_unit_of_times(precision: str, stamp: int) -> None:
    draft = influx.parse(f"cpu v=1 {stamp}".encode(), reading(precision))
    assert draft.t.tolist() == [NOW]


def test_lines_without_a_time_are_of_now() -> None:
    draft = influx.parse(b"cpu v=1\ncpu,host=a v=2", reading())
    assert draft.t.tolist() == [NOW, NOW] and not draft.timed


@pytest.mark.parametrize(
    ("value", "number"),
    [("1", "1.0"), ("-1.5e3", "-1500.0"), ("7i", "7.0"), ("7u", "7.0"), ("t", "1.0"), ("FALSE", "0.0"), ("1.", "1.0")],
)
def test_values_of_every_type_become_numbers(value: str, number: str) -> None:
    assert short(f"m v={value} {NS}") == [(0, "m.v", number)]


def test_text_fields_are_left_out_with_a_note() -> None:
    draft = influx.parse(f'sys up=5i,version="1, 2 = \\"x\\"" {NS}\nsys note="all text" {NS}'.encode(), reading())
    assert [metric for _, metric, *_ in points(draft)] == ["sys.up"]
    assert draft.rejected == [(1, "the line has only text fields, and only numbers are kept")]
    assert "1 text fields were left out, the first in line 0" in draft.notes[0]


def test_escapes_are_undone() -> None:
    draft = influx.parse(rf"my\ disk,pa\ th=C:\x,na\=me=a\,b us\,ed=1 {NS}".encode(), reading())
    assert points(draft)[0][1:3] == ("my disk.us,ed", (("na=me", "a,b"), ("pa th", r"C:\x")))


def test_comments_and_blank_lines_keep_the_numbers_of_the_others() -> None:
    assert short(f"# a comment\n\nm v=1 {NS}\r\n   \nm v=2 {NS}\n\n") == [(2, "m.v", "1.0"), (4, "m.v", "2.0")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("m", "is not `measurement"),
        (f'm v="open {NS}', "stays open"),
        (f"m v=1,w {NS}", "not key=value"),
        ("m v=1 soon", "no integer"),
        (f"m v=abc {NS}", "no number"),
        (f"m,host v=1 {NS}", "not key=value"),
        (f"m,a=1,a=2 v=1 {NS}", "twice"),
        (f",a=1 v=1 {NS}", "measurement is missing"),
        (f"m =1 {NS}", "no name"),
        (f"m,__a=1 v=1 {NS}", "reserved"),
        (f"{'m' * 200} v=1 {NS}", "200"),
    ],
)
def test_a_wrong_line_says_why_and_harms_no_other(line: str, reason: str) -> None:
    draft = influx.parse(f"good v=1 {NS}\n{line}\ngood v=2 {NS}".encode(), reading())
    assert [row for row, *_ in points(draft)] == [0, 2]
    assert [row for row, _ in draft.rejected] == [1] and reason in draft.rejected[0][1]


def test_a_body_that_is_not_utf8_says_where() -> None:
    with pytest.raises(Invalid, match="byte 5"):
        influx.parse(b"m,a=x\xff v=1", reading())


@pytest.mark.parametrize(
    "body", [b"m v=1\n" * 101, b"m " + b"v=1," * 101 + b"v=1", b'm s="x",' + b"v=1," * 101 + b"v=1"]
)
def test_too_many_lines_or_fields_are_too_large(body: bytes) -> None:
    with pytest.raises(TooLarge):
        influx.parse(body, reading())


def test_an_unknown_precision_is_invalid() -> None:
    with pytest.raises(Invalid, match="precision"):
        influx.parse(b"m v=1", reading("weeks"))


HEADS = st.sampled_from(["m", "m,host=a", "m,host=b", "ü,t=ö", "m,host", ",a=1", "m,a=", "__m", "m,a=1=2", "#m", '"m"'])
FIELDS = st.sampled_from(["v", "w", "", "a,b", "é", "x=y", '"q"'])
ODD = ["+1", "1_0", "0x1", "1e400", "nan", "-inf", "Infinity", "1.", ".5", "1e", "5i", "-5i", "5.5i", "5ii", "t",
       "True", "tRUE", "f", "", "abc", "1=2", "00", '"x"', "1d", " ", "-", "1e5", "99999999999999999999i"]  # fmt: skip
NUMBERS = st.sampled_from(ODD) | st.floats().map(repr) | st.integers().map(str)
STAMPS = st.sampled_from(
    [f" {NS}", "", " 1", "  2", " +5", " -5", " 007", " 1.5", f" {2**63 - 1}", f" {2**63}", " x", " "]
)
LINES = st.builds(
    lambda head, pairs, stamp: f"{head} {','.join(f'{k}={v}' for k, v in pairs)}{stamp}",
    HEADS,
    st.lists(st.tuples(FIELDS, NUMBERS), min_size=1, max_size=3),
    STAMPS,
)
ANY_LINES = st.lists(LINES | st.sampled_from(["", "#", "m", "m v=1"]) | st.text('m,=v1 \\"#\t', max_size=8), max_size=4)


@given(ANY_LINES, st.sampled_from(["ns", "us", "ms", "s"]))
@example([f"m,host=a v=1 {NS}", f"m,host=b v=2 {NS}"], "ns")
@example([f"m v=1,w=2 {NS}", f"m v=3 {NS}"], "s")
@example([f"m a=1=b=2 {NS}", f"m a=1,b,2 {NS}"], "ns")
@example(["m v=t", "m v=5i"], "ns")
def test_the_quick_road_agrees_with_the_careful_one(lines: list[str], precision: str) -> None:
    body = "\n".join(lines).encode()
    parsed = influx.parse(body, reading(precision))
    slow = careful(list(enumerate(body.removesuffix(b"\n").split(b"\n"))), reading(precision))
    assert points(parsed) == points(slow)
    assert sorted(parsed.rejected) == sorted(slow.rejected)
    if len(slow.t):
        assert parsed.timed == slow.timed


@pytest.mark.parametrize("head", ["m,{}", "m,{}=a,{}=b", "m,{}=b"])
@pytest.mark.parametrize("road", ["", "\r"])
def test_what_is_said_of_a_long_head_stays_short(head: str, road: str) -> None:
    line = head.replace("{}", "x" * 1_000_000) + " " + ",".join(f"f{i}=1" for i in range(90)) + road
    draft = influx.parse(line.encode(), reading())
    assert len(draft.rejected) == 90
    assert max(len(reason) for _, reason in draft.rejected) < 200


def test_a_head_is_read_once_for_all_fields_of_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    plain = influx_grammar._plain
    monkeypatch.setattr(influx_grammar, "_plain", lambda text: read.append(text) or plain(text))
    influx.parse(b"m,once=1,once=2 " + b",".join(b"f%d=1" % i for i in range(90)), reading())
    assert read.count(b"once") == 2
