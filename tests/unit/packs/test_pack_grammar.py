"""A pack.toml holds what the grammar knows, and nothing else; what is wrong is said with the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.errors import Invalid
from db.packs import registry
from db.packs.registry import packs, read
from tests.packs.sixth import known

HEAD = 'name = "tides"\ntitle = "Tides"\ndescription = "Water."\n'
EVENT = '[[events]]\ntype = "tide.seen"\ntitle = "A tide"\n'
METRIC = '[[metrics]]\nname = "height"\ntitle = "Height"\nevents = ["{}"]\n'


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    yield
    registry.forget()


def pack(folder: Path, more: str = "", name: str = "tides", text: str = HEAD) -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "pack.toml").write_text(text + more)
    return folder


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("colour = 1", "colour"),
        ('[[metrics]]\nname = "a"\ntitle = "A"\nevents = ["no.such"]', "no such event"),
        (EVENT + EVENT, "said twice"),
        ('[[tables]]\nname = "Tides"', "name"),
        ('[[answers]]\nname = "a"\ntitle = "A"\nquery = "q"\ncolumns = {}', "columns"),
        ('[[answers]]\nname = "a"\ntitle = "A"\nquery = "q"\ncolumns.t = { type = "time", title = "T" }', "is no name"),
        (
            '[[answers]]\nname = "a"\ntitle = "A"\nquery = "q"\nparams.tenant = { type = "integer", title = "T" }\n'
            'columns.x = { type = "time", title = "X" }',
            "is no name",
        ),
        ("name = ", "pack.toml"),
    ],
)
def test_what_is_not_in_the_grammar_is_a_mistake(tmp_path: Path, more: str, said: str) -> None:
    file = pack(tmp_path, more) / "tides" / "pack.toml"
    with pytest.raises(Invalid, match=said) as problem:
        read(file)
    assert str(file) in problem.value.detail


def test_packs_are_found_in_the_folders_that_are_named(tmp_path: Path) -> None:
    ours = set(packs())
    (tmp_path / "b").mkdir()
    with known(pack(tmp_path / "a"), pack(tmp_path / "b" / "c", name="x", text=HEAD.replace("tides", "x"))):
        assert set(packs()) == ours | {"tides", "x"}
    assert set(packs()) == ours


def test_a_folder_is_named_as_its_pack(tmp_path: Path) -> None:
    with known(pack(tmp_path, name="waves")), pytest.raises(Invalid, match="must have that name"):
        packs()


def test_two_packs_cannot_have_one_name(tmp_path: Path) -> None:
    with known(pack(tmp_path / "a"), pack(tmp_path / "b")), pytest.raises(Invalid, match="only once"):
        packs()


@pytest.mark.parametrize(
    ("more", "said"),
    [(lambda _: EVENT, r"the event 'tide\.seen' belongs to the pack 'tides' already"),
     (lambda name: EVENT.replace("tide.seen", name) + METRIC.format(name), "the metric 'height' belongs to the")],
)  # fmt: skip
def test_an_event_and_a_metric_belong_to_one_pack(tmp_path: Path, more: Callable[[str], str], said: str) -> None:
    for name in ("tides", "waves"):
        pack(tmp_path, more(name), name, HEAD.replace("tides", name))
    with known(tmp_path), pytest.raises(Invalid, match=said):
        packs()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with known(tmp_path / "nowhere"), pytest.raises(Invalid, match="there is no folder"):
        packs()


def test_schemas_come_in_order_and_absorbing_queries_too(tmp_path: Path) -> None:
    folder = pack(tmp_path) / "tides"
    for name in ("schema.10.sql", "schema.sql", "schema.2.sql"):
        (folder / name).write_text("select 1;")
    (folder / "b.sql").write_text("-- name: absorb_b!\nselect 1;\n\n-- name: other\nselect 2;")
    (folder / "a.sql").write_text("-- name: absorb_c!\nselect 1;")
    with known(tmp_path):
        found = packs()["tides"]
        assert [path.name for path in found.schemas()] == ["schema.sql", "schema.2.sql", "schema.10.sql"]
        assert found.absorbing == ("absorb_b", "absorb_c")


def test_a_pack_without_queries_absorbs_nothing(tmp_path: Path) -> None:
    with known(pack(tmp_path)):
        found = packs()["tides"]
        assert (found.asyncpg, found.psycopg, found.absorbing) == (None, None, ())
