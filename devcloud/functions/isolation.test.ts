import { startFixture, type Fixture } from '../testing/fixture'

/** Tells everything that a call could have left behind, and leaves something behind by itself. */
const DUMP = `
  exports.main = async (event, context) => {
    const seen = { pid: process.pid, environment: { ...process.env }, globals: Object.getOwnPropertyNames(globalThis).sort(), argv: process.argv, context }
    process.env['LEFT_' + (event.mark || 'timer')] = 'yes'
    delete process.env.KEPT
    process.env.TCB_ENV = 'changed'
    return seen
  }
`
interface Dump { pid: number; environment: Record<string, string>; globals: string[]; context: { environ: string; environment: string } }

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture({ cloud: { instances: 1 }, functions: { dump: { code: DUMP, envVariables: { KEPT: 'deployed' }, triggers: [{ name: 'tick', type: 'timer', config: '0 * * * * * *' }] } } })
})
afterAll(() => fixture.stop())

const PERSONAL = /OPENID|APPID|UUID|LOGINTYPE|ISANONYMOUS|CLIENTIP|TRIGGER|TCB_SOURCE$/
const personal = ({ environment }: Dump) => Object.fromEntries(Object.entries(environment).filter(([name]) => PERSONAL.test(name)))

test('of one call nothing is to be seen in the next of the same process, whoever calls', async () => {
  const dump = (mark: string, caller: Parameters<Fixture['cloud']['invoke']>[2]) => fixture.cloud.invoke('dump', { mark }, caller) as Promise<Dump>
  const wechat = await dump('one', { openid: 'openid-one' })
  const web = await dump('two', { uid: 'uid-two', anonymous: true })
  const timer = await fixture.cloud.fireTimer('dump') as Dump
  const other = await dump('three', { openid: 'openid-three' })
  const nobody = await dump('four', null)
  const all = [wechat, web, timer, other, nobody]
  expect(new Set(all.map(({ pid }) => pid)).size).toBe(1)

  expect(all.map(personal)).toEqual([
    { WX_OPENID: 'openid-one', WX_APPID: 'wx0000000000000000', WX_CLIENTIP: '127.0.0.1', TCB_SOURCE: 'wx_client' },
    { TCB_UUID: 'uid-two', TCB_ISANONYMOUS_USER: 'true', LOGINTYPE: 'ANONYMOUS', TCB_SOURCE: 'web_client' },
    { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: expect.any(String) as string },
    { WX_OPENID: 'openid-three', WX_APPID: 'wx0000000000000000', WX_CLIENTIP: '127.0.0.1', TCB_SOURCE: 'wx_client' },
    {},
  ])
  for (const { environment, globals } of all) {
    expect(Object.keys(environment).filter((name) => name.startsWith('LEFT_'))).toEqual([])
    expect([environment['KEPT'], environment['TCB_ENV']]).toEqual(['deployed', 'test-env'])
    expect(globals).toEqual(wechat.globals)
  }
  // Neither a value, nor hidden in another: each earlier call's openid, uid, tokens and request id are nowhere in what a later one sees.
  const secrets = all.map(({ environment }) => ['WX_OPENID', 'TCB_UUID', 'WX_API_TOKEN', 'WX_TRIGGER_API_TOKEN_V0', 'TCB_SEQID'].flatMap((name) => environment[name] ?? []))
  all.forEach((seen, at) => {
    for (const secret of secrets.slice(0, at).flat()) expect(JSON.stringify(seen)).not.toContain(secret)
  })
  expect(new Set(secrets.flat()).size).toBe(secrets.flat().length)
})

test('nothing of this machine\'s own environment reaches a function but what programs need', async () => {
  process.env['A_SECRET_OF_THIS_MACHINE'] = 'secret'
  fixture.cloud.killFunction('dump')
  const { environment } = await fixture.cloud.invoke('dump', {}, null) as Dump
  delete process.env['A_SECRET_OF_THIS_MACHINE']
  expect(Object.keys(environment)).not.toContain('A_SECRET_OF_THIS_MACHINE')
  expect(Object.keys(environment)).not.toContain('NODE_CHANNEL_FD')
})
