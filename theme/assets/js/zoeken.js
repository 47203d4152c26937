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

  // Both engines write the same facts under different names.
  function lees(ruw) {
    var basis = venster.getAttribute("data-basis") || "";
    return (ruw.docs || ruw.items || []).map(function (item) {
      var tekst = zonderOpmaak(item.text || "");
      return {
        adres: basis + item.location,
        titel: zonderOpmaak(item.title || ""),
        tekst: tekst,
        platteTitel: plat(zonderOpmaak(item.title || "")),
        platteTekst: plat(tekst)
      };
    });
  }

  function laad(klaar) {
    if (index) { klaar(); return; }
    var script = document.createElement("script");
    script.src = venster.getAttribute("data-index");
    script.onload = function () {
      index = lees(window.__index || {});
      klaar();
    };
    script.onerror = function () { stand.textContent = "Zoeken lukt nu niet. In het menu staan alle pagina’s."; };
    document.head.appendChild(script);
  }

  function gewicht(item, woorden) {
    var som = 0;
    for (var i = 0; i < woorden.length; i += 1) {
      var inTitel = item.platteTitel.indexOf(woorden[i]);
      var inTekst = item.platteTekst.indexOf(woorden[i]);
      if (inTitel === -1 && inTekst === -1) return 0;
      if (inTitel !== -1) som += 10;
      if (inTekst !== -1) som += 1 + 1 / (1 + inTekst);
    }
    return som;
  }

  function fragment(item, woorden) {
    var plaats = item.platteTekst.indexOf(woorden[0]);
    if (plaats < 0) plaats = 0;
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

  function zoek() {
    var woorden = plat(veld.value).split(/[^a-z0-9]+/).filter(function (w) { return w.length > 1; }).map(stam);
    lijst.textContent = "";
    if (!woorden.length || !index) { stand.textContent = ""; return; }
    var gevonden = index
      .map(function (item) { return { item: item, gewicht: gewicht(item, woorden) }; })
      .filter(function (treffer) { return treffer.gewicht > 0; })
      .sort(function (a, b) { return b.gewicht - a.gewicht; });
    gevonden.slice(0, 12).forEach(function (treffer) { lijst.appendChild(regel(treffer.item, woorden)); });
    if (!gevonden.length) stand.textContent = "Niets gevonden. Probeer een ander woord, of kijk in de wegwijzer.";
    else stand.textContent = gevonden.length === 1 ? "1 plek gevonden." : gevonden.length + " plekken gevonden.";
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
  venster.querySelector("[data-vk-zoek-sluit]").addEventListener("click", function () { venster.close(); });
  venster.addEventListener("click", function (gebeurtenis) {
    if (gebeurtenis.target === venster) venster.close();
  });
})();
