"""Who the client is and what the engagement is about: the contents of `client.yml`."""

import datetime as dt
from typing import Annotated, Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field

CHAPTERS = ("process", "fit", "forecast", "staffing", "pricing", "contract", "delivery", "plan", "summary")

Words = Annotated[str, Field(min_length=1, max_length=200)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Brand(BaseModel):
    """Colours and logo of the report.

    `logo` is a file name in `client.yml` and a `data:` address once the client is open.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    primary: Colour = "#12355b"
    accent: Colour = "#b5832e"
    logo: str = ""


class LogSettings(BaseModel):
    """How the event log is read.

    `complete_only`: count completions only, where the log has starts as well. `classifier`: the columns
    that together name an activity. `end_activities`: cases that end otherwise are still running and are
    left out; empty when every case counts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    complete_only: bool = True
    classifier: tuple[str, ...] = ("activity",)
    end_activities: tuple[str, ...] = ()


class Profile(BaseModel):
    """The settings of one client; names and titles are data, never markup."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Words
    process: Words
    sector: Words
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    start: dt.date  # first month of the contract, always its first day
    term_months: Annotated[int, Field(ge=12, le=84)]
    operation: Literal["voice", "chat", "back_office"]
    transaction: Annotated[str, Field(min_length=1, max_length=40)] = "transaction"
    country: str = ""  # ISO code, for public holidays; empty: none are known
    subdivision: str = ""  # state or region of the country, where its holidays differ
    time_zone: str = ""  # IANA name; empty: shared hours are not computed
    hours: str = ""  # when the client's customers or colleagues are served, on its own clock
    languages: tuple[str, ...] = ()  # in which they are served
    residency: tuple[str, ...] = ()  # countries its data may be seen in, or EU, EEA; empty: anywhere
    chapters: tuple[str, ...] = CHAPTERS
    brand: Brand = Brand()
    log: LogSettings = LogSettings()

    @property
    def months(self) -> pd.PeriodIndex:
        """Return the months of the term."""
        return pd.period_range(pd.Period(self.start, "M"), periods=self.term_months, freq="M")

    @property
    def answers_live(self) -> bool:
        """Whether somebody waits for an answer, on the phone or in a chat."""
        return self.operation in {"voice", "chat"}

    @property
    def holds_several(self) -> bool:
        """Whether an agent may answer several at once."""
        return self.operation == "chat"

    def unit(self, declared: str) -> str:
        """Return a declared unit in the client's words: `currency/transaction` as `EUR/call`."""
        return declared.replace("currency", self.currency).replace("transaction", self.transaction)
