import { randomUUID } from 'node:crypto'
import { act, bind, fileOne, joinSupplier, lineOf, moveIn, openHouse, type House, type Someone } from './openHouse'
import { photo, SECRET_PLACE } from './photo'
import { RECORDED_AT, video, word } from './video'
import { voice } from './voice'

let house: House
let wang: Someone, lin: Someone, chen: Someone, laoli: Someone
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, chen, laoli] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

async function upload(person: Someone, bytes: Buffer, ending = '.mp4'): Promise<string> {
  const { uploadPrefix } = await person.call('whoAmI', {})
  return person.upload(`${uploadPrefix}${randomUUID()}${ending}`, bytes)
}

async function filmed(person: Someone, bytes = video(), ending = '.mp4'): Promise<string> {
  return (await person.call('addVideo', { fileId: await upload(person, bytes, ending) })).videoId
}

interface Stored { _id: string; caseId: string | null; seconds: number }
async function stored(): Promise<Stored[]> {
  return (await house.db.collection('videos').limit(1000).get()).data as Stored[]
}

async function changesNothing<T>(doing: () => Promise<T>): Promise<T> {
  const everything = () => Promise.all(['cases', 'photos', 'voices', 'videos', 'notices'].map(async c => (await house.db.collection(c).limit(1000).get()).data))
  const before = await everything()
  const result = await doing()
  expect(await everything()).toEqual(before)
  return result
}

test('the household and the leader see what was filmed, in filing and in adding; the supplier does not even learn that something was', async () => {
  const first = await filmed(wang, video({ seconds: 12 }))
  const { id } = await fileOne(wang, '草莓', { videos: [first] })
  await act(chen, id, 'leader', { type: 'askEvidence', missing: ['how'], words: '' })
  const second = await filmed(wang, video({ seconds: 3, quickTime: true }), '.mov')
  await act(wang, id, 'resident', { type: 'addEvidence', photos: [], voices: [], videos: [second], words: '' })
  await house.courier()
  for (const [person, as] of [[wang, 'resident'], [chen, 'leader']] as const) {
    const { view, videoLinks } = await person.call('showCase', { caseId: id, as })
    expect(view.videos).toEqual([{ id: first, seconds: 12 }, { id: second, seconds: 3 }])
    const says = view.story.map(line => line.says).join('\n')
    expect(says).toContain('还拍了一段视频（12 秒）')
    expect(says).toContain('，拍了一段视频（3 秒）')
    expect(Object.keys(videoLinks).sort()).toEqual([first, second].sort())
    const answers = await Promise.all([first, second].map(one => fetch(videoLinks[one] ?? '')))
    expect(answers.map(a => [a.status, a.headers.get('content-type')])).toEqual([[200, 'video/mp4'], [200, 'video/quicktime']])
    for (const answer of answers) {
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([SECRET_PLACE, '©xyz', 'mebx', word(RECORDED_AT)].map(trace => bytes.includes(typeof trace === 'string' ? Buffer.from(trace, trace === '©xyz' ? 'latin1' : 'utf8') : trace))).toEqual([false, false, false, false])
      expect(bytes.includes('FRAME 0 of')).toBe(true)
    }
    // Without its signature the link opens nothing.
    expect((await fetch((videoLinks[first] ?? '').replace(/\?.*/, ''))).status).toBeGreaterThanOrEqual(400)
  }
  await act(chen, id, 'leader', { type: 'forward', words: '麻烦看看' })
  await house.courier()
  const answers = JSON.stringify([
    await laoli.call('showCase', { caseId: id }), await laoli.call('supplierCases', { tab: 'all' }), await laoli.call('supplierCases', { tab: 'mine' }),
    await laoli.call('listNotices', {}), await laoli.call('whoAmI', {}),
    await act(laoli, id, 'supplier', { type: 'disputeAsAsked', reason: 'oldPhoto', words: '不是这批', photos: [] }),
  ])
  expect(answers).toContain(id)
  for (const trace of [first, second, '视频', '.mp4', '.mov']) expect(answers).not.toContain(trace)
  const theirs = await laoli.call('showCase', { caseId: id })
  expect([theirs.view.videos, theirs.videoLinks]).toEqual([[], {}])
})

test('taken twice it is one video, measured by the cloud; the upload is gone', async () => {
  const fileId = await upload(wang, video({ seconds: 5 }))
  const [a, b] = await Promise.all([wang.call('addVideo', { fileId }), wang.call('addVideo', { fileId })])
  expect(a).toEqual({ videoId: expect.stringMatching(/^dm[0-9a-f]{32}$/) as string, seconds: 5 })
  expect(b).toEqual(a)
  expect(await wang.call('addVideo', { fileId })).toEqual(a)
})

test('a filing sent again with its video is found; without it, or with another, it is not the same', async () => {
  const { orderId, lineId } = await lineOf(wang, '脐橙')
  const input = {
    caseId: randomUUID(), orderId, lineId, reason: 'spoiled' as const, claim: { measure: 'pieces' as const, bad: 1, damage: 100 as const },
    wish: { kind: 'none' as const }, photos: [await wang.photo()], videos: [await filmed(wang)], words: '',
  }
  const first = await wang.call('fileCase', input)
  expect(await wang.call('fileCase', input)).toEqual(first)
  expect(await wang.refused('fileCase', { ...input, videos: [] })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
  expect((await stored()).find(v => v._id === input.videos[0])?.caseId).toBe(input.caseId)
})

describe('refused, and nothing has changed', () => {
  test.each([
    ['no video', () => Buffer.from('<html>not a video</html>'), '.mp4', 'BAD_VIDEO'],
    ['a picture named .mp4', () => photo(), '.mp4', 'BAD_VIDEO'],
    ['a voice named .mov', () => voice(), '.mov', 'BAD_VIDEO'],
    ['one under a name that says nothing', () => video(), '.bin', 'BAD_VIDEO'],
    ['what browsers record', () => Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), '.webm', 'BAD_VIDEO'],
    ['an empty file', () => Buffer.alloc(0), '.mp4', 'BAD_VIDEO'],
    ['one that was cut off', () => video().subarray(0, 700), '.mp4', 'BAD_VIDEO'],
    ['sixteen seconds and a half', () => video({ seconds: 16, claimed: 16.6 }), '.mp4', 'VIDEO_TOO_LONG'],
    ['a minute that claims to be short', () => video({ seconds: 60, claimed: 5 }), '.mp4', 'VIDEO_TOO_LONG'],
    ['too large', () => video({ seconds: 2, frame: 3 * 1024 * 1024 }), '.mp4', 'VIDEO_TOO_LARGE'],
  ])('%s', async (_what, made, ending, code) => {
    const fileId = await upload(wang, made(), ending)
    expect(await changesNothing(() => wang.refused('addVideo', { fileId }))).toMatchObject({ code, field: 'fileId', message: expect.stringContaining('视频') as string })
    // Nothing of it stays.
    expect(await wang.refused('addVideo', { fileId })).toMatchObject({ code: 'UPLOAD_NOT_FOUND' })
  })

  test("somebody else's upload, and one that never was", async () => {
    const fileId = await upload(wang, video())
    expect(await changesNothing(() => lin.refused('addVideo', { fileId }))).toMatchObject({ code: 'NOT_YOUR_UPLOAD', field: 'fileId' })
    expect(await changesNothing(() => wang.refused('addVideo', { fileId: fileId.replace(/[^/]+$/, 'never.mp4') }))).toMatchObject({ code: 'UPLOAD_NOT_FOUND', field: 'fileId' })
  })

  const filing = async (more: object) => {
    const { orderId, lineId } = await lineOf(wang, '上海青')
    return { caseId: randomUUID(), orderId, lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'none' }, photos: [await wang.photo()], words: '', ...more }
  }

  test("a second video, one twice, somebody else's, one that counts already, one that is none, a photo, a voice", async () => {
    const two = [await filmed(wang), await filmed(wang)]
    const used = (await stored()).find(v => v.caseId !== null)?._id
    const tries: [videos: (string | undefined)[], code: string][] = [
      [two, 'TOO_MANY_VIDEOS'], [[two[0], two[0]], 'TOO_MANY_VIDEOS'], [[await filmed(lin)], 'VIDEO_NOT_YOURS'], [[used], 'VIDEO_NOT_YOURS'],
      [['dm00000000000000000000000000000000'], 'VIDEO_NOT_YOURS'], [[await wang.photo()], 'VIDEO_NOT_YOURS'],
      [[(await wang.call('addVoice', { fileId: await upload(wang, voice(), '.mp3') })).voiceId], 'VIDEO_NOT_YOURS'],
    ]
    for (const [videos, code] of tries) {
      const input = await filing({ videos })
      expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code, field: 'videos' })
    }
    // A video is no photo either.
    const input = await filing({ photos: [two[0]] })
    expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code: 'PHOTO_NOT_YOURS', field: 'photos' })
  })

  test('added to a case: more than one, and somebody else\'s', async () => {
    const { id } = await fileOne(lin, '草莓')
    const adding = (videos: string[]) => ({ caseId: id, commandId: randomUUID(), seen: 1, as: 'resident', command: { type: 'addEvidence', photos: [], voices: [], videos, words: '' } })
    const both = adding([await filmed(lin), await filmed(lin)]), other = adding([await filmed(wang)])
    expect(await changesNothing(() => lin.refused('actOnCase', both))).toMatchObject({ code: 'TOO_MANY_VIDEOS', field: 'command.videos' })
    expect(await changesNothing(() => lin.refused('actOnCase', other))).toMatchObject({ code: 'VIDEO_NOT_YOURS' })
  })

  test('a line that has its case already gives the video back', async () => {
    await wang.call('fileCase', await filing({}) as never)
    const videos = [await filmed(wang)]
    expect(await wang.refused('fileCase', await filing({ videos }))).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
    expect((await stored()).find(v => v._id === videos[0])?.caseId).toBeNull()
  })
})
