"""Errors of the ground floor. The docstring of each is its message to people; HTTP knows its status elsewhere."""

from __future__ import annotations


class TidewatchError(Exception):
    """Something went wrong."""

    def __init__(self, detail: str | None = None, **extra: object) -> None:
        super().__init__(detail or (self.__doc__ or "").strip())
        self.detail = str(self)
        self.extra = extra


class NotFound(TidewatchError):
    """There is no such thing here. Check its id."""


class Invalid(TidewatchError):
    """The request cannot be understood."""


class Unauthorized(TidewatchError):
    """Say who you are: send `Authorization: Bearer <api key or token>`."""


class Forbidden(TidewatchError):
    """Your key or role does not allow this."""


class Conflict(TidewatchError):
    """This contradicts what is stored already."""


class Changed(TidewatchError):
    """It was changed meanwhile. Read it again, then decide."""


class TooLarge(TidewatchError):
    """The body is over the limit. Send smaller batches."""


class Unsupported(TidewatchError):
    """This content type or encoding is not known. Use JSON or line protocol, plain, gzip or zstd."""


class Behind(TidewatchError):
    """The journal is too far behind. Wait for as long as Retry-After says, then send again."""


class RawGone(TidewatchError):
    """Raw points of that time were dropped by retention. Ask for an aggregate that rollups hold."""


class LostShard(TidewatchError):
    """Another consumer owns this shard now."""


class Unready(TidewatchError):
    """The database has no schema yet. Run `tidewatch migrate`."""


class DatabaseTooOld(TidewatchError):
    """PostgreSQL 15 or newer is needed. Upgrade the server, or unset TIDEWATCH_DATABASE_URL to use the embedded one."""
