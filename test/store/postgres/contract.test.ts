import { agendaContract } from '../../contracts/agenda.ts';
import { workspaceStoreContract } from '../../contracts/workspace-store.ts';
import { describeWithPostgres, makePostgresPlace } from './server.ts';

describeWithPostgres('with a real server', (server) => {
  workspaceStoreContract('the PostgreSQL store', () => makePostgresPlace(server()));
  workspaceStoreContract('the PostgreSQL store that keeps one workspace in memory', () =>
    makePostgresPlace(server(), { kept: 1 }),
  );
  agendaContract('the PostgreSQL store', () => makePostgresPlace(server()));
});
