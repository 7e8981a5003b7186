"""Which flows of a map lead back, and how far from the start every step stands."""

from collections.abc import Hashable, Mapping, Sequence

Flow = tuple[str, str]


def back_flows(names: Sequence[str], flows: Sequence[Flow]) -> list[bool]:
    """Return for each flow whether it leads back to a step that leads to it.

    Without those flows the map has no loop. They are found by following flows in the order given, from
    the first name and then from every step not yet reached, so the same map always gives the same ones.

    Parameters
    ----------
    names : sequence of str
        Every step, the start first.
    flows : sequence of (source, target)

    Returns
    -------
    list of bool, one per flow
    """
    leaving = _by_end(names, flows, 0)
    back = [source == target for source, target in flows]
    begun, done = set[str](), set[str]()
    for root in names:
        if root in begun:
            continue
        begun.add(root)
        path = [(root, iter(leaving[root]))]
        while path:
            here, rest = path[-1]
            flow = next(rest, None)
            if flow is None:
                done.add(here)
                path.pop()
                continue
            target = flows[flow][1]
            if target not in begun:
                begun.add(target)
                path.append((target, iter(leaving[target])))
            elif target not in done:
                back[flow] = True
    return back


def longest_ranks(names: Sequence[str], flows: Sequence[Flow]) -> dict[str, int]:
    """Return the length of the longest way from a beginning to each step, for flows without loops.

    A step nothing leads to stands right before the first step it leads to.

    Parameters
    ----------
    names : sequence of str
        Every step.
    flows : sequence of (source, target)
        Without loops.

    Returns
    -------
    dict
        Name to rank, from 0; every flow leads to a higher rank.
    """
    leaving, entering = _by_end(names, flows, 0), _by_end(names, flows, 1)
    open_flows = {name: len(entering[name]) for name in names}
    ready = [name for name in names if not open_flows[name]]
    ranks = dict.fromkeys(names, 0)
    for name in ready:  # grows while it is read
        for flow in leaving[name]:
            target = flows[flow][1]
            ranks[target] = max(ranks[target], ranks[name] + 1)
            open_flows[target] -= 1
            if not open_flows[target]:
                ready.append(target)
    for name in names:
        if leaving[name] and not entering[name]:
            ranks[name] = min(ranks[flows[flow][1]] for flow in leaving[name]) - 1
    return ranks


def rows_of(
    ranks: Mapping[str, int], groups: Mapping[str, Hashable], most: int | None = None
) -> list[list[str]]:
    """Return the steps row by row, a rank that is too wide on several rows.

    Parameters
    ----------
    ranks : mapping
        Name to rank.
    groups : mapping
        Name to the group, such as a lane, whose steps share a row.
    most : int, optional
        Most steps of one group in a row.

    Returns
    -------
    list of list of str
        Every name once, in the order of `ranks` within its row.
    """
    placed: dict[tuple[int, int], list[str]] = {}
    seen: dict[tuple[int, Hashable], int] = {}
    for name, rank in ranks.items():
        before = seen.get((rank, groups[name]), 0)
        seen[rank, groups[name]] = before + 1
        placed.setdefault((rank, before // most if most else 0), []).append(name)
    return [placed[place] for place in sorted(placed)]


def _by_end(names: Sequence[str], flows: Sequence[Flow], end: int) -> dict[str, list[int]]:
    """Return which flows leave (0) or enter (1) each step."""
    found: dict[str, list[int]] = {name: [] for name in names}
    for number, flow in enumerate(flows):
        found[flow[end]].append(number)
    return found
