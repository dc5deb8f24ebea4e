import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { LARGEST_VIDEO } from '../../../domain/case/video'
import { CallFailed } from '../../cloud/callFailed'
import { platform } from '../../cloud/platform'
import type { Filmed } from '../../cloud/platformType'
import { useVideos } from './useVideos'
import { VideoPicker } from './VideoPicker'

beforeEach(() => { jest.spyOn(console, 'warn').mockImplementation(() => undefined) })
afterEach(() => jest.restoreAllMocks())

function Whole({ owner }: { owner?: string }) {
  return <VideoPicker of={useVideos(owner)} />
}

const film = (over: Partial<Filmed> = {}): Filmed => ({ path: '/film.mp4', ending: '.mp4', ms: 12_300, bytes: 3_000_000, ...over })
/** A camera that films these, one after the other. */
function camera(...films: (Filmed | null)[]) {
  return jest.spyOn(platform, 'chooseVideo').mockImplementation(() => Promise.resolve(films.shift() ?? null))
}
/** A cloud that takes what arrives there as video after video. */
function cloud() {
  let taken = 0
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, event: { call: string }) => Promise.resolve({ ok: true, data: event.call === 'addVideo' ? { videoId: `dm${(taken += 1)}`, seconds: 12 } : { uploadPrefix: 'incoming/me/' } })) as typeof platform.callFunction)
  return jest.spyOn(platform, 'uploadFile')
}
const tile = () => screen.getByRole('button', { name: '拍一段视频，15 秒内' })

test('one tile opens the camera for fifteen seconds; who thinks better of it has the tile again', async () => {
  const chose = camera(null)
  render(<Whole />)
  fireEvent.click(tile())
  await waitFor(() => expect(chose).toHaveBeenCalledWith(15_000))
  expect(tile()).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a film that arrived is measured by the cloud, can be looked at, taken again and away', async () => {
  const upload = cloud()
  const show = jest.spyOn(platform, 'showVideo')
  camera(film({ ms: null, ending: '.mov' }), film({ path: '/second.mp4' }))
  render(<Whole />)
  fireEvent.click(tile())
  await screen.findByRole('status', { name: '视频，传好了' })
  expect(upload.mock.calls[0]?.[1]).toMatch(/^incoming\/me\/.+\.mov$/)
  fireEvent.click(screen.getByRole('button', { name: '看拍的视频，12 秒' }))
  expect(show).toHaveBeenCalledWith('/film.mp4')
  fireEvent.click(screen.getByRole('button', { name: '重拍视频' }))
  await waitFor(() => expect(upload.mock.calls.at(-1)?.[0]).toBe('/second.mp4'))
  await screen.findByRole('status', { name: '视频，传好了' })
  expect(screen.getAllByRole('button', { name: /^看拍的视频/ })).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: '删掉视频' }))
  expect(tile()).toBeTruthy()
})

test.each([
  ['too long', film({ ms: 40_000 }), /视频最长 15 秒，这段有 40 秒/], ['too large', film({ bytes: LARGEST_VIDEO + 1 }), /太大了/],
])('%s is said before anything is sent', async (_what, taken, words) => {
  const upload = cloud()
  camera(taken)
  render(<Whole />)
  fireEvent.click(tile())
  expect((await screen.findByRole('alert')).textContent).toMatch(words)
  expect(upload).not.toHaveBeenCalled()
  expect(tile()).toBeTruthy()
})

test('a privacy guide that was refused is said in its words', async () => {
  jest.spyOn(platform, 'chooseVideo').mockRejectedValue(new CallFailed({ code: 'PRIVACY_REFUSED', again: true, message: '您没有同意隐私说明' }))
  render(<Whole />)
  fireEvent.click(tile())
  expect((await screen.findByRole('alert')).textContent).toContain('您没有同意隐私说明')
})

test('without a signal it waits to be sent again, and is there in the next launch', async () => {
  camera(film())
  jest.spyOn(platform, 'callFunction').mockImplementation(() => Promise.resolve({ ok: true, data: { uploadPrefix: 'incoming/me/' } }))
  const upload = jest.spyOn(platform, 'uploadFile').mockRejectedValueOnce(new Error('no signal'))
  const { unmount } = render(<Whole owner='order/line' />)
  fireEvent.click(tile())
  await screen.findByRole('status', { name: '视频，没传上去' })
  expect(screen.getByRole('button', { name: '视频没传上去，再传一次' })).toBeTruthy()
  unmount()
  upload.mockRestore()
  cloud()
  render(<Whole owner='order/line' />)
  await screen.findByRole('status', { name: '视频，传好了' })
  expect(screen.getByRole('button', { name: '看拍的视频，12 秒' })).toBeTruthy()
})
