"""What the `bpo` command shows under its help: examples of each command, and the exit codes."""

from typing import Final

EXAMPLES: Final = {
    "new": """\
  bpo new clients/acme                     a folder of CSV files to fill in
  bpo new clients/acme --xlsx              one workbook instead""",
    "check": """\
  bpo check clients/acme                   say everything that has to be mended
  bpo check clients/*                      of every client at once""",
    "run": """\
  bpo run clients/acme                     write reports/acme/base/report.html
  bpo run clients/* --jobs 4               a report for every client, four at a time
  bpo run clients/acme --scenario growth   with what clients/acme/scenarios/growth.csv changes
  bpo run clients/acme --chapters fit pricing summary""",
    "list": """\
  bpo list                                 the clients in clients/, else the samples
  bpo list clients                         who is there, with which scenarios""",
    "criteria": """\
  bpo criteria clients/acme                write clients/acme/criteria.csv, the house table to change""",
    "map": """\
  bpo map clients/acme                     write reports/acme/process-map.svg, .bpmn and .mmd""",
    "questions": """\
  bpo questions clients/acme               write reports/acme/questions.xlsx, to send to every bidder""",
}
EXIT_CODES: Final = (
    "exit codes: 0 all well, 1 a client failed, 2 inputs to mend, 3 a fault of this machine, 130 interrupted"
)
