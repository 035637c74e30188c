import { html } from '../../vendor/lit-html.js';
import { t } from '../i18n/lang.js';

/**
 * Asks before something that cannot be taken back. The browser's own dialog keeps the focus inside and hears Escape.
 *
 * @param {{title: string, text: string, yes: string, danger?: boolean, onYes: () => void, onNo: () => void}} question
 */
export function confirmDialog({ title, text, yes, danger = false, onYes, onNo }) {
  queueMicrotask(openDialogs);
  return html`<dialog data-modal aria-labelledby="confirm-title" @cancel=${onNo}>
    <h2 id="confirm-title">${title}</h2>
    <p>${text}</p>
    <div class="dialog-buttons">
      <button @click=${onNo}>${t('cancel')}</button>
      <button class=${danger ? 'danger' : 'primary'} @click=${onYes} autofocus>${yes}</button>
    </div>
  </dialog>`;
}

/** Dialogs are drawn closed; this opens those that are new. */
export function openDialogs() {
  for (const dialog of document.querySelectorAll('dialog[data-modal]:not([open])')) {
    /** @type {HTMLDialogElement} */ (dialog).showModal();
  }
}
