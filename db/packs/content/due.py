"""When a schedule of reports is due, and over which time its report goes. Local times are of the schedule's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from db.calendar import day_begins, moment_at, zone_of
from db.records import from_us

Period = Literal["daily", "weekly", "monthly"]


@dataclass(frozen=True)
class Rhythm:
    """`at`: HH:MM. `weekday`: of weekly ones, 0 Monday; `monthday`: of monthly ones, 1 to 28."""

    period: Period
    at: str
    timezone: str
    weekday: int = 0
    monthday: int = 1

    def after(self, moment: datetime) -> datetime:
        """The first time after a moment at which it is due, in UTC.

        A local time that clocks skip is due when they have skipped it; one that comes twice, at the first.
        """
        day = moment.astimezone(zone_of(self.timezone)).date() - timedelta(days=1)
        while (due := self._at(day)) <= moment or not self._on(day):
            day += timedelta(days=1)
        return due

    def covers(self, due: datetime) -> tuple[int, int]:
        """[start, stop) us of the report that is due: the last whole day, seven days, or month before that day."""
        zone = zone_of(self.timezone)
        last = due.astimezone(zone).date()
        first = last - timedelta(days=7 if self.period == "weekly" else 1)
        if self.period == "monthly":
            last = last.replace(day=1)
            first = (last - timedelta(days=1)).replace(day=1)
        return day_begins(first, zone), day_begins(last, zone)

    def _on(self, day: date) -> bool:
        if self.period == "weekly":
            return day.weekday() == self.weekday
        return self.period == "daily" or day.day == self.monthday

    def _at(self, day: date) -> datetime:
        hour, minute = map(int, self.at.split(":"))
        return from_us(moment_at(datetime.combine(day, time(hour, minute)), zone_of(self.timezone)))
