"""Files -> bodies: mapping, cells and chunks, without a server."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cli.backfill.cells import EMPTY, times_of, values_of
from cli.backfill.chunk import cut
from cli.backfill.mapping import Wish, WrongUse, decide
from cli.backfill.source import CannotRead, Source, open_source
from db.records import to_us

NOW_US = to_us(datetime(2026, 1, 2, tzinfo=UTC))
NEW_YEAR = to_us(datetime(2026, 1, 1, tzinfo=UTC))


def csv(folder: Path, text: str, name: str = "file.csv") -> Source:
    (folder / name).write_text(text)
    return open_source(folder / name)


def points(source: Source, wish: Wish, rows: int = 100) -> list[tuple[str, dict[str, str], int, float]]:
    """(metric, labels, seconds since new year, v) of all points, in body order."""
    mapping = decide(source, wish)
    pieces = [cut(chunk, mapping, NOW_US) for chunk in source.chunks(mapping.columns, rows)]
    series = [item for piece in pieces for item in orjson.loads(piece.body())["series"]]
    return [
        (item["metric"], item["labels"], (t - NEW_YEAR) // 1_000_000, v)
        for item in series
        for t, v in zip(item["t"], item["v"], strict=True)
    ]


def test_a_file_of_timestamp_and_value_needs_only_a_metric(tmp_path: Path) -> None:
    source = csv(tmp_path, "timestamp,value\n2026-01-01 00:00:00,1\n2026-01-01 00:00:05,2.5\n")
    assert points(source, Wish(metric="m")) == [("m", {}, 0, 1.0), ("m", {}, 5, 2.5)]


def test_a_wide_file_is_a_metric_a_column(tmp_path: Path) -> None:
    source = csv(tmp_path, "ts,cpu,mem,note\n2026-01-01T00:00:00Z,1,2,x\n2026-01-01T00:00:05Z,,4,y\n")
    assert points(source, Wish(metric="host")) == [("host.cpu", {}, 0, 1.0), ("host.mem", {}, 0, 2.0), ("host.mem", {}, 5, 4.0)]  # fmt: skip  # noqa: E501  # one list


def test_a_long_file_names_its_series_in_columns(tmp_path: Path) -> None:
    source = csv(tmp_path, "time,name,host,value\n1767225600,a,x,1\n1767225601,b,y,2\n1767225602,a,,3\n")
    wish = Wish(metric_column="name", label_columns=["host"], labels={"region": "eu"})
    region = {"region": "eu"}
    assert points(source, wish) == [("a", region | {"host": "x"}, 0, 1.0), ("b", region | {"host": "y"}, 1, 2.0), ("a", region, 2, 3.0)]  # fmt: skip  # noqa: E501  # one list


@pytest.mark.parametrize("rows", [1, 2, 3, 100])
def test_the_size_of_chunks_changes_nothing(tmp_path: Path, rows: int) -> None:
    source = csv(tmp_path, "t,v\n" + "".join(f"{1767225600 + i},{i}\n" for i in range(5)))
    assert points(source, Wish(metric="m"), rows) == [("m", {}, i, float(i)) for i in range(5)]


def test_all_formats_hold_the_same(tmp_path: Path) -> None:
    rows = [{"t": 1767225600 + i, "v": i / 4, "host": "ab"[i % 2]} for i in range(4)]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(orjson.dumps(row) for row in rows))
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    source = csv(tmp_path, "t,v,host\n" + "".join(f"{r['t']},{r['v']},{r['host']}\n" for r in rows))
    wish = Wish(metric="m", label_columns=["host"])
    expected = points(source, wish)
    assert len(expected) == 4
    assert points(open_source(tmp_path / "a.jsonl"), wish) == expected
    assert points(open_source(tmp_path / "a.parquet"), wish) == expected


def test_wrong_rows_are_told_with_their_place(tmp_path: Path) -> None:
    source = csv(tmp_path, "t,v\n1767225600,1\nsoon,2\n1767225601,x\n5,3\n1767225602,\n1767225603,inf\n")
    mapping = decide(source, Wish(metric="m"))
    piece = cut(next(source.chunks(mapping.columns, 100)), mapping, NOW_US)
    assert piece.rows == [0] and piece.empty == 1
    assert sorted(piece.rejected.first.values()) == [2, 3, 4, 6]


def test_rows_of_another_width_are_counted(tmp_path: Path) -> None:
    source = csv(tmp_path, "t,v\n1767225600,1\n1767225601\n1767225602,2\n")
    assert len(points(source, Wish(metric="m"))) == 2
    assert source.unreadable == {"the row has 1 columns, not 2": 1}


def test_lines_that_are_no_objects_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"t": 1767225600, "v": 1}\n')
    source = open_source(tmp_path / "a.jsonl")
    source.path.write_text('{"t": 1767225600, "v": 1}\n{"t": 17\n[]\n\n')
    assert len(points(source, Wish(metric="m"))) == 1
    assert sum(source.unreadable.values()) == 3


@pytest.mark.parametrize(
    ("column", "zone", "expected"),
    [
        (pa.array(["2026-01-01 00:00:00"]), "UTC", NEW_YEAR),
        (pa.array(["2026-01-01 01:00:00"]), "Europe/Berlin", NEW_YEAR),
        (pa.array(["2026-01-01T01:00:00+01:00"]), "America/New_York", NEW_YEAR),
        (pa.array(["1767225600000"]), "UTC", NEW_YEAR),
        (pa.array(["1767225600.5"]), "UTC", NEW_YEAR + 500_000),
        (pa.array([1767225600]), "UTC", NEW_YEAR),
        (pa.array([date(2026, 1, 1)]), "UTC", NEW_YEAR),
        (pa.array([datetime(2026, 1, 1, 5, 45)], pa.timestamp("ns")), "Asia/Kathmandu", NEW_YEAR),
        (pa.array([datetime(2026, 1, 1, tzinfo=UTC)], pa.timestamp("ms", "UTC")), "Asia/Kathmandu", NEW_YEAR),
    ],
)
def test_times_of_every_kind_are_understood(column: Any, zone: str, expected: int) -> None:
    us, wrong = times_of(column, zone)
    assert (us.tolist(), wrong) == ([expected], {})


def test_a_regular_column_and_its_cells_alone_mean_the_same(tmp_path: Path) -> None:
    cells = ["2026-01-01 00:00:00", "2026-07-01T00:00:00", "2026-03-29 02:30:00"]
    together, _ = times_of(pa.array(cells), "Europe/Berlin")
    one_by_one, wrong = times_of(pa.array([*cells, "junk"]), "Europe/Berlin")
    assert together.tolist() == one_by_one[:3].tolist() and list(wrong) == [3]


def test_holes_are_not_mistakes() -> None:
    values, wrong = values_of(pa.array(["1", "", None, "nan", "x"]))
    assert values[0] == 1.0
    assert [wrong.get(i) for i in range(5)] == [None, EMPTY, EMPTY, EMPTY, "the value is no number"]


@pytest.mark.parametrize(
    "wish",
    [
        Wish(),
        Wish(metric="m", metric_column="name"),
        Wish(metric="m", values=["nothing"]),
        Wish(metric="m", zone="Mars/Olympus"),
        Wish(metric="m", kind="event"),
        Wish(metric="m", labels={"__x": "y"}),
    ],
)
def test_options_that_do_not_fit_are_wrong_use(tmp_path: Path, wish: Wish) -> None:
    with pytest.raises(WrongUse):
        decide(csv(tmp_path, "t,v,name\n1,2,x\n"), wish)


def test_a_file_of_unknown_kind_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="--format"):
        csv(tmp_path, "", "file.xyz")
