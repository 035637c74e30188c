/**
 * What a setup changes, in the page's language. The scheduler names it in short English items, such as
 * "plates 4, ink P286, paper".
 */

/** @typedef {import('./format.js').Lang} Lang */

/** @type {Record<string, string>} */
const VIETNAMESE = {
  plates: 'bản kẽm',
  plate: 'bản kẽm',
  ink: 'mực',
  inks: 'mực',
  wash: 'rửa lô',
  'wash-up': 'rửa lô',
  blanket: 'rửa cao su',
  paper: 'giấy',
  format: 'khổ',
  size: 'khổ',
  caliper: 'độ dày giấy',
  coating: 'lớp phủ',
  coater: 'bộ phủ',
  die: 'khuôn bế',
  tool: 'khuôn',
  job: 'bài mới',
  base: 'chuẩn bị máy',
};

/** @param {string} reason @param {Lang} lang */
export function setupReason(reason, lang) {
  if (reason === '') return '';
  /** @type {Map<string, string[]>} */
  const byWord = new Map();
  for (const item of reason.split(/,\s*/)) {
    const [word = '', ...rest] = item.split(' ');
    const kept = byWord.get(word) ?? [];
    byWord.set(word, rest.length > 0 ? [...kept, rest.join(' ')] : kept);
  }
  return [...byWord].map(([word, of]) => say(word, of.join(', '), lang)).join(', ');
}

/** @param {string} word @param {string} of what or how many @param {Lang} lang */
function say(word, of, lang) {
  const said = (lang === 'vi' ? VIETNAMESE[word.toLowerCase()] : undefined) ?? word;
  if (of === '') return said;
  return /^\d+$/.test(of) ? `${of} ${said}` : `${said} ${of}`;
}
