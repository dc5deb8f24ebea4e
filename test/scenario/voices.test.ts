import { randomUUID } from 'node:crypto'
import { act, bind, fileOne, joinSupplier, lineOf, moveIn, openHouse, type House, type Someone } from './openHouse'
import { photo, SECRET_PLACE } from './photo'
import { voice, wave } from './voice'

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

async function upload(person: Someone, bytes: Buffer, ending = '.mp3'): Promise<string> {
  const { uploadPrefix } = await person.call('whoAmI', {})
  return person.upload(`${uploadPrefix}${randomUUID()}${ending}`, bytes)
}

async function said(person: Someone, bytes = voice(), ending = '.mp3'): Promise<string> {
  return (await person.call('addVoice', { fileId: await upload(person, bytes, ending) })).voiceId
}

interface Stored { _id: string; caseId: string | null; seconds: number }
async function stored(): Promise<Stored[]> {
  return (await house.db.collection('voices').limit(1000).get()).data as Stored[]
}

async function changesNothing<T>(doing: () => Promise<T>): Promise<T> {
  const everything = () => Promise.all(['cases', 'photos', 'voices', 'notices'].map(async c => (await house.db.collection(c).limit(1000).get()).data))
  const before = await everything()
  const result = await doing()
  expect(await everything()).toEqual(before)
  return result
}

test('the leader hears what was said, and the household; the supplier does not even learn that something was', async () => {
  const voices = [await said(wang, voice(12)), await said(wang, wave(3), '.wav')]
  const { id } = await fileOne(wang, '草莓', { voices })
  await house.courier()
  for (const [person, as] of [[wang, 'resident'], [chen, 'leader']] as const) {
    const { view, voiceLinks, photoLinks } = await person.call('showCase', { caseId: id, as })
    expect(view.voices).toEqual([{ id: voices[0], seconds: 12 }, { id: voices[1], seconds: 3 }])
    expect(view.story.at(-1)?.says).toContain('还说了 2 段话（一共 15 秒）')
    expect(Object.keys(voiceLinks)).toEqual(voices)
    expect(Object.keys(photoLinks)).toEqual(view.photos)
    const answers = await Promise.all(Object.values(voiceLinks).map(link => fetch(link)))
    expect(answers.map(a => [a.status, a.headers.get('content-type')])).toEqual([[200, 'audio/mpeg'], [200, 'audio/wav']])
    for (const answer of answers) expect(Buffer.from(await answer.arrayBuffer()).includes(SECRET_PLACE)).toBe(false)
    // Without its signature the link opens nothing.
    expect((await fetch((voiceLinks[voices[0] ?? ''] ?? '').replace(/\?.*/, ''))).status).toBeGreaterThanOrEqual(400)
  }
  await act(chen, id, 'leader', { type: 'forward', words: '麻烦看看' })
  await house.courier()
  const answers = JSON.stringify([
    await laoli.call('showCase', { caseId: id }), await laoli.call('supplierCases', { tab: 'all' }), await laoli.call('supplierCases', { tab: 'mine' }),
    await laoli.call('listNotices', {}), await laoli.call('whoAmI', {}),
    await act(laoli, id, 'supplier', { type: 'disputeAsAsked', reason: 'oldPhoto', words: '不是这批', photos: [] }),
  ])
  expect(answers).toContain(id)
  for (const trace of [...voices, '段话', '录音', '.mp3', '.wav', 'voice-']) expect(answers).not.toContain(trace)
  expect((await laoli.call('showCase', { caseId: id })).voiceLinks).toEqual({})
})

test('taken twice it is one voice, measured by the cloud; the upload is gone', async () => {
  const fileId = await upload(wang, voice(5))
  const [a, b] = await Promise.all([wang.call('addVoice', { fileId }), wang.call('addVoice', { fileId })])
  expect(a).toEqual({ voiceId: expect.stringMatching(/^vm[0-9a-f]{32}$/) as string, seconds: 5 })
  expect(b).toEqual(a)
  expect(await wang.call('addVoice', { fileId })).toEqual(a)
})

test('a filing sent again with its voices is found; with others it is not the same', async () => {
  const { orderId, lineId } = await lineOf(wang, '脐橙')
  const input = {
    caseId: randomUUID(), orderId, lineId, reason: 'spoiled' as const, claim: { measure: 'pieces' as const, bad: 1, damage: 100 as const },
    wish: { kind: 'none' as const }, photos: [await wang.photo()], voices: [await said(wang)], words: '',
  }
  const first = await wang.call('fileCase', input)
  expect(await wang.call('fileCase', input)).toEqual(first)
  expect(await wang.refused('fileCase', { ...input, voices: [] })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
  expect((await stored()).find(v => v._id === input.voices[0])?.caseId).toBe(input.caseId)
})

describe('refused, and nothing has changed', () => {
  test.each([
    ['no voice', Buffer.from('<html>not a voice</html>'), '.mp3', 'NOT_A_VOICE'],
    ['a picture named .mp3', photo(), '.mp3', 'NOT_A_VOICE'],
    ['a WAV named .mp3', wave(), '.mp3', 'NOT_A_VOICE'],
    ['an MP3 under a name that says nothing', voice(), '.bin', 'NOT_A_VOICE'],
    ['an empty file', Buffer.alloc(0), '.mp3', 'NOT_A_VOICE'],
    ['a WAV that was cut off', wave().subarray(0, 5000), '.wav', 'TRUNCATED'],
    ['more than a minute', voice(63), '.mp3', 'VOICE_TOO_LONG'],
    ['next to nothing', voice(0.3), '.mp3', 'VOICE_TOO_SHORT'],
    ['too large', Buffer.concat([voice(), Buffer.alloc(3 * 1024 * 1024)]), '.mp3', 'VOICE_TOO_LARGE'],
  ])('%s', async (_what, bytes, ending, code) => {
    const fileId = await upload(wang, bytes, ending)
    expect(await changesNothing(() => wang.refused('addVoice', { fileId }))).toMatchObject({ code, field: 'fileId', message: expect.stringMatching(/录音|一段话/) as string })
    // Nothing of it stays.
    expect(await wang.refused('addVoice', { fileId })).toMatchObject({ code: 'UPLOAD_NOT_FOUND' })
  })

  test("somebody else's upload, and one that never was", async () => {
    const fileId = await upload(wang, voice())
    expect(await changesNothing(() => lin.refused('addVoice', { fileId }))).toMatchObject({ code: 'NOT_YOUR_UPLOAD', field: 'fileId' })
    expect(await changesNothing(() => wang.refused('addVoice', { fileId: fileId.replace(/[^/]+$/, 'never.mp3') }))).toMatchObject({ code: 'UPLOAD_NOT_FOUND', field: 'fileId' })
  })

  const filing = async (more: object) => {
    const { orderId, lineId } = await lineOf(wang, '上海青')
    return { caseId: randomUUID(), orderId, lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'none' }, photos: [await wang.photo()], words: '', ...more }
  }

  test("a fourth voice, one twice, somebody else's, one that counts already, one that is none, a photo", async () => {
    const four = [await said(wang), await said(wang), await said(wang), await said(wang)]
    const used = (await stored()).find(v => v.caseId !== null)?._id
    const tries: [voices: (string | undefined)[], code: string][] = [
      [four, 'TOO_MANY_VOICES'], [[four[0], four[0]], 'SAME_VOICE_TWICE'], [[await said(lin)], 'VOICE_NOT_YOURS'], [[used], 'VOICE_NOT_YOURS'],
      [[four[0], 'vm00000000000000000000000000000000'], 'VOICE_NOT_YOURS'], [[await wang.photo()], 'VOICE_NOT_YOURS'],
    ]
    for (const [voices, code] of tries) {
      const input = await filing({ voices })
      expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code, field: 'voices' })
    }
    // A voice is no photo either.
    const input = await filing({ photos: [four[0]] })
    expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code: 'PHOTO_NOT_YOURS', field: 'photos' })
  })

  test('a photo that cannot be used leaves the voices free', async () => {
    const voices = [await said(wang)]
    const input = await filing({ voices, photos: [await lin.photo()] })
    expect(await changesNothing(() => wang.refused('fileCase', input))).toMatchObject({ code: 'PHOTO_NOT_YOURS' })
  })

  test('a line that has its case already gives the voices back', async () => {
    const open = await filing({})
    await wang.call('fileCase', open as never)
    const voices = [await said(wang)]
    expect(await wang.refused('fileCase', { ...await filing({ voices }) })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
    expect((await stored()).find(v => v._id === voices[0])?.caseId).toBeNull()
  })
})
