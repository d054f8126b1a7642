/** What the browser does that takes time or is out of the ordinary, in words. */
import type { PrinterEvent } from '../publish/printer.types.ts';

export function describeEvent(event: PrinterEvent): string {
  switch (event.kind) {
    case 'unpacking':
      return 'unpacking the embedded browser (once)…';
    case 'unpacked':
      return `unpacked in ${(event.milliseconds / 1000).toFixed(1)} s`;
    case 'cache-unusable':
      return `the browser cannot be kept in the cache folder (${event.reason}) and is unpacked in a temporary one; set OMKOST_CACHE to a folder that can be written to`;
    case 'sandbox-unavailable':
      return 'the browser’s sandbox is not available on this machine; notes are printed without it';
    case 'browser-crashed':
      return `the browser crashed while printing ${event.name}; trying again`;
    default:
      return event satisfies never;
  }
}
