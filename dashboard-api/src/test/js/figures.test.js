import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, costCurve } from '../../main/resources/public/app/model/figures.js';
import { fromFirst, join, minutesByState, summary } from '../../main/resources/public/app/model/history.js';
import { decimalsOf, deltaEInks, metricParts } from '../../main/resources/public/app/model/metric.js';
import { byCause } from '../../main/resources/public/app/model/unplanned.js';
import { setupReason } from '../../main/resources/public/app/model/setup-reason.js';

const BASE = { lateOrders: 10, lateHours: 1, setupHours: 100, makereadySheets: 1000, totalVnd: 100, kwh: 50, peakKwh: 0, co2eKg: 10, lines: {} };

test('less is better, and is told as a share, late orders as a number', () => {
  const seen = compare({ ...BASE, lateOrders: 7, setupHours: 80, kwh: 55 }, BASE);
  const by = Object.fromEntries(seen.map((f) => [f.name, f]));
  assert.deepEqual([by.lateOrders.change, by.lateOrders.verdict], [-3, 'better']);
  assert.deepEqual([by.setupHours.change, by.setupHours.verdict], [-0.2, 'better']);
  assert.equal(by.kwh.verdict, 'worse');
  assert.equal(by.totalVnd.verdict, 'same');
  assert.equal(by.peakKwh.verdict, 'same');
});

test('without a baseline nothing is compared', () => {
  assert.ok(compare(BASE, null).every((f) => f.verdict === 'none' && f.change === null));
});

test('the cost curve falls from the top to the bottom of its box', () => {
  assert.equal(costCurve([{ t: 0, cost: 200 }, { t: 5, cost: 100 }], 10, 100, 34), '0.0,2.0 50.0,32.0');
  assert.equal(costCurve([], 10, 100, 34), '');
});

test('series with different times share one axis', () => {
  const a = [{ t: '2026-11-24T00:00:00Z', v: 1 }, { t: '2026-11-24T00:01:00Z', v: 2 }];
  const b = [{ t: '2026-11-24T00:01:00Z', v: 5 }];
  const { times, columns } = join([a, b]);
  assert.equal(times[1] - times[0], 60);
  assert.deepEqual(columns, [[1, 2], [null, 5]]);
});

test('the last value holds until now, unless the machine is not heard', () => {
  const a = [{ t: '2026-11-24T00:00:00Z', v: 7 }];
  const now = Date.parse('2026-11-24T00:05:00Z') / 1000;
  assert.deepEqual(join([a], now).columns, [[7, 7]]);
  assert.deepEqual(join([a], null).columns, [[7]]);
});

test('a counter is told from the start of the range', () => {
  assert.deepEqual(fromFirst([{ t: 'a', v: null }, { t: 'b', v: 100 }, { t: 'c', v: 130 }]).map((p) => p.v), [null, 0, 30]);
  assert.deepEqual(summary([null, 3, 1, 2]), { min: 1, max: 3, last: 2 });
  assert.equal(summary([null]), null);
});

test('time in a state adds up over its spans', () => {
  const spans = [
    { from: '2026-11-24T00:00:00Z', to: '2026-11-24T00:10:00Z', state: 'IDLE' },
    { from: '2026-11-24T00:10:00Z', to: '2026-11-24T01:00:00Z', state: 'RUNNING' },
    { from: '2026-11-24T01:00:00Z', to: '2026-11-24T01:05:00Z', state: 'IDLE' },
  ];
  assert.deepEqual([...minutesByState(spans)], [['RUNNING', 50], ['IDLE', 15]]);
});

test('a metric’s id is taken apart', () => {
  assert.deepEqual(metricParts('density.C.z03'), { family: 'density', of: 'C', zone: '03' });
  assert.deepEqual(metricParts('count.good'), { family: 'count.good', of: null, zone: null });
  assert.deepEqual(deltaEInks(['deltaE.P286', 'deltaE.K', 'deltaE.C', 'deltaE.C.z01', 'power']), ['C', 'K', 'P286']);
  assert.equal(decimalsOf('deltaE.C', 1.234), 2);
  assert.equal(decimalsOf('power', 61.27), 1);
});

test('what a setup changes is said in Vietnamese', () => {
  assert.equal(setupReason('plates 4, ink P286, paper', 'vi'), '4 bản kẽm, mực P286, giấy');
  assert.equal(setupReason('plates 4, ink C, ink M, tool KB-1', 'vi'), '4 bản kẽm, mực C, M, khuôn KB-1');
  assert.equal(setupReason('plates 4', 'en'), '4 plates');
  assert.equal(setupReason('', 'vi'), '');
});

test('what one cause bars of an order is told once', () => {
  const no = (orderId, operationId, en) => ({ orderId, operationId, en, vi: en });
  assert.deepEqual(
    byCause([no('A', 'P1', 'x'), no('A', 'DIE', 'x'), no('A', 'PACK', 'y'), no('B', 'P1', 'x')]).map((g) => [g.orderId, g.operationIds]),
    [['A', ['P1', 'DIE']], ['A', ['PACK']], ['B', ['P1']]],
  );
});
