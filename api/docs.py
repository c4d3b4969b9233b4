"""/docs: the OpenAPI document as a page to read. Made here, without scripts or anything from elsewhere, so that it is
there without a way to the internet, and may say in its policy that it needs nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

import orjson
from fastapi import FastAPI, Request
from fastapi.routing import APIRouter
from starlette.responses import Response

from api.once import Once
from api.page import HEADERS

STYLE = """
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
summary{cursor:pointer;padding:.3rem 0}code,pre{font:14px/1.4 ui-monospace,monospace}pre{overflow:auto;padding:.6rem;
border:1px solid #8886;border-radius:4px}table{border-collapse:collapse;width:100%}td,th{text-align:left;
vertical-align:top;padding:.25rem .8rem .25rem 0;border-bottom:1px solid #8884}details details{margin-left:1.2rem}
details[open]>summary{font-weight:600}.verb{display:inline-block;min-width:4.5rem;font-weight:700}
"""
_SEAL = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_SEAL}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_CODE = re.compile(r"`([^`]+)`")
_REFERENCE = re.compile(r"&quot;\$ref&quot;: &quot;#/components/schemas/([^&]+)&quot;")

router = APIRouter(include_in_schema=False)


def install(app: FastAPI) -> None:
    """The document and its page, each made when it is asked for first: that takes seconds."""
    app.state.document = Once(lambda: orjson.dumps(app.openapi()))
    app.state.docs = Once(lambda: "".join(page(app.openapi())).encode())


@router.get("/openapi.json")
async def openapi(request: Request) -> Response:
    """The document."""
    return Response(await request.app.state.document.get(), media_type="application/json")


@router.get("/docs")
async def docs(request: Request) -> Response:
    """The page. It says no more than /openapi.json, which is open too."""
    await request.app.state.document.get()  # so that the page does not make it a second time
    headers = {**HEADERS, "Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    return Response(await request.app.state.docs.get(), headers=headers, media_type="text/html")


def page(document: dict[str, Any]) -> Iterator[str]:
    """An OpenAPI 3.1 document as HTML, by its tags."""
    title = f"{document['info']['title']} {document['info']['version']}"
    yield f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    yield f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>'
    yield f"<h1>{escape(title)}</h1>{_text(document['info'].get('description'))}"
    yield '<p>For programs: <a href="/openapi.json">/openapi.json</a>. Send <code>Authorization: Bearer '
    yield "&lt;API key or token&gt;</code>, for example <code>curl -H &quot;Authorization: Bearer $KEY&quot; "
    yield "http://127.0.0.1:8000/api/v1/metrics</code>.</p>"
    for tag in document["tags"]:
        yield f"<h2>{escape(tag['name'])}</h2>{_text(tag.get('description'))}"
        for path, verbs in document["paths"].items():
            for verb, told in verbs.items():
                if tag["name"] in told.get("tags", ()):
                    yield from _operation(path, verb, told)
    yield "<h2>schemas</h2>"
    for name, schema in document["components"]["schemas"].items():
        yield f'<details id="{escape(name)}"><summary>{escape(name)}</summary>{_json(schema)}</details>'
    yield "</body></html>"


def _operation(path: str, verb: str, told: dict[str, Any]) -> Iterator[str]:
    yield f'<details><summary><span class="verb">{verb.upper()}</span><code>{escape(path)}</code> '
    yield f"{escape(told.get('summary', ''))}</summary>{_text(told.get('description'))}"
    if parameters := told.get("parameters"):
        yield "<table><tr><th>parameter</th><th>in</th><th>what</th></tr>"
        for given in parameters:
            must = " (required)" if given.get("required") else ""
            yield f"<tr><td><code>{escape(given['name'])}</code>{must}</td><td>{given['in']}</td>"
            yield f"<td>{_text(given.get('description'))}{_shape(given.get('schema', {}))}</td></tr>"
        yield "</table>"
    for kind, content in told.get("requestBody", {}).get("content", {}).items():
        shape = _json(content.get("schema", {}))
        yield f"<details><summary>body: <code>{escape(kind)}</code></summary>{shape}</details>"
    for status, answer in told["responses"].items():
        shapes = "".join(
            _json(content["schema"]) for content in answer.get("content", {}).values() if "schema" in content
        )
        yield f"<details><summary><code>{status}</code> {_inline(answer['description'])}</summary>{shapes}</details>"
    yield "</details>"


def _shape(schema: dict[str, Any]) -> str:
    """A parameter's values: a list of words where there is one, else its schema in short."""
    options = [schema, *schema.get("anyOf", ())]
    words = next((option["enum"] for option in options if "enum" in option), None)
    shown = " | ".join(map(str, words)) if words else ", ".join(str(o["type"]) for o in options if "type" in o)
    default = f" = {schema['default']}" if schema.get("default") is not None else ""
    return f"<code>{escape(shown + default)}</code>" if shown else ""


def _json(schema: dict[str, Any]) -> str:
    text = escape(json.dumps(schema, indent=1, ensure_ascii=False))
    return f"<pre>{_REFERENCE.sub(_link, text)}</pre>"


def _link(found: re.Match[str]) -> str:
    return f'<a href="#{found[1]}">{found[1]}</a>'


def _text(text: str | None) -> str:
    return "".join(f"<p>{_inline(part)}</p>" for part in (text or "").split("\n\n") if part.strip())


def _inline(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text))
