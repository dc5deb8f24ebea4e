import { startFixture, signedIn, type Fixture } from '../testing/fixture'
import type { TokenAnswer } from './visitors'

let fixture: Fixture
let now = 1_800_000_000_000
beforeAll(async () => {
  fixture = await startFixture({
    functions: { who: { code: 'exports.main = (event, context) => context.environ.split(";").filter(v => /^(TCB_UUID|TCB_ISANONYMOUS_USER|LOGINTYPE|WX_OPENID|TCB_SOURCE)=/.test(v)).sort()' } },
    cloud: { clock: () => now },
  })
})
afterAll(() => fixture.stop())

const ask = (path: string, body: object, headers: Record<string, string> = {}) => fetch(`${fixture.cloud.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const signIn = async (device: string) => (await (await ask('/auth/v1/signin/anonymously', {}, { 'x-device-id': device })).json()) as TokenAnswer
const refresh = (token: unknown) => ask('/auth/v1/token', { grant_type: 'refresh_token', refresh_token: token })
const who = (token: string) => ask('/v1/functions/who', {}, { authorization: `Bearer ${token}` })
const A = 'a'.repeat(32)
const B = 'b'.repeat(32)

test('a device is a person: the same each time, another for another device, and functions see it as one of the web', async () => {
  const [first, again, other] = [await signIn(A), await signIn(A), await signIn(B)]
  expect(first).toEqual({ token_type: 'Bearer', access_token: expect.any(String) as string, refresh_token: expect.any(String) as string, expires_in: 7200, scope: 'anonymous', sub: expect.stringMatching(/^[\w-]{22}$/) as string })
  expect(again.sub).toBe(first.sub)
  expect(other.sub).not.toBe(first.sub)
  expect(again.access_token).not.toBe(first.access_token)
  expect(await (await who(first.access_token)).json()).toEqual(['LOGINTYPE=ANONYMOUS', 'TCB_ISANONYMOUS_USER=true', 'TCB_SOURCE=web_client', `TCB_UUID=${first.sub}`])
  // Who picked themselves from this machine's list is not anonymous.
  expect(await (await ask('/v1/functions/who', {}, await signedIn(fixture.cloud, 'web'))).json()).toContain('TCB_ISANONYMOUS_USER=false')
})

test('an access token ends after two hours and is refreshed; a refresh token works once, and ends after a month', async () => {
  const first = await signIn(A)
  now += 2 * 3600_000 - 1
  expect((await who(first.access_token)).status).toBe(200)
  now += 1
  expect((await who(first.access_token)).status).toBe(401)
  const second = (await (await refresh(first.refresh_token)).json()) as TokenAnswer
  expect(second.sub).toBe(first.sub)
  expect((await who(second.access_token)).status).toBe(200)
  expect([(await refresh(first.refresh_token)).status, (await (await refresh(first.refresh_token)).json())]).toEqual([400, { error: 'invalid_grant', error_description: expect.any(String) as string }])
  now += 31 * 24 * 3600_000
  expect((await refresh(second.refresh_token)).status).toBe(400)
  // The device itself is the same person still.
  expect((await signIn(A)).sub).toBe(first.sub)
})

test('one token is not the other, and nothing else is a token', async () => {
  const { access_token: access, refresh_token: refreshing } = await signIn(A)
  expect((await who(refreshing)).status).toBe(401)
  for (const token of [access, 'made-up', '', 7, { $ne: '' }]) expect((await refresh(token)).status).toBe(400)
})

test('what is no device, no such client and no such way in is refused', async () => {
  for (const headers of [{}, { 'x-device-id': 'short' }, { 'x-device-id': 'with spaces in it' }] as Record<string, string>[]) {
    expect(await (await ask('/auth/v1/signin/anonymously', {}, headers)).json()).toMatchObject({ error: 'invalid_argument' })
  }
  expect(await (await ask('/auth/v1/signin/anonymously?client_id=other', {}, { 'x-device-id': A })).json()).toMatchObject({ error: 'invalid_client' })
  expect((await ask('/auth/v1/signin/anonymously?client_id=test-env', {}, { 'x-device-id': A })).status).toBe(200)
  expect(await (await ask('/auth/v1/token', { grant_type: 'password' })).json()).toMatchObject({ error: 'invalid_argument' })
  expect(await (await ask('/auth/v1/signin', { username: 'x' })).json()).toMatchObject({ code: 'DEVCLOUD_NOT_SUPPORTED' })
})
