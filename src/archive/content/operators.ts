/** Reads a content stream operator by operator (ISO 32000-1, 7.8.2): only where each stands; what its operands say is read on demand. */
import { UnknownPdfForm } from '../facts.ts';

/** `start` is where the first operand begins, `end` is behind the operator. */
export type OperatorVisitor = (operator: string, start: number, end: number) => void;

/** What a byte can be (ISO 32000-1, 7.2.2). Asked of every byte of every page, and a table answers soonest. */
const regular = 0;
const space = 1;
const delimiter = 2;
const kinds = new Uint8Array(256);
for (const byte of [0x20, 0x0a, 0x0d, 0x09, 0x0c, 0x00]) kinds[byte] = space;
for (const letter of '()<>[]{}/%') kinds[letter.charCodeAt(0)] = delimiter;

export function visitOperators(bytes: Uint8Array, visit: OperatorVisitor, from = 0, to = bytes.length): void {
  let operands = -1;
  for (let at = from; at < to; ) {
    if (kinds[bytes[at] ?? 0] === space) {
      at += 1;
      continue;
    }
    if (operands < 0) operands = at;
    const end = endOfToken(bytes, at, to);
    if (isOperator(bytes, at, end)) {
      visit(operatorAt(bytes, at, end), operands, end);
      operands = -1;
    }
    at = end;
  }
}

/** By their bytes: there are few, and a page has thousands of each. */
const operators = new Map<number, string>();

function operatorAt(bytes: Uint8Array, start: number, end: number): string {
  let code = 0;
  for (let at = start; at < end; at += 1) code = code * 256 + (bytes[at] ?? 0);
  const operator = operators.get(code) ?? String.fromCharCode(...bytes.subarray(start, end));
  operators.set(code, operator);
  // The data of an inline image is no text; Chromium writes every picture as an object.
  if (operator === 'BI') throw new UnknownPdfForm('a page of the PDF has an inline image');
  return operator;
}

/** Up to three letters or signs that begin with a letter, or a quote alone; `true`, `false` and `null` are operands, which no operator of a page takes. */
function isOperator(bytes: Uint8Array, start: number, end: number): boolean {
  const byte = bytes[start] ?? 0;
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return isLetter ? end - start <= 3 : (byte === 0x27 || byte === 0x22) && end - start === 1;
}

function endOfToken(bytes: Uint8Array, start: number, to: number): number {
  const byte = bytes[start] ?? 0;
  if (byte === 0x28) return endOfString(bytes, start, to);
  if (byte === 0x25) return endAtLine(bytes, start, to);
  const isAngle = byte === 0x3c || byte === 0x3e;
  if (isAngle && bytes[start + 1] === byte) return start + 2;
  if (byte === 0x3c) return endOfHex(bytes, start);
  if (kinds[byte] === delimiter && byte !== 0x2f) return start + 1;
  let end = start + 1;
  while (end < to && kinds[bytes[end] ?? 0] === regular) end += 1;
  return end;
}

function endOfString(bytes: Uint8Array, start: number, to: number): number {
  let depth = 0;
  for (let at = start; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new UnknownPdfForm('a page of the PDF has a string without an end');
}

function endOfHex(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(0x3e, start);
  if (end < 0) throw new UnknownPdfForm('a page of the PDF has a string without an end');
  return end + 1;
}

function endAtLine(bytes: Uint8Array, start: number, to: number): number {
  let end = start;
  while (end < to && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end += 1;
  return end;
}
