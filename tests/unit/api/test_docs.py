"""/docs, to read without the internet."""

import base64
import hashlib
import json
import re

import pytest

from api import docs
from api.openapi import document

PAGE = "".join(docs.page(json.loads(document())))


def test_every_operation_is_there() -> None:
    for path, verbs in json.loads(document())["paths"].items():
        for verb in verbs:
            assert f'<span class="verb">{verb.upper()}</span><code>{path}</code>' in PAGE


def test_it_loads_nothing_and_runs_nothing() -> None:
    assert not re.search(r"<script|<link|<img|\son\w+=|\sstyle=|src=", PAGE)
    (style,) = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    seal = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{seal}'" in docs.POLICY and docs.POLICY.startswith("default-src 'none'")


def test_every_link_leads_somewhere() -> None:
    targets = set(re.findall(r'href="#([^"]+)"', PAGE))
    assert "TrendOut" in targets
    assert targets <= set(re.findall(r'id="([^"]+)"', PAGE))


@pytest.mark.parametrize("text", ["<script>", '"><b>', "`<i>`"])
def test_text_is_never_markup(text: str) -> None:
    told = {"tags": ["t"], "summary": text, "description": text, "responses": {"200": {"description": text}}}
    given = {
        "info": {"title": text, "version": "1"},
        "tags": [{"name": "t", "description": text}],
        "paths": {"/": {"get": told}},
        "components": {"schemas": {}},
    }
    assert not re.search(r"<script|<b>|<i>", "".join(docs.page(given)))
