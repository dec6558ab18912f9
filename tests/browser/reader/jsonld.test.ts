/** JSON-LD as sites write it, and as they should not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { launchPlain, type Plain } from './plain.ts';

let plain: Plain;
beforeAll(async () => {
  plain = await launchPlain();
  return () => plain.close();
});

const JOB = {
  '@type': 'JobPosting',
  title: 'Nurse',
  description: '<p>Night &amp; day</p><p>Call</p>',
};

async function read(json: unknown, heading = 'Nurse', url = 'https://jobs.test/nurse') {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  await plain.show(`<!doctype html><h1>${heading}</h1>
    <script type="application/ld+json">${text.replaceAll('</', '<\\/')}</script>`);
  return plain.page.evaluate(
    (at) => reading.findJobPostings(document, new URL(at)).map(({ post }) => post),
    url,
  );
}

describe('JSON-LD', () => {
  it.each([
    ['alone', JOB],
    ['in a list', [{ '@type': 'WebSite' }, JOB]],
    [
      'in a graph, with several types',
      { '@graph': [{ ...JOB, '@type': ['Thing', 'JobPosting'] }] },
    ],
    ['in an item list', { '@type': 'ItemList', itemListElement: [{ item: JOB }] }],
    ['with bare line ends', JSON.stringify(JOB).replace('Night', 'Night\n')],
    ['in a comment', `<!-- ${JSON.stringify(JOB)} -->`],
    [
      'escaped twice',
      { ...JOB, description: '&lt;p&gt;Night &amp;amp; day&lt;/p&gt;&lt;p&gt;Call&lt;/p&gt;' },
    ],
  ])('is read %s', async (_, json) => {
    expect(await read(json)).toMatchObject([
      { kind: 'detail', site: 'page', title: 'Nurse', text: 'Night & day\nCall' },
    ]);
  });

  it('gives employer, place and pay, whatever their types', async () => {
    const [post] = await read({
      ...JOB,
      hiringOrganization: { name: 'A & B' },
      jobLocation: [
        { address: { addressLocality: ['Poipet'], addressCountry: { name: 'Cambodia' } } },
      ],
      baseSalary: {
        currency: 'USD',
        value: { minValue: 2000, maxValue: '3000', unitText: 'MONTH' },
      },
      identifier: { value: 4711 },
    });
    expect(post).toMatchObject({
      company: 'A & B',
      place: 'Poipet, Cambodia',
      pay: 'USD 2000 - 3000 per month',
      key: '4711',
    });
    const [plainly] = await read({
      ...JOB,
      hiringOrganization: 'C',
      jobLocation: 'Hanoi',
      baseSalary: '7 triệu',
    });
    expect(plainly).toMatchObject({ company: 'C', place: 'Hanoi', pay: '7 triệu' });
  });

  it('is left alone when the page shows another job', async () => {
    expect(await read(JOB, 'Welder', 'https://jobs.test/welder')).toEqual([]);
    const here = { ...JOB, url: '/welder' };
    expect(await read(here, 'Welder', 'https://jobs.test/welder')).toHaveLength(1);
  });

  it.each([
    ['broken', '{"@type":"JobPosting",'],
    ['empty', ''],
    ['deep', '['.repeat(100_000)],
    ['null', null],
    ['without text', { '@type': 'JobPosting', title: 'Nurse' }],
    [
      'with names of built-ins',
      '{"__proto__":{"@type":"JobPosting"},"constructor":1,"@graph":{"length":9}}',
    ],
  ])('that is %s gives nothing', async (_, json) => {
    expect(await read(json)).toEqual([]);
  });

  it('runs and loads nothing of a description', async () => {
    const requests: string[] = [];
    plain.page.on('request', (request) => requests.push(request.url()));
    const description =
      '<img src="https://x.test/p.png" onerror="window.ran=1"><script>ran=1</script>Text';
    expect(await read({ ...JOB, description })).toMatchObject([{ text: 'Text' }]);
    expect(await plain.page.evaluate(() => 'ran' in window)).toBe(false);
    expect(requests.filter((url) => url.includes('x.test'))).toEqual([]);
  });
});
