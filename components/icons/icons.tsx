/** Icons, drawn for us on a 24 px grid with one stroke width. Decoration: the word stands beside. */
import type { VNode } from 'preact';

/** An icon component from the data of one path; size and colour are those of the text around it. */
const icon = (d: string) => (): VNode => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={d} />
  </svg>
);

/** Amber level: a triangle. */
export const Caution = /* @__PURE__ */ icon(
  'M10.6 4.3 2.7 18a1.6 1.6 0 0 0 1.4 2.4h15.8a1.6 1.6 0 0 0 1.4-2.4L13.4 4.3a1.6 1.6 0 0 0-2.8 0ZM12 9.5v4M12 16.9v.1',
);
/** Red level: an octagon, so that shape and word tell the levels apart without colour. */
export const Danger = /* @__PURE__ */ icon(
  'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM12 7.6v5M12 16.3v.1',
);
export const Phone = /* @__PURE__ */ icon(
  'M6 3.5h2.6L10.4 8 8.2 9.8a13 13 0 0 0 6 6L16 13.6l4.5 1.8V18a2.5 2.5 0 0 1-2.5 2.5A14.5 14.5 0 0 1 3.5 6 2.5 2.5 0 0 1 6 3.5Z',
);
export const Mail = /* @__PURE__ */ icon('M3.5 5.5h17v13h-17ZM4 6.5l8 6.5 8-6.5');
/** Opens in a new tab. */
export const Out = /* @__PURE__ */ icon('M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9');
export const Copy = /* @__PURE__ */ icon('M9 9h11v11H9ZM5.5 15H4V4h11v1.5');
export const Check = /* @__PURE__ */ icon('m4.5 12.5 5 5 10-11');
export const Close = /* @__PURE__ */ icon('m6 6 12 12M18 6 6 18');
export const Flag = /* @__PURE__ */ icon('M5 21V4h14l-3 4.5 3 4.5H5');
export const EyeOff = /* @__PURE__ */ icon(
  'M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.8 3.6M6 7.5A17 17 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.5-1.2M4 4l16 16',
);
export const Globe = /* @__PURE__ */ icon(
  'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0ZM3.5 12h17M12 3c-4.7 5.3-4.7 12.7 0 18 4.7-5.3 4.7-12.7 0-18',
);
export const Settings = /* @__PURE__ */ icon(
  'M4 7h8M18 7h2M4 17h2M12 17h8M13 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0ZM6 17a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
);
export const Shield = /* @__PURE__ */ icon(
  'M12 3 4.5 6v5.5c0 4.5 3 7.8 7.5 9.5 4.5-1.7 7.5-5 7.5-9.5V6ZM8.5 12l2.5 2.5 4.5-5',
);
export const Search = /* @__PURE__ */ icon(
  'M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0ZM15.5 15.5 20 20',
);
export const Info = /* @__PURE__ */ icon(
  'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0ZM12 11v5.5M12 7.5v.1',
);
export const Trash = /* @__PURE__ */ icon(
  'M4 6.5h16M9 6V3.5h6V6M6 6.5 7 20.5h10l1-14M10 10.5v6M14 10.5v6',
);
export const Download = /* @__PURE__ */ icon('M12 3.5v12M7 11l5 5 5-5M4.5 20h15');
export const Lock = /* @__PURE__ */ icon('M5 10.5h14v10H5ZM8 10.5V8a4 4 0 0 1 8 0v2.5');
export const Pen = /* @__PURE__ */ icon('M4 20h4L20 8l-4-4L4 16ZM13.5 6.5l4 4');
export const Arrow = /* @__PURE__ */ icon('M4 12h15M13 6l6 6-6 6');
