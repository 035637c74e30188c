import { render } from '../../vendor/lit-html.js';
import { effect } from '../../vendor/signals-core.js';

/**
 * Draws now, and again whenever a signal that the template read has changed.
 *
 * @param {() => unknown} template
 * @param {HTMLElement} root
 * @returns {() => void} stops it
 */
export function draw(template, root) {
  return effect(() => {
    render(template(), root);
  });
}
