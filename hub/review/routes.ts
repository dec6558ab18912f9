/** The API of the review page. */
import { Hono } from 'hono';
import { AppealAnswer } from '#schema/appeal.ts';
import { CaseState, LetIn, type Me, ProposalRequest, Role } from '#schema/review.ts';
import { z } from '#schema/zod.ts';
import { answerAppeal, appealsForReview } from '../appeals/appeals.ts';
import { jsonOf } from '../http/json.ts';
import { ApiError } from '../http/problem.ts';
import { eraseReport } from '../intake/erase.ts';
import type { Parts } from '../parts.ts';
import { transact } from '../store/transact.ts';
import { asideGroups, letIn } from './aside.ts';
import { caseView } from './case-view.ts';
import { approve, openProposal, propose, withdraw } from './decisions.ts';
import { invite } from './invitations.ts';
import { writeLog } from './log.ts';
import { authenticate, authenticationOptions, register, registrationOptions } from './passkeys.ts';
import { need, sameOrigin } from './protect.ts';
import { queuePage } from './queue.ts';
import { beginSession, endSession, signedIn } from './sessions.ts';

const Name = z.string().check(z.trim(), z.minLength(2), z.maxLength(40));
const Token = z.string().check(z.maxLength(100));
/** What a browser's passkey answers; its parts are checked by the library that verifies it. */
const Credential = z.looseObject({
  id: z.string(),
  rawId: z.string(),
  response: z.looseObject({}),
});
const Ask = z.strictObject({ token: Token, name: Name });
const Join = z.strictObject({ token: Token, name: Name, response: Credential });
const Answer = z.strictObject({ response: Credential });
const Invite = z.strictObject({ role: Role });
const Approval = z.strictObject({ contentHash: z.string(), response: Credential });

export function reviewRoutes({
  store,
  origin,
  analyst,
  names,
}: Parts): Hono<{ Variables: { me: Me } }> {
  const passkeys = { store, origin };
  const app = new Hono<{ Variables: { me: Me } }>();
  app.use(sameOrigin(origin), async (context, next) => {
    // What a maintainer reads is kept by no cache and on no disk.
    context.header('Cache-Control', 'no-store');
    return next();
  });

  app.post('/register/options', async (context) => {
    const { token, name } = await jsonOf(context, Ask);
    return context.json(await registrationOptions(passkeys, token, name));
  });
  app.post('/register', async (context) => {
    const { token, name, response } = await jsonOf(context, Join);
    await beginSession(context, store, await register(passkeys, token, name, response as never));
    return context.json({});
  });
  app.post('/sign-in/options', async (context) =>
    context.json(await authenticationOptions(passkeys, 'sign in')),
  );
  app.post('/sign-in', async (context) => {
    const { response } = await jsonOf(context, Answer);
    await beginSession(context, store, await authenticate(passkeys, 'sign in', response as never));
    return context.json({});
  });
  app.post('/sign-out', async (context) => {
    await endSession(context, store);
    return context.json({});
  });

  app.use(async (context, next) => {
    context.set('me', await signedIn(context, store));
    return next();
  });
  app.get('/me', (context) => context.json(context.get('me')));
  app.get('/cases', async (context) => {
    const { state = 'open', after } = context.req.query();
    const known = z.safeParse(CaseState, state);
    if (!known.success) throw new ApiError('invalid', 'state');
    return context.json(await queuePage(store.db, known.data, after));
  });
  app.get('/cases/:id', async (context) =>
    context.json(
      await caseView(store.db, analyst, await names(), context.get('me'), context.req.param('id')),
    ),
  );
  app.post('/cases/:id/decisions', async (context) => {
    const me = context.get('me');
    need(me, 'reviewer');
    const { version, proposal } = await jsonOf(context, ProposalRequest);
    const caseId = context.req.param('id');
    const id = await propose(store, await names(), me, caseId, version, proposal);
    return context.json({ id }, 201);
  });
  app.post('/decisions/:id/approval/options', async (context) => {
    need(context.get('me'), 'reviewer');
    const { id, content_hash } = await openProposal(store, context.req.param('id'));
    return context.json(await authenticationOptions(passkeys, `approve ${id}`, content_hash));
  });
  app.post('/decisions/:id/approval', async (context) => {
    const me = context.get('me');
    need(me, 'reviewer');
    const { contentHash, response } = await jsonOf(context, Approval);
    const id = context.req.param('id');
    // Signed anew for this very decision: an open session alone agrees to nothing.
    const by = await authenticate(passkeys, `approve ${id}`, response as never);
    if (by !== me.id) throw new ApiError('forbidden', 'This is the passkey of somebody else');
    const done = await approve(store, me, id, contentHash, JSON.stringify(response));
    return context.json({ done });
  });
  app.post('/decisions/:id/withdrawal', async (context) => {
    const me = context.get('me');
    need(me, 'reviewer');
    await withdraw(store, me, context.req.param('id'));
    return context.json({});
  });
  app.get('/aside', async (context) => context.json(await asideGroups(store.db)));
  app.post('/aside/entry', async (context) => {
    const me = context.get('me');
    need(me, 'reviewer');
    const { kind, name } = await jsonOf(context, LetIn);
    return context.json({ reports: await letIn(store, me, kind, name) });
  });
  app.post('/invitations', async (context) => {
    const me = context.get('me');
    need(me, 'admin');
    const { role } = await jsonOf(context, Invite);
    const token = await invite(store, role, me);
    return context.json({ link: `${origin}/review/#invitation=${token}` }, 201);
  });
  app.get('/maintainers', async (context) => {
    const rows = await store.db
      .selectFrom('maintainers')
      .select(['id', 'name', 'role', 'disabled_at'])
      .orderBy('created_at')
      .execute();
    return context.json({
      maintainers: rows.map(({ disabled_at, ...row }) => ({
        ...row,
        disabled: disabled_at !== null,
      })),
    });
  });
  app.post('/maintainers/:id/disablement', async (context) => {
    const me = context.get('me');
    need(me, 'admin');
    const id = context.req.param('id');
    if (id === me.id) throw new ApiError('refused', 'Nobody shuts themselves out');
    const now = Date.now();
    await transact(store, async (tx) => {
      const row = await tx
        .updateTable('maintainers')
        .set({ disabled_at: now })
        .where('id', '=', id)
        .returning('name')
        .executeTakeFirst();
      if (!row) throw new ApiError('not-found');
      await tx.deleteFrom('sessions').where('maintainer_id', '=', id).execute();
      await writeLog(tx, now, { actor: me.name, action: 'disable', subject: row.name });
    });
    return context.json({});
  });
  app.get('/appeals', async (context) =>
    context.json({ appeals: await appealsForReview(store, context.get('me')) }),
  );
  app.post('/appeals/:ticket/answer', async (context) => {
    const me = context.get('me');
    need(me, 'reviewer');
    await answerAppeal(store, me, context.req.param('ticket'), await jsonOf(context, AppealAnswer));
    return context.json({});
  });
  // A person who finds themselves in a report tells its code; the first eight letters are enough.
  app.post('/reports/:code/erasure', async (context) => {
    const me = context.get('me');
    need(me, 'admin');
    const code = context.req.param('code').toLowerCase();
    if (!/^[0-9a-f-]{8,36}$/.test(code)) throw new ApiError('invalid', 'code');
    const rows = await store.db
      .selectFrom('reports')
      .select('id')
      .where('id', '>=', code)
      .where('id', '<', `${code}g`)
      .limit(2)
      .execute();
    const [found, twin] = rows;
    if (!found) throw new ApiError('not-found');
    if (twin) throw new ApiError('refused', 'Several reports begin so: tell more of the code');
    await eraseReport(store, analyst, found.id, undefined);
    await transact(store, (tx) =>
      writeLog(tx, Date.now(), { actor: me.name, action: 'erase-report', subject: 'report' }),
    );
    return context.json({});
  });
  return app;
}
