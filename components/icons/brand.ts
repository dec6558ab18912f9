/**
 * The mark of Lurewatch: a fish-hook whose eyelet is a watching eye. The second drawing, a plain
 * notebook, says nothing about the extension: for readers whose screen others see. Both as SVG
 * source, from which `scripts/icons.ts` draws the files under `public/`.
 */

const drawing = (ground: string, ink: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${ground}<g fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round">${ink}</g></svg>`;

export const watch = drawing(
  '<rect width="32" height="32" rx="7" fill="#0f5563"/>',
  '<circle cx="19" cy="10" r="5" stroke-width="2.75"/><circle cx="19" cy="10" r="2" fill="#ffd36b" stroke="none"/><path d="M19 15v5.5a5.75 5.75 0 0 1-11.5 0V18l3.5 3" stroke-width="2.75"/>',
);

export const notebook = drawing(
  '<rect x="4" y="2" width="24" height="28" rx="4" fill="#5b6472"/>',
  '<path d="M10 2v28" stroke-width="2" stroke-opacity=".55" stroke-linecap="butt"/><path d="M15 10h8M15 15h8M15 20h5" stroke-width="2.2"/>',
);
