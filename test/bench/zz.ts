import { benchManyGroups } from './many-groups.ts';
await benchManyGroups();
