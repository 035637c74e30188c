import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linksOf } from '../../main/resources/public/app/model/gantt/path.js';
import { barAt, buildRows, instantOfShare, keyOf, merge, openParts } from '../../main/resources/public/app/model/gantt/rows.js';
import { steer } from '../../main/resources/public/app/model/gantt/steer.js';
import { bandHours } from '../../main/resources/public/app/model/gantt/tariff.js';
import { ticksOf } from '../../main/resources/public/app/model/gantt/ticks.js';
import { clamp, fit, panBy, reveal, timeAt, xOf, zoomAt } from '../../main/resources/public/app/model/gantt/viewport.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const H = 3_600_000;
const T0 = Date.parse('2026-11-24T01:00:00Z');
const at = (hours) => new Date(T0 + hours * H).toISOString();

/** P1: machine order/operation setup-start-end, hours from T0. */
function operation(machineId, orderId, operationId, setup, start, end, predecessors = []) {
  return { machineId, orderId, operationId, setupStart: at(setup), start: at(start), end: at(end), predecessors };
}

const PLAN = buildRows(
  ['OF1', 'OF2', 'DC1'],
  [
    operation('OF1', 'B', 'P1', 4, 4.5, 6),
    operation('OF1', 'A', 'P1', 0, 0.5, 2),
    operation('DC1', 'A', 'DIE', 3, 3.25, 5, ['P1', 'P2']),
    operation('OF2', 'A', 'P2', 1, 1.5, 2.5),
    operation('XX9', 'C', 'P1', 0, 1, 2),
  ],
  { OF1: [{ from: at(-10), to: at(-2) }, { from: at(5), to: at(5.5) }] },
);

test('bars are sorted by machine and time, and machines that the plant lacks are left out', () => {
  assert.deepEqual(PLAN.rows.map((r) => r.bars.map((b) => b.key)), [['A/P1', 'B/P1'], ['A/P2'], ['A/DIE']]);
  assert.deepEqual(PLAN.byOrder.get('A').map((b) => b.key), ['A/P1', 'A/P2', 'A/DIE']);
  assert.deepEqual(PLAN.extent, { from: T0, to: T0 + 6 * H });
});

test('a bar is found from its setup to its end, and with a little slack beside it', () => {
  const [row] = PLAN.rows;
  assert.equal(barAt(row, T0 + 0.1 * H, 0).key, 'A/P1');
  assert.equal(barAt(row, T0 + 3 * H, 0), null);
  assert.equal(barAt(row, T0 + 3.95 * H, 0.1 * H).key, 'B/P1');
});

test('closed hours cut a bar to its open parts', () => {
  const [row] = PLAN.rows;
  assert.deepEqual(openParts(row.closed, T0 + 4.5 * H, T0 + 6 * H), [
    { from: T0 + 4.5 * H, to: T0 + 5 * H },
    { from: T0 + 5.5 * H, to: T0 + 6 * H },
  ]);
  assert.deepEqual(openParts(row.closed, T0 + 5.1 * H, T0 + 5.2 * H), []);
});

test('progress counts open time only', () => {
  const parts = openParts(PLAN.rows[0].closed, T0 + 4.5 * H, T0 + 6 * H);
  assert.equal(instantOfShare(parts, 0.5), T0 + 5 * H);
  assert.equal(instantOfShare(parts, 0.75), T0 + 5.75 * H);
  assert.equal(instantOfShare(parts, 1), T0 + 6 * H);
});

test('overlapping closed times become one', () => {
  assert.deepEqual(merge([{ from: 5, to: 9 }, { from: 1, to: 3 }, { from: 3, to: 6 }, { from: 20, to: 20 }]), [{ from: 1, to: 9 }]);
});

test('the path follows the named predecessors', () => {
  const links = linksOf(PLAN.byOrder.get('A'));
  assert.deepEqual(links.map((l) => [l.from.key, l.to.key]), [['A/P1', 'A/DIE'], ['A/P2', 'A/DIE']]);
});

test('keys lead along a machine and to the nearest bar of the next one', () => {
  const first = PLAN.byKey.get(keyOf('A', 'P1'));
  assert.equal(steer(PLAN, null, 'right', T0).key, 'A/P1');
  assert.equal(steer(PLAN, first, 'right', T0).key, 'B/P1');
  assert.equal(steer(PLAN, first, 'left', T0), first);
  assert.equal(steer(PLAN, first, 'down', T0).key, 'A/P2');
  assert.equal(steer(PLAN, PLAN.byKey.get('A/DIE'), 'up', T0).key, 'A/P2');
});

test('zooming keeps the instant under the pointer', () => {
  const v = { from: T0, span: 24 * H, width: 1000 };
  const zoomed = zoomAt(v, 0.5, 300);
  assert.ok(Math.abs(timeAt(zoomed, 300) - timeAt(v, 300)) < 1);
  assert.equal(zoomed.span, 12 * H);
});

test('panning moves by pixels and stops near the plan’s ends', () => {
  const v = { from: T0, span: 10 * H, width: 1000 };
  assert.equal(panBy(v, 100).from, T0 + H);
  const extent = { from: T0, to: T0 + 5 * H };
  assert.equal(clamp(panBy(v, 100_000), extent).from, T0 + 2.5 * H);
  assert.equal(clamp(panBy(v, -100_000), extent).from, T0 - 7.5 * H);
});

test('fit shows the whole plan', () => {
  const v = fit({ from: 0, span: 1, width: 800 }, PLAN.extent);
  assert.ok(xOf(v, PLAN.extent.from) > 0);
  assert.ok(xOf(v, PLAN.extent.to) < 800);
});

test('what is out of view is brought in by the least move', () => {
  const v = { from: T0, span: 10 * H, width: 1000 };
  assert.equal(reveal(v, T0 + 2 * H, T0 + 3 * H), v);
  assert.equal(reveal(v, T0 + 12 * H, T0 + 13 * H).from, T0 + 3.5 * H);
  assert.equal(reveal(v, T0 - 2 * H, T0).from, T0 - 2.5 * H);
});

test('ticks stand on round local hours, and midnight carries the day', () => {
  const ticks = ticksOf(T0, T0 + 20 * H, 7, ZONE, 'vi');
  assert.deepEqual(ticks.map((x) => x.text), ['09:00', '12:00', '15:00', '18:00', '21:00', 'T4 25/11', '03:00']);
  assert.equal(ticks[5].day, true);
});

test('peak hours follow the weekday and the zone', () => {
  const band = { level: 'PEAK', days: ['TUESDAY'], from: '17:30', to: '22:30', vndPerKwh: 1 };
  const night = { level: 'PEAK', days: ['WEDNESDAY'], from: '22:00', to: '00:00', vndPerKwh: 1 };
  const hours = bandHours([band, night], 'PEAK', T0, T0 + 3 * 24 * H, ZONE);
  assert.deepEqual(
    hours.map((h) => [new Date(h.from).toISOString(), new Date(h.to).toISOString()]),
    [
      ['2026-11-24T10:30:00.000Z', '2026-11-24T15:30:00.000Z'],
      ['2026-11-25T15:00:00.000Z', '2026-11-25T17:00:00.000Z'],
    ],
  );
  assert.deepEqual(bandHours([band], 'OFF_PEAK', T0, T0 + H, ZONE), []);
});
