/*
 * Colour scheme, leave-this-page and menus. Every page works without this file.
 * It stores one thing, and only after the reader chose it: the colour scheme.
 */
(function () {
  "use strict";

  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");

  // Storage may be barred (private window, frame, folder opened from disk): then the choice holds for this page.
  var SLEUTEL = "vertrouwenskit-schema";
  function bewaard() {
    try { return localStorage.getItem(SLEUTEL); } catch (fout) { return null; }
  }
  function bewaar(schema) {
    try { localStorage.setItem(SLEUTEL, schema); } catch (fout) { /* not kept, still shown */ }
  }

  var donkerSysteem = window.matchMedia("(prefers-color-scheme: dark)");
  function isDonker() {
    var keuze = root.getAttribute("data-vk-schema");
    return keuze ? keuze === "donker" : donkerSysteem.matches;
  }
  function toon(schema) {
    if (schema === "donker" || schema === "licht") root.setAttribute("data-vk-schema", schema);
  }
  toon(bewaard());

  function schemaknoppen() {
    document.querySelectorAll("[data-vk-schema]").forEach(function (knop) {
      if (knop === root) return;
      knop.hidden = false;
      knop.addEventListener("click", function () {
        var schema = isDonker() ? "licht" : "donker";
        toon(schema);
        bewaar(schema);
      });
    });
  }

  // Leaving: blank first, so that nothing stands on screen while the other page loads; replace, so that
  // the back button does not return here. In a frame the whole window goes.
  function verlaat(adres) {
    document.title = "Even geduld";
    document.body.hidden = true;
    try { window.top.location.replace(adres); } catch (fout) { window.location.replace(adres); }
  }

  function verlaatknop() {
    var link = document.querySelector("[data-vk-verlaat]");
    if (!link) return;
    link.addEventListener("click", function (gebeurtenis) {
      gebeurtenis.preventDefault();
      verlaat(link.href);
    });
    var status = document.createElement("span");
    status.className = "vk-verborgen";
    status.setAttribute("role", "status");
    link.parentNode.appendChild(status);
    var keer = 0;
    var klok = 0;
    document.addEventListener("keyup", function (gebeurtenis) {
      if (gebeurtenis.key !== "Shift") { keer = 0; return; }
      keer += 1;
      window.clearTimeout(klok);
      klok = window.setTimeout(function () { keer = 0; status.textContent = ""; }, 5000);
      if (keer === 3) verlaat(link.href);
      else status.textContent = "Shift: nog " + (3 - keer) + " keer om deze pagina te verlaten.";
    });
    // A key pressed together with Shift is typing, not a call for help.
    document.addEventListener("keydown", function (gebeurtenis) {
      if (gebeurtenis.key !== "Shift") keer = 0;
    });
  }

  function menus() {
    var alle = document.querySelectorAll("details[data-vk-sluit]");
    document.addEventListener("click", function (gebeurtenis) {
      alle.forEach(function (menu) {
        if (menu.open && !menu.contains(gebeurtenis.target)) menu.open = false;
      });
    });
    document.addEventListener("keydown", function (gebeurtenis) {
      if (gebeurtenis.key !== "Escape") return;
      alle.forEach(function (menu) {
        if (!menu.open) return;
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    });
  }

  // On a small screen the list of contents folds, so that the first answer stands on the first screen.
  function inhoudsopgave() {
    var lijst = document.querySelector("[data-vk-inhoudsopgave]");
    if (lijst && window.matchMedia("(max-width: 61.99rem)").matches) lijst.open = false;
  }

  // Paper cannot unfold: open every answer before printing, and close again what was closed.
  function afdrukken() {
    var geopend = [];
    window.addEventListener("beforeprint", function () {
      document.querySelectorAll(".vk-artikel details:not([open])").forEach(function (blok) {
        blok.open = true;
        geopend.push(blok);
      });
    });
    window.addEventListener("afterprint", function () {
      geopend.forEach(function (blok) { blok.open = false; });
      geopend = [];
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    schemaknoppen();
    verlaatknop();
    menus();
    inhoudsopgave();
    afdrukken();
  });
})();
