import { agendaContract } from '../../contracts/agenda.ts';
import { workspaceStoreContract } from '../../contracts/workspace-store.ts';
import { makeJsonPlace } from './folder.ts';

workspaceStoreContract('the JSON store', () => makeJsonPlace());
workspaceStoreContract('the JSON store that keeps one workspace in memory', () => makeJsonPlace({ kept: 1 }));
agendaContract('the JSON store', () => makeJsonPlace());
agendaContract('the JSON store that keeps one workspace in memory', () => makeJsonPlace({ kept: 1 }));
