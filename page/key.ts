/** A short name for texts that have none: 64 bits, quick, good enough to tell posts of a page apart. */
export function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

const MAX_ID = 200;

/** Key of a post: the site's own id, else a hash of its address and text. */
export function keyOf(id: string, url: string, text: string): string {
  if (id === '') return `#${hashOf(`${url}\n${text}`)}`;
  return id.length <= MAX_ID ? id : `#${hashOf(id)}`;
}
