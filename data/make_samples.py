"""Write the three sample clients: `python data/make_samples.py [folder]`.

Every figure is fictional and comes either from a table in `data/sample_clients` or
from a random stream with a fixed seed, so a second run rewrites the same bytes.
`data/README.md` says what each file means and what each client is meant to show.
"""

import argparse
from pathlib import Path

from sample_clients import harbour_telecom, meadow_claims, northgate_payables

HERE = Path(__file__).resolve().parent


def make_samples(folder: Path) -> None:
    """Write every sample client under `folder`, one folder per client."""
    for client in (harbour_telecom, northgate_payables, meadow_claims):
        client.write(folder / client.NAME)


def main() -> None:
    """Read the command line and write the samples."""
    parser = argparse.ArgumentParser(description="Write the sample clients.")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE / "samples")
    make_samples(parser.parse_args().folder)


if __name__ == "__main__":
    main()
