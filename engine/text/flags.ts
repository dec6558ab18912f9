const isRegional = (point: number | undefined): boolean =>
  point !== undefined && point >= 0x1f1e6 && point <= 0x1f1ff;

/** Whether a flag begins here: two regional indicators side by side. One alone is a letter. */
export function isFlag(text: string, at: number): boolean {
  return isRegional(text.codePointAt(at)) && isRegional(text.codePointAt(at + 2));
}
