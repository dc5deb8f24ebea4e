import { act, fireEvent, render, screen } from '@testing-library/react'
import { CallFailed, networkTrouble } from '../../cloud/callFailed'
import { platform } from '../../cloud/platform'
import { MICROPHONE_REFUSED, type Recorded } from '../../cloud/platformType'
import { useVoices, type SpokenVoice } from './useVoices'
import { VoiceRecorder } from './VoiceRecorder'

beforeEach(() => {
  jest.useFakeTimers()
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => jest.useRealTimers())

function Whole({ owner }: { owner?: string }) {
  return <VoiceRecorder of={useVoices(owner)} />
}

/** A microphone that records as long as the test says. */
function microphone({ interrupted = false, allowed = Promise.resolve() } = {}) {
  let begun = 0
  let end: ((recorded: Recorded) => void) | null = null
  const finish = (ms: number) => end?.({ path: '/said.mp3', ending: '.mp3', ms, interrupted })
  const stop = jest.fn(() => finish(Date.now() - begun))
  const record = jest.spyOn(platform, 'record').mockImplementation(async () => {
    await allowed
    begun = Date.now()
    return { stop, ended: new Promise<Recorded>(resolve => { end = resolve }) }
  })
  return { record, stop, finish }
}

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const speak = () => screen.getByRole('button', { name: /^按住说话|^说完了/ })
/** A finger or a mouse; its click follows, as in a browser. */
const down = () => fireEvent.pointerDown(speak())
const up = () => {
  fireEvent.pointerUp(speak())
  fireEvent.click(speak())
}

test('hold to speak: it counts while the finger is down, and letting go ends it', async () => {
  const { record, stop } = microphone()
  render(<Whole />)
  down()
  expect(screen.getByText('正在打开麦克风…')).toBeTruthy()
  await pass(3200)
  expect(screen.getByText('正在听您说 3 秒')).toBeTruthy()
  up()
  await pass(0)
  expect([record.mock.calls.length, stop.mock.calls.length]).toEqual([1, 1])
  expect(screen.getByRole('button', { name: '听第 1 段话，3 秒' })).toBeTruthy()
  expect(screen.getByText('再说一段')).toBeTruthy()
})

test('a short tap begins, the next one ends: for hands that shake', async () => {
  const { stop } = microphone()
  render(<Whole />)
  down()
  await pass(100)
  up()
  await pass(5000)
  expect(stop).not.toHaveBeenCalled()
  expect(screen.getByText('正在听您说 5 秒')).toBeTruthy()
  down()
  await pass(80)
  up()
  await pass(0)
  expect(stop).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: '听第 1 段话，5 秒' })).toBeTruthy()
})

test.each([['a screen reader, which only clicks', () => fireEvent.click(speak())], ['a keyboard', () => fireEvent.keyDown(speak(), { key: ' ' })]])('%s begins and ends it as well', async (_who, press) => {
  const { stop } = microphone()
  render(<Whole />)
  press()
  await pass(4000)
  expect(screen.getByText('正在听您说 4 秒')).toBeTruthy()
  press()
  await pass(0)
  expect(stop).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: '听第 1 段话，4 秒' })).toBeTruthy()
})

test('less than a second is nothing said, in words', async () => {
  microphone()
  render(<Whole />)
  down()
  await pass(700)
  up()
  await pass(0)
  expect(screen.getByRole('status').textContent).toBe('说得太短了，请按住多说一会儿')
  expect(screen.queryByRole('button', { name: /^听第/ })).toBeNull()
})

test('what is left is counted down, and after a minute it is kept', async () => {
  const { finish } = microphone()
  render(<Whole />)
  down()
  await pass(52_000)
  expect(screen.getByText('还能说 8 秒')).toBeTruthy()
  act(() => finish(60_000))
  await pass(0)
  expect(screen.getByText(/一段最多一分钟/)).toBeTruthy()
  up()
  await pass(0)
  expect(screen.getByRole('button', { name: '听第 1 段话，60 秒' })).toBeTruthy()
})

test('a call comes in: what was said before it is kept, and it is said', async () => {
  const { finish } = microphone({ interrupted: true })
  render(<Whole />)
  down()
  await pass(6000)
  act(() => finish(6000))
  await pass(0)
  expect(screen.getByText('刚才被打断了，前面说的已经留着')).toBeTruthy()
  expect(screen.getByRole('button', { name: '听第 1 段话，6 秒' })).toBeTruthy()
})

test('let go while somebody was asked for the microphone: nothing is recorded, and it is ready now', async () => {
  let allow: () => void = () => undefined
  const { stop } = microphone({ allowed: new Promise<void>(resolve => { allow = resolve }) })
  render(<Whole />)
  down()
  await pass(2000)
  up()
  act(() => allow())
  await pass(0)
  expect(stop).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('status').textContent).toBe('麦克风准备好了，请按住再说一次')
})

test('a refused microphone is said, and the way to the settings stands below', async () => {
  jest.spyOn(platform, 'record').mockRejectedValue(new CallFailed({ code: MICROPHONE_REFUSED, again: true, message: '您没有让团后用麦克风。' }))
  const settings = jest.spyOn(platform as { openMicrophoneSettings: () => Promise<void> }, 'openMicrophoneSettings')
  render(<Whole />)
  fireEvent.click(speak())
  await pass(0)
  expect(screen.getByRole('alert').textContent).toContain('您没有让团后用麦克风')
  fireEvent.click(screen.getByRole('button', { name: '去打开麦克风' }))
  await pass(0)
  expect(settings).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('where there is no microphone there is no button', () => {
  jest.spyOn(platform, 'canRecord').mockReturnValue(false)
  const { container } = render(<Whole />)
  expect(container.textContent).toBe('')
})

test('leaving the page ends it, and what was said is there when the page comes back', async () => {
  const { stop } = microphone()
  const first = render(<Whole owner='order/line' />)
  down()
  await pass(2000)
  first.unmount()
  await pass(0)
  expect(stop).toHaveBeenCalledTimes(1)
  render(<Whole owner='order/line' />)
  await pass(0)
  expect(screen.getByRole('button', { name: '听第 1 段话，2 秒' })).toBeTruthy()
})

test('each says how far it got; one that failed can be sent again or taken away; three are enough', () => {
  const voice = (over: Partial<SpokenVoice>): SpokenVoice => ({ key: 'a', path: '/a.mp3', percent: 100, id: null, trouble: null, seconds: 12, ...over })
  const of = {
    voices: [voice({ key: 'a', id: 'A' }), voice({ key: 'b', percent: 40, path: '' }), voice({ key: 'c', trouble: networkTrouble() })], ids: ['A'], sending: 1, failed: 1, can: true, recording: null, outcome: null,
    start: jest.fn(), stop: jest.fn(), again: jest.fn(), remove: jest.fn(), openSettings: jest.fn(), settled: () => Promise.resolve([]),
  }
  render(<VoiceRecorder of={of} />)
  for (const name of ['第 1 段话，传好了', '第 2 段话，正在传', '第 3 段话，没传上去']) expect(screen.getByRole('status', { name })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '第 3 段话没传上去，再传一次' }))
  expect(of.again).toHaveBeenCalledWith('c')
  fireEvent.click(screen.getByRole('button', { name: '去掉第 1 段话' }))
  expect(of.remove).toHaveBeenCalledWith('a')
  expect(screen.queryByRole('button', { name: /^按住说话/ })).toBeNull()
})
