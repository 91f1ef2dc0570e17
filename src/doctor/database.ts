import { type Check, fault, good, note } from './finding.ts';
import { sayInspection } from './waiting.ts';

/** The database that keeps the groups: whether it answers, is in shape, and what waits in it. */
export const checkDatabase = (url: string, now: () => number): Check => ({
  about: { zh: '数据库（DATABASE_URL）', en: 'Database (DATABASE_URL)' },
  async look() {
    // The driver is loaded only where there is a database.
    const { inspectDatabase } = await import('../store/postgres/inspect-database.ts');
    const look = await inspectDatabase(url);
    if (look.state === 'away')
      return [
        fault(
          { zh: `连不上：${look.why}`, en: 'it cannot be reached, or refuses' },
          {
            zh: '检查 DATABASE_URL、数据库是否在运行、防火墙',
            en: 'check DATABASE_URL, whether the server runs, the firewall',
          },
        ),
      ];
    const answers = good(`PostgreSQL ${look.version} 有回应`, `PostgreSQL ${look.version} answers`);
    if (look.state === 'empty')
      return [answers, note({ zh: '里面还没有表，第一次启动时会建', en: 'no tables yet; the first start makes them' })];
    return [answers, ...sayInspection(look.inspection, now())];
  },
});
