import { childOf, type XmlElement } from '../xml.ts';

/** `w:val` of a child: `<w:numId w:val="3"/>` → `3`. */
export const valueIn = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.get('w:val');

/** A whole number, or undefined when the text is none. */
export const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^[+-]?\d{1,10}$/u.test(text) ? Number(text) : undefined;

export const numberIn = (element: XmlElement | undefined, name: string): number | undefined =>
  wholeNumber(valueIn(element, name));

/** An on/off property: present without a value is on; undefined when it is not given (ISO/IEC 29500-1, 17.17.4). */
export const switchIn = (element: XmlElement | undefined, name: string): boolean | undefined => {
  const child = childOf(element, name);
  if (!child) return undefined;
  const value = child.attributes.get('w:val');
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
};
