// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are lines of the source of the client
/** One change of the client's source that takes a check out. */
export interface Mutant {
  /** The check that is missing. */
  readonly without: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

const client = (without: string, from: string, to = ''): Mutant => ({
  without,
  file: 'client.ts',
  from,
  to,
});
const of = (file: string, without: string, from: string, to = ''): Mutant => ({
  without,
  file,
  from,
  to,
});

export const MUTANTS: readonly Mutant[] = [
  client(
    '5.1 one start time',
    'const root = await this.#updateRoot(now);',
    'const root = await this.#updateRoot(this.#options.clock());',
  ),
  client(
    '5.2 a root of trust at all',
    "if (!shipped) throw new UpdateError('no-trust', 'no root of trust');",
  ),
  client(
    '5.2 the shipped root signs itself',
    "  await verifySignatures(parsed, signersOf(parsed.signed, 'root'));\n",
  ),
  client(
    '5.3.3 one version after the other',
    'const version = root.version + 1;',
    'const version = root.version + 2;',
  ),
  client(
    '5.3.4 threshold of the old root',
    "await verifySignatures(next, signersOf(root, 'root'));",
  ),
  client(
    '5.3.4 threshold of the new root',
    "await verifySignatures(next, signersOf(next.signed, 'root'));",
  ),
  client(
    '5.3.5 version of the new root',
    'if (next.signed.version !== version)',
    'if (false as boolean)',
  ),
  client(
    '5.3.5 version of the new root, upwards',
    'if (next.signed.version !== version)',
    'if (next.signed.version < version)',
  ),
  client('5.3.8 each root is kept', "await store.change({ name: 'root.json', bytes }, remove);"),
  client('5.3.9 all roots are followed', 'step < this.#limits.rootRotations', 'step < 1'),
  client('5.3.9 a bound of roots', 'step < this.#limits.rootRotations', 'true'),
  client('5.3.10 expiry of the root', '    refuseExpired(root, now);\n'),
  client(
    '5.3.11 forgetting after any rotation',
    "isRotated ? ['timestamp.json', 'snapshot.json'] : []",
    '[]',
  ),
  client(
    '5.3.11 forgetting the timestamp',
    "isRotated ? ['timestamp.json', 'snapshot.json'] : []",
    "isRotated ? ['snapshot.json'] : []",
  ),
  client(
    '5.3.11 forgetting the snapshot',
    "isRotated ? ['timestamp.json', 'snapshot.json'] : []",
    "isRotated ? ['timestamp.json'] : []",
  ),
  client(
    '5.3.11 a rotated timestamp key',
    "(['timestamp', 'snapshot'] as const).some",
    "(['snapshot'] as const).some",
  ),
  client(
    '5.3.11 a rotated snapshot key',
    "(['timestamp', 'snapshot'] as const).some",
    "(['timestamp'] as const).some",
  ),
  client(
    '5.3.11 in one change with the root',
    "await store.change({ name: 'root.json', bytes }, remove);",
    "await store.change({ name: 'root.json', bytes });\n      await store.change({ name: 'root.json', bytes }, remove);",
  ),
  client(
    '5.4.2 signatures of the timestamp',
    'const { signed } = await readMetadata(bytes, Timestamp, signers);',
    'const { signed } = parseMetadata(bytes, Timestamp);',
  ),
  client(
    '5.4.3 version of the timestamp',
    'if (trusted && signed.version < trusted.version)',
    'if (false as boolean)',
  ),
  client(
    '5.4.3 an equal timestamp is passed over',
    'if (trusted && signed.version === trusted.version) {',
    'if (false as boolean) {',
  ),
  client(
    '5.4.3 version of the snapshot in the timestamp',
    "if (trusted && signed.meta['snapshot.json'].version < trusted.meta['snapshot.json'].version)",
    'if (false as boolean)',
  ),
  client('5.4.4 expiry of an unchanged timestamp', '      refuseExpired(trusted, now);\n'),
  client(
    '5.4.4 expiry of a new timestamp',
    "    refuseExpired(signed, now);\n    await this.#options.store.change({ name: 'timestamp.json', bytes });",
    "    await this.#options.store.change({ name: 'timestamp.json', bytes });",
  ),
  client(
    '5.4.4 expiry before it is kept',
    "    refuseExpired(signed, now);\n    await this.#options.store.change({ name: 'timestamp.json', bytes });",
    "    await this.#options.store.change({ name: 'timestamp.json', bytes });\n    refuseExpired(signed, now);",
  ),
  client(
    '5.4.5 the timestamp is kept',
    "    await this.#options.store.change({ name: 'timestamp.json', bytes });\n",
  ),
  client('5.5.2, 5.6.2 hash and length of metadata', '    await verifyFile(bytes, meta);\n'),
  client(
    '5.5.3, 5.6.3 signatures below the timestamp',
    'const verified = await readMetadata(bytes, schema, signers);',
    'const verified = { signed: parseMetadata(bytes, schema).signed, signers: [] };',
  ),
  client(
    '5.5.4, 5.6.4 version below the timestamp',
    'if (version !== meta.version)',
    'if (false as boolean)',
  ),
  client(
    '5.5.5 a role is gone from the snapshot',
    "if (!present) throw new UpdateError('rollback', `${name} is gone from the snapshot`);",
    'if (!present) continue;',
  ),
  client(
    '5.5.5 a role went back in the snapshot',
    'if (present.version < version)',
    'if (false as boolean)',
  ),
  client(
    '5.5.6 expiry of a new snapshot',
    "    refuseExpired(signed, now);\n    await this.#options.store.change({ name: 'snapshot.json', bytes });",
    "    await this.#options.store.change({ name: 'snapshot.json', bytes });",
  ),
  client(
    '5.5.6 expiry of a stored snapshot',
    'trusted.version === meta.version && !isExpired(trusted, now)',
    'trusted.version === meta.version',
  ),
  client(
    '5.5 version of a stored snapshot',
    'trusted.version === meta.version && !isExpired(trusted, now)',
    '!isExpired(trusted, now)',
  ),
  client(
    '5.5.7 the snapshot is kept',
    "    await this.#options.store.change({ name: 'snapshot.json', bytes });\n",
  ),
  client('5.6.5 expiry of new targets', '    refuseExpired(verified.signed, now);\n'),
  client(
    '5.6.5 expiry of stored targets',
    '=== meta.version && !isExpired(trusted.signed, now)) return trusted;',
    '=== meta.version) return trusted;',
  ),
  client(
    '5.6 version of stored targets',
    'trusted?.signed.version === meta.version && !isExpired(trusted.signed, now)',
    'trusted && !isExpired(trusted.signed, now)',
  ),
  client(
    '5.6.6 the targets are kept',
    '    await this.#options.store.change({ name: file, bytes });\n',
  ),
  client(
    '5.6 a role that the snapshot does not name',
    "if (!meta) throw new UpdateError('mismatch', `${name} is not in the snapshot`);",
    'if (!meta) return { signed: { targets: {} } as never, signers: [] };',
  ),
  client(
    'signatures of stored metadata',
    'return await readMetadata(bytes, schema, signers);',
    'return { signed: parseMetadata(bytes, schema).signed, signers: [] };',
  ),
  client(
    '5.7 hash of a target',
    'await verifyFile(bytes, { length, hashes });',
    'await verifyFile(bytes, { length });',
  ),
  client(
    '5.7 a cap for targets',
    'this.#options.fetchTarget(address, length)',
    'this.#options.fetchTarget(address, Number.MAX_SAFE_INTEGER)',
  ),
  client(
    'a cap for the timestamp',
    "fetchMetadata('timestamp.json', this.#limits.timestampBytes)",
    "fetchMetadata('timestamp.json', Number.MAX_SAFE_INTEGER)",
  ),
  client(
    'a cap for roots',
    'await fetchMetadata(`${version}.root.json`, this.#limits.rootBytes)',
    'await fetchMetadata(`${version}.root.json`, Number.MAX_SAFE_INTEGER)',
  ),
  client(
    'a cap for snapshot and targets',
    'Math.min(meta.length ?? limit, limit)',
    'Number.MAX_SAFE_INTEGER',
  ),
  client('a cap by the length that is named', 'Math.min(meta.length ?? limit, limit)', 'limit'),
  client(
    'only a missing root ends the chain',
    "if (error instanceof UpdateError && error.code === 'missing') return undefined;",
    'if (error instanceof UpdateError) return undefined;',
  ),
  of('verify.ts', 'the threshold', 'if (signers.size < role.threshold)', 'if (signers.size < 1)'),
  of('verify.ts', 'any signature', 'if (signers.size < role.threshold)', 'if (false as boolean)'),
  of(
    'verify.ts',
    'signatures are verified',
    'if (await isSignedBy(key, sig, data)) signers',
    'if (true as boolean) signers',
  ),
  of('verify.ts', 'only keys of the role', '!key || !role.keyids.includes(keyid)', '!key'),
  of(
    'verify.ts',
    'one key under two ids',
    'signers.set(key.keyval.public, keyid)',
    'signers.set(keyid, keyid)',
  ),
  of(
    'verify.ts',
    'the length of a file',
    'length !== undefined && bytes.length !== length',
    'false as boolean',
  ),
  of(
    'verify.ts',
    'the hash of a file',
    'hexOf(found) !== wanted.toLowerCase()',
    'false as boolean',
  ),
  of(
    'verify.ts',
    'unknown hashes',
    "if (!digest) throw new UpdateError('mismatch', `an unknown hash: ${name}`);",
    'if (!digest) continue;',
  ),
  of(
    'metadata.ts',
    'a key that signs twice',
    'new Set(list.map(({ keyid }) => keyid)).size === list.length',
    'true',
  ),
  of('metadata.ts', 'key ids that stand twice', 'new Set(ids).size === ids.length', 'true'),
  of(
    'metadata.ts',
    'a threshold of at least one',
    'keyids: KeyIds, threshold: Positive',
    'keyids: KeyIds, threshold: Count',
  ),
  of(
    'metadata.ts',
    'expiry that is a time',
    "return !Number.isNaN(time) && new Date(time).toISOString().replace('.000Z', 'Z') === text;",
    'return time !== 0;',
  ),
  of('metadata.ts', 'the major version of the specification', '/^1\\.\\d+(?:\\.\\d+)?$/', '/./'),
  of('metadata.ts', 'the type of a root', "_type: z.literal('root')", '_type: z.string() as never'),
  of(
    'metadata.ts',
    'the type of a timestamp',
    "_type: z.literal('timestamp')",
    '_type: z.string() as never',
  ),
  of(
    'metadata.ts',
    'the type of a snapshot',
    "_type: z.literal('snapshot')",
    '_type: z.string() as never',
  ),
  of(
    'metadata.ts',
    'the type of targets',
    "_type: z.literal('targets')",
    '_type: z.string() as never',
  ),
  of('json.ts', 'keys that stand twice', 'if (keys?.has(key))', 'if (false as boolean)'),
  of('json.ts', 'huge whole numbers', '!Number.isSafeInteger(Number(token))', 'false'),
  of('keys.ts', 'the key type', '!scheme?.keytypes.includes(key.keytype)', '!scheme'),
  of(
    'keys.ts',
    'one form of ECDSA signatures',
    'length === 0 || digits.length !== length || !isMinimal',
    'length === 0 || digits.length !== length',
  ),
  of('delegations.ts', 'circles', 'if (visited.has(next.name)) continue;'),
  of('delegations.ts', 'a bound of delegations', 'next && visited.size <= most', 'next'),
  of(
    'delegations.ts',
    'terminating roles',
    'if (role.terminating) return { roles, isTerminating: true };',
  ),
  of('delegations.ts', 'terminating for those that wait', 'if (isTerminating) waiting.length = 0;'),
  of('delegations.ts', 'the order of delegations', 'roles.toReversed()', 'roles'),
  of(
    'delegations.ts',
    'paths of a delegation',
    'if (paths) return paths.some((pattern) => matches(pattern, path));',
    'if (paths) return true;',
  ),
  of('delegations.ts', 'patterns within a part', 'patterns.length === parts.length && ', ''),
  of(
    'delegations.ts',
    'hash prefixes',
    'return prefixes.some((prefix) => hash.startsWith(prefix));',
    'return hash.length > 0;',
  ),
  of(
    'delegations.ts',
    'names of top-level roles',
    'if (!TOP_ROLES.has(role.name))',
    'if (true as boolean)',
  ),
  of('fetch.ts', 'the cap of a download', '      if (length > maxLength) break;\n'),
  of('fetch.ts', 'no redirects', "redirect: 'error'", "redirect: 'follow'"),
  of('fetch.ts', 'a time limit', '        signal: AbortSignal.timeout(timeoutMs),\n'),
];
