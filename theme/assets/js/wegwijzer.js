/* Filter and choice on the wegwijzer. Without this file the chart stands there whole. */
(function () {
  "use strict";

  var bord = document.querySelector("[data-vk-wegwijzer]");
  var filter = bord && bord.querySelector("[data-vk-filter]");
  if (!filter) return;

  var veld = filter.querySelector("input");
  var knoppen = Array.prototype.slice.call(filter.querySelectorAll("button[data-groep]"));
  var stand = filter.querySelector("[role=status]");
  var groepen = Array.prototype.slice.call(bord.querySelectorAll(".vk-bord"));
  var keuze = "";

  function plat(tekst) {
    return tekst.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  var rijen = [];
  groepen.forEach(function (groep) {
    groep.querySelectorAll(".vk-rij").forEach(function (rij) {
      var wat = rij.querySelector(".vk-rij__wat");
      rijen.push({
        rij: rij,
        groep: groep.getAttribute("data-groep"),
        tekst: plat(wat.textContent + " " + (rij.getAttribute("data-woorden") || ""))
      });
    });
  });

  function past(rij, woorden) {
    if (keuze && rij.groep !== keuze) return false;
    return woorden.every(function (woord) { return rij.tekst.indexOf(woord) !== -1; });
  }

  function meld(aantal, gefilterd) {
    if (!gefilterd) stand.textContent = "";
    else if (aantal === 0) stand.textContent = "Niets gevonden. Bel gerust een vertrouwenspersoon: die weet de weg.";
    else stand.textContent = aantal + (aantal === 1 ? " situatie gevonden." : " situaties gevonden.");
  }

  function werkBij() {
    var woorden = plat(veld.value).split(/[^a-z0-9]+/).filter(Boolean);
    var aantal = 0;
    rijen.forEach(function (rij) {
      var zichtbaar = past(rij, woorden);
      rij.rij.hidden = !zichtbaar;
      if (zichtbaar) aantal += 1;
    });
    groepen.forEach(function (groep) {
      groep.hidden = !groep.querySelector(".vk-rij:not([hidden])");
    });
    meld(aantal, woorden.length > 0 || keuze !== "");
  }

  function kies(groep) {
    keuze = groep;
    knoppen.forEach(function (knop) {
      knop.setAttribute("aria-pressed", String(knop.getAttribute("data-groep") === groep));
    });
    werkBij();
  }

  // An address such as #pesten must always show its row, whatever was filtered before.
  function toonDoel() {
    var doel = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!doel || !bord.contains(doel) || !doel.hidden) return;
    veld.value = "";
    kies("");
    doel.scrollIntoView();
  }

  filter.hidden = false;
  filter.addEventListener("submit", function (gebeurtenis) { gebeurtenis.preventDefault(); });
  veld.addEventListener("input", werkBij);
  knoppen.forEach(function (knop) {
    knop.addEventListener("click", function () { kies(knop.getAttribute("data-groep")); });
  });
  window.addEventListener("hashchange", toonDoel);
  // The filter has just pushed the rows down: bring the addressed row back into view.
  if (location.hash) {
    var doel = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (doel) doel.scrollIntoView();
  }
})();
