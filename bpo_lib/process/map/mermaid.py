"""The process map as mermaid text, which wikis and editors draw."""

from bpo_lib.process.steps.step_map import StepMap

# Entities of mermaid's own; a plain sign would end a label, begin a tag, become a link or, as %%{, a setting.
_ENTITIES = {
    "#": "#35;",
    '"': "#quot;",
    "<": "#lt;",
    ">": "#gt;",
    "&": "#amp;",
    "`": "#96;",
    "|": "#124;",
    "%": "#37;",
}
_ENDS = {"start": "Start", "end": "End"}
_FRAMES = {
    "decision": ("{", "}"),
    "check": ("[[", "]]"),
    "escalation": ("[/", "/]"),
    "exception": ("{{", "}}"),
}


def mermaid(found: StepMap) -> str:
    """Return a process map as a mermaid flowchart.

    Parameters
    ----------
    found : StepMap

    Returns
    -------
    str
        One line for each step and flow; steps have numbers as ids, so that no name can be a keyword.
    """
    numbers = {step: f"n{place}" for place, step in enumerate(["start", *found.steps["step"], "end"])}
    lines = ["flowchart TD"]
    for name, words in _ENDS.items():
        if name in set(found.flows["source"]) | set(found.flows["target"]):
            lines.append(f'  {numbers[name]}(["{words}"])')
    for row in found.steps.to_dict("records"):
        opens, closes = _FRAMES.get(row["kind"], ("[", "]"))
        lines.append(f'  {numbers[row["step"]]}{opens}"{_label(row["name"], row["actor"])}"{closes}')
    for source, target, share in found.flows[["source", "target", "probability"]].itertuples(index=False):
        told = "" if share >= 1 else f"|{share:.1%}|"
        lines.append(f"  {numbers[source]} -->{told} {numbers[target]}")
    return "\n".join(lines) + "\n"


def _label(name: str, actor: str) -> str:
    return f"{_inert(name)}<br/>{_inert(actor)}" if actor else _inert(name)


def _inert(text: str) -> str:
    """Return text on one line in which mermaid finds nothing to interpret."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in str(text)).split())
    return "".join(_ENTITIES.get(sign, sign) for sign in plain)
