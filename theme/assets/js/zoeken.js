/*
 * Search in this site. The index is a script beside the pages, fetched when the reader opens the search,
 * so that it also works from a folder on disk and weighs nothing on the first page.
 */
(function () {
  "use strict";

  var dialog = document.querySelector("[data-vk-zoekvenster]");
  if (!dialog || typeof dialog.showModal !== "function") return;

  var field = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]");
  var list = dialog.querySelector("ol");
  var index = null;
  var MOST_RESULTS = 12;
  var EXCERPT_LENGTH = 150;
  var fold = window.vkWords.fold;

  function plainText(html) {
    var parsed = new DOMParser().parseFromString(html, "text/html");
    return (parsed.body.textContent || "").replace(/\s+/g, " ").trim();
  }

  function entry(address, title, text, keywords, priority) {
    return {
      address: address, title: title, text: text, priority: priority,
      foldedTitle: fold(title), foldedKeywords: fold(keywords), foldedText: fold(text)
    };
  }

  // A situation comes before a page that speaks of it: the reader looks for somebody, not for a text.
  function readSituations(raw) {
    return raw.map(function (row) { return entry(row.adres, row.titel, row.tekst, row.woorden, 50); });
  }

  // Both engines write the same facts under different names. A group of the chart is left out, also where the index
  // has it: its table is one run of words there, and each of its rows is a situation already.
  function readIndex(raw) {
    return (raw.docs || raw.items || []).filter(function (item) {
      return item.location.indexOf("wegwijzer.html#groep-") !== 0;
    }).map(function (item) {
      return entry(item.location, plainText(item.title || ""), plainText(item.text || ""), "", 0);
    });
  }

  function loadScript(address, done) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = function () { status.textContent = "Zoeken lukt nu niet. In het menu staan alle pagina’s."; };
    document.head.appendChild(script);
  }

  function load(done) {
    if (index) { done(); return; }
    loadScript(dialog.getAttribute("data-situaties"), function () {
      loadScript(dialog.getAttribute("data-index"), function () {
        index = readSituations(window.__situaties || []).concat(readIndex(window.__index || {}));
        done();
      });
    });
  }

  // More of the words found counts most, then a word in the title, then a keyword, then a word early in the text.
  function wordScore(item, word) {
    var inTitle = item.foldedTitle.indexOf(word) !== -1;
    var inKeywords = item.foldedKeywords.indexOf(word) !== -1;
    var inText = item.foldedText.indexOf(word);
    if (!inTitle && !inKeywords && inText === -1) return 0;
    return 100 + (inTitle ? 20 : 0) + (inKeywords ? 10 : 0) + (inText === -1 ? 0 : 1 / (1 + inText));
  }

  function score(item, words) {
    var sum = words.reduce(function (sum, word) { return sum + wordScore(item, word); }, 0);
    return sum && sum + item.priority;
  }

  function excerpt(item, words) {
    var end = item.foldedText.length;
    var first = Math.min.apply(null, words.map(function (word) {
      var here = item.foldedText.indexOf(word);
      return here === -1 ? end : here;
    }));
    if (first === end) first = 0;
    var from = Math.max(0, item.text.lastIndexOf(" ", Math.max(0, first - 50)));
    var piece = item.text.slice(from, from + EXCERPT_LENGTH).trim();
    return (from > 0 ? "… " : "") + piece + (from + EXCERPT_LENGTH < item.text.length ? " …" : "");
  }

  function resultLine(item, words) {
    var line = document.createElement("li");
    var link = document.createElement("a");
    var title = document.createElement("strong");
    var text = document.createElement("span");
    link.href = item.address;
    title.textContent = item.title;
    text.textContent = excerpt(item, words);
    link.appendChild(title);
    link.appendChild(text);
    line.appendChild(link);
    link.addEventListener("click", function () { dialog.close(); });
    return line;
  }

  function report(count) {
    if (!count) status.textContent = "Niets gevonden. Probeer een ander woord, of kijk in de wegwijzer.";
    else if (count === 1) status.textContent = "1 plek gevonden.";
    else if (count > MOST_RESULTS) status.textContent = "De beste " + MOST_RESULTS + " van " + count + " plekken.";
    else status.textContent = count + " plekken gevonden.";
  }

  function search() {
    var words = window.vkWords.telling(field.value);
    list.textContent = "";
    if (!words.length || !index) { status.textContent = ""; return; }
    var found = index
      .map(function (item) { return { item: item, score: score(item, words) }; })
      .filter(function (hit) { return hit.score > 0; })
      .sort(function (a, b) { return b.score - a.score; });
    found.slice(0, MOST_RESULTS).forEach(function (hit) { list.appendChild(resultLine(hit.item, words)); });
    report(found.length);
  }

  document.querySelectorAll("[data-vk-zoeken]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      dialog.showModal();
      field.focus();
      load(search);
    });
  });
  field.addEventListener("input", search);
  // A search field would take the first Escape to empty itself.
  field.addEventListener("keydown", function (event) { if (event.key === "Escape") dialog.close(); });
  dialog.querySelector("[data-vk-zoek-sluit]").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog) dialog.close();
  });
})();
