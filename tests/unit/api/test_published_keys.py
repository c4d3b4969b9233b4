"""What an external service publishes may be anything: without keys in it there are none, and the caller is told so."""

from __future__ import annotations

import pytest

from api.errors import Unavailable
from api.external import Keys


@pytest.mark.parametrize("body", [b"{}", b"[]", b"7", b'{"keys": null}', b'{"keys": [7]}', b"no json"])
async def test_a_document_without_keys_is_as_good_as_none(body: bytes) -> None:
    with pytest.raises(Unavailable):
        await Keys("http://nowhere", 60, 60, lambda _: body).get("one")
