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

  function readRow(element, words, group) {
    return {
      element: element,
      group: group,
      title: words.querySelector(".vk-rij__titel").textContent,
      text: window.vkWords.fold(words.textContent + " " + (element.getAttribute("data-woorden") || ""))
    };
  }

  var rows = [];
  groups.forEach(function (group) {
    group.querySelectorAll(".vk-rij").forEach(function (element) {
      rows.push(readRow(element, element.querySelector(".vk-rij__wat"), group.getAttribute("data-groep")));
    });
  });
  // What is dangerous is never hidden; it is only pointed at.
  var dangers = Array.prototype.map.call(chart.querySelectorAll(".vk-gevaar__rij"), function (element) {
    return readRow(element, element.querySelector(".vk-gevaar__wat"), "");
  });

  function score(row, words) {
    return words.filter(function (word) { return row.text.indexOf(word) !== -1; }).length;
  }

  function count(number) {
    return number + (number === 1 ? " situatie gevonden." : " situaties gevonden.");
  }

  function linkTo(row) {
    var link = document.createElement("a");
    link.href = "#" + row.element.id;
    link.textContent = row.title;
    return link;
  }

  function report(found, urgent) {
    status.textContent = "";
    if (urgent.length) {
      status.append("Kijk eerst hier: ");
      urgent.forEach(function (row, at) { status.append(at ? " · " : "", linkTo(row)); });
      status.append(". ");
    }
    if (found.length) status.append(count(found.length));
    else if (!urgent.length) {
      status.append("Niets gevonden. Een vertrouwenspersoon weet de weg. Direct gevaar? Bel 112. Gedachten aan zelfdoding? Bel 113.");
    }
  }

  // The rows that hold most of the words: somebody who types a whole sentence still finds the row that fits best.
  function update() {
    var words = window.vkWords.telling(field.value);
    var best = Math.max.apply(null, rows.concat(dangers).map(function (row) { return score(row, words); }));
    function fits(row) { return !words.length || (best > 0 && score(row, words) === best); }
    var found = rows.filter(function (row) { return fits(row) && (!chosenGroup || row.group === chosenGroup); });
    rows.forEach(function (row) { row.element.hidden = found.indexOf(row) === -1; });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector(".vk-rij:not([hidden])");
    });
    if (words.length || chosenGroup) report(found, words.length ? dangers.filter(fits) : []);
    else status.textContent = "";
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
