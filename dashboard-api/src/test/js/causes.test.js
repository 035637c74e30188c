import assert from 'node:assert/strict';
import test from 'node:test';
import { costs, slices } from '../../main/resources/public/app/model/causes.js';

test('slices are the largest first and fill the bar', () => {
  const all = slices({ run: 60, setup: 0, paper: 120, calendar: 20 });
  assert.deepEqual(all.map((s) => s.code), ['paper', 'run', 'calendar']);
  assert.equal(all[1]?.from, 0.6);
  assert.ok(Math.abs(all.reduce((sum, s) => sum + s.share, 0) - 1) < 1e-9);
});

test('lines that cost nothing are left out, savings are not', () => {
  assert.deepEqual(costs({ run: 100, wash: 0, energy: -300 }), [['energy', -300], ['run', 100]]);
});
