"""What the operating system refused, in Dutch: its own words are English, or another language with another program."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

#: What a person can do something about; anything else is told by its name.
_WORDS: Final[dict[int, str]] = {
    errno.EACCES: "dat mag deze gebruiker niet",
    errno.EPERM: "dat mag deze gebruiker niet",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol: deze gebruiker mag niet meer opslaan",
    errno.EFBIG: "het bestand wordt te groot voor deze schijf",
    errno.EROFS: "op deze schijf kan alleen gelezen worden",
    errno.ENOENT: "het is er niet of niet meer",
    errno.EEXIST: "het staat er al",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.ENOTEMPTY: "de map is niet leeg",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EINVAL: "deze schijf kan dat niet, of kent die naam niet",
    errno.EILSEQ: "deze schijf kan die naam niet bewaren",
    errno.ENOTSUP: "deze schijf kan dat niet",
    errno.ENOSYS: "dit systeem kan dat niet",
    errno.EXDEV: "het staat op een andere schijf",
    errno.ELOOP: "verwijzingen die naar elkaar wijzen",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.ETXTBSY: "een ander programma gebruikt het",
    errno.EIO: "de schijf geeft een fout",
    errno.ENODEV: "de schijf is er niet meer",
    errno.ENXIO: "de schijf is er niet meer",
    errno.ESTALE: "de schijf op het netwerk is er niet meer",
    errno.EMFILE: "er staan te veel bestanden tegelijk open",
    errno.ENFILE: "er staan te veel bestanden tegelijk open",
    errno.ENOMEM: "er is te weinig geheugen",
    errno.EAGAIN: "het systeem heeft het te druk",
}
_FULL: Final = "De schijf is vol. Maak ruimte, en start opnieuw: wat klaar is, wordt niet nog eens gemaakt."
#: What Windows calls a file that another program holds open (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION).
_HELD_OPEN: Final = frozenset({32, 33})


def refusal(error: OSError) -> str:
    """Return why the system refused something, as the end of a Dutch sentence, without a full stop."""
    if getattr(error, "winerror", None) in _HELD_OPEN:
        return _WORDS[errno.EBUSY]
    if error.errno is None:
        return str(error) or type(error).__name__
    return _WORDS.get(error.errno) or f"het systeem meldt {errno.errorcode.get(error.errno, error.errno)}"


def disk_trouble(error: OSError) -> str:
    """Say what the file system refused."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _FULL
    place = f" bij {Path(str(error.filename)).name}" if error.filename else ""
    return f"Lezen of schrijven lukt niet{place}: {refusal(error)}."
