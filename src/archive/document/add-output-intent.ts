/** Says what the colours of the file mean (ISO 19005-3, 6.2.3): Chromium writes plain RGB, and takes it to be sRGB. */
import { PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import { packed } from '../packed.ts';
import type { PdfFile } from '../pdf-file.ts';
import { makeSrgbProfile, sRgbName } from './srgb-profile.ts';

let profile: Uint8Array | undefined;

/** The same for every file: made and packed once. */
function packedProfile(): Uint8Array {
  profile ??= packed(makeSrgbProfile());
  return profile;
}

export function addOutputIntent({ context, catalog }: PdfFile): void {
  const stream = context.stream(packedProfile(), { N: 3, Filter: 'FlateDecode' });
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of(sRgbName),
    Info: PDFHexString.fromText(sRgbName),
    DestOutputProfile: context.register(stream),
  });
  catalog.set(nameOf('OutputIntents'), context.obj([context.register(intent)]));
}
