import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { validate } from 'dockerfile-utils';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/config.ts';

const root = new URL('../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const run = promisify(execFile);

it('the Dockerfile passes its linter', () => {
  expect(validate(read('Dockerfile'))).toEqual([]);
});

it('and the linter would say if it did not', () => {
  expect(validate('FROM node\nCMD node\nCMD node\nSTART\n')).not.toEqual([]);
});

const BUILT = 'dist/src/main.js';

it('the image builds the program and runs it without rights, and it hears the signal to stop', () => {
  const lines = read('Dockerfile').split('\n');
  expect(lines).toContain('RUN npm run build');
  expect(lines.filter((line) => line.startsWith('CMD '))).toEqual([`CMD ["node", "${BUILT}"]`]);
  expect(lines.indexOf('USER node')).toBeGreaterThan(lines.indexOf('RUN npm run build'));
});

it('every path the image copies is there, and what it ignores by name is not needed', () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  );
  const let_in = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'));
  expect(copied.length).toBeGreaterThan(3);
  for (const path of copied) {
    expect(existsSync(new URL(path, root)), path).toBe(true);
    expect(let_in).toContain(`!${path}`);
  }
});

interface Compose {
  services: Record<
    string,
    { environment: Record<string, string>; depends_on?: Record<string, { condition: string }>; volumes: string[] }
  >;
  volumes: Record<string, unknown>;
}

it('the compose file sets what the program reads, waits for its database, and keeps both on volumes', () => {
  const { services, volumes } = parse(read('compose.yaml')) as Compose;
  const { banjie } = services;
  const environment = Object.fromEntries(
    Object.entries(banjie?.environment ?? {}).map(([name, value]) => [name, value.replace(/\$\{[^}]+\}/, 'secret')]),
  );
  const reading = readConfig(environment);
  expect(reading.ok && reading.config.databaseUrl).toBe('postgres://banjie:secret@database:5432/banjie');
  expect(banjie?.depends_on?.database?.condition).toBe('service_healthy');
  for (const { volumes: used } of Object.values(services))
    for (const volume of used) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
});

const analyze = '/usr/bin/systemd-analyze';
it.skipIf(!existsSync(analyze))('systemd takes the unit', async () => {
  const unit = new URL('deploy/banjie.service', root).pathname;
  // Whether /opt/banjie and /usr/bin/node are there is this machine's affair.
  const { stderr } = await run(analyze, ['verify', '--man=no', unit]).catch((error: { stderr: string }) => error);
  expect(
    stderr
      .split('\n')
      .filter((line) => line !== '' && !/not executable|No such file|Failed to (?:open|create)/.test(line)),
  ).toEqual([]);
});

it('the unit starts the built program', () => {
  expect(read('deploy/banjie.service').split('\n')).toContain(`ExecStart=/usr/bin/node ${BUILT}`);
});
