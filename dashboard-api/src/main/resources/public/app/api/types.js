/**
 * What the server says, as in docs/reference/http-api.md. Instants are ISO 8601 texts in UTC, plant time.
 *
 * @typedef {'RUNNING'|'SETUP'|'CLEANUP'|'IDLE'|'STOPPED'|'DOWN'|'MAINTENANCE'|'OFFLINE'} MachineState
 * @typedef {'GREEN'|'YELLOW'|'RED'|'UNKNOWN'|'HOLD'} QualityState
 * @typedef {{en: string, vi: string}} Bilingual
 * @typedef {Bilingual & {code: string}} Reason
 *
 * @typedef {object} MachineInfo
 * @property {string} id
 * @property {string} name
 * @property {string} nameVi
 * @property {string} kind
 * @property {number} units
 * @property {{long: number, short: number}} maxSheet mm
 * @property {number} netSpeed an hour
 * @property {number} crew
 * @property {number} powerRunning kW
 *
 * @typedef {object} LiveJob
 * @property {string} id
 * @property {string} orderId
 * @property {string} operationId
 * @property {string} title
 * @property {number} good
 * @property {number} waste
 * @property {number} total
 * @property {string|null} plannedEnd
 * @property {string|null} eta
 * @property {string|null} [phase]
 *
 * @typedef {object} MachineLive
 * @property {string} id
 * @property {string} name
 * @property {string} nameVi
 * @property {string} kind
 * @property {MachineState} state
 * @property {string|null} since
 * @property {LiveJob|null} job
 * @property {number|null} speed
 * @property {number|null} speedSet
 * @property {number|null} countGood
 * @property {number|null} countWaste
 * @property {number|null} power kW
 * @property {number|null} energy kWh
 * @property {QualityState|null} quality
 * @property {boolean} stale
 * @property {{code: string, text: string}|null} fault
 * @property {string|null} [stopReason]
 * @property {{orderId: string, operationId: string, start: string}|null} next
 *
 * @typedef {{value?: number, text?: string, unit?: string, quality: string, at: string}} MetricNow
 * @typedef {MachineLive & {metrics: Record<string, MetricNow>}} MachineDetail
 * @typedef {{metric: string, unit: string|null, items: {t: string, v: number|null}[]}} History
 * @typedef {{from: string, to: string, state: MachineState}} StateSpan
 *
 * @typedef {object} PlannedOperation
 * @property {string} orderId
 * @property {string} operationId
 * @property {string} kind
 * @property {string} machineId
 * @property {string} setupStart
 * @property {string} start
 * @property {string} end
 * @property {number} quantity
 * @property {number} sheetsIn
 * @property {number} makereadySheets
 * @property {string} setupReason
 * @property {boolean} pinned
 * @property {boolean} released
 * @property {'planned'|'running'|'done'} status
 * @property {number} progress 0 to 1
 * @property {string|null} [actualStart]
 * @property {string|null} [actualEnd]
 * @property {string} [forecastStart]
 * @property {string} [forecastEnd]
 * @property {number} lateMinutes of its order
 * @property {Reason|null} because
 * @property {string[]} [predecessors] operations of the same order
 *
 * @typedef {{operationId: string, kind: string, barredBy: Bilingual}} BarredOperation
 * @typedef {{ok: boolean, text: string|Bilingual}} Ready
 * @typedef {PlannedOperation & {ready?: Record<string, Ready>}} QueuedOperation
 * @typedef {{current: PlannedOperation|null, next: QueuedOperation[]}} Queue
 *
 * @typedef {object} Order
 * @property {string} id
 * @property {string} customer
 * @property {string} product
 * @property {string} title
 * @property {number} quantity
 * @property {string} due
 * @property {string} customerDue
 * @property {number} priority
 * @property {boolean} rush
 * @property {string|null} repeatOf
 * @property {'OPEN'|'IN_PROGRESS'|'DONE'|'CANCELLED'} status
 * @property {string|null} plannedEnd
 * @property {number} lateMinutes
 * @property {Bilingual|null} lateReason
 * @property {number} progress 0 to 1
 * @property {Bilingual|null} barred
 * @property {{kind: string, cleared: boolean, expected: string|null}[]} gates
 *
 * @typedef {Order & {operations: (PlannedOperation|BarredOperation)[]}} OrderDetail
 *
 * @typedef {object} Figures
 * @property {number} lateOrders
 * @property {number} lateHours
 * @property {number} setupHours
 * @property {number} makereadySheets
 * @property {number} totalVnd
 * @property {number} kwh
 * @property {number} peakKwh
 * @property {number} co2eKg
 * @property {Record<string, number>} lines VND by name
 *
 * @typedef {object} Plan
 * @property {number} version
 * @property {'draft'|'released'|'superseded'} status
 * @property {string} createdAt
 * @property {string} createdBy
 * @property {string} origin
 * @property {PlannedOperation[]} operations
 * @property {{orderId: string, operationId: string, en: string, vi: string}[]} unplanned
 * @property {Figures} figures
 * @property {Figures|null} baseline
 * @property {PlanChanges|null} moved of a draft, against the plan in force
 *
 * @typedef {{operations: number, moved: number, otherMachine: number}} MovedBand
 *
 * @typedef {object} PlanChanges
 * @property {MovedBand} near within 4 h
 * @property {MovedBand} day within 24 h
 * @property {MovedBand} threeDays within 72 h
 * @property {MovedBand} later
 * @property {number} dropped
 * @property {number} added
 *
 * @typedef {object} Cause one stretch of a chain, and what took it
 * @property {string} code
 * @property {string} from
 * @property {string} until
 * @property {number} minutes
 * @property {number} closedMinutes
 * @property {string|null} orderId
 * @property {string|null} operationId
 * @property {string|null} machineId
 * @property {string} en
 * @property {string} vi
 *
 * @typedef {object} Story why an operation is here and not earlier
 * @property {string} operationId
 * @property {string} kind
 * @property {Bilingual} name
 * @property {string} machineId
 * @property {string} setupStart
 * @property {string} start
 * @property {string} end
 * @property {Cause[]} chain the nearest cause first
 * @property {Bilingual} because
 * @property {Record<string, number>} lines
 *
 * @typedef {object} Explanation
 * @property {string} orderId
 * @property {string} origin
 * @property {string} due
 * @property {string|null} end
 * @property {number} dueMinutes
 * @property {number} pathMinutes
 * @property {number} lateMinutes
 * @property {Cause[]} path the end first
 * @property {Record<string, number>} minutesByCause
 * @property {Story[]} operations
 * @property {{orderId: string, operationId: string, barredBy: Bilingual}[]} unplanned
 * @property {Record<string, number>} lines
 *
 * @typedef {object} Justification
 * @property {string} orderId
 * @property {string|null} operationId
 * @property {string|null} machineId
 * @property {number} vnd
 * @property {Bilingual} because
 *
 * @typedef {object} PlanExplanation by what is known now
 * @property {string} origin
 * @property {number} totalVnd
 * @property {{line: string, vnd: number, count: number, justifications: Justification[]}[]} lines
 * @property {{constraint: string, orderId: string, operationId: string, machineId: string, because: Bilingual}[]} broken
 *
 * @typedef {object} GangJob
 * @property {string} orderId
 * @property {string} operationId
 * @property {number} ups
 * @property {number} pieces
 * @property {number} surplus
 * @property {number} share
 * @property {number} costVnd
 * @property {number} costApartVnd
 *
 * @typedef {object} GangProposal
 * @property {GangJob[]} jobs
 * @property {string} machineId
 * @property {number} sheets
 * @property {number} sheetsApart
 * @property {number} plates
 * @property {number} platesApart
 * @property {number} savingVnd
 * @property {Record<string, number>} savingByLine
 * @property {string} due
 *
 * @typedef {object} Remedy
 * @property {string} code
 * @property {Bilingual} what
 * @property {string} end
 * @property {number} lateMinutes
 * @property {number} gainedMinutes
 * @property {Figures} figures
 * @property {Record<string, number>} changeByLine VND more than now
 * @property {number} changeVnd
 * @property {number} otherLateMinutes
 *
 * @typedef {object} SolveStatus
 * @property {boolean} running
 * @property {number} seconds
 * @property {number} elapsed seconds
 * @property {boolean} feasible
 * @property {number} changes events that it has taken
 * @property {number} stability
 * @property {number|null} score
 * @property {number|null} firstScore of the first plan since the last event
 * @property {Figures|null} best
 * @property {PlanChanges|null} moved
 * @property {Figures|null} baseline
 * @property {number} movesPerSecond
 * @property {number|null} version
 * @property {{t: number, cost: number}[]} points
 * @property {string|null} [error]
 *
 * @typedef {'OFF_PEAK'|'NORMAL'|'PEAK'} TariffLevel
 * @typedef {{level: TariffLevel, days: string[], from: string, to: string, vndPerKwh: number}} Band
 * @typedef {{code: string, en: string, vi: string}} StopReason
 * @typedef {{from: string, to: string, reason: string|Bilingual}} Closed
 *
 * @typedef {object} Plant
 * @property {string} id
 * @property {string} name
 * @property {string} nameVi
 * @property {string} zone IANA name
 * @property {MachineInfo[]} machines
 * @property {Band[]} tariff
 * @property {StopReason[]} stopReasons
 * @property {Record<string, Closed[]>} calendars closed times by machine
 *
 * @typedef {object} Alarm
 * @property {string} id
 * @property {string} at
 * @property {string} severity
 * @property {string|null} [machineId]
 * @property {string|null} [orderId]
 * @property {string} code
 * @property {string} en
 * @property {string} vi
 * @property {string|null} [acknowledgedBy]
 * @property {string|null} [clearedAt]
 *
 * @typedef {{user: string|null, roles: string[], readOpen: boolean}} Session
 * @typedef {object} Demo
 * @property {number} speed
 * @property {boolean} autoRelease
 * @property {string} scenario
 * @property {string[]} scenarios
 * @property {{id: string, name: string}[]} materials
 *
 * @typedef {object} LiveFrame
 * @property {number} seq
 * @property {string} now
 * @property {number} speed
 * @property {MachineLive[]} machines
 * @property {SolveStatus|null} solve
 * @property {number|null} planVersion
 * @property {number} alarms not acknowledged
 */

export {};
