"""Shared by all tests: `database` runs a test on every engine, with a migrated database of its own a module."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from cli.embedded_redis import Redis
from cli.programs import spawn
from tests.engines import Server, available, described, fresh_database, missing, running
from tests.once import Once

pytest.register_assert_rewrite("tests.pack_suite", "tests.pack_samples")  # they assert for others


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that uses a database runs once an engine."""
    if "server" in metafunc.fixturenames:
        metafunc.parametrize("server", list(available()), indirect=True, scope="session")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """The long pieces of work first."""
    if config.getvalue("dist") != "loadfile":
        return None
    from tests.spread import LongestFirst

    return LongestFirst(config, log)


def engine_of(item: pytest.Item) -> str | None:
    """The engine that a test runs on; None: it uses none."""
    engine: str | None = getattr(getattr(item, "callspec", None), "params", {}).get("server")
    return engine


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked `one_engine` stay on the first. On a build server a missing engine is a failure."""
    first = next(iter(available()))
    over = [item for item in items if item.get_closest_marker("one_engine") and engine_of(item) not in (None, first)]
    if over:
        config.hook.pytest_deselected(items=over)
        dropped = set(over)
        items[:] = [item for item in items if item not in dropped]
    wanted = any("server" in getattr(item, "fixturenames", ()) for item in items)
    if wanted and os.environ.get("CI") == "true" and missing():
        raise pytest.UsageError(f"engines are missing: {missing()}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Coverage is measured on the first engine: tracing the others too would cost as much again and show the same."""
    plugin = item.config.pluginmanager.get_plugin("_cov")
    controller = getattr(plugin, "cov_controller", None)
    if controller is None or engine_of(item) in (None, next(iter(available()))):
        return (yield)
    controller.cov.stop()
    try:
        return (yield)
    finally:
        controller.cov.start()


def pytest_report_header() -> list[str]:
    """Which engines, in which versions."""
    found = ", ".join(described(engine, source) for engine, source in available().items())
    return [f"engines: {found}", *(f"ENGINE SKIPPED: {engine}: {why}" for engine, why in missing().items())]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was not tested is said where people look."""
    for engine, why in missing().items():
        terminalreporter.section("an engine was not tested", red=True)
        terminalreporter.line(f"{engine}: {why}", red=True)


@pytest.fixture(scope="session")
def once() -> Iterator[Once]:
    """Keeps what is made once a run."""
    with ExitStack() as stack:
        yield Once(stack)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest, once: Once) -> Server:
    """The engine that this test runs on now."""
    return once(lambda: running(request.param), "server", request.param)


@pytest.fixture(scope="module")
def database(server: Server) -> Iterator[str]:
    """The address of a migrated database that only this module uses."""
    with fresh_database(server) as url:
        yield url


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Redis that only this run uses."""
    folder: Path = tmp_path_factory.mktemp("redis")
    redis = Redis(folder)
    child = spawn(redis.prepare(), folder / "redis.log")
    try:
        redis.wait(child, folder)
        yield redis.url
    finally:
        child.terminate()
        child.wait()
