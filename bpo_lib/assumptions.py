"""Declare an assumption once: its meaning, unit, range and default.

From that one line come the check of a client's number, the words of its error,
the register in the report, the slider with its limits and the client template.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Self, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails, PydanticUndefined

from bpo_lib.errors import InputError

HOUSE = "house assumption"


def assumption(
    meaning: str,
    *,
    unit: str,
    ge: float | None = None,
    le: float | None = None,
    default: float | None = None,
    source: str = HOUSE,
    one_of: tuple[float, ...] = (),
) -> Any:
    """Declare one number of a `Terms` class.

    Parameters
    ----------
    meaning : str
        What the number is, as a consultant would say it.
    unit : str
        Its unit; `currency` and `transaction` stand for the client's own words. A share is 0 to 1.
    ge, le : float, optional
        Smallest and largest value allowed. [unit]
    default : float, optional
        Value used when the client gives none; without it the number is required. [unit]
    source : str
        Who stands behind the default.
    one_of : tuple of float
        The only values allowed, where it is a choice and no quantity, such as 1, 3 or 12 months
        between settlements; `ge` and `le` are then the smallest and the largest of them. [unit]

    Returns
    -------
    pydantic field
    """
    if one_of:
        ge, le = min(one_of), max(one_of)
    extra: dict[str, Any] = {
        "unit": unit,
        "source": source if default is not None else "",
        "one_of": one_of,
    }
    return Field(
        default=PydanticUndefined if default is None else default,
        description=meaning,
        ge=ge,
        le=le,
        json_schema_extra=extra,
    )


@dataclass(frozen=True)
class Declaration:
    """What is known of one assumption before any client gives it a value."""

    name: str
    meaning: str
    unit: str
    ge: float | None
    le: float | None
    default: float | None
    source: str
    one_of: tuple[float, ...] = ()

    @property
    def required(self) -> bool:
        """Whether the client has to give it."""
        return self.default is None

    @property
    def allowed(self) -> str:
        """Return the range in words, for errors and templates."""
        if self.one_of:
            *others, last = [_written(value) for value in self.one_of]
            return f"{', '.join(others)} or {last}"
        if self.ge is not None and self.le is not None:
            return f"from {_written(self.ge)} to {_written(self.le)}"
        if self.ge is not None:
            return f"{_written(self.ge)} or more"
        return f"{_written(self.le)} or less" if self.le is not None else "any number"


def _written(bound: float) -> str:
    """Return a bound as a person writes it, never as 1e+09."""
    return f"{bound:,.0f}" if abs(bound) >= 1e5 else f"{bound:g}"


class Terms(BaseModel):
    """Base of every group of assumptions: frozen, checked, without unknown names.

    A subclass names its `group`, the first half of its names in `assumptions.csv`
    (`deal.discount_rate_per_year`), and says whether a client may leave the whole group out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    group: ClassVar[str] = ""
    optional: ClassVar[bool] = False

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            words = "; ".join(plain_words(detail) for detail in error.errors())
            raise InputError(f"{type(self).__name__}: {words}") from None

    @classmethod
    def declarations(cls) -> tuple[Declaration, ...]:
        """Return the declared assumptions in the order of the class, named `group.field`.

        A field that is no assumption, such as a table read from a file of its own, is not among them.
        """
        return tuple(
            _declaration(cls, name)
            for name, field in cls.model_fields.items()
            if isinstance(field.json_schema_extra, dict)
        )

    @field_validator("*")
    @classmethod
    def _is_a_choice(cls, value: Any, info: ValidationInfo) -> Any:
        extra = cls.model_fields[str(info.field_name)].json_schema_extra
        choices = cast("tuple[float, ...]", extra["one_of"]) if isinstance(extra, dict) else ()
        if choices and value not in choices:
            allowed = ", ".join(f"{choice:g}" for choice in choices)
            raise ValueError(f"{info.field_name} is {value:g}, not one of {allowed}")
        return value

    def with_values(self, **changes: float) -> Self:
        """Return the same terms with some values changed, checked again."""
        return type(self)(**{**self.model_dump(), **changes})


def _declaration(kind: type[Terms], name: str) -> Declaration:
    field = kind.model_fields[name]
    bounds = {type(bound).__name__: bound for bound in field.metadata}
    extra = field.json_schema_extra
    assert isinstance(extra, dict)
    return Declaration(
        name=f"{kind.group}.{name}",
        meaning=str(field.description),
        unit=str(extra["unit"]),
        ge=getattr(bounds.get("Ge"), "ge", None),
        le=getattr(bounds.get("Le"), "le", None),
        default=None if field.is_required() else float(field.default),
        source=str(extra["source"]),
        one_of=cast("tuple[float, ...]", extra["one_of"]),
    )


def plain_words(detail: ErrorDetails) -> str:
    """Return one pydantic error as a sentence part a consultant understands."""
    name = ".".join(str(part) for part in detail["loc"]) or "the terms"
    given, context = detail.get("input"), detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"{name} is missing"
        case "extra_forbidden":
            return f"{name} is not a known name"
        case "greater_than_equal":
            return f"{name} is {given}, below the smallest allowed value {context['ge']:g}"
        case "less_than_equal":
            return f"{name} is {given}, above the largest allowed value {context['le']:g}"
        case "finite_number":
            return f"{name} is not a finite number"
        case "float_parsing" | "float_type":
            return f"{name} is {given!r}, not a number"
        case "value_error":
            return str(context["error"])
    return f"{name}: {detail['msg']}"
