/* From what a reader types to what may be found: shared by the search and by the filter of the wegwijzer. */
window.vkWords = (function () {
  "use strict";

  // Words that stand on every page say nothing, unless nothing else was typed.
  var STOP_WORDS = " aan als bij dat de die dit een en er het hoe ik in is kan me mij mijn met naar niet of om op te van voor wat wie word wordt ";

  // Lower case and without accents, so that 'financien' finds 'financiën'.
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  // Dutch endings that hide a match: pesten/pest, klachten/klacht, meldt/meld. Never below four letters.
  function stem(word) {
    var short = word.replace(/(heden|ingen|tjes|eren|en|er|es|je|e|s|t)$/, "");
    return short.length >= 4 ? short : word;
  }

  // The words that tell something, folded and stemmed.
  function telling(text) {
    var all = fold(text).split(/[^a-z0-9]+/).filter(function (word) { return word.length > 1; });
    var kept = all.filter(function (word) { return STOP_WORDS.indexOf(" " + word + " ") === -1; });
    return (kept.length ? kept : all).map(stem);
  }

  return { fold: fold, telling: telling };
})();
