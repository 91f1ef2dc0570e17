import { describe, expect, it } from 'vitest';
import { childOf, eachIn, parseXml, textOf } from '../../../src/plan/files/xml.ts';
import { caught } from '../../builders/caught.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('XML', () => {
  it('is read as elements with the usual prefixes, attributes and text', () => {
    const root = parseXml(
      '<a:p xmlns:a="http://purl.oclc.org/ooxml/wordprocessingml/main" a:id="1" b="2">甲<a:r><![CDATA[<乙>]]></a:r>&amp;</a:p>',
    );
    expect(root.name).toBe('w:p');
    expect([...root.attributes].filter(([name]) => !name.startsWith('other'))).toEqual([
      ['w:id', '1'],
      ['b', '2'],
    ]);
    expect(textOf(root)).toBe('甲<乙>&');
    expect(childOf(root, 'w:r')?.children).toEqual(['<乙>']);
    expect(childOf(root, 'w:t')).toBeUndefined();
  });

  it('hands over what stands in an element, one by one', () => {
    const names: string[] = [];
    eachIn(
      `<w:d ${W}><w:body><w:p/><w:tbl><w:body><w:q/></w:body></w:tbl></w:body><w:x/></w:d>`,
      'w:body',
      ({ name, children }) => names.push(`${name} ${children.length}`),
    );
    expect(names).toEqual(['w:p 0', 'w:tbl 1']);
  });

  it.each([
    ['nothing', ''],
    ['no XML', '一份计划'],
    ['an element that does not end', '<a><b></a>'],
    ['a DTD', '<!DOCTYPE a><a/>'],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY x "甲">]><a>&x;</a>'],
    [
      'entities that multiply',
      `<!DOCTYPE a [<!ENTITY x "${'甲'.repeat(99)}"><!ENTITY y "${'&x;'.repeat(99)}">]><a>&y;</a>`,
    ],
    ['an entity nobody declared', '<a>&nbsp;</a>'],
    ['an outside entity', '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'],
    ['a prefix nobody declared', '<w:p/>'],
    ['a NUL', '<a>\0</a>'],
    ['elements too deep', '<a>'.repeat(300) + '</a>'.repeat(300)],
  ])('is refused with a sentence: %s', (_, text) => {
    const error = caught(() => parseXml(text));
    expect(error.code).toBe('unreadable-document');
    expect(error.message).toMatch(/重发|粘贴/u);
  });
});
