/** Opens a PDF from outside: mistaken, damaged or hostile until it has been looked at. Nothing of it is run, followed or written anywhere. */
import { EncryptedPDFError, ParseSpeeds, PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { latin1, type PdfFile } from '../archive/pdf-file.ts';
import { type ProblemCode, UserError } from '../problem/problem.ts';
import { refuseBombs } from './unpack.ts';

/** Throws UserError `pdf-invalid` or `pdf-encrypted`. `name` is what messages call the file. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PdfFile> {
  // Readers look for the mark in the first 1,024 bytes (ISO 32000-1, annex H, 3.4.1).
  if (!latin1(bytes, 0, 1024).includes('%PDF-')) {
    throw invalid('pdf-invalid', `${name} is not a PDF`, 'name the PDF of a note that omkost built');
  }
  refuseBombs(bytes, name);
  const document = await loaded(bytes, name);
  const { context } = document;
  const { Root: root, Info: info } = context.trailerInfo;
  if (!(root instanceof PDFRef) || !(info instanceof PDFRef) || !(context.lookup(root) instanceof PDFDict)) {
    throw damaged(name);
  }
  return { context, root, info, catalog: document.catalog };
}

async function loaded(bytes: Uint8Array, name: string): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  } catch (error) {
    if (error instanceof EncryptedPDFError) {
      const hint = 'a note as omkost builds it has no password; name that file';
      throw invalid('pdf-encrypted', `${name} is encrypted`, hint, error);
    }
    throw damaged(name, error);
  }
}

/** Whatever a library stumbles over in a file from outside is the file's fault; the cause is kept. */
export function damaged(name: string, cause?: unknown): UserError {
  const hint = 'fetch or build the file again; was it cut off, or saved by another program?';
  return invalid('pdf-invalid', `${name} is damaged, or not as omkost writes a note`, hint, cause);
}

function invalid(code: ProblemCode, message: string, hint: string, cause?: unknown): UserError {
  return new UserError([{ severity: 'error', code, message, hint }], { cause });
}
