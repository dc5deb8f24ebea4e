import { SdkRequests } from './sdkRequests'

const FAR = 20

test('requests are counted; those sent together are one wave', async () => {
  const requests = new SdkRequests()
  const asked = await requests.during(async () => {
    await Promise.all([requests.watch('a'), requests.watch('b')])
    await requests.watch('c')
  }, FAR)
  expect(asked).toEqual({ actions: ['a', 'b', 'c'], waves: 2 })
})

test('each piece of work is counted by itself, also after one that failed', async () => {
  const requests = new SdkRequests()
  await expect(requests.during(async () => {
    await requests.watch('a')
    throw new Error('the network went')
  })).rejects.toThrow('the network went')
  expect((await requests.during(() => requests.watch('b'))).actions).toEqual(['b'])
})
