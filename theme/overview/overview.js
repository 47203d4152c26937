// Search, filter and order the list. Without this script the list is whole and this form stays hidden.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const body = byId("lijst").tBodies[0];
  const [search, stand, branche, order] = ["zoek", "stand", "branche", "volgorde"].map(byId);
  const urgency = order.dataset.dringend.split(" ");
  const tiles = [];
  let rows;
  let announcing;

  // Accents and capitals make no difference to who searches.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const count = (number) => number.toLocaleString("nl-NL");

  // Reading thousands of rows takes a moment, so it is left until somebody asks something.
  function known() {
    rows ??= Array.from(body.rows, (row, place) => {
      const remark = row.cells[1].querySelector("small")?.textContent ?? "";
      return {
        row,
        place,
        stand: row.dataset.stand,
        branche: row.cells[0].querySelector(".b")?.textContent ?? "",
        day: row.cells[5].querySelector("time")?.getAttribute("datetime") ?? "",
        text: fold(`${Array.from(row.cells[0].childNodes, (part) => part.textContent).join(" ")} ${remark} ${row.dataset.codes ?? ""}`),
      };
    });
    return rows;
  }

  function show() {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    const fits = (item) =>
      (!stand.value || item.stand === stand.value) &&
      (!branche?.value || item.branche === branche.value) &&
      words.every((word) => item.text.includes(word));
    let number = 0;
    for (const item of known()) {
      const fit = fits(item);
      number += fit;
      if (item.row.hidden === fit) item.row.hidden = !fit;
    }
    const chosen = Boolean(words.length || stand.value || branche?.value);
    for (const tile of tiles) tile.setAttribute("aria-pressed", String(tile.dataset.stand === stand.value));
    byId("wis").hidden = !chosen;
    byId("niets").hidden = number > 0 || !chosen;
    tell(chosen ? `${count(number)} van ${count(rows.length)} leden` : `${count(number)} ${number === 1 ? "lid" : "leden"}`);
  }

  // A screen reader hears the number once the typing stops, not at every key.
  function tell(text) {
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      byId("telling").textContent = text;
    }, 250);
  }

  function sort() {
    const compare = {
      naam: () => 0,
      stand: (a, b) => urgency.indexOf(a.stand) - urgency.indexOf(b.stand),
      dag: (a, b) => (a.day < b.day) - (a.day > b.day),
    }[order.value];
    const sorted = [...known()].sort((a, b) => compare(a, b) || a.place - b.place);
    // Out of the page while the rows move: with thousands in sight each move would be worked out.
    const table = body.parentNode;
    body.remove();
    body.append(...sorted.map((item) => item.row));
    table.append(body);
  }

  function choose(values) {
    search.value = values.search ?? "";
    stand.value = values.stand ?? "";
    if (branche) branche.value = "";
    show();
  }

  // What was chosen at the top shows further down; the next Tab goes on from there.
  function goTo(values) {
    choose(values);
    byId("leden").scrollIntoView();
    byId("leden").focus({ preventScroll: true });
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.append(...text);
    made.addEventListener("click", act);
    return made;
  }

  for (const tile of document.querySelectorAll(".tegel")) {
    const name = tile.dataset.stand;
    const made = button(tile.childNodes, () => {
      if (stand.value === name) choose({});
      else goTo({ stand: name });
    });
    made.dataset.stand = name;
    made.setAttribute("aria-pressed", "false");
    tile.append(made);
    tiles.push(made);
  }
  for (const where of document.querySelectorAll("[data-zoek]")) {
    if (!where.dataset.zoek) continue;
    where.append(button([where.firstChild], () => goTo({ search: where.dataset.zoek })));
  }
  // A link to a shared finding opens it.
  const open = () => {
    const target = location.hash.startsWith("#gedeeld-") && byId(location.hash.slice(1));
    if (target) target.open = true;
  };
  addEventListener("hashchange", open);
  open();

  const form = search.form;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const field of [search, stand, branche]) field?.addEventListener("input", show);
  order.addEventListener("input", sort);
  byId("wis").addEventListener("click", () => {
    choose({});
    search.focus();
  });
  // A browser that goes back keeps what was filled in.
  if (search.value || stand.value || branche?.value) show();
  if (order.value !== "naam") sort();
})();
