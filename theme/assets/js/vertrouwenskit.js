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
  var STORAGE_KEY = "vertrouwenskit-schema";
  function storedScheme() {
    try { return localStorage.getItem(STORAGE_KEY); } catch (error) { return null; }
  }
  function storeScheme(scheme) {
    try { localStorage.setItem(STORAGE_KEY, scheme); } catch (error) { /* not kept, still shown */ }
  }

  var systemDark = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark() {
    var chosen = root.getAttribute("data-vk-schema");
    return chosen ? chosen === "donker" : systemDark.matches;
  }
  function applyScheme(scheme) {
    if (scheme === "donker" || scheme === "licht") root.setAttribute("data-vk-schema", scheme);
  }
  applyScheme(storedScheme());

  function setUpSchemeButtons() {
    document.querySelectorAll("button[data-vk-schema]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        var scheme = isDark() ? "licht" : "donker";
        applyScheme(scheme);
        storeScheme(scheme);
      });
    });
  }

  // Leaving: blank first, so that nothing stands on screen while the other page loads; replace, so that
  // the back button does not return here. In a frame the whole window goes.
  function leave(address) {
    document.title = "Even geduld";
    document.body.hidden = true;
    try { window.top.location.replace(address); } catch (error) { window.location.replace(address); }
  }

  var PRESSES_TO_LEAVE = 3;
  var PRESSES_EXPIRE_MS = 5000;

  function setUpLeaving() {
    var link = document.querySelector("[data-vk-verlaat]");
    if (!link) return;
    link.addEventListener("click", function (event) {
      event.preventDefault();
      leave(link.href);
    });
    leaveByShift(link.href, addStatus(link.parentNode));
  }

  function addStatus(parent) {
    var status = document.createElement("span");
    status.className = "vk-verborgen";
    status.setAttribute("role", "status");
    return parent.appendChild(status);
  }

  function leaveByShift(address, status) {
    var presses = 0;
    var alone = false;
    var timer = 0;
    function forget() { presses = 0; status.textContent = ""; }
    // A key or a click together with Shift is typing or going back a field, not a call for help.
    function spoil() { alone = false; presses = 0; }
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Shift") spoil();
      else if (!event.repeat) alone = true;
    });
    document.addEventListener("mousedown", spoil);
    document.addEventListener("keyup", function (event) {
      if (event.key !== "Shift" || !alone) return;
      presses += 1;
      window.clearTimeout(timer);
      timer = window.setTimeout(forget, PRESSES_EXPIRE_MS);
      if (presses === PRESSES_TO_LEAVE) leave(address);
      else status.textContent = "Shift: nog " + (PRESSES_TO_LEAVE - presses) + " keer om deze pagina te verlaten.";
    });
  }

  function setUpMenus() {
    var menus = document.querySelectorAll("details[data-vk-sluit]");
    document.addEventListener("click", function (event) {
      menus.forEach(function (menu) {
        if (menu.open && !menu.contains(event.target)) menu.open = false;
      });
    });
    // Who comes back to this page finds it as it was read, not behind the menu by which it was left.
    window.addEventListener("pagehide", function () {
      menus.forEach(function (menu) { menu.open = false; });
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      menus.forEach(function (menu) {
        if (!menu.open) return;
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    });
  }

  // Where the list of contents stands above the text it folds, so that the first answer stands on the first screen.
  function foldContents() {
    var contents = document.querySelector("[data-vk-inhoudsopgave]");
    if (contents && window.matchMedia("(max-width: 71.99rem)").matches) contents.open = false;
  }

  // Paper cannot unfold: open every answer before printing, and close again what was closed.
  function unfoldForPrint() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      document.querySelectorAll(".vk-artikel details:not([open])").forEach(function (block) {
        block.open = true;
        opened.push(block);
      });
    });
    window.addEventListener("afterprint", function () {
      opened.forEach(function (block) { block.open = false; });
      opened = [];
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    setUpSchemeButtons();
    setUpLeaving();
    setUpMenus();
    foldContents();
    unfoldForPrint();
  });
})();
