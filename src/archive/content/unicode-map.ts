/** Reads the ToUnicode table of a font (ISO 32000-1, 9.10.3): which letters each code of a string stands for. */

export type UnicodeMap = ReadonlyMap<number, string>;

export function readUnicodeMap(table: string): UnicodeMap {
  const letters = new Map<number, string>();
  for (const [, block = ''] of table.matchAll(/beginbfchar\s*([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      letters.set(Number.parseInt(code, 16), utf16(text));
    }
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange\s*([\s\S]*?)endbfrange/g)) addRanges(block, letters);
  return letters;
}

function addRanges(block: string, letters: Map<number, string>): void {
  const ranges = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g;
  for (const [, low = '', high = '', text, list] of block.matchAll(ranges)) {
    const first = Number.parseInt(low, 16);
    const listed = list === undefined ? undefined : [...list.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex = '']) => hex);
    for (let code = first; code <= Number.parseInt(high, 16); code += 1) {
      const start = listed?.[code - first] ?? text ?? '';
      // In a range with one text its last character counts up.
      letters.set(code, listed === undefined ? counted(utf16(start), code - first) : utf16(start));
    }
  }
}

function counted(text: string, by: number): string {
  const last = text.codePointAt(text.length - 1);
  return last === undefined ? text : text.slice(0, -1) + String.fromCodePoint(last + by);
}

/** The text that hexadecimal digits give in UTF-16, high byte first. */
export function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
