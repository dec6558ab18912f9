/**
 * How any page is read when the reader asks for it: by what schema.org and HTML say of its parts,
 * run by the same interpreter as the adapters of named sites.
 */
import type { Adapter } from '#schema/adapter.ts';

export const genericAdapter: Adapter = {
  id: 'page',
  name: '',
  match: [],
  posts: [
    {
      name: 'page',
      kind: 'detail',
      // Alternatives exclude one another, so the main part counts only where no article stands.
      container: [
        '[itemtype*="schema.org/JobPosting"]',
        'article',
        '[role="article"]',
        'main',
        '[role="main"]',
        'body',
      ],
      outermost: true,
      title: ['[itemprop="title"]', 'h1', 'h2'],
      body: ['[itemprop="description"]', ':self'],
      company: [
        '[itemprop="hiringOrganization"] [itemprop="name"]',
        '[itemprop="hiringOrganization"]',
      ],
      place: ['[itemprop="jobLocation"]'],
      pay: ['[itemprop="baseSalary"]'],
      strip: ['nav, [role="navigation"], aside, [role="complementary"]', 'footer, form, button'],
      anchor: ['h1', 'h2'],
    },
  ],
  evidence: 'Semantics of HTML, WAI-ARIA and schema.org microdata.',
  confidence: 'medium',
};
