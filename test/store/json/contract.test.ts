import { workspaceStoreContract } from '../../contracts/workspace-store.ts';
import { makeJsonPlace } from './folder.ts';

workspaceStoreContract('the JSON store', () => makeJsonPlace());
workspaceStoreContract('the JSON store that keeps one workspace in memory', () => makeJsonPlace({ kept: 1 }));
