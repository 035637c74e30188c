// Runs before the first paint, so that the page never flashes in another theme or language.
(function () {
  var root = document.documentElement;
  var dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  var theme = null;
  var lang = null;
  try {
    theme = localStorage.getItem('nhain.theme');
    lang = localStorage.getItem('nhain.lang');
  } catch (e) {
    // storage may be barred: the defaults then hold for this visit
  }
  root.dataset.theme = theme === 'light' || theme === 'dark' ? theme : dark ? 'dark' : 'light';
  root.lang = lang === 'en' ? 'en' : 'vi';
})();
