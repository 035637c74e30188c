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
  if (lang === 'en' || reason === '') return reason;
  return reason
    .split(/,\s*/)
    .map((item) => {
      const [first = '', ...rest] = item.split(' ');
      const word = VIETNAMESE[first.toLowerCase()];
      if (!word) return item;
      const count = rest.length === 1 && /^\d+$/.test(rest[0] ?? '');
      return count ? `${rest[0]} ${word}` : [word, ...rest].join(' ');
    })
    .join(', ');
}
