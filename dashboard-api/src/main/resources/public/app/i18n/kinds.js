import { t } from './lang.js';

/** @type {Record<string, import('./lang.js').Key>} */
const KINDS = {
  PRINT: 'kind.print',
  LAMINATE: 'lamination',
  UV_COAT: 'uvCoat',
  FOIL: 'foil',
  DIE_CUT: 'dieCut',
  GLUE: 'glueBox',
  CUT: 'cut',
  FOLD: 'fold',
  STITCH: 'saddleStitch',
  BIND: 'perfectBind',
  TRIM: 'trim3',
  PACK: 'pack',
};

/** The process step in the page's language. @param {string} kind */
export function kindName(kind) {
  const key = KINDS[kind];
  return key ? t(key) : kind;
}
