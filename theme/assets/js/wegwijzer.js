/* Filter and choice on the wegwijzer. Without this file the chart stands there whole. */
(function () {
  "use strict";

  var chart = document.querySelector("[data-vk-wegwijzer]");
  var filter = chart && chart.querySelector("[data-vk-filter]");
  if (!filter) return;

  var field = filter.querySelector("input");
  var buttons = Array.prototype.slice.call(filter.querySelectorAll("button[data-groep]"));
  var status = filter.querySelector("[role=status]");
  var groups = Array.prototype.slice.call(chart.querySelectorAll(".vk-bord"));
  var chosenGroup = "";

  // Lower case and without accents, so that 'financien' finds 'financiën'.
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  var rows = [];
  groups.forEach(function (group) {
    group.querySelectorAll(".vk-rij").forEach(function (element) {
      var situation = element.querySelector(".vk-rij__wat").textContent;
      rows.push({
        element: element,
        group: group.getAttribute("data-groep"),
        text: fold(situation + " " + (element.getAttribute("data-woorden") || ""))
      });
    });
  });

  function matches(row, words) {
    if (chosenGroup && row.group !== chosenGroup) return false;
    return words.every(function (word) { return row.text.indexOf(word) !== -1; });
  }

  function report(count, filtered) {
    if (!filtered) status.textContent = "";
    else if (count === 0) status.textContent = "Niets gevonden. Bel gerust een vertrouwenspersoon: die weet de weg.";
    else status.textContent = count + (count === 1 ? " situatie gevonden." : " situaties gevonden.");
  }

  function update() {
    var words = fold(field.value).split(/[^a-z0-9]+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row) {
      var visible = matches(row, words);
      row.element.hidden = !visible;
      if (visible) count += 1;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector(".vk-rij:not([hidden])");
    });
    report(count, words.length > 0 || chosenGroup !== "");
  }

  function choose(group) {
    chosenGroup = group;
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-groep") === group));
    });
    update();
  }

  function addressed() {
    return location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  }

  // An address such as #pesten must always show its row, whatever was filtered before.
  function showAddressed() {
    var target = addressed();
    if (!target || !chart.contains(target)) return;
    if (target.closest("[hidden]")) {
      field.value = "";
      choose("");
    }
    target.scrollIntoView();
  }

  filter.hidden = false;
  filter.addEventListener("submit", function (event) { event.preventDefault(); });
  field.addEventListener("input", update);
  buttons.forEach(function (button) {
    button.addEventListener("click", function () { choose(button.getAttribute("data-groep")); });
  });
  window.addEventListener("hashchange", showAddressed);
  // The filter has just pushed the rows down: bring the addressed row back into view.
  var target = addressed();
  if (target) target.scrollIntoView();
})();
