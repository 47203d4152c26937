"""Whatever runs under our name is free: the licence of every library that an installation brings is on one list."""

from __future__ import annotations

from importlib.metadata import distribution

from packaging.licenses import canonicalize_license_expression

from tests.supply.distributions import needed_to_run

#: Free licences that may stand beside the EUPL-1.2, by SPDX identifier.
FREE = {
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "HPND",
    "ISC",
    "MIT",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
    "Unlicense",
}

#: What older metadata says in its own words (classifier, or the field License), as an SPDX expression.
IN_WORDS = {
    "Apache Software License": "Apache-2.0",
    # It carries the licences of what PDFium is made of, each as a file.
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "Dual License": "Apache-2.0 OR BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}

#: How the text of a licence can be known, for a library whose metadata says nothing.
IN_FULL = {"Permission is hereby granted, free of charge, to any person obtaining a\ncopy of this software": "MIT"}


def licence_of(name: str) -> str:
    """Return the licence as an SPDX expression, or what stands there."""
    fields = distribution(name).metadata
    if "License-Expression" in fields:
        return canonicalize_license_expression(fields["License-Expression"])
    classifiers = fields.get_all("Classifier") or []
    said = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::")]
    if known := [IN_WORDS[each] for each in said if each in IN_WORDS]:
        return " AND ".join(sorted(known))
    if "License" in fields:
        return IN_WORDS.get(fields["License"], fields["License"])
    return next((licence for words, licence in IN_FULL.items() if words in licence_text(name)), "none")


def licence_text(name: str) -> str:
    """Return the licence files of an installed distribution as one text."""
    files = [path for path in distribution(name).files or () if "licenses" in path.parts]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_library_that_runs_is_free() -> None:
    licences = {name: licence_of(name) for name in needed_to_run()}
    assert len(licences) > 40
    parts = {
        name: {part.strip("()") for part in text.replace(" OR ", " AND ").split(" AND ")}
        for name, text in licences.items()
    }
    assert {name: licences[name] for name, found in parts.items() if not found <= FREE} == {}
