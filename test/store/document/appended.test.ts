import { describe, expect, it } from 'vitest';
import { NO_RECORDS, recordOf, type Tail, takeApart } from '../../../src/store/document/appended.ts';
import { BrokenContent, workspaceCodec } from '../../../src/store/document/workspace-codec.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { aWorkspace } from '../../builders/workspace.ts';

const codec = workspaceCodec('feishu:oc_1', 'feishu.oc_1.json');
const first = aWorkspace({ id: 'feishu:oc_1' });
const states: Workspace[] = [first, { ...first, nextNumber: 7 }, { ...first, nextNumber: 7, owner: '主席\u001e' }];

/** The content of the first state, and the records that lead to each of the others. */
const written = (): { document: Buffer; records: Buffer[]; tail: Tail } => {
  const records: Buffer[] = [];
  let tail = NO_RECORDS;
  for (const [index, state] of states.slice(1).entries()) {
    const record = codec.append(states[index] as Workspace, state, tail);
    records.push(record.bytes);
    tail = record.tail;
  }
  return { document: Buffer.concat(codec.encode(first)), records, tail };
};

describe('what is appended to a document', () => {
  const { document, records, tail } = written();
  const [one = Buffer.of(), two = Buffer.of()] = records;

  it('is read as the state it led to, and may be gone on with', () => {
    expect(codec.decode(document)).toEqual({ data: states[0], tail: NO_RECORDS });
    expect(codec.decode(Buffer.concat([document, one])).data).toEqual(states[1]);
    expect(codec.decode(Buffer.concat([document, one, two]))).toEqual({ data: states[2], tail });
  });

  it('is text in lines of JSON', () => {
    expect(one[0]).toBe(0x1e);
    expect(one.toString('utf8', 1)).toMatch(/^\{"sum":"[0-9a-f]{24}","delta":\[.*\]\}\n$/u);
  });

  it('cut off anywhere in its last record is the state before, and nothing is appended behind that', () => {
    for (let length = 1; length < two.length; length += 1) {
      const { data, tail: left } = codec.decode(Buffer.concat([document, one, two.subarray(0, length)]));
      expect([data, left]).toEqual([states[1], null]);
    }
  });

  it('with any byte of an earlier record changed is broken', () => {
    for (let at = 0; at < one.length; at += 1) {
      const spoilt = Buffer.from(one);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x04;
      expect(() => codec.decode(Buffer.concat([document, spoilt, two])), `${at}`).toThrow(BrokenContent);
    }
  });

  it('with an earlier record missing, or twice, is broken or is not gone on with', () => {
    expect(codec.decode(Buffer.concat([document, two])).tail).toBeNull();
    expect(() => codec.decode(Buffer.concat([document, one, one, two]))).toThrow(BrokenContent);
  });

  it('of another document is broken', () => {
    const { bytes } = recordOf([{ kind: 'set', path: ['no', 'such'], value: 1 }], NO_RECORDS);
    expect(() => codec.decode(Buffer.concat([document, bytes]))).toThrow(BrokenContent);
    expect(() => codec.decode(Buffer.concat([Buffer.from('null'), bytes]))).toThrow(BrokenContent);
  });

  it('that would break the workspace is found out', () => {
    const { bytes } = recordOf([{ kind: 'set', path: ['nextNumber'], value: 'x' }], NO_RECORDS);
    expect(() => codec.decode(Buffer.concat([document, bytes]))).toThrow(/nextNumber/u);
  });

  it('to a document of an earlier format is nothing: that is written whole', () => {
    const old = Buffer.from(document.toString('utf8').replace('"format":3', '"format":1'));
    expect(codec.decode(old).tail).toBeNull();
  });

  it('leaves a document without records as it was', () => {
    expect(takeApart(document)).toEqual({ document, deltas: [], tail: NO_RECORDS, torn: false });
  });
});
