"""The small script that lets the browser follow; it is put into what is served, never into what is published.

The pages' own policy allows scripts from the same origin and no other connection. So the browser waits for a
*script*: the server answers it when something changed, or after a while, and then the page asks again.
"""

from __future__ import annotations

import json
from typing import Final

#: Everything of the server itself lives here; no page of a site can have this address.
PREFIX: Final = "/_vertrouwenskit/"
FOLLOW: Final = f"{PREFIX}volgen.js"
WAIT: Final = f"{PREFIX}wachten.js"
STYLE: Final = f"{PREFIX}melding.css"

#: Asks only while the page is looked at, and not before it is loaded: otherwise the browser shows it as loading.
FOLLOW_SCRIPT: Final = """\
"use strict";
(() => {
  const version = document.currentScript.dataset.versie;
  let waiting = false;
  const ask = () => {
    if (waiting || document.visibilityState !== "visible") return;
    waiting = true;
    const script = document.createElement("script");
    const again = (pause) => { script.remove(); waiting = false; setTimeout(ask, pause); };
    script.onload = () => again(0);
    script.onerror = () => again(1000);
    script.src = "WAIT?versie=" + encodeURIComponent(version);
    document.head.append(script);
  };
  document.addEventListener("visibilitychange", ask);
  if (document.readyState === "complete") ask(); else addEventListener("load", ask);
})();
""".replace("WAIT", WAIT)

CHANGED_SCRIPT: Final = "location.reload();\n"
UNCHANGED_SCRIPT: Final = "// niets veranderd\n"


def with_reload(page: str, version: str) -> str:
    """Return an HTML page that reloads itself when the server shows another version than ``version``."""
    tag = f'<script src="{FOLLOW}" data-versie={json.dumps(version)}></script>'
    head, found, tail = page.rpartition("</body>")
    return f"{head}{tag}{found}{tail}" if found else page + tag
