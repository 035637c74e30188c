import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countNeeds, needOf } from '../../main/resources/public/app/model/attention.js';
import { gravity } from '../../main/resources/public/app/model/alarms.js';
import { lateMinutesOf } from '../../main/resources/public/app/model/lateness.js';
import { byHall, shareDone, unitOf } from '../../main/resources/public/app/model/machines.js';
import { href, parseRoute } from '../../main/resources/public/app/model/route.js';

const calm = { state: 'RUNNING', stale: false, quality: 'GREEN' };

test('only what needs somebody is counted, once and for its gravest reason', () => {
  assert.equal(needOf(calm, null), null);
  assert.equal(needOf({ ...calm, state: 'MAINTENANCE' }, null), null);
  assert.equal(needOf({ ...calm, state: 'SETUP', quality: 'YELLOW' }, 0), null);
  assert.equal(needOf({ ...calm, state: 'DOWN', quality: 'RED' }, 90), 'down');
  assert.equal(needOf({ ...calm, stale: true }, 90), 'stale');
  assert.equal(needOf(calm, 90), 'late');
  assert.deepEqual(countNeeds(['late', null, 'down', 'late']), {
    total: 3,
    by: [{ need: 'down', count: 1 }, { need: 'late', count: 2 }],
  });
});

test('a job is late by its order’s plan or by its own end, whichever is worse', () => {
  const order = { due: '2026-11-24T10:00:00Z', plannedEnd: '2026-11-24T09:00:00Z', lateMinutes: 0 };
  const job = { eta: '2026-11-24T08:00:00Z' };
  assert.equal(lateMinutesOf(job, order), -60);
  assert.equal(lateMinutesOf({ eta: '2026-11-24T10:30:00Z' }, order), 30);
  assert.equal(lateMinutesOf(job, { ...order, lateMinutes: 45 }), 45);
  assert.equal(lateMinutesOf(job, undefined), null);
  assert.equal(lateMinutesOf({ eta: null }, { ...order, plannedEnd: null }), null);
});

test('presses come first and finished pieces are not counted as sheets', () => {
  const { presses, finishing } = byHall([{ kind: 'FOLDER' }, { kind: 'OFFSET_PRESS' }]);
  assert.deepEqual([presses.length, finishing[0].kind], [1, 'FOLDER']);
  assert.equal(unitOf('FOLDER_GLUER'), 'piece');
  assert.equal(unitOf('DIE_CUTTER'), 'sheet');
  assert.equal(shareDone({ good: 120, total: 100 }), 1);
  assert.equal(shareDone(null), 0);
});

test('an address is read back as it was written', () => {
  const address = href('plan', null, { order: 'DH 1/2', version: 3, empty: '', no: null });
  assert.equal(address, '#/plan?order=DH+1%2F2&version=3');
  assert.deepEqual(parseRoute(address), { view: 'plan', id: null, query: { order: 'DH 1/2', version: '3' } });
  assert.deepEqual(parseRoute('#/machine/OF%201?range=24'), { view: 'machine', id: 'OF 1', query: { range: '24' } });
  assert.equal(parseRoute('#/nonsense').view, 'board');
  assert.equal(parseRoute('#/machine/%E0%A4%A').id, '%E0%A4%A');
});

test('severities are ranked whatever their case', () => {
  assert.deepEqual(['CRITICAL', 'warning', 'INFO'].map((severity) => gravity({ severity })), [2, 1, 0]);
});
