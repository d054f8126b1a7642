/** Bytes as base64, for `data:` addresses: a page brings its fonts along and asks nobody for them. */

/** `btoa` takes a string of bytes, and one call can only spread so many of them. */
const chunk = 0x8000;

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += chunk) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(text);
}
