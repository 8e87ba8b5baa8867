"""Answers of services on the disk, each with the day it was given; a failure is never kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sodiokg.graph.trig import write_file
from sodiokg.names import content_hash, user_folder

__all__ = ["Answer", "Cache"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered, and on which day (ISO 8601); `kept` says that it was not asked for anew."""

    body: Mapping[str, Any]
    date: str
    kept: bool = False


class Cache:
    """The kept answers of one service, by the address that was asked."""

    def __init__(self, service: str, folder: Path | None = None) -> None:
        self._folder = (folder or user_folder() / "cache") / service

    def get(self, url: str) -> Answer | None:
        """Return the kept answer to an address, None where there is none or its file is damaged."""
        try:
            told = json.loads(self._path(url).read_bytes())
            if told["url"] == url and isinstance(told["body"], dict):
                return Answer(told["body"], str(told["date"]), kept=True)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return None

    def put(self, url: str, body: Mapping[str, Any]) -> Answer:
        """Keep an answer with the day of today; WriteError where that fails."""
        answer = Answer(body, datetime.now(UTC).date().isoformat())
        path = self._path(url)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, json.dumps({"url": url, "date": answer.date, "body": body}, ensure_ascii=False, indent=1))
        return answer

    def _path(self, url: str) -> Path:
        return self._folder / f"{content_hash(url)}.json"
