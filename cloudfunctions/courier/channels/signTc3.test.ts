import { signTc3 } from './signTc3'

const BODY = '{"PhoneNumberSet":["+8613800000000"],"SmsSdkAppId":"1400006666","TemplateParamSet":["3","11-22 21:00"]}'
const ASKED = { url: new URL('https://sms.tencentcloudapi.com/'), service: 'sms', action: 'SendSms', version: '2021-01-11', region: 'ap-guangzhou', body: BODY, at: 1551113065 }
const KEY = { id: 'AKIDexample', key: 'example-key' }

it('signs as Tencent\'s own SDK does (tencentcloud-sdk-nodejs-common 4.1, sign3, for the same request)', () => {
  expect(signTc3(ASKED, KEY)).toMatchObject({
    'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11', 'x-tc-region': 'ap-guangzhou', 'x-tc-timestamp': '1551113065',
    authorization: 'TC3-HMAC-SHA256 Credential=AKIDexample/2019-02-25/sms/tc3_request, SignedHeaders=content-type;host, Signature=f8f0d87c698f80d5f53577c62290483da8c0b12b13e5b2eab39227c907e983a7',
  })
})

it.each([{ body: `${BODY} ` }, { at: 1551113066 }, { service: 'cvm' }])('anything else has another signature: %j', other => {
  const signature = (asked: typeof ASKED) => /Signature=(\w+)/.exec(signTc3(asked, KEY)['authorization'] ?? '')?.[1]
  expect(signature({ ...ASKED, ...other })).not.toBe(signature(ASKED))
})
