/** Asks who is there, when reading needs a login. */
import { html, nothing } from '../../vendor/lit-html.js';
import { signal } from '../../vendor/signals-core.js';
import { ApiError } from '../api/client.js';
import { sentence } from '../i18n/errors.js';
import { t } from '../i18n/lang.js';
import { signIn } from '../state/store.js';
import { openDialogs } from './confirm.js';
import { draw } from './draw.js';

const byPin = signal(false);
const failed = signal('');
const busy = signal(false);

/** @param {HTMLElement} root */
export function mount(root) {
  failed.value = '';
  return draw(dialog, root);
}

function dialog() {
  queueMicrotask(openDialogs);
  return html`<dialog class="login" data-modal aria-labelledby="login-title" @cancel=${(/** @type {Event} */ e) => e.preventDefault()}>
    <h2 id="login-title">${t('signIn')}</h2>
    <p class="muted">${t('signInWhy')}</p>
    <form @submit=${submit}>
      ${byPin.value
        ? html`<label>${t('pinCode')}<input name="pin" inputmode="numeric" autocomplete="one-time-code" required autofocus /></label>`
        : html`<label>${t('user')}<input name="user" autocomplete="username" autocapitalize="none" required autofocus /></label>
          <label>${t('password')}<input name="password" type="password" autocomplete="current-password" required /></label>`}
      ${failed.value ? html`<p class="field-error" role="alert">${failed.value}</p>` : nothing}
      <div class="dialog-buttons">
        <button type="button" @click=${() => (byPin.value = !byPin.value)}>${t(byPin.value ? 'withPassword' : 'withPin')}</button>
        <button class="primary" ?disabled=${busy.value}>${t('signIn')}</button>
      </div>
    </form>
  </dialog>`;
}

/** @param {SubmitEvent} event */
async function submit(event) {
  event.preventDefault();
  const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
  /** @param {string} name */
  const field = (name) => String(data.get(name) ?? '');
  busy.value = true;
  failed.value = '';
  try {
    await signIn(byPin.value ? { pin: field('pin') } : { user: field('user'), password: field('password') });
  } catch (e) {
    failed.value = e instanceof ApiError && e.status === 401 ? t('signInWrong') : sentence(e);
  } finally {
    busy.value = false;
  }
}
