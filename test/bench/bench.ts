import os from 'node:os';
import { benchDigests } from './digests.ts';
import { benchHostileTexts } from './hostile-texts.ts';
import { benchManyDigests, benchManyGroups } from './many-groups.ts';
import { benchPapers } from './papers.ts';
import { benchPictures } from './pictures.ts';
import { benchPlanReading } from './plan-reading.ts';
import { benchPostgresWrites } from './postgres-writes.ts';
import { benchPushLatency } from './push-latency.ts';
import { benchStoreWrites } from './store-writes.ts';

/** By the name one asks for: `npm run bench -- store push`; all of them, in this order, when none is named. */
const BENCHES: Record<string, () => Promise<void> | void> = {
  store: benchStoreWrites,
  postgres: benchPostgresWrites,
  push: benchPushLatency,
  plans: benchPlanReading,
  digests: benchDigests,
  papers: benchPapers,
  pictures: benchPictures,
  hostile: benchHostileTexts,
  'many-digests': benchManyDigests,
  'many-groups': benchManyGroups,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`no bench called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
}
console.log(
  `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, ${os.platform()} ${os.release()}`,
);
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) await bench();
