"""Check two made-up files, say what happens, and fail unless the verdicts are the right ones."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from workbook import write_workbook

HERE = Path(__file__).parent
DAY = "2026-11-21"
BLOCK, CLEAR = 1, 0

WORKBOOK_STORY = """
An organisation is about to publish this list of who does what, where. The sheet that everybody
sees holds camps to the metre, and the names and phones of staff. Behind it hides a sheet that
somebody forgot: people who live in the camps, with names, ages and what happened to them. Once
published it cannot be called back. hxlguard reads the whole file and compares it, clause by
clause, with the agreement on public 3W data. It must say BLOCK. Notice that it names places and
counts, never a name or a number from the file.
"""
CSV_STORY = """
The same activities, reduced to what the agreement permits: who, what, where down to the district,
and how many. hxlguard must say CLEAR, because a tool that cries wolf is soon switched off.
"""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / "3w-with-camps.xlsx"
        write_workbook(workbook)
        answers = [
            tell("1. The file that must not leave", WORKBOOK_STORY, workbook, BLOCK),
            tell("2. The file that may leave", CSV_STORY, HERE / "3w.csv", CLEAR),
        ]
    if not all(answers):
        print("The demo failed: a verdict is not the expected one.")
        return 1
    print("Both verdicts are the expected ones. A script acts on the exit status alone:")
    print("0 CLEAR, 1 BLOCK, 3 HOLD (something could not be decided), 2 could not be used.")
    return 0


def tell(title: str, story: str, data: Path, expected: int) -> bool:
    """Check one file aloud; True when the exit status is the expected one."""
    command = ["check", str(data), "--agreement", "public-3w", "--on", DAY]
    print(f"{title}\n{'=' * len(title)}")
    print(textwrap.fill(story.strip().replace("\n", " "), 100))
    print(f"\n$ hxlguard check {data.name} --agreement public-3w --on {DAY}\n", flush=True)
    status = subprocess.run([sys.executable, "-m", "hxlguard", *command], check=False).returncode
    print(f"\nexit status {status}, expected {expected}\n", flush=True)
    return status == expected


if __name__ == "__main__":
    sys.exit(main())
