/** Characters that nobody sees and that do something all the same: they have no place in a text that is read, printed and compared. */

/** C0 and C1 without tab and line ends, a byte-order mark within the text, what is no character, and the marks that turn the reading direction round. */
const control =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\r(?!\n)|(?<!^)\ufeff|\p{Surrogate}/gu;

export const controlHint = 'delete it; it often comes along when text is pasted from another program';

export interface Control {
  readonly index: number;
  /** What is wrong, with the character by its code: it cannot be shown. */
  readonly message: string;
}

export function controlsIn(text: string): readonly Control[] {
  return [...text.matchAll(control)].map(({ 0: character, index }) => ({
    index,
    message: `an invisible control character, ${codeName(character)}, stands here`,
  }));
}

/** The text with another character in the place of each, so that offsets stay. */
export function withoutControls(text: string): string {
  return text.replace(control, '\ufffd');
}

function codeName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
