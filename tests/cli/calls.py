"""What the tests of the command line call it with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

CLEAN = """\
Organisation,Sector,Region,District,People reached
#org+name,#sector,#adm1+name,#adm2+name,#reached
Aid Example,WASH,Norvale,Kessou,1250
Relief Sample,Shelter,Norvale,Dombila,2210
"""
PERSONAL = """\
Organisation,Sector,Contact,Phone
#org+name,#sector,#contact+name,#contact+phone
Aid Example,WASH,Awa Traore,+33 1 99 00 12 01
Relief Sample,Shelter,Moussa Keita,+33 1 99 00 12 02
"""
SECRETS = ("Traore", "Keita", "99 00 12")
UNDER_3W = ("--agreement", "public-3w", "--on", "2026-11-21")

Run = Callable[..., tuple[int, str, str]]


def spawn(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hxlguard", *map(str, arguments)]
    return subprocess.run(command, check=False, text=True, timeout=120, **options)  # type: ignore[call-overload,no-any-return]
