/** Elements that we put into the page: never read as a post, never seen as growth of one. */

const hosts = new WeakSet<Node>();

/** Makes the plain `div` that carries a banner: no class, no id, nothing that names us. */
export function createHost(document: Document): HTMLElement {
  const host = document.createElement('div');
  hosts.add(host);
  return host;
}

/** Did we put this node into the page? */
export const isOurs = (node: Node): boolean => hosts.has(node);
