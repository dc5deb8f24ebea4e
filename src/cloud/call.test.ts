import { call } from './call'
import { CallFailed, NETWORK } from './callFailed'
import { cloudAhead } from './cloudTime'

const callFunction = jest.fn()
// Which of the platform's files stands here is the build's choice.
jest.mock('./platform', () => ({ platform: { callFunction: (...args: unknown[]) => callFunction(...args) as unknown } }), { virtual: true })

beforeEach(() => {
  callFunction.mockReset()
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => jest.restoreAllMocks())

async function failureOf(work: Promise<unknown>): Promise<CallFailed> {
  const failure: unknown = await work.then(() => null, (why: unknown) => why)
  if (!(failure instanceof CallFailed)) throw new Error('did not fail as a call fails')
  return failure
}

test('an import goes to the function that has the spreadsheet library, the rest to api', async () => {
  callFunction.mockResolvedValue({ ok: true, data: {} })
  await call('whoAmI', {})
  await call('previewImport', { communityId: 'c', ordersFile: 'cloud://env.b/x.xlsx' })
  expect(callFunction.mock.calls.map(([name, event]: [string, { call: string }]) => [name, event.call])).toEqual([['api', 'whoAmI'], ['import', 'previewImport']])
})

test('a refusal keeps its code, field and words', async () => {
  callFunction.mockResolvedValue({ ok: false, error: { code: 'PHOTO_NEEDED', message: '请拍 1 张照片', field: 'photos', again: false } })
  expect(await failureOf(call('whoAmI', {}))).toMatchObject({ code: 'PHOTO_NEEDED', field: 'photos', again: false, message: '请拍 1 张照片' })
})

test.each([['no network', () => Promise.reject(new Error('request:fail'))], ['a gateway in between', () => Promise.resolve('<html>502</html>')], ['nothing', () => Promise.resolve(undefined)]])('%s is trouble with the network, and safe to try again', async (_what, answer) => {
  callFunction.mockImplementation(answer)
  expect(await failureOf(call('whoAmI', {}))).toMatchObject({ code: NETWORK, again: true })
})

test('the courier is poked after what may owe somebody a message, and its trouble is nobody else\'s', async () => {
  callFunction.mockImplementation((name: string) => (name === 'courier' ? Promise.reject(new Error('down')) : Promise.resolve({ ok: true, data: { view: {} } })))
  await call('showCase', { caseId: 'x' })
  expect(callFunction).toHaveBeenCalledTimes(1)
  await call('actOnCase', { caseId: 'x', commandId: 'y', seen: 1, command: { type: 'withdraw', words: '' } })
  expect(callFunction.mock.calls.map(([name]: [string]) => name)).toEqual(['api', 'api', 'courier'])
})

test('the cloud\'s time comes with every answer, with a refusal as well', async () => {
  const here = 1_000_000_000
  jest.spyOn(Date, 'now').mockReturnValue(here)
  callFunction.mockResolvedValue({ ok: true, data: {}, now: here + 20 * 60_000 })
  await call('whoAmI', {})
  expect(cloudAhead()).toBe(20 * 60_000)
  callFunction.mockResolvedValue({ ok: false, error: { code: 'NOT_FOUND', message: '没有', again: false }, now: here - 5000 })
  await failureOf(call('whoAmI', {}))
  expect(cloudAhead()).toBe(-5000)
})
