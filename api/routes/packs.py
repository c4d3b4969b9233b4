"""Packs: which domains there are, in their own words, and the answers that they give by data alone."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request

from api.deps import CanRead, Conn
from api.errors import Unprocessable
from api.packs import answers
from api.packs.answers import Fill
from api.packs.span import Range, Week, Zone, span_of
from api.query.params import PLAIN_TEXT, From, To, time_of
from api.schemas.common import Items
from api.schemas.packs import AnswerInfo, ColumnOut, PackAnswer, PackInfo
from db.packs.model import ASKED, Answer
from db.packs.registry import Pack, packs

router = APIRouter(prefix="/api/v1/packs", tags=["query"], dependencies=[PLAIN_TEXT])

Name = Annotated[str, Path(max_length=40, description="Of a pack", examples=["tides"])]
AnswerName = Annotated[str, Path(max_length=40, description="Of an answer of the pack", examples=["levels"])]
BucketOf = Annotated[
    Literal["15m", "1h", "day", "week", "month"] | None, Query(description="If not said: the answer's own")
]
Fills = Annotated[Fill, Query(description="What stands in buckets of which nothing is known")]


@router.get("", summary="Domains")
async def list_packs(_: CanRead) -> Items[PackInfo]:
    """All domains by name: their events, metrics with units, answers, flags and words."""
    return Items(items=[_info(pack) for _, pack in sorted(packs().items())])


@router.get("/{pack}", summary="A domain")
async def get_pack(_: CanRead, pack: Name) -> PackInfo:
    """One domain: its events, metrics with units, answers, flags and words."""
    return _info(answers.pack_of(pack))


@router.get("/{pack}/answers/{answer}", summary="An answer of a domain")
async def get_answer(
    who: CanRead, conn: Conn, request: Request, pack: Name, answer: AnswerName, from_: From = None, to: To = None,
    time_range: Range | None = None, bucket: BucketOf = None, timezone: Zone = "UTC", week_start: Week = "monday",
    fill: Fills = "zero",
) -> PackAnswer:  # fmt: skip
    """What a query of the domain answers. Its own parameters, which GET /api/v1/packs/{pack} lists, go beside these."""
    domain = answers.pack_of(pack)
    wanted = answers.answer_of(domain, answer)
    arguments = answers.arguments_of(wanted, request.query_params.multi_items(), {*ASKED, "timezone"})
    if time_range is not None and (from_ is not None or to is not None):
        raise Unprocessable("Give either time_range or from and to.")
    if bucket is not None and wanted.bucket is None:
        raise Unprocessable(f"{answer} is not over time: leave bucket out.")
    oldest = await answers.began(conn, who.tenant, domain) if time_range == "all" else None
    span = await span_of(
        conn, who.tenant, start=time_of("from", from_), stop=time_of("to", to), time_range=time_range,
        bucket=bucket or wanted.bucket or "raw", timezone=timezone, week_start=week_start, oldest=oldest,
    )  # fmt: skip
    rows = await answers.rows_of(conn, who.tenant, domain, wanted, span, arguments, fill)
    return PackAnswer(
        **span.told(), pack=domain.name, answer=wanted.name, title=wanted.title, bucket=bucket or wanted.bucket,
        columns=_columns(wanted), rows=rows,
    )  # fmt: skip


def _info(pack: Pack) -> PackInfo:
    model = pack.model
    said = model.model_dump(mode="json", include={"name", "title", "description", "events", "flags", "terms"})
    metrics = [metric.model_dump(mode="json") | {"labels": sorted(metric.labels)} for metric in model.metrics]
    listed = [_answer(pack, answer) for answer in model.answers]
    return PackInfo.model_validate(said | {"metrics": metrics, "answers": listed})


def _answer(pack: Pack, answer: Answer) -> AnswerInfo:
    return AnswerInfo(
        name=answer.name,
        title=answer.title,
        address=f"{router.prefix}/{pack.name}/answers/{answer.name}",
        params={name: param.model_dump() for name, param in answer.params.items()},
        columns=_columns(answer),
        bucket=answer.bucket,
    )


def _columns(answer: Answer) -> list[ColumnOut]:
    return [
        ColumnOut(name=name, type=column.type, title=column.title, unit=column.unit)
        for name, column in answer.columns.items()
    ]
