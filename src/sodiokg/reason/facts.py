"""Facts in memory, as numbers: members by class, and links both ways by property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

__all__ = ["Facts", "Links"]

_Index = dict[int, "int | set[int]"]


class Links:
    """The pairs of one property; a single value stands for itself, since most properties have but one."""

    __slots__ = ("back", "fore", "size")

    def __init__(self) -> None:
        self.fore: _Index = {}
        self.back: _Index = {}
        self.size = 0

    def has(self, x: int, y: int) -> bool:
        """Return whether the property leads from `x` to `y`."""
        found = self.fore.get(x)
        return y in found if isinstance(found, set) else found == y

    def add(self, x: int, y: int) -> None:
        """Take a pair in that is not there."""
        _put(self.fore, x, y)
        _put(self.back, y, x)
        self.size += 1

    def drop(self, x: int, y: int) -> None:
        """Take a pair out that is there."""
        _pull(self.fore, x, y)
        _pull(self.back, y, x)
        self.size -= 1

    def after(self, x: int) -> Collection[int]:
        """Return what the property leads to from `x`."""
        return _several(self.fore.get(x))

    def before(self, y: int) -> Collection[int]:
        """Return what it leads from to `y`."""
        return _several(self.back.get(y))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield all pairs."""
        for x, found in self.fore.items():
            for y in _several(found):
                yield x, y


class Facts:
    """Members by class and links by property."""

    def __init__(self) -> None:
        self.members: defaultdict[int, set[int]] = defaultdict(set)
        self.links: defaultdict[int, Links] = defaultdict(Links)

    def size(self) -> int:
        """Return how many facts there are."""
        return sum(map(len, self.members.values())) + sum(links.size for links in self.links.values())


def _put(index: _Index, key: int, value: int) -> None:
    old = index.get(key)
    if old is None:
        index[key] = value
    elif isinstance(old, set):
        old.add(value)
    else:
        index[key] = {old, value}


def _pull(index: _Index, key: int, value: int) -> None:
    old = index[key]
    if isinstance(old, set):
        old.discard(value)
        if old:
            return
    del index[key]


def _several(found: int | set[int] | None) -> Collection[int]:
    if found is None:
        return ()
    return found if isinstance(found, set) else (found,)
