import { readProcessConfig } from '../config.ts';
import { Backups } from '../store/json/backup.ts';

/** `npm run backup`: backs up what changed since its last backup; the bot may run meanwhile. */
const reading = readProcessConfig();
if (!reading.ok) {
  console.error(`配置有误:${reading.faults.join(';')}`);
  process.exitCode = 1;
} else if (reading.config.databaseUrl !== null) {
  console.error('数据在 PostgreSQL 里(DATABASE_URL),请用 pg_dump 备份这个库。');
  process.exitCode = 1;
} else {
  try {
    const made = await new Backups(reading.config.dataDir).make(Date.now());
    console.log(made === 0 ? '上次备份以后没有改动。' : `备份了 ${made} 个群。`);
  } catch (error) {
    console.error(
      `备份没有做成(${(error as NodeJS.ErrnoException).code ?? 'unknown'}),请检查 DATA_DIR 的权限和剩余空间。`,
    );
    process.exitCode = 1;
  }
}
