import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const signal = (strength: string, more = '') =>
  `says: An example.\nkind: sign\nstrength: ${strength}\n${more}`;
const files: Record<string, string> = {
  'signals/task-work/signal.yaml': signal('strong'),
  'signals/task-work/en.txt': '# Paid for likes\nlike videos\n',
  'signals/task-work/en.cases.txt': '+ Like videos for money\n- We make videos\n',
  'signals/recharge-first/signal.yaml': signal('strong'),
  'signals/recharge-first/en.txt': 'top up first\n',
  'signals/recharge-first/en.cases.txt': '+ Please top up first\n- The first top-up is free\n',
  'signals/off-platform-contact/signal.yaml': signal('weak', 'matchers: [messenger-link]\n'),
  'schemes/task-scam.yaml': `says: An example.
harm: 6
weights:
  recharge-first: 5
  task-work: 4
  off-platform-contact: 1
requires:
  - anyOf: [recharge-first, task-work]
thresholds:
  caution: 4
  danger: 8
`,
  'places/KH.yaml': '[]\n',
  'pay/wages.yaml': '[]\n',
  'pay/currencies.yaml': '[]\n',
  'help/KH.yaml': '[]\n',
  'sites/example.yaml': `id: example
name: Example
match: ['https://jobs.example/*']
posts:
  - name: post
    kind: post
    container: [article]
    body: [':self']
evidence: an example
confidence: low
`,
  'indicators/confirmed.yaml': '[]\n',
  'release.yaml': 'serial: 1\ndate: 2026-01-01\n',
  'cases.yaml': '[]\n',
};

/** Writes a small, sound set of rules; for tests of the commands. */
export function writeExampleRules(folder: string): void {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
