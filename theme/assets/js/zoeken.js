/*
 * Search in this site. The index is a script beside the pages, fetched when the reader opens the search,
 * so that it also works from a folder on disk and weighs nothing on the first page.
 */
(function () {
  "use strict";

  var venster = document.querySelector("[data-vk-zoekvenster]");
  if (!venster || typeof venster.showModal !== "function") return;

  var veld = venster.querySelector("input");
  var stand = venster.querySelector("[role=status]");
  var lijst = venster.querySelector("ol");
  var index = null;
  var MEEST = 12;

  function plat(tekst) {
    return tekst.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function zonderOpmaak(html) {
    var leeg = new DOMParser().parseFromString(html, "text/html");
    return (leeg.body.textContent || "").replace(/\s+/g, " ").trim();
  }

  // Dutch endings that hide a match: pesten/pest, klachten/klacht, meldt/meld. Never below four letters.
  function stam(woord) {
    var kort = woord.replace(/(heden|ingen|tjes|eren|en|er|es|je|e|s|t)$/, "");
    return kort.length >= 4 ? kort : woord;
  }

  function ingang(adres, titel, tekst, woorden, voorrang) {
    return {
      adres: adres, titel: titel, tekst: tekst, voorrang: voorrang,
      platteTitel: plat(titel + " " + woorden), platteTekst: plat(tekst)
    };
  }

  // A situation comes before a page that speaks of it: the reader looks for somebody, not for a text.
  function leesSituaties(ruw) {
    return ruw.map(function (rij) { return ingang(rij.adres, rij.titel, rij.tekst, rij.woorden, 50); });
  }

  // Both engines write the same facts under different names.
  function leesIndex(ruw) {
    return (ruw.docs || ruw.items || []).map(function (item) {
      return ingang(item.location, zonderOpmaak(item.title || ""), zonderOpmaak(item.text || ""), "", 0);
    });
  }

  function laadScript(adres, klaar) {
    var script = document.createElement("script");
    script.src = adres;
    script.onload = klaar;
    script.onerror = function () { stand.textContent = "Zoeken lukt nu niet. In het menu staan alle pagina’s."; };
    document.head.appendChild(script);
  }

  function laad(klaar) {
    if (index) { klaar(); return; }
    laadScript(venster.getAttribute("data-situaties"), function () {
      laadScript(venster.getAttribute("data-index"), function () {
        index = leesSituaties(window.__situaties || []).concat(leesIndex(window.__index || {}));
        klaar();
      });
    });
  }

  // More of the words found counts most, then a word in the title, then a word early in the text.
  function gewicht(item, woorden) {
    var som = woorden.reduce(function (som, woord) {
      var inTitel = item.platteTitel.indexOf(woord) !== -1;
      var inTekst = item.platteTekst.indexOf(woord);
      if (!inTitel && inTekst === -1) return som;
      return som + 100 + (inTitel ? 10 : 0) + (inTekst === -1 ? 0 : 1 / (1 + inTekst));
    }, 0);
    return som && som + item.voorrang;
  }

  function fragment(item, woorden) {
    var plaats = Math.min.apply(null, woorden.map(function (woord) {
      var hier = item.platteTekst.indexOf(woord);
      return hier === -1 ? item.platteTekst.length : hier;
    }));
    if (plaats === item.platteTekst.length) plaats = 0;
    var begin = Math.max(0, item.tekst.lastIndexOf(" ", Math.max(0, plaats - 50)));
    var stuk = item.tekst.slice(begin, begin + 150).trim();
    return (begin > 0 ? "… " : "") + stuk + (begin + 150 < item.tekst.length ? " …" : "");
  }

  function regel(item, woorden) {
    var li = document.createElement("li");
    var link = document.createElement("a");
    var titel = document.createElement("strong");
    var tekst = document.createElement("span");
    link.href = item.adres;
    titel.textContent = item.titel;
    tekst.textContent = fragment(item, woorden);
    link.appendChild(titel);
    link.appendChild(tekst);
    li.appendChild(link);
    link.addEventListener("click", function () { venster.close(); });
    return li;
  }

  // Words that stand on every page say nothing, unless nothing else was typed.
  var LEEG = " aan als bij dat de die dit een en er het hoe ik in is kan mij mijn met naar niet of om op te van voor wat wie ";

  function zoekwoorden(tekst) {
    var alle = plat(tekst).split(/[^a-z0-9]+/).filter(function (woord) { return woord.length > 1; });
    var vol = alle.filter(function (woord) { return LEEG.indexOf(" " + woord + " ") === -1; });
    return (vol.length ? vol : alle).map(stam);
  }

  function meld(aantal) {
    if (!aantal) stand.textContent = "Niets gevonden. Probeer een ander woord, of kijk in de wegwijzer.";
    else if (aantal === 1) stand.textContent = "1 plek gevonden.";
    else stand.textContent = aantal > MEEST ? "De beste " + MEEST + " van " + aantal + " plekken." : aantal + " plekken gevonden.";
  }

  function zoek() {
    var woorden = zoekwoorden(veld.value);
    lijst.textContent = "";
    if (!woorden.length || !index) { stand.textContent = ""; return; }
    var gevonden = index
      .map(function (item) { return { item: item, gewicht: gewicht(item, woorden) }; })
      .filter(function (treffer) { return treffer.gewicht > 0; })
      .sort(function (a, b) { return b.gewicht - a.gewicht; });
    gevonden.slice(0, MEEST).forEach(function (treffer) { lijst.appendChild(regel(treffer.item, woorden)); });
    meld(gevonden.length);
  }

  document.querySelectorAll("[data-vk-zoeken]").forEach(function (knop) {
    knop.hidden = false;
    knop.addEventListener("click", function () {
      venster.showModal();
      veld.focus();
      laad(zoek);
    });
  });
  veld.addEventListener("input", zoek);
  // A search field would take the first Escape to empty itself.
  veld.addEventListener("keydown", function (gebeurtenis) { if (gebeurtenis.key === "Escape") venster.close(); });
  venster.querySelector("[data-vk-zoek-sluit]").addEventListener("click", function () { venster.close(); });
  venster.addEventListener("click", function (gebeurtenis) {
    if (gebeurtenis.target === venster) venster.close();
  });
})();
