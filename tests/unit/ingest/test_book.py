"""The series that producers name, remembered."""

from api.ingest.book import OVERFLOW_FOR, Book, Named
from db.records import SeriesRef


def found(book: Book, tenant: int, labels: dict[str, str]) -> Named:
    named = book.find(tenant, "m", labels)
    assert isinstance(named, Named)
    return named


def test_a_spelling_is_found_again() -> None:
    book = Book()
    assert found(book, 1, {"a": "1"}) is found(book, 1, {"a": "1"})


def test_tenants_never_share_a_series() -> None:
    book = Book()
    assert found(book, 1, {"a": "1"}) is not found(book, 2, {"a": "1"})


def test_a_full_book_starts_anew() -> None:
    book = Book(max_bytes=10_000)
    sizes = []
    for i in range(100):
        found(book, 1, {"host": str(i)})
        sizes.append(len(book))
    assert max(sizes) < 20 and sizes[-1] > 0


def test_an_overflow_series_is_asked_for_again_after_a_while() -> None:
    named = found(Book(), 1, {})
    assert not named.known(0)
    named.learn(SeriesRef(7, 0, overflow=True), 100)
    assert named.known(100 + OVERFLOW_FOR - 1) and not named.known(100 + OVERFLOW_FOR)
    named.learn(SeriesRef(8, 0), 200)
    assert named.known(1e12)
