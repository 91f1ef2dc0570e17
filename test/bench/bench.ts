import os from 'node:os';
import { benchDigests } from './digests.ts';
import { benchHostileTexts } from './hostile-texts.ts';
import { benchPapers } from './papers.ts';
import { benchPictures } from './pictures.ts';
import { benchPlanReading } from './plan-reading.ts';
import { benchPushLatency } from './push-latency.ts';
import { benchStoreWrites } from './store-writes.ts';

console.log(
  `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, ${os.platform()} ${os.release()}`,
);
await benchStoreWrites();
await benchPushLatency();
await benchPlanReading();
await benchDigests();
await benchPapers();
await benchPictures();
benchHostileTexts();
