import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OutboxState } from '../jobs/outbox-job.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';

/** Seconds; a change takes milliseconds, a document seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is counted about the running bot. Labels are names of the program, never people's text and never a group. */
export interface Metrics {
  /** A message was answered. `commands`: what it was understood as, `unknown` where it was not. */
  answered(commands: readonly string[], outcome: 'changed' | 'looked' | 'fault', ms: number): void;
  /** Digests that were dealt with. */
  digests(outcome: 'sent' | 'late' | 'missed', count: number): void;
  /** A store whose calls are timed. */
  timed(store: WorkspaceStore): WorkspaceStore;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

const timer = (histogram: Histogram<'operation'>) => {
  return async <T>(operation: string, work: () => Promise<T>): Promise<T> => {
    const end = histogram.startTimer({ operation });
    return work().finally(end);
  };
};

/** Metrics of one running bot. `outbox` is asked when they are read. */
export const createMetrics = (outbox: () => OutboxState[], now: () => number): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'banjie_' });
  const commands = new Counter({
    name: 'banjie_commands_total',
    help: 'Commands understood in messages and clicks, by name and what came of them.',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'banjie_answer_seconds',
    help: 'From a message to its answer, made durable where it changed something.',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers,
  });
  const digests = new Counter({
    name: 'banjie_digests_total',
    help: 'Digests by what became of them: sent in time, sent late (补发) or missed.',
    labelNames: ['outcome'],
    registers,
  });
  const store = new Histogram({
    name: 'banjie_store_seconds',
    help: 'Reading and changing a workspace, until it is durable.',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  });
  const waiting = new Gauge({
    name: 'banjie_outbox_entries',
    help: 'Answers, digests and reminders that wait to be sent, as far as this process knows.',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const state of outbox()) this.set({ platform: state.platform }, state.waiting);
    },
  });
  const oldest = new Gauge({
    name: 'banjie_outbox_oldest_seconds',
    help: 'How long the oldest of them has been waiting.',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const { platform, oldest: since } of outbox()) {
        this.set({ platform }, since === undefined ? 0 : Math.max(0, (now() - since) / 1000));
      }
    },
  });
  void [waiting, oldest];
  const time = timer(store);
  return {
    answered(names, outcome, ms) {
      for (const command of names) commands.inc({ command, outcome });
      answers.observe({ outcome }, ms / 1000);
    },
    digests: (outcome, count) => digests.inc({ outcome }, count),
    timed: (inner) => ({
      read: (id) => time('read', () => inner.read(id)),
      update: (id, change) => time('update', () => inner.update(id, change)),
      ids: () => inner.ids(),
      withOutbox: () => inner.withOutbox(),
      toLookAt: (at) => inner.toLookAt(at),
      looked: (seen, at, next) => inner.looked(seen, at, next),
      ...(inner.hold && { hold: (id: string, lane: string) => inner.hold?.(id, lane) ?? Promise.resolve(null) }),
      healthy: () => inner.healthy(),
      close: () => inner.close(),
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
