import { html, render } from '../../vendor/lit-html.js';

/** @param {HTMLElement} root */
export function mount(root) {
  render(html``, root);
  return () => {};
}
