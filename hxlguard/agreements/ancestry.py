"""The agreements that an agreement extends: found by id, pinned by version and digest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable
from pathlib import Path

from hxlguard import shipped
from hxlguard.agreements.documents import refusal
from hxlguard.agreements.reading import Mistake, Reading
from hxlguard.model.agreement import Agreement, Extends

MOST_DEEP = 8
MOST_PARENTS = 32

_BESIDE = ("{id}.yaml", "{id}.yml", "{id}.json", "{id}/agreement.yaml", "../{id}/agreement.yaml")
"""Where a parent may stand, seen from the folder of the agreement that extends it."""

Load = Callable[[Path | Traversable, str], Agreement]
"""Reads and judges one agreement without those that it extends."""


@dataclass(slots=True)
class Ancestry:
    """Finds the parents of one agreement, and theirs.

    Attributes:
        load: how a file becomes an agreement.
        given: agreements by id, each with its own parents, that are taken before any file.
        count: how many parents were looked for so far.
    """

    load: Load
    given: Mapping[str, Agreement] = field(default_factory=dict)
    count: int = 0

    def complete(
        self, agreement: Agreement, folder: Path | None, below: tuple[str, ...] = ()
    ) -> Agreement:
        """The agreement with its parents.

        Args:
            agreement: without them.
            folder: where it stands, or None where it stands in no file.
            below: ids of the agreements that lead to it.

        Raises:
            AgreementError: a parent is missing, not the one that is pinned, or leads back.
        """
        chain = (*below, agreement.id)
        parents: list[Agreement] = []
        for index, pin in enumerate(agreement.document.extends):
            found = self._parent(pin, folder, chain)
            if isinstance(found, str):
                lines = Reading(lines=dict(agreement.lines))
                raise refusal(agreement.name, [Mistake(f"/extends/{index}", found)], lines)
            parents.append(found)
        return replace(agreement, parents=tuple(parents))

    def _parent(self, pin: Extends, folder: Path | None, chain: tuple[str, ...]) -> Agreement | str:
        """The parent that is pinned, or what is wrong with the pin."""
        self.count += 1
        if pin.id in chain:
            way = " -> ".join(f"`{each}`" for each in (*chain, pin.id))
            return f"an agreement cannot extend itself ({way}); remove this entry"
        if len(chain) > MOST_DEEP:
            return f"more than {MOST_DEEP} agreements extend each other; extend fewer"
        if self.count > MOST_PARENTS:
            return f"more than {MOST_PARENTS} agreements are extended in all; extend fewer"
        if given := self.given.get(pin.id):
            return _problem(pin, given) or given
        problem = f"no agreement `{pin.id}` ships or stands beside it; put `{pin.id}.yaml` there"
        for agreement, place in self._candidates(pin.id, folder):
            differs = _problem(pin, agreement)
            if differs is None:
                return self.complete(agreement, place, chain)
            problem = differs
        return problem

    def _candidates(
        self, name: str, folder: Path | None
    ) -> Iterator[tuple[Agreement, Path | None]]:
        if name in shipped.policy_names():
            yield self.load(shipped.policy_path(name), name), None
        if folder is None:
            return
        for pattern in _BESIDE:
            path = folder / pattern.format(id=name)
            if path.is_file():
                yield self.load(path, path.name), path.parent


def _problem(pin: Extends, found: Agreement) -> str | None:
    """How an agreement differs from the one that is pinned, or None."""
    if found.id != pin.id:
        return f"{found.name} holds the agreement `{found.id}` and not `{pin.id}`; mend the id"
    if found.version != pin.version:
        return f"`{pin.id}` has the version `{found.version}` and not `{pin.version}`; mend the pin"
    if found.sha256 != pin.sha256:
        return (
            f"`{pin.id}` {pin.version} has another content than the one that is pinned;"
            f" read it, and if it is the one you mean write `sha256: {found.sha256}`"
        )
    return None
