/** Starts the page: draws the shell, then asks and listens. Reading starts at view/shell.js. */
import { start } from './state/store.js';
import { mountShell } from './view/shell.js';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element #app');
mountShell(root);
void start();
